/** Data as YAML and JSON write it. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainRecord;

export interface PlainRecord {
  readonly [field: string]: Plain;
}

export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a word or number; `undefined` for anything else and for blanks. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string" || value.trim() === "") return undefined;
  return value.trim();
}

/** A word as the core schema of YAML 1.2 reads it: decimal numbers and booleans, else the text. */
export function plainScalar(text: string): string | number | boolean {
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return text.toLowerCase() === "true";
  const isNumber = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text);
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Without fields that are blank: `undefined`, `null`, empty texts, lists and records. */
export function compact(fields: { readonly [field: string]: Plain | undefined }): PlainRecord {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !isBlank(value)),
  ) as PlainRecord;
}

function isBlank(value: Plain): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** A record as fields with dotted names: `{title: {ja: x}}` is `title.ja`. Lists stay. */
export function flatten(record: PlainRecord, prefix = ""): ReadonlyMap<string, Exclude<Plain, PlainRecord>> {
  const flat = new Map<string, Exclude<Plain, PlainRecord>>();
  for (const [name, value] of Object.entries(record)) {
    if (isRecord(value))
      for (const [path, inner] of flatten(value, `${prefix}${name}.`)) flat.set(path, inner);
    else flat.set(`${prefix}${name}`, value);
  }
  return flat;
}

/** The record that {@link flatten} took apart. A field that is both a value and a record keeps the record. */
export function unflatten(flat: Iterable<readonly [string, Plain]>): PlainRecord {
  const root: Record<string, Plain> = {};
  for (const [path, value] of flat) {
    const parts = path.split(".").filter((part) => part !== "" && part !== "__proto__");
    let at = root;
    for (const part of parts.slice(0, -1)) {
      const child = at[part];
      const next: Record<string, Plain> = isRecord(child) ? (child as Record<string, Plain>) : {};
      at[part] = next;
      at = next;
    }
    const last = parts.at(-1);
    if (last !== undefined && !isRecord(at[last])) at[last] = value;
  }
  return root;
}
