import type { Assessment } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import type { Exported } from "./exported.ts";
import { exportHoldings } from "./holding/export-holdings.ts";
import { exportPresence } from "./presence/export-presence.ts";
import { exportMatrix } from "./role/export-matrix.ts";
import { exportSources } from "./source/export-sources.ts";
import { exportStix } from "./stix/export-stix.ts";

/** What can be exported. */
export type ExportWhat = "matrix" | "holdings" | "sources" | "3w" | "stix";
export type ExportFormat = "xlsx" | "csv" | "csl" | "bibtex" | "ris" | "json";

/** The formats of each, the usual one first. */
export const exportFormats: Readonly<Record<ExportWhat, readonly ExportFormat[]>> = {
  matrix: ["xlsx", "csv"],
  holdings: ["xlsx", "csv"],
  sources: ["csl", "bibtex", "ris"],
  "3w": ["xlsx", "csv"],
  stix: ["json"],
};

export interface ExportOptions {
  readonly what: ExportWhat;
  /** One of {@link exportFormats}. */
  readonly format: ExportFormat;
  /** Of names and headings. */
  readonly language: Language;
  /** Of the same study; the matrix shows its shares. */
  readonly assessment?: Assessment | undefined;
}

/** A part of a study for other programs, with ids. Throws `RangeError` for a format that `what` does not have, `TypeError` for a study not made by `parseStudy`. */
export function exportFrom(study: Study, { what, format, language, assessment }: ExportOptions): Exported {
  if (!exportFormats[what].includes(format)) throw new RangeError(`${what} has no format ${format}`);
  const sheet = format === "xlsx" ? "xlsx" : "csv";
  switch (what) {
    case "matrix":
      return exportMatrix(study, { format: sheet, language, assessment });
    case "holdings":
      return exportHoldings(study, { format: sheet, language });
    case "sources":
      return exportSources(study, format === "bibtex" || format === "ris" ? format : "csl");
    case "3w":
      return exportPresence(study, { format: sheet, language });
    case "stix":
      return exportStix(study);
  }
}
