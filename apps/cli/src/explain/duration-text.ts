import type { Language } from "@shikumi/core/diagnostic";
import { figureText } from "../findings/figure-text.ts";

/** Hours in the unit a person would use. */
export function durationText(hours: number, language: Language): string {
  return figureText(plainFigure(hours), "hours", language);
}

/** A share in per cent. */
export function shareText(share: number): string {
  return figureText(plainFigure(share), "share", "en");
}

function plainFigure(value: number): Parameters<typeof figureText>[0] {
  return { id: "", value, low: Number.NaN, high: Number.NaN, unit: "hours", run: "" };
}
