import type { Args } from "@shikumi/core/diagnostic";

/**
 * What a remark means for the person.
 *
 * - `refused`: nothing can be imported before this is mended.
 * - `loss`: something in the input was not carried over.
 * - `defect`: something odd in the input that was dealt with as the text says.
 */
export type RemarkKind = "refused" | "loss" | "defect";

/** Codes by what they mean. A code is stable. */
const refusedCodes = [
  "not-utf8",
  "not-a-workbook",
  "workbook-too-large",
  "unknown-format",
  "not-json",
  "not-a-mapping",
  "mapping-needed",
  "mapping-unknown-word",
  "mapping-unknown-column",
  "no-header",
  "no-hashtags",
  "no-entries",
  "study-would-break",
  "edit-not-possible",
] as const;

const lossCodes = [
  "entry-unreadable",
  "field-not-carried",
  "column-not-carried",
  "sheet-not-carried",
  "date-unreadable",
  "date-shortened",
  "row-without-value",
  "unknown-name",
  "letter-not-carried",
  "accountable-differs",
  "several-leads",
  "object-not-carried",
  "marking-unknown",
  "comment-lost",
  "value-not-carried",
] as const;

const defectCodes = [
  "filtered-out",
  "mapping-not-used",
  "byte-order-mark",
  "repeated-entry",
  "repeated-id",
  "same-work",
  "id-made",
  "not-available",
  "spelled-differently",
  "rows-before-header",
  "header-repeated",
  "merged-cells",
  "formula",
  "cell-error",
  "date-from-number",
  "place-of-organisation",
  "taken-as-assumption",
  "without-reliability",
  "revoked",
  "older-version",
] as const;

export type RemarkCode =
  | (typeof refusedCodes)[number]
  | (typeof lossCodes)[number]
  | (typeof defectCodes)[number];

function kinds(
  codes: readonly RemarkCode[],
  kind: RemarkKind,
): readonly (readonly [RemarkCode, RemarkKind])[] {
  return codes.map((code) => [code, kind]);
}

/** What each code means. */
export const remarkKinds: Readonly<Record<RemarkCode, RemarkKind>> = Object.fromEntries([
  ...kinds(refusedCodes, "refused"),
  ...kinds(lossCodes, "loss"),
  ...kinds(defectCodes, "defect"),
]) as Record<RemarkCode, RemarkKind>;

/** Where in the file: a line of a text, or a row and column of a sheet, all counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
}

/** Something a person should know about an import or export. `args` fill its message and are never sentences. */
export interface Remark {
  readonly code: RemarkCode;
  readonly kind: RemarkKind;
  readonly at: Place;
  readonly args: Args;
}

/** Collects remarks in the order in which they are found. */
export class Remarks {
  readonly #found: Remark[] = [];

  add(code: RemarkCode, at: Place, args: Args = {}): void {
    this.#found.push({ code, kind: remarkKinds[code], at, args });
  }

  get all(): readonly Remark[] {
    return this.#found;
  }

  get isRefused(): boolean {
    return this.#found.some(({ kind }) => kind === "refused");
  }
}
