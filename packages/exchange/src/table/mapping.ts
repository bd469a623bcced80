import { parseDocument } from "yaml";
import type { InputFile } from "../imported.ts";
import { isRecord, type PlainRecord } from "../plain.ts";
import type { Remarks } from "../remark.ts";
import { readText } from "../sheet/read-text.ts";

/** A mapping file as plain data. `undefined`, with a remark that refuses, where it is no YAML map or says a word that is not among `words`. */
export function readMapping(
  file: InputFile,
  words: readonly string[],
  remarks: Remarks,
): PlainRecord | undefined {
  const text = readText(file, remarks);
  if (text === undefined) return undefined;
  const document = parseDocument(text, { version: "1.2", schema: "core", merge: false, logLevel: "silent" });
  const problem = document.errors[0];
  if (problem !== undefined) {
    const line = text.slice(0, problem.pos[0]).split("\n").length;
    remarks.add("not-a-mapping", { file: file.name, line }, { problem: problem.code });
    return undefined;
  }
  const data: unknown = plainData(document);
  if (!isRecord(data)) {
    remarks.add("not-a-mapping", { file: file.name }, { problem: "MAP" });
    return undefined;
  }
  const unknown = Object.keys(data).find((word) => !words.includes(word));
  if (unknown === undefined) return data;
  remarks.add("mapping-unknown-word", { file: file.name }, { found: unknown, expected: words.join(", ") });
  return undefined;
}

function plainData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}
