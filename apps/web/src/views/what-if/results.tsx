import { definitionTexts, type Figure as FoundFigure, type WhatIfFindings } from "@shikumi/assessment";
import { type ComponentType, memo, type ReactNode } from "react";
import { causeText, shellMessages } from "../../messages/index.ts";
import { domainName, missionName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { DotRows } from "../../part/dot-rows.tsx";
import { Figure } from "../../part/figure.tsx";
import { Printed, printed, printedParts } from "../../part/printed.tsx";
import type { TableCell } from "../../part/table-data.ts";
import type { ViewProps } from "../view.ts";
import { messages } from "./messages/index.ts";

export interface ResultsProps {
  readonly edition: ViewProps["edition"];
  readonly language: ViewProps["language"];
  readonly findings: WhatIfFindings;
  /** What stood here before; `undefined` for nothing to compare with. */
  readonly before: WhatIfFindings | undefined;
}

export interface DomainResultsProps extends ResultsProps {
  readonly domain: string;
}

const percentTick = (value: number): string => `${Math.round(value * 100)}%`;

function shareCell(figure: FoundFigure | undefined, language: ViewProps["language"]): TableCell {
  if (figure === undefined) return "";
  return {
    text: printed(figure, "share-interval", language),
    value: figure.value,
    shown: <Printed figure={figure} style="share-interval" language={language} />,
  };
}

function toneOf(value: number): "gain" | "loss" | undefined {
  return value > 0 ? "gain" : value < 0 ? "loss" : undefined;
}

function EffectResultPlain({ edition: { study }, language, findings, before }: ResultsProps): ReactNode {
  const say = sayer(messages, language);
  const title = say("effect-title");
  const old = new Map(before?.domains.map(({ domain, effectiveness }) => [domain, effectiveness.refused]));
  const hasGains = findings.run.levers.length > 0 || Object.keys(findings.whatIf.fixed).length > 0;
  return (
    <Figure
      title={title}
      columns={[
        { id: "domain", title: say("effect-domain") },
        { id: "value", title: say("effect-value"), kind: "number" },
        { id: "before", title: say("effect-before"), kind: "number" },
        { id: "gain", title: say("effect-gain"), kind: "number" },
      ]}
      rows={findings.domains.map(({ domain, effectiveness, gain }) => ({
        id: domain,
        cells: [
          domainName(study, domain, language),
          shareCell(effectiveness.refused, language),
          shareCell(old.get(domain), language),
          gain === undefined
            ? ""
            : {
                text: printed(gain, "points-interval", language),
                value: gain.value,
                shown: <Printed figure={gain} style="points-interval" language={language} />,
              },
        ],
      }))}
    >
      <DotRows
        label={title}
        from={0}
        to={1}
        tickText={percentTick}
        rows={findings.domains.map(({ domain, effectiveness, gain }) => ({
          id: domain,
          label: domainName(study, domain, language),
          figure: effectiveness.refused,
          ghost: old.get(domain),
          ...printedParts(effectiveness.refused, language),
          remark:
            hasGains && gain !== undefined && Number.isFinite(gain.value)
              ? say("gain-remark", { points: printed(gain, "gain", language) })
              : undefined,
          remarkTone: gain === undefined ? undefined : toneOf(gain.value),
        }))}
      />
    </Figure>
  );
}

function MissionResultPlain({
  edition: { study },
  language,
  findings,
  before,
  domain,
}: DomainResultsProps): ReactNode {
  const say = sayer(messages, language);
  const title = say("mission-title", { domain: domainName(study, domain, language) });
  const old = new Map(before?.missions.map(({ mission, effectiveness }) => [mission, effectiveness.refused]));
  const missions = findings.missions.filter((mission) => mission.domain === domain);
  return (
    <Figure
      title={title}
      columns={[
        { id: "mission", title: say("mission") },
        { id: "value", title: say("effect-value"), kind: "number" },
        { id: "before", title: say("effect-before"), kind: "number" },
        { id: "below", title: say("below-floor"), kind: "number" },
      ]}
      rows={missions.map(({ mission, effectiveness, belowFloor }) => ({
        id: mission,
        cells: [
          missionName(study, mission, language),
          shareCell(effectiveness.refused, language),
          shareCell(old.get(mission), language),
          shareCell(belowFloor, language),
        ],
      }))}
    >
      <DotRows
        label={title}
        from={0}
        to={1}
        tickText={percentTick}
        rows={missions.map(({ mission, effectiveness }) => ({
          id: mission,
          label: missionName(study, mission, language),
          figure: effectiveness.refused,
          ghost: old.get(mission),
          ...printedParts(effectiveness.refused, language),
        }))}
      />
    </Figure>
  );
}

function ChargesResultPlain({
  edition: { study },
  language,
  findings,
  before,
  domain,
}: DomainResultsProps): ReactNode {
  const say = sayer(messages, language);
  const shell = sayer(shellMessages, language);
  const title = say("charges-title", { domain: domainName(study, domain, language) });
  const chargesIn = (of: WhatIfFindings | undefined) =>
    of?.charges.find(({ scope }) => scope.kind === "domain" && scope.id === domain)?.byCause ?? [];
  const charges = chargesIn(findings);
  const old = chargesIn(before);
  const most = (pick: "waits" | "refusals"): number =>
    Math.max(0, ...charges.map((charge) => charge[pick].value), ...old.map((charge) => charge[pick].value)) ||
    1;
  const mostWaits = most("waits");
  const mostRefusals = most("refusals");
  const scaled = (figure: FoundFigure, by: number): FoundFigure => ({
    ...figure,
    value: figure.value / by,
    low: figure.low / by,
    high: figure.high / by,
  });
  const rowsOf = (pick: "waits" | "refusals", by: number) =>
    charges.map(({ cause, [pick]: figure }) => {
      const earlier = old.find((charge) => charge.cause === cause)?.[pick];
      return {
        id: `${pick} ${cause}`,
        group: say(`${pick}-group`),
        label: causeText(shell, cause),
        figure: scaled(figure, by),
        ghost: earlier === undefined ? undefined : scaled(earlier, by),
        text: printed(figure, pick === "waits" ? "hours" : "amount", language),
      };
    });
  return (
    <Figure
      title={title}
      note={say("charges-note")}
      columns={[
        { id: "cause", title: say("cause") },
        { id: "waits", title: say("waits"), kind: "number" },
        { id: "refusals", title: say("refusals"), kind: "number" },
      ]}
      rows={charges.map(({ cause, waits, refusals }) => ({
        id: cause,
        cells: [
          causeText(shell, cause),
          { text: printed(waits, "hours", language), value: waits.value },
          { text: printed(refusals, "amount", language), value: refusals.value },
        ],
      }))}
    >
      <DotRows
        label={title}
        from={0}
        to={1.05}
        tickText={() => ""}
        rows={[...rowsOf("waits", mostWaits), ...rowsOf("refusals", mostRefusals)]}
      />
    </Figure>
  );
}

function EqualityResultPlain({ edition: { study }, language, findings, before }: ResultsProps): ReactNode {
  const say = sayer(messages, language);
  const title = say("equality-title");
  const partyName = (id: string): string => study.parties.get(id)?.name[language] ?? id;
  const old = new Map<string, FoundFigure>(
    before?.equality.flatMap(({ definition, domain, byParty }) =>
      byParty.map(({ party, figure }) => [`${definition} ${domain ?? ""} ${party}`, figure] as const),
    ),
  );
  const rows = findings.equality.flatMap(({ definition, domain, byParty }) =>
    byParty
      .filter(({ figure }) => Number.isFinite(figure.value))
      .map(({ party, figure }) => ({
        id: `${definition} ${domain ?? ""} ${party}`,
        definition: definitionTexts[language][definition].name,
        partyId: party,
        party: partyName(party),
        figure,
      })),
  );
  const isWanted = (party: string): boolean => (study.parties.get(party)?.wants.length ?? 0) > 0;
  const hasWants = [...study.parties.keys()].some(isWanted);
  const drawn = rows.filter(({ partyId }) => !hasWants || isWanted(partyId));
  const highest = Math.max(1, ...drawn.map(({ figure }) => figure.value));
  return (
    <Figure
      title={title}
      note={`${say("equality-note")}${hasWants && drawn.length < rows.length ? ` ${say("equality-drawn")}` : ""}`}
      columns={[
        { id: "definition", title: say("definition") },
        { id: "party", title: say("party") },
        { id: "value", title: say("value"), kind: "number" },
        { id: "before", title: say("before"), kind: "number" },
      ]}
      rows={rows.map(({ id, definition, party, figure }) => ({
        id,
        cells: [definition, party, shareCell(figure, language), shareCell(old.get(id), language)],
      }))}
    >
      <DotRows
        label={title}
        from={0}
        to={Math.min(highest, 3)}
        tickText={percentTick}
        rows={drawn.map(({ id, definition, party, figure }) => ({
          id,
          group: definition,
          label: party,
          figure,
          ghost: old.get(id),
          ...printedParts(figure, language),
        }))}
      />
    </Figure>
  );
}

/** Effectiveness by domain, before and now, with what it gains over the present arrangement. */
export const EffectResult: ComponentType<ResultsProps> = memo(EffectResultPlain);

/** Effectiveness of the missions of one domain. */
export const MissionResult: ComponentType<DomainResultsProps> = memo(MissionResultPlain);

/** What waits and refusals of one domain are charged to. */
export const ChargesResult: ComponentType<DomainResultsProps> = memo(ChargesResultPlain);

/** The definitions of equality side by side. */
export const EqualityResult: ComponentType<ResultsProps> = memo(EqualityResultPlain);
