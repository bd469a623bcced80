import type { Plain, PlainRecord } from "../plain.ts";
import { isRecord } from "../plain.ts";

/** Widest element that is written on one line. */
const widest = 150;

/** A value in the flow style of YAML, which is JSON without needless quotes. With `strict` it is JSON. */
export function flowYaml(value: Plain, strict = false): string {
  if (Array.isArray(value))
    return `[${(value as readonly Plain[]).map((item) => flowYaml(item, strict)).join(", ")}]`;
  if (isRecord(value)) {
    const fields = Object.entries(value).map(
      ([name, inner]) => `${wordYaml(name, strict)}: ${flowYaml(inner, strict)}`,
    );
    return `{${fields.join(", ")}}`;
  }
  return typeof value === "string" ? wordYaml(value, strict) : String(value);
}

/** An element as lines of a block map within a collection. */
export function elementYaml(id: string, fields: PlainRecord): string {
  const line = `  ${wordYaml(id)}: ${flowYaml(fields)}`;
  if (line.length <= widest) return `${line}\n`;
  const lines = Object.entries(fields).map(([name, value]) => `    ${wordYaml(name)}: ${flowYaml(value)}\n`);
  return `  ${wordYaml(id)}:\n${lines.join("")}`;
}

/** A text plain where YAML surely reads it as the same text, else in double quotes. */
export function wordYaml(text: string, strict = false): string {
  const isSafe = /^[\p{L}](?:[\p{L}\p{N} _()/.・、。（）-]*[\p{L}\p{N}_)。）])?$/u.test(text);
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return !strict && isSafe && !isWord ? text : JSON.stringify(text);
}
