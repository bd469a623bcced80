import type { AssessmentPlan, Figure, RunReference } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Id } from "@shikumi/model";
import type { BriefDocument } from "../document/block.ts";
import { walkDocument } from "../document/walk-document.ts";
import { formatNumber, type NumberStyle, printedText } from "../number/format-number.ts";

/** Version of the record inside a brief. */
export const recordFormat = "shikumi-brief-1";

/** Id of the element, or word behind the fence, that marks the record. */
export const recordId = "shikumi-brief";

/** Format and id of the record inside the page of an exploration. */
const explorationRecord = { format: "shikumi-exploration-page-1", id: "shikumi-exploration-page" } as const;

/** Id of the record of a document. */
export function recordIdOf({ made }: BriefDocument): string {
  return made.kind === "brief" ? recordId : explorationRecord.id;
}

/** The plan with which the assessment of a brief is made again. */
export type RecordPlan = AssessmentPlan;

/** One place where a number is printed, in the order of reading. */
export interface BoundPlace {
  /** Id of the figure. */
  readonly figure: string;
  /** Its `NumberStyle`; see `valueOnly` for numbers whose interval is drawn, not printed. */
  readonly style: string;
  readonly text: string;
}

const valueMark = "value-of:";

/** The style of a place that prints a number in a style, but without its interval. */
export function valueOnly(style: NumberStyle): string {
  return valueMark + style;
}

/** What a place of this style prints; `undefined` for a number without a print, and for a style that is none. */
export function placeText(figure: Figure, style: string, language: Language): string | undefined {
  const isValueOnly = style.startsWith(valueMark);
  try {
    const parts = formatNumber(
      figure,
      style.slice(isValueOnly ? valueMark.length : 0) as NumberStyle,
      language,
    );
    if (parts === undefined) return undefined;
    return isValueOnly ? parts.value : printedText(parts);
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}

/** What a brief says of itself, to be verified. */
export interface BriefRecord {
  readonly format: typeof recordFormat;
  readonly language: Language;
  readonly study: Id;
  readonly digest: string;
  readonly engine: string;
  readonly seed: number;
  readonly plan: RecordPlan;
  readonly runs: readonly RunReference[];
  /** Every figure the brief prints, with its exact value. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Where numbers were printed when the brief was written. Empty in Markdown. */
  readonly places: readonly BoundPlace[];
  /** SHA-256 of the text before the record; of Markdown only. */
  readonly body: string | undefined;
}

/** The figures a document prints, by id in the order of reading, those without a value included. */
export function documentFigures(document: BriefDocument): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  walkDocument(document, {
    inline: (inline) => {
      if (inline.kind !== "number" && inline.kind !== "absent") return;
      if (inline.figure !== undefined) figures.set(inline.figure.id, inline.figure);
    },
  });
  return figures;
}

/** What a document says of itself. */
export type DocumentRecord = Omit<BriefRecord, "format"> & {
  readonly format: typeof recordFormat | typeof explorationRecord.format;
};

/** The record of a document. */
export function recordOf(
  document: BriefDocument,
  places: readonly BoundPlace[],
  body: string | undefined,
): DocumentRecord {
  const { kind, study, digest, engine, seed, plan, runs } = document.made;
  return {
    format: kind === "brief" ? recordFormat : explorationRecord.format,
    language: document.language,
    study,
    digest,
    engine,
    seed,
    plan,
    runs,
    figures: documentFigures(document),
    places,
    body,
  };
}

/**
 * A record as JSON, one line per figure. Numbers are written with the digits that read back to the same double; those JSON cannot hold as `null` (`NaN`), `"Infinity"`,
 * `"-Infinity"` and `"-0"`. Angle brackets, ampersands, grave accents and line separators are written as escapes, so that the text can stand inside HTML and Markdown.
 */
export function writeRecord(record: DocumentRecord): string {
  const figures = [...record.figures.values()].map(
    ({ id, value, low, high, unit, run }) =>
      `${JSON.stringify(id)}:${JSON.stringify([...[value, low, high].map(writeNumber), unit, run])}`,
  );
  const { figures: _, ...rest } = record;
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"figures":{\n${figures.join(",\n")}\n}}`.replaceAll(
    /[<>&`\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function writeNumber(value: number): number | string | null {
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  return Object.is(value, -0) ? "-0" : value;
}
