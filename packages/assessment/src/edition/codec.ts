import { engineVersion } from "../run/plan-jobs.ts";
import { type Edition, EditionError, editionFormat } from "./edition.ts";

/** The one field that marks an encoded value which JSON has no form for. An object that has a field of this name is encoded too. */
const mark = "$";

const arrays = { f64: Float64Array, i32: Int32Array, u8: Uint8Array } as const;
type ArrayName = keyof typeof arrays;

/** An edition as the text of `edition.json`. The same edition gives the same text. */
export function encodeEdition(edition: Edition): string {
  return JSON.stringify(encodeValue(edition));
}

/**
 * The edition of a text made by {@link encodeEdition}. Throws `EditionError` `not-json`, `wrong-format`, `incomplete`, or `wrong-engine` where the results were made by other
 * rules of a run than those of this page.
 */
export function decodeEdition(text: string): Edition {
  const plain = parseJson(text);
  const found = typeof plain === "object" && plain !== null ? (plain as Record<string, unknown>) : {};
  if (found["format"] !== editionFormat)
    throw new EditionError("wrong-format", { found: String(found["format"]), expected: editionFormat });
  if (found["engineVersion"] !== engineVersion)
    throw new EditionError("wrong-engine", {
      found: String(found["engineVersion"]),
      expected: engineVersion,
    });
  for (const field of ["files", "diagnostics", "plan", "generatedFrom"])
    if (typeof found[field] !== "object" || found[field] === null)
      throw new EditionError("incomplete", { field });
  const value = decodeValue(plain) as Record<string, unknown>;
  return { ...value, study: value["study"], assessment: value["assessment"] } as unknown as Edition;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EditionError("not-json");
  }
}

/** Plain JSON for a value of objects, arrays, maps, sets, typed arrays and any numbers. Fields that are `undefined` are left out. */
export function encodeValue(value: unknown): unknown {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { [mark]: Object.is(value, -0) ? "-0" : String(value) };
  if (value === undefined) return { [mark]: "undefined" };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(encodeValue);
  if (value instanceof Map)
    return { [mark]: "map", of: [...value].map(([key, one]) => [encodeValue(key), encodeValue(one)]) };
  if (value instanceof Set) return { [mark]: "set", of: [...value].map(encodeValue) };
  for (const [name, type] of Object.entries(arrays))
    if (value instanceof type) return { [mark]: name, of: Array.from<number>(value).map(encodeValue) };
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const encoded = fields.map(([name, field]) => [name, encodeValue(field)] as const);
  return Object.hasOwn(value, mark) ? { [mark]: "object", of: encoded } : Object.fromEntries(encoded);
}

/**
 * The value that {@link encodeValue} made plain. Changes the objects and arrays it is given, which are fresh from `JSON.parse`: an edition has a hundred thousand of them. Throws `EditionError` `incomplete` for a mark it does not
 * know.
 */
export function decodeValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item === "object" && item !== null) value[index] = decodeValue(item);
    }
    return value;
  }
  if (Object.hasOwn(value, mark)) return decodeMarked(value as { readonly [mark]: unknown; of?: unknown });
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (typeof field !== "object" || field === null) continue;
    const decoded = decodeValue(field);
    if (decoded === field) continue;
    Object.defineProperty(fields, name, {
      value: decoded,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return fields;
}

function decodeMarked(value: { readonly [mark]: unknown; readonly of?: unknown }): unknown {
  const name = value[mark];
  const of = Array.isArray(value.of) ? value.of : [];
  switch (name) {
    case "map":
      return new Map(of.map(([key, one]: [unknown, unknown]) => [decodeValue(key), decodeValue(one)]));
    case "set":
      return new Set(of.map(decodeValue));
    case "object":
      return Object.fromEntries(of.map(([key, one]: [string, unknown]) => [key, decodeValue(one)]));
    case "f64":
    case "i32":
    case "u8":
      return arrays[name satisfies ArrayName].from(of.map((one) => Number(decodeValue(one))));
    case "undefined":
      return undefined;
    case "NaN":
    case "Infinity":
    case "-Infinity":
    case "-0":
      return Number(name);
    default:
      throw new EditionError("incomplete", { field: String(name) });
  }
}
