import type { Args } from "@shikumi/core/diagnostic";
import type { PartAddress } from "./part-address.ts";

/**
 * What can keep the store from doing what was asked.
 *
 * - `results-not-found`: there is no store of results in the folder.
 * - `newer-results`: the folder was written by a later version, in a form not known here.
 * - `results-unreadable`: the folder or a file in it could not be read.
 * - `results-unwritable`: a file could not be written; what was there is untouched.
 * - `bad-address`: a part address is not 64 hexadecimal digits.
 * - `bad-column`: a column cannot be stored: its description, its length or a value.
 * - `bad-condition`: a condition names no column, or compares a text with a number.
 * - `part-missing`: no part has that address.
 * - `part-damaged`: the bytes of a part are not those that were written.
 * - `part-conflict`: one address was written twice with different rows, which should not be possible: what computed them is not deterministic, or the address leaves something out.
 * - `column-missing`: some of the parts do not have a column.
 * - `column-differs`: parts describe a column of one name differently (unit, kind or length).
 * - `exploration-missing`: no exploration has that id.
 * - `exploration-exists`: an exploration with that id is there and says something else.
 * - `exploration-damaged`: the entry of an exploration in the catalogue is not what was written.
 */
export const storeErrorCodes = [
  "results-not-found",
  "newer-results",
  "results-unreadable",
  "results-unwritable",
  "bad-address",
  "bad-column",
  "bad-condition",
  "part-missing",
  "part-damaged",
  "part-conflict",
  "column-missing",
  "column-differs",
  "exploration-missing",
  "exploration-exists",
  "exploration-damaged",
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** One thing wrong with what is stored, as data. */
export interface StoreProblem {
  readonly code: StoreErrorCode;
  /** The column concerned; `""` for none. */
  readonly column: string;
  /** The parts concerned, in the order in which they were asked for. */
  readonly parts: readonly PartAddress[];
}

/** The store could not do what was asked although the request was well formed, or refused what would have lost bits. `path` is the file or folder concerned, `""` for none. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly path: string;
  /** Everything that was found wrong, where there is more to tell than the code. */
  readonly problems: readonly StoreProblem[];

  /** What fills the messages of the code: `path`, `exploration`, `part`, `column`; the first of several, `""` where there is none. */
  readonly args: Args;

  constructor(
    code: StoreErrorCode,
    message: string,
    options: ErrorOptions & {
      readonly path?: string;
      readonly problems?: readonly StoreProblem[];
      readonly args?: Args;
    } = {},
  ) {
    super(message, options);
    this.code = code;
    this.path = options.path ?? "";
    this.problems = options.problems ?? [];
    const [first] = this.problems;
    this.args = {
      path: this.path,
      exploration: "",
      part: first?.parts[0] ?? "",
      column: first?.column ?? "",
      ...options.args,
    };
  }
}
