import { type Raw, scalarAt } from "../tree/raw.ts";
import type { Form } from "./form.ts";
import type { Reading } from "./reading.ts";

/** One field of a record: its form, whether it may be absent, and what it means. */
export interface Field<T> {
  readonly form: Form<unknown>;
  readonly presence: "required" | "optional" | "default";
  /** What holds when the field is absent, as a person would write it. */
  readonly shownDefault: string | undefined;
  /** Meaning in English, one sentence without a full stop. */
  readonly about: string;
  readonly blank: T;
  /** `raw` is `undefined` where the field is absent. */
  read(raw: Raw | undefined, reading: Reading): T;
}

/** Fields of a record by the name the author writes. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A field that must be written. Its absence is reported by the record. */
export function required<T>(form: Form<T>, about: string): Field<T> {
  return {
    form,
    presence: "required",
    shownDefault: undefined,
    about,
    blank: form.blank,
    read: (raw, reading) => (raw === undefined ? form.blank : form.read(raw, reading)),
  };
}

export function optional<T>(form: Form<T>, about: string): Field<T | undefined> {
  return {
    form,
    presence: "optional",
    shownDefault: undefined,
    about,
    blank: undefined,
    read: (raw, reading) => (raw === undefined ? undefined : form.read(raw, reading)),
  };
}

/** A field whose default is read from `shown`, as if the author had written it, but without provenance. */
export function otherwise<T>(form: Form<T>, shown: string, about: string): Field<T> {
  const absent = new WeakMap<object, T>();
  return {
    form,
    presence: "default",
    shownDefault: shown,
    about,
    blank: form.blank,
    read(raw, reading) {
      if (raw !== undefined) return form.read(raw, reading);
      const known = absent.get(reading.world);
      if (known !== undefined) return known;
      const value = form.read(scalarAt(shown, { file: "", start: 0, end: 0 }), reading.asDefault());
      absent.set(reading.world, value);
      return value;
    },
  };
}

/** A field with a default that is not written the way the form reads, such as "any" or an empty list. */
export function otherwiseValue<T>(form: Form<T>, value: NoInfer<T>, shown: string, about: string): Field<T> {
  return {
    form,
    presence: "default",
    shownDefault: shown,
    about,
    blank: value,
    read: (raw, reading) => (raw === undefined ? value : form.read(raw, reading)),
  };
}
