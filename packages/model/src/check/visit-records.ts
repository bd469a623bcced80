/** A record of unknown fields, as met anywhere inside an element. */
export type AnyRecord = Readonly<Record<string, unknown>>;

/** Calls `visit` for every record inside a value, through lists, maps and records, outer ones first. */
export function visitRecords(value: unknown, visit: (record: AnyRecord) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) visitRecords(item, visit);
  } else if (value instanceof Map) {
    for (const item of value.values()) visitRecords(item, visit);
  } else {
    const record = value as AnyRecord;
    visit(record);
    for (const item of Object.values(record)) visitRecords(item, visit);
  }
}
