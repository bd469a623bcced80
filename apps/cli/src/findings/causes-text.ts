import type { Assessment, CauseFinding } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

/** The shortfall of each domain and mission, split over causes; the parts and the irreducible rest add up to it. */
export function causesText({ causes }: Assessment, { say, style, language }: Session): string {
  const first = causes[0];
  if (first === undefined) return "";
  const number = (figure: CauseFinding["shortfall"]): string =>
    figureText(figure, "share", language).replace(/ ?%$/, "");
  const hasUndetermined = causes.some(({ undetermined }) => undetermined.value !== 0);
  const table = textTable(
    [
      { head: say("scope") },
      { head: say("shortfall"), align: "right" },
      ...first.parts.map(({ cause }) => ({ head: say(`cause-${cause}`), align: "right" }) as const),
      { head: say("irreducible"), align: "right" },
      ...(hasUndetermined ? [{ head: say("undetermined"), align: "right" } as const] : []),
    ],
    causes.map(({ scope, shortfall, parts, irreducible, undetermined }) => [
      scope.kind === "domain"
        ? say("scope-domain", { id: scope.id })
        : `  ${say("scope-mission", { id: scope.id })}`,
      number(shortfall),
      ...parts.map(({ figure }) => number(figure)),
      number(irreducible),
      ...(hasUndetermined ? [number(undetermined)] : []),
    ]),
  );
  return `${style.bold(say("assess-causes"))}\n${table}`;
}
