import type { Bracket, Figure } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { formatNumber, type NumberStyle } from "@shikumi/report";

/** A figure as the brief prints it, with plain spaces; a dash where there is none. */
export function figureText(figure: Figure | undefined, style: NumberStyle, language: Language): string {
  const printed = figure === undefined ? undefined : formatNumber(figure, style, language);
  return printed === undefined ? "–" : `${printed.value}${printed.interval}`.replaceAll("\u00a0", " ");
}

/** The style for a figure's unit. */
export function styleOf({ unit }: Figure): NumberStyle {
  const styles = {
    share: "share-interval",
    hours: "hours",
    count: "count",
    value: "amount",
    points: "gain-interval",
  } as const satisfies Record<Figure["unit"], NumberStyle>;
  return styles[unit];
}

/** Effectiveness with undetermined law refused, and the other end where it differs. */
export function bracketText(bracket: Bracket | undefined, language: Language): readonly [string, string] {
  if (bracket === undefined) return ["–", ""];
  const refused = figureText(bracket.refused, "share-interval", language);
  const isSame = Object.is(bracket.refused.value, bracket.granted.value);
  return [refused, isSame ? "" : figureText(bracket.granted, "share-interval", language)];
}
