import { suggest } from "@shikumi/core/diagnostic";
import { emptyMap, type Raw, type RawMap } from "../tree/raw.ts";
import type { Field, Fields } from "./field.ts";
import { type Definitions, type Form, type JsonSchema, wrongForm } from "./form.ts";
import { provenanceAbout, provenanceFields, readingInside } from "./provenance.ts";
import type { Reading } from "./reading.ts";

/** What the fields of a record read as, by the same names. */
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A form that also shows its fields, for the schema, the reference and the explanation of an element. */
export interface RecordForm<T> extends Form<T> {
  readonly fields: Fields;
}

/** A map with known fields. Every record may also say where its numbers come from. */
export function record<F extends Fields>(fields: F): RecordForm<Values<F>> {
  const names = Object.keys(fields);
  const known = [...new Set([...names, ...provenanceFields])];
  const blank = Object.fromEntries(names.map((name) => [name, fields[name]?.blank])) as Values<F>;
  return {
    fields,
    blank,
    words: "record",
    schema: (definitions) => recordSchema(fields, definitions),
    read(raw, reading) {
      const map = asRecord(raw);
      if (map === undefined) {
        wrongForm(raw, reading, "record");
        return blank;
      }
      reportUnknownFields(map, known, reading);
      const inside = readingInside(map, reading);
      return Object.fromEntries(
        names.map((name) => [name, readField(fields, name, map, inside)]),
      ) as Values<F>;
    },
  };
}

/** A map, or nothing at all where every field may be absent. */
export function asRecord(raw: Raw): RawMap | undefined {
  if (raw.kind === "map") return raw;
  return raw.kind === "scalar" && raw.value === null ? emptyMap(raw.span) : undefined;
}

export function reportUnknownFields(map: RawMap, known: readonly string[], reading: Reading): void {
  for (const [name, { key }] of map.entries) {
    if (known.includes(name)) continue;
    reading.error("unknown-field", key, { field: name, suggestions: suggest(name, known).join(", ") });
  }
}

function readField(fields: Fields, name: string, map: RawMap, reading: Reading): unknown {
  const field = fields[name];
  const entry = map.entries.get(name);
  if (field === undefined) return undefined;
  if (entry === undefined && field.presence === "required") {
    reading.error("missing-field", map.span, { field: name, element: reading.path.join(".") });
    return field.blank;
  }
  return field.read(entry?.value, entry === undefined ? reading : reading.at(name));
}

function recordSchema(fields: Fields, definitions: Definitions): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, field] of Object.entries(fields)) {
    const description =
      field.shownDefault === undefined ? field.about : `${field.about} (default: ${field.shownDefault})`;
    properties[name] = { description, ...field.form.schema(definitions) };
  }
  for (const name of provenanceFields) {
    properties[name] ??= { description: provenanceAbout[name], ...provenanceSchema(name) };
  }
  const needed = Object.keys(fields).filter((name) => fields[name]?.presence === "required");
  return {
    type: "object",
    properties,
    ...(needed.length > 0 ? { required: needed } : {}),
    additionalProperties: false,
  };
}

/** Schema of a field every record accepts. */
export function provenanceSchema(name: string): JsonSchema {
  if (name === "assumption") return { type: "boolean" };
  if (name === "as-of") return { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$" };
  if (name === "flag") return { const: "check" };
  if (name === "grade")
    return {
      anyOf: [
        { type: "integer", minimum: 1, maximum: 6 },
        { type: "string", pattern: "^[A-F]?[1-6]$" },
      ],
    };
  return name === "note" ? { type: ["string", "object"] } : { type: "string" };
}
