import { type Assessment, definitionTexts, type EqualityFinding } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText, styleOf } from "./figure-text.ts";

/** The definitions of equality side by side: definitions down, parties across; those for all domains together. */
export function equalityText({ equality }: Assessment, session: Session): string {
  const { say, style, language } = session;
  const together = equality.filter(({ domain }) => domain === undefined);
  const shown = together.length > 0 ? together : equality;
  const parties = [...new Set(shown.flatMap(({ byParty }) => byParty.map(({ party }) => party)))].filter(
    (party) => shown.some((finding) => isNumber(finding, party)),
  );
  const table = textTable(
    [{ head: say("definition") }, ...parties.map((party) => ({ head: party, align: "right" }) as const)],
    shown.map((finding) => [
      definitionTexts[language][finding.definition].name,
      ...parties.map((party) => {
        const figure = finding.byParty.find((one) => one.party === party)?.figure;
        return figure === undefined ? "–" : figureText(figure, plain(styleOf(figure)), language);
      }),
    ]),
  );
  return table === "" ? "" : `${style.bold(say("assess-equality"))}\n${table}`;
}

function isNumber({ byParty }: EqualityFinding, party: string): boolean {
  return byParty.some((one) => one.party === party && Number.isFinite(one.figure.value));
}

function plain(style: ReturnType<typeof styleOf>): ReturnType<typeof styleOf> {
  return style === "share-interval" ? "share" : style === "gain-interval" ? "gain" : style;
}
