import type { Raw } from "../tree/raw.ts";
import type { Fields } from "./field.ts";
import type { Reading } from "./reading.ts";

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Definitions shared by the schema of a study, by name; forms add theirs when they are used. */
export type Definitions = Map<string, JsonSchema>;

/**
 * One way of writing a value. The same form reads it, describes it to editors and to people, so the three cannot disagree.
 */
export interface Form<T> {
  /** Reports what is wrong; then the result is `blank` and the study as a whole is refused. */
  read(raw: Raw, reading: Reading): T;
  /** Stands in for a value that could not be read. Never part of a study. */
  readonly blank: T;
  schema(definitions: Definitions): JsonSchema;
  /** What a person writes, for the language reference. */
  readonly words: string;
  /** Of the record it reads, if it reads one: for the language reference. */
  readonly fields?: Fields;
}

/** A form whose result is made from another form's. */
export function mapped<A, B>(
  form: Form<A>,
  make: (value: A, raw: Raw, reading: Reading) => B,
  blank: B,
): Form<B> {
  return { ...form, blank, read: (raw, reading) => make(form.read(raw, reading), raw, reading) };
}

/** A form that is described once in the schema and referred to by name. */
export function named<T>(name: string, form: Form<T>): Form<T> {
  return {
    ...form,
    schema(definitions) {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, form.schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}

/** Reports a value of another form than expected. `expected` is a word of the message catalogue. */
export function wrongForm(raw: Raw, reading: Reading, expected: string): void {
  const isEmpty = raw.kind === "scalar" && raw.value === null;
  reading.error("wrong-form", raw.span, { expected, found: isEmpty ? "nothing" : raw.kind });
}

/** Words of a scalar; `true` and `false` read as `yes` and `no`. `undefined` for anything else and for an empty value. */
export function wordOf(raw: Raw): string | undefined {
  if (raw.kind !== "scalar" || raw.value === null) return undefined;
  if (typeof raw.value === "boolean") return raw.value ? "yes" : "no";
  const text = raw.text.trim();
  return text === "" ? undefined : text;
}
