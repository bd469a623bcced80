import type { Figure } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { formatNumber, type NumberStyle } from "@shikumi/report";
import type { ReactNode } from "react";
import { shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";

/** A number as the brief prints it, with its interval where the style asks for one; words where there is no figure. */
export function printed(
  figure: Pick<Figure, "value" | "low" | "high">,
  style: NumberStyle,
  language: Language,
): string {
  const text = formatNumber(figure, style, language);
  return text === undefined ? sayer(shellMessages, language)("no-figure") : text.value + text.interval;
}

export interface PrintedProps {
  readonly figure: Figure;
  readonly style: NumberStyle;
  readonly language: Language;
}

/** A number of the findings in text: value, interval in a quieter voice, and its address for tests and for the curious. */
export function Printed({ figure, style, language }: PrintedProps): ReactNode {
  const text = formatNumber(figure, style, language);
  if (text === undefined)
    return <span className="absent">{sayer(shellMessages, language)("no-figure")}</span>;
  return (
    <data className="printed" value={String(figure.value)} data-figure={figure.id} data-run={figure.run}>
      {text.value}
      {text.interval === "" ? null : <span className="interval">{text.interval}</span>}
    </data>
  );
}

/** The two parts of a printed share, for drawings that show the interval only where there is room. */
export function printedParts(
  figure: Pick<Figure, "value" | "low" | "high">,
  language: Language,
): { readonly text: string; readonly interval: string | undefined } {
  const text = formatNumber(figure, "share-interval", language);
  if (text === undefined) return { text: printed(figure, "share", language), interval: undefined };
  return { text: text.value, interval: text.interval === "" ? undefined : text.interval };
}
