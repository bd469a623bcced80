import type { Assessment, Bracket } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { type Column, textTable } from "../text/table.ts";
import { bracketText, figureText } from "./figure-text.ts";

/** Effectiveness of domains and missions, then the tasks of the present arrangement. */
export function effectivenessText({ baseline }: Assessment, session: Session): string {
  const { say, style, language } = session;
  const hasBracket = baseline.domains.some(
    ({ effectiveness }) => bracketText(effectiveness, language)[1] !== "",
  );
  const line = (scope: string, effectiveness: Bracket, coverage: string): readonly string[] => {
    const [refused, granted] = bracketText(effectiveness, language);
    return [scope, refused, ...(hasBracket ? [granted] : []), coverage];
  };
  const heads: readonly Column[] = [
    { head: say("scope") },
    { head: say("effectiveness"), align: "right" },
    ...(hasBracket ? [{ head: say("if-granted"), align: "right" } as const] : []),
    { head: say("coverage"), align: "right" },
  ];
  const rows = baseline.domains.flatMap(({ domain, effectiveness, permissionCoverage }) => [
    line(
      say("scope-domain", { id: domain }),
      effectiveness,
      figureText(permissionCoverage, "share", language),
    ),
    ...baseline.missions
      .filter((mission) => mission.domain === domain)
      .map(({ mission, effectiveness: own }) => line(`  ${say("scope-mission", { id: mission })}`, own, "")),
  ]);
  return [
    `${style.bold(say("assess-effect"))}\n${textTable(heads, rows)}`,
    `${style.bold(say("assess-tasks"))}\n${tasksTable(baseline, session)}`,
  ].join("\n");
}

function tasksTable({ tasks }: Assessment["baseline"], { say, language }: Session): string {
  return textTable(
    [
      { head: say("task") },
      { head: say("instances"), align: "right" },
      { head: say("effectiveness"), align: "right" },
      { head: say("standard-met"), align: "right" },
      { head: say("first-effect"), align: "right" },
      { head: say("first-range") },
    ],
    tasks.map(({ task, instances, effectiveness, standardMet, firstEffect }) => {
      const [p10, p90] = [firstEffect.p10, firstEffect.p90].map((figure) =>
        figureText(figure, "hours", language),
      );
      return [
        task,
        figureText(instances, "count", language),
        bracketText(effectiveness, language)[0],
        figureText(standardMet, "share", language),
        figureText(firstEffect.p50, "hours", language),
        p10 === "–" || p90 === "–" ? "" : `${p10} – ${p90}`,
      ];
    }),
  );
}
