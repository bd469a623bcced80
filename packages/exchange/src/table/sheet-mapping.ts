import { comparedName } from "../identifier.ts";
import type { InputFile } from "../imported.ts";
import { isRecord, type PlainRecord, wordOf } from "../plain.ts";
import type { Remarks } from "../remark.ts";
import { readMapping } from "./mapping.ts";

const words = ["sheet", "columns", "organisations", "capabilities", "places", "tasks"];

/** What a mapping says of a table of holdings or roles: which sheet, what its headings mean, and whom its names mean. */
export class SheetMapping {
  readonly #data: PlainRecord;

  constructor(data: PlainRecord) {
    this.#data = data;
  }

  /** Whether a sheet is the one that is meant; all are where none is named. */
  fits(sheet: string | undefined): boolean {
    const wanted = wordOf(this.#data["sheet"]);
    return wanted === undefined || wanted === sheet;
  }

  /** What a text of the file stands for among `columns`, `organisations`, `capabilities`, `places` or `tasks`. */
  meaning(of: string, text: string): string | undefined {
    const table = this.#data[of];
    if (!isRecord(table)) return undefined;
    const loose = comparedName(text);
    const found = wordOf(table[text]);
    return found ?? wordOf(Object.entries(table).find(([name]) => comparedName(name) === loose)?.[1]);
  }
}

/** Reads such a mapping, or gives one that says nothing where there is none. `undefined`, with a remark that refuses, for a bad one. */
export function readSheetMapping(file: InputFile | undefined, remarks: Remarks): SheetMapping | undefined {
  if (file === undefined) return new SheetMapping({});
  const data = readMapping(file, words, remarks);
  return data === undefined ? undefined : new SheetMapping(data);
}
