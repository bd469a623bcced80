import type { Id } from "@shikumi/model";
import { type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { organisationName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { Figure } from "../../part/figure.tsx";
import { PageContext } from "../../part/page-context.ts";
import { Select } from "../../part/select.tsx";
import { Table } from "../../part/table.tsx";
import type { ViewProps } from "../view.ts";
import { messages } from "./messages/index.ts";
import "./network.css";
import { informationTypes, mechanismsLeft, networkChoice } from "./network-choice.ts";
import { NetworkDrawing } from "./network-drawing.tsx";
import {
  carriesText,
  channelTable,
  endsText,
  mechanismTable,
  obstacleTable,
  situationsText,
  unlocksText,
  type Voice,
  wordName,
} from "./network-words.ts";

/** The id of "all" and of "none" in a choice. */
const none = "-";

/** Organisations, channels and cells, and in words what one organisation can tell whom and what stands in the way. */
export function Network({ edition, language, params, navigate, href }: ViewProps): ReactNode {
  const { study } = edition;
  const voice: Voice = useMemo(
    () => ({ study, say: sayer(messages, language), language }),
    [study, language],
  );
  const { say } = voice;
  const choice = networkChoice(study, params);
  const { organisation, mechanism, type, situation } = choice;
  const mechanisms = useMemo(
    () => mechanismsLeft(study, { mechanism, type, situation }),
    [study, mechanism, type, situation],
  );
  const { announce } = useContext(PageContext);
  const words = useRef<HTMLDivElement>(null);
  const chosen = `${organisation ?? ""} ${mechanism ?? ""}`;
  const last = useRef(chosen);
  useEffect(() => {
    if (last.current === chosen) return;
    last.current = chosen;
    const heading = words.current?.querySelector("h2");
    if (heading === null || heading === undefined) return;
    heading.scrollIntoView({ block: "start" });
    announce(heading.textContent ?? "");
  }, [chosen, announce]);
  const change = (name: string) => (value: string) =>
    navigate({ params: { [name]: value === none ? "" : value } });
  const named = (
    elements: Iterable<{ readonly id: Id; readonly name: { readonly ja: string; readonly en: string } }>,
    first: string,
  ): readonly { readonly id: string; readonly text: string }[] => [
    { id: none, text: first },
    ...[...elements].map(({ id, name }) => ({ id, text: name[language] || id })),
  ];
  const title = say("title-figure");
  return (
    <>
      <p className="network-lead">{say("lead")}</p>
      <div className="network-controls">
        <Select
          label={say("organisation")}
          options={named(study.organisations.values(), say("nobody"))}
          value={organisation ?? none}
          onChange={change("organisation")}
        />
        <Select
          label={say("mechanism")}
          options={named(study.mechanisms.values(), say("all"))}
          value={mechanism ?? none}
          onChange={change("mechanism")}
        />
        <Select
          label={say("type")}
          options={[
            { id: none, text: say("all") },
            ...informationTypes(study).map((id) => ({ id, text: wordName(voice, id) })),
          ]}
          value={type ?? none}
          onChange={change("type")}
        />
        <Select
          label={say("situation")}
          options={named(study.situations.values(), say("all"))}
          value={situation ?? none}
          onChange={change("situation")}
        />
      </div>
      <div ref={words}>
        {organisation === undefined ? null : (
          <OrganisationWords voice={voice} organisation={organisation} mechanisms={mechanisms} type={type} />
        )}
        {mechanism === undefined ? null : <MechanismWords voice={voice} mechanism={mechanism} />}
      </div>
      <Figure
        title={title}
        level={2}
        note={say("note-figure", { shown: mechanisms.length, count: study.mechanisms.size })}
        {...mechanismTable(voice, mechanisms)}
      >
        <NetworkDrawing
          voice={voice}
          mechanisms={mechanisms}
          organisation={organisation}
          mechanism={mechanism}
          address={(kind, id) =>
            href("network", {
              ...params,
              ...(kind === "organisation" ? { organisation: id } : { mechanism: id }),
            })
          }
          label={title}
        />
      </Figure>
    </>
  );
}

interface OrganisationWordsProps {
  readonly voice: Voice;
  readonly organisation: Id;
  readonly mechanisms: ReturnType<typeof mechanismsLeft>;
  readonly type: string | undefined;
}

/** Whom an organisation can tell what, and what stands in the way. */
export function OrganisationWords({
  voice,
  organisation,
  mechanisms,
  type,
}: OrganisationWordsProps): ReactNode {
  const { study, say, language } = voice;
  const name = organisationName(study, organisation, language);
  const channels = channelTable(voice, organisation, mechanisms);
  const obstacles = obstacleTable(voice, organisation, type);
  return (
    <section className="network-words" aria-label={name}>
      <h2>{say("tells-title", { organisation: name })}</h2>
      {channels.rows.length === 0 ? (
        <p className="note">{say("tells-none", { organisation: name })}</p>
      ) : (
        <Table caption={say("tells-title", { organisation: name })} isCaptionHidden {...channels} />
      )}
      <h3>{say("obstacles-title")}</h3>
      {obstacles.rows.length === 0 ? (
        <p className="note">{say("obstacles-none", { organisation: name })}</p>
      ) : (
        <>
          <p className="muted">{say("obstacles-note")}</p>
          <Table caption={say("obstacles-title")} isCaptionHidden {...obstacles} />
        </>
      )}
    </section>
  );
}

function MechanismWords({ voice, mechanism }: { readonly voice: Voice; readonly mechanism: Id }): ReactNode {
  const { study, say, language } = voice;
  const found = study.mechanisms.get(mechanism);
  if (found === undefined) return null;
  const carries = carriesText(voice, found);
  const name = found.name[language] || mechanism;
  return (
    <section className="network-words" aria-label={name}>
      <h2>{name}</h2>
      <p>
        {say("mechanism-between", { between: endsText(voice, found.between) })}{" "}
        {say("mechanism-unlocks", { unlocks: unlocksText(voice, found) })}{" "}
        {carries === "" ? null : <>{say("mechanism-carries", { carries })} </>}
        {found.cell === undefined ? null : (
          <>{say("mechanism-cell", { members: endsText(voice, found.cell.members) })} </>
        )}
        {found.in.length === 0 ? null : say("mechanism-in", { situations: situationsText(voice, found.in) })}
      </p>
      {found.note === undefined ? null : <p className="muted">{found.note[language]}</p>}
    </section>
  );
}
