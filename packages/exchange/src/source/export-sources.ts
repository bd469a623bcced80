import type { Study } from "@shikumi/model";
import type { Exported } from "../exported.ts";
import { Remarks } from "../remark.ts";
import { writtenElements } from "../study/written.ts";
import { bibtexOfRecords } from "./bibtex.ts";
import { cslOfRecords } from "./csl.ts";
import { risOfRecords } from "./ris.ts";
import { recordOfSource } from "./source-record.ts";

export const sourceFormats = ["csl", "bibtex", "ris"] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** All sources of a study, ascending by id. Throws `TypeError` for a study not made by `parseStudy`. */
export function exportSources(study: Study, format: SourceFormat): Exported {
  const remarks = new Remarks();
  const records = [...writtenElements(study, "sources")].map(([id, written]) => recordOfSource(id, written));
  const text =
    format === "csl"
      ? cslOfRecords(records)
      : format === "bibtex"
        ? bibtexOfRecords(records, remarks, "sources.bib")
        : risOfRecords(records, remarks, "sources.ris");
  return { content: text, written: records.length, remarks: remarks.all };
}
