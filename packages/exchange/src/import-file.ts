import type { Study } from "@shikumi/model";
import { importEvents } from "./event/import-events.ts";
import { importHoldings } from "./holding/import-holdings.ts";
import { idFromName } from "./identifier.ts";
import type { Imported, InputFile } from "./imported.ts";
import { importPresence } from "./presence/import-presence.ts";
import { remarkKinds } from "./remark.ts";
import { importMatrix } from "./role/import-matrix.ts";
import { importSources } from "./source/import-sources.ts";
import { importStix } from "./stix/import-stix.ts";

/** What can be imported. */
export const importKinds = ["matrix", "holdings", "sources", "events", "3w", "stix"] as const;
export type ImportKind = (typeof importKinds)[number];

export interface ImportContext {
  /** The study that takes it in; made by `parseStudy`. */
  readonly study: Study;
  /** A YAML file that says what the columns mean. */
  readonly mapping?: InputFile | undefined;
}

/** Reads a file of another program as elements of a study. Never throws on bad input: what cannot be read is a remark. */
export function importFile(kind: ImportKind, file: InputFile, context: ImportContext): Imported {
  switch (kind) {
    case "matrix":
      return importMatrix(file, context.study, context.mapping);
    case "holdings":
      return importHoldings(file, context.study, context.mapping);
    case "sources":
      return withUnusedMapping(importSources(file, context.study), context);
    case "events":
      return importEvents(file, context.mapping);
    case "3w":
      return importPresence(file, context.study, context.mapping);
    case "stix":
      return withUnusedMapping(importStix(file, context.study), context);
  }
}

/** Bibliographies and bundles say themselves what their fields mean. */
function withUnusedMapping(imported: Imported, { mapping }: ImportContext): Imported {
  if (mapping === undefined) return imported;
  const remark = {
    code: "mapping-not-used",
    kind: remarkKinds["mapping-not-used"],
    at: { file: mapping.name },
    args: {},
  } as const;
  return { ...imported, remarks: [...imported.remarks, remark] };
}

/** The study's file for what is new in an imported file: `sources/library.yaml` for sources from `library.bib`. */
export function targetFile({ elements }: Imported, name: string): string {
  const collections = new Set(elements.map(({ collection }) => collection));
  const [folder = "imported"] = collections.size > 1 ? ["holdings"] : collections;
  const dot = name.lastIndexOf(".");
  return `${folder}/${idFromName(dot > 0 ? name.slice(0, dot) : name)}.yaml`;
}
