import type { Language } from "@shikumi/core/diagnostic";
import type { Id, Level, Slot, Study } from "@shikumi/model";
import type { ReactNode } from "react";
import { organisationName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import { levelText, slotText } from "./amount-text.ts";
import type { GateFacts } from "./gates.ts";
import type { RolesKey } from "./messages/index.ts";

export interface GatePartProps {
  readonly study: Study;
  readonly facts: GateFacts;
  readonly language: Language;
  readonly say: Say<RolesKey>;
}

/** Most lines of one gate. */
const most = 12;

/** Gate 1: what must be known, and who can come to know it how. */
export function Informing({ study, facts, language, say }: GatePartProps): ReactNode {
  if (facts.inform.length === 0) return <p>{say("inform-nothing")}</p>;
  return (
    <ul>
      {facts.inform.map(({ item, ways }) => (
        <li key={item.id}>
          {say("inform-item", {
            item: item.name[language],
            type: item.type,
            classed: item.classed,
            from: names(study, item.from, language, say),
          })}
          <ul>
            {ways.slice(0, most).map(({ organisation, way, channels }) => (
              <li key={organisation}>
                {say(`inform-${way}`, {
                  organisation: organisationName(study, organisation, language),
                  channels: channels
                    .map((id) => study.mechanisms.get(id)?.name[language] ?? id)
                    .join(say("list-separator")),
                  takes: item.release === undefined ? "" : slot(item.release.takes, language, say),
                })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Gate 3: where shares of several organisations would be put together. */
export function Combining({ study, facts, language, say }: GatePartProps): ReactNode {
  const { task, combining, agreements } = facts;
  return (
    <>
      {combining.length === 0 ? (
        <p>{say("combine-none", { takes: slot(study.charter.adHocCell.standsUp, language, say) })}</p>
      ) : (
        <ul>
          {combining.slice(0, most).map(({ mechanism, members }) => (
            <li key={mechanism.id}>
              {say("combine-cell", {
                cell: mechanism.name[language],
                members: names(study, members, language, say),
                takes: mechanism.cell === undefined ? "" : slot(mechanism.cell.standsUp, language, say),
              })}
            </li>
          ))}
        </ul>
      )}
      {task.joint ? (
        <p>
          {agreements.length === 0
            ? say("combine-no-agreement")
            : say("combine-agreement", {
                agreements: agreements.map(({ name }) => name[language]).join(say("list-separator")),
              })}
        </p>
      ) : null}
    </>
  );
}

/** Gate 4: who holds what is needed where, and who may come to where it is needed. */
export function Reaching({ study, facts, language, say }: GatePartProps): ReactNode {
  const { needs, places } = facts;
  const closed = places.filter(({ access }) => access.kind !== "open");
  return (
    <ul>
      {needs.length === 0 ? <li>{say("reach-nothing")}</li> : null}
      {needs.map(({ need, holdings }) => (
        <li key={need.name}>
          {say(holdings.length === 0 ? "reach-nobody" : "reach-held", {
            what: capabilities(study, need.alternatives, language, say),
          })}
          {holdings.length === 0 ? null : (
            <ul>
              {holdings.slice(0, most).map((holding) => (
                <li key={holding.id}>
                  {say("reach-holding", {
                    organisation: organisationName(study, holding.of, language),
                    quantity: level(holding.quantity, language, say),
                    what: study.capabilities.get(holding.what)?.name[language] ?? holding.what,
                    place: study.places.get(holding.at)?.name[language] ?? holding.at,
                    ready: slot(holding.ready, language, say),
                  })}
                </li>
              ))}
              {holdings.length > most ? <li>{say("more", { count: holdings.length - most })}</li> : null}
            </ul>
          )}
        </li>
      ))}
      {closed.length === 0 ? <li>{say("access-open")}</li> : null}
      {closed.slice(0, most).map((place) => (
        <li key={place.id}>
          {place.access.kind === "consent"
            ? say("access-consent", {
                place: place.name[language],
                by: anyName(study, place.access.by, language),
                takes: slot(place.access.takes, language, say),
              })
            : say("access-closed", { place: place.name[language] })}
        </li>
      ))}
    </ul>
  );
}

/** Gate 5: how much is needed and how long the work takes. */
export function Acting({ study, facts, language, say }: GatePartProps): ReactNode {
  const { task, needs } = facts;
  return (
    <ul>
      <li>{say("act-takes", { takes: slot(task.takes, language, say) })}</li>
      {needs.map(({ need }) => (
        <li key={need.name}>
          {say("act-need", {
            quantity: slot(need.quantity, language, say),
            what: capabilities(study, need.alternatives, language, say),
          })}
        </li>
      ))}
      {task.weapons.map(({ standard, effect }) => (
        <li key={standard}>{say("act-weapons", { standard, effect: level(effect, language, say) })}</li>
      ))}
      {task.withoutLogistics === undefined ? null : (
        <li>{say("act-logistics", { effect: level(task.withoutLogistics, language, say) })}</li>
      )}
      {task.withoutPlanning === undefined ? null : (
        <li>{say("act-planning", { effect: level(task.withoutPlanning, language, say) })}</li>
      )}
    </ul>
  );
}

/** Gate 6: how long units stay and recover before the next task has them. */
export function Releasing({ study, facts, language, say }: GatePartProps): ReactNode {
  const holdings = [...new Set(facts.needs.flatMap((need) => need.holdings))];
  if (holdings.length === 0) return <p>{say("release-nothing")}</p>;
  return (
    <ul>
      {holdings.slice(0, most).map((holding) => (
        <li key={holding.id}>
          {say(holding.endures === undefined ? "release-recovers" : "release-endures", {
            organisation: organisationName(study, holding.of, language),
            what: study.capabilities.get(holding.what)?.name[language] ?? holding.what,
            endures: holding.endures === undefined ? "" : level(holding.endures, language, say),
            recovers: slot(holding.recovers, language, say),
          })}
        </li>
      ))}
      {holdings.length > most ? <li>{say("more", { count: holdings.length - most })}</li> : null}
    </ul>
  );
}

function names(study: Study, ids: readonly Id[], language: Language, say: Say<RolesKey>): string {
  return ids.map((id) => organisationName(study, id, language)).join(say("list-separator"));
}

function anyName(study: Study, id: Id, language: Language): string {
  return (
    (study.deciders.get(id) ?? study.organisations.get(id) ?? study.parties.get(id))?.name[language] ?? id
  );
}

function capabilities(
  study: Study,
  alternatives: readonly { readonly capability: Id }[],
  language: Language,
  say: Say<RolesKey>,
): string {
  return alternatives
    .map(({ capability }) => study.capabilities.get(capability)?.name[language] ?? capability)
    .join(say("or-else"));
}

function slot(value: Slot, language: Language, say: Say<RolesKey>): string {
  return slotText(value, language) ?? say("by-future");
}

function level(value: Level, language: Language, say: Say<RolesKey>): string {
  return levelText(value, language) ?? say("by-future");
}
