const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical JSON text of a value, after RFC 8785: no white space, keys of objects sorted by UTF-16 code units, numbers
 * in ECMAScript's shortest form with -0 as 0, strings escaped as `JSON.stringify` does. Equal values give equal texts
 * whatever the order in which their keys were set. Throws `TypeError` on what JSON cannot hold without loss: `NaN`, infinite
 * numbers, `undefined`, functions, symbols, bigints, holes, lone surrogates, cycles, and objects other than plain ones and arrays.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [], "$");
}

function write(value: unknown, ancestors: readonly object[], path: string): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (Number.isFinite(value)) return String(value);
    throw new TypeError(`canonical JSON holds finite numbers only, got ${value} at ${path}`);
  }
  if (typeof value === "string") return writeText(value, path);
  if (typeof value !== "object") {
    throw new TypeError(`canonical JSON cannot hold a value of type ${typeof value}, got one at ${path}`);
  }
  if (ancestors.includes(value))
    throw new TypeError(`canonical JSON cannot hold a cycle, got one at ${path}`);
  const inside = [...ancestors, value];
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown, index) => write(item, inside, `${path}[${index}]`));
    return `[${items.join(",")}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`canonical JSON holds plain objects and arrays only, got another object at ${path}`);
  }
  // The default order of `toSorted` is the one RFC 8785 asks for: by UTF-16 code units.
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${writeText(key, path)}:${write(item, inside, `${path}.${key}`)}`);
  return `{${members.join(",")}}`;
}

function writeText(text: string, path: string): string {
  if (!LONE_SURROGATE.test(text)) return JSON.stringify(text);
  throw new TypeError(`canonical JSON cannot hold a lone surrogate, got one at ${path}`);
}
