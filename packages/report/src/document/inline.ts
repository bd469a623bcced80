import type { Figure, RunReference } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import type { NumberStyle } from "../number/format-number.ts";

/** A number bound to the run that made it. `value` and `interval` are what is printed, one after the other. */
export interface BoundNumber {
  readonly kind: "number";
  readonly figure: Figure;
  readonly style: NumberStyle;
  readonly value: string;
  /** Empty where there is none, or where it is as narrow as the number itself. */
  readonly interval: string;
}

/** A piece of running text. No piece holds markup; every renderer escapes what it prints. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly content: Inlines }
  /** Set smaller and paler: remarks, units, ids. */
  | { readonly kind: "muted"; readonly content: Inlines }
  /** Words of files and commands. */
  | { readonly kind: "code"; readonly text: string }
  | BoundNumber
  /** A number that is not there, and why. `figure` is the one that has no value. */
  | { readonly kind: "absent"; readonly figure: Figure | undefined; readonly reason: string }
  /** A reference to a source of the study. */
  | { readonly kind: "citation"; readonly source: Id; readonly text: string }
  /** A reference to a run of the table of runs. */
  | { readonly kind: "run"; readonly run: RunReference["key"]; readonly text: string }
  | { readonly kind: "link"; readonly anchor: string; readonly text: string };

export type Inlines = readonly Inline[];

/** Plain text as an inline. */
export function textInline(text: string): Inline {
  return { kind: "text", text };
}

/** Text that stands out. */
export function strong(...content: readonly Inline[]): Inline {
  return { kind: "strong", content };
}

/** Text that steps back. */
export function muted(...content: readonly Inline[]): Inline {
  return { kind: "muted", content };
}

/** What is read when all marks are taken away. */
export function plainText(content: Inlines): string {
  return content.map(plainInline).join("");
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case "strong":
    case "muted":
      return plainText(inline.content);
    case "number":
      return inline.value + inline.interval;
    case "absent":
      return inline.reason;
    case "text":
    case "code":
    case "citation":
    case "run":
    case "link":
      return inline.text;
  }
}
