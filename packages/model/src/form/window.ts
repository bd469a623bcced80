import type { Window } from "../study/element.ts";
import type { Raw } from "../tree/raw.ts";
import { type Field, optional, otherwiseValue } from "./field.ts";
import type { Form } from "./form.ts";
import { listOf } from "./list.ts";
import type { Reading } from "./reading.ts";
import { record } from "./record.ts";
import { date } from "./scalar.ts";

/** Always in force. */
export const always: Window = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const ends = record({
  from: optional(date, "First moment; open when absent"),
  until: optional(date, "First moment no longer covered; open when absent"),
});

/** `{from, until}` as hours since the start; an end left out is open. */
export const window: Form<Window> = {
  ...ends,
  blank: always,
  words: "`{from, until}`",
  read(raw, reading) {
    const { from, until } = ends.read(raw, reading);
    return checked({ from, until }, raw, reading);
  },
};

export const windows: Form<readonly Window[]> = {
  ...listOf(window),
  read: (raw, reading) => disjoint(listOf(window).read(raw, reading), raw, reading),
};

/** The fields of everything that is in force for a time. */
export const validity: {
  readonly from: Field<number | undefined>;
  readonly until: Field<number | undefined>;
  readonly renewed: Field<readonly Window[]>;
} = {
  from: optional(date, "In force from this date"),
  until: optional(date, "No longer in force from this date"),
  renewed: otherwiseValue(listOf(window), [], "never", "Further times in force, each `{from, until}`"),
};

/** When it is in force: disjoint windows, ascending. */
export function validWindows(
  values: {
    readonly from: number | undefined;
    readonly until: number | undefined;
    readonly renewed: readonly Window[];
  },
  raw: Raw,
  reading: Reading,
): readonly Window[] {
  return disjoint([checked(values, raw, reading), ...values.renewed], raw, reading);
}

function checked(
  ends: { readonly from: number | undefined; readonly until: number | undefined },
  raw: Raw,
  reading: Reading,
): Window {
  const { from = always.from, until = always.until } = ends;
  if (from >= until)
    reading.error(
      "window-empty",
      raw.kind === "map" ? (raw.entries.get("until")?.value.span ?? raw.span) : raw.span,
    );
  return { from, until };
}

function disjoint(found: readonly Window[], raw: Raw, reading: Reading): readonly Window[] {
  const ordered = [...found].sort((a, b) => a.from - b.from || a.until - b.until);
  const overlaps = ordered.some((one, i) => one.from < (ordered[i - 1]?.until ?? Number.NEGATIVE_INFINITY));
  if (overlaps)
    reading.error(
      "windows-overlap",
      raw.kind === "map" ? (raw.entries.get("renewed")?.value.span ?? raw.span) : raw.span,
    );
  return ordered;
}
