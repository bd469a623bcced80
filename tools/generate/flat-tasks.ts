import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** What stands in for the primitives where they are written out: V8 does not inline so many small functions into one large one. */
const written: Readonly<Record<string, (...args: string[]) => string>> = {
  getInt: (address) => `(ints[(${address}) >> 2] as number)`,
  setInt: (address, value) => `ints[(${address}) >> 2] = ${value}`,
  getReal: (address) => `(reals[(${address}) >> 3] as number)`,
  setReal: (address, value) => `reals[(${address}) >> 3] = ${value}`,
  getKey: (address) => `(reals[(${address}) >> 3] as number)`,
  setKey: (address, value) => `reals[(${address}) >> 3] = ${value}`,
  keyOf: (tick, payload) => `((${tick}) * 4194304 + (${payload}))`,
  lastKey: () => "9007199254740991",
  tickOfKey: (key) => `(((${key}) * 2.384185791015625e-7) | 0)`,
  payloadOfKey: (key) => `(((${key}) - (((${key}) * 2.384185791015625e-7) | 0) * 4194304) | 0)`,
  leastKey: (a, b) => `((${b}) < (${a}) ? (${b}) : (${a}))`,
  toReal: (value) => `(${value})`,
  unsignedToReal: (value) => `((${value}) >>> 0)`,
  toInt: (value) => `((${value}) | 0)`,
  times: (a, b) => `Math.imul(${a}, ${b})`,
  plus: (a, b) => `(((${a}) + (${b})) | 0)`,
  shiftRight: (value, by) => `((${value}) >>> (${by}))`,
};

/** The task layer with its primitives written out, for JavaScript: made from the same sources as the other two. */
export function flatTaskLayer(): string {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const addresses = new Map(
    [...read("packages/kernel/src/task-layer/address.ts").matchAll(/export const (\w+): i32 = (\d+);/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
  const body = [
    "packages/core/src/random/scramble.ts",
    "packages/core/src/random/lanes.ts",
    "packages/kernel/src/task-layer/variate.ts",
    "packages/kernel/src/task-layer/winner-tree.ts",
    "packages/kernel/src/task-layer/run-tasks.ts",
  ]
    .map(read)
    .join("\n")
    .replaceAll(/^import [^;]*;\n/gm, "")
    .replaceAll(/\/\*\*[\s\S]*?\*\/\n/g, "")
    .replaceAll(/^\s*\/\/.*\n/gm, "")
    .replaceAll(/\bexport /g, "")
    .replaceAll(/\baddress\.(\w+)/g, (_, name: string) => addresses.get(name) ?? name)
    .replaceAll(/: (?:i32|f64|Key)\b/g, ": number")
    .replace(/function reserve[\s\S]*?\n}\n/, "")
    .replace(/function uniformOf[\s\S]*?\n}\n/, "")
    .replace(/function childLow[\s\S]*?\n}\n/, "");
  return `// Made from the sources of the task layer by \`npm run fix\`; edit those, not this file.

/** The task layer over one memory, with the primitives written out. \`runTasks\` is the run. */
export function flatTaskLayer(
  buffer: ArrayBuffer,
  exp: (x: number) => number,
  log1p: (x: number) => number,
  normalQuantile: (p: number) => number,
): { readonly runTasks: () => void } {
const ints = new Int32Array(buffer);
const reals = new Float64Array(buffer);
${writeOut(tidy(body))}
return { runTasks };
}
`;
}

/** Without constants that only the left-out functions used. */
function tidy(body: string): string {
  return body
    .replaceAll(/^const (?:DRAW_\d|TWO_20|TWO_MINUS_52): number = [^;]*;\n/gm, "")
    .replace("  low = l;\n", "")
    .replace(/^let low: number = 0;\n/m, "");
}

/** Every call of a primitive as what stands in for it, innermost first. */
function writeOut(text: string): string {
  const names = Object.keys(written).join("|");
  const call = new RegExp(`(?<![\\w.])(${names})\\(`);
  let rest = text;
  let done = "";
  for (;;) {
    const match = call.exec(rest);
    if (match === null) return done + rest;
    const open = match.index + match[0].length - 1;
    const close = closing(rest, open);
    const name = match[1] as string;
    const args = split(rest.slice(open + 1, close)).map(writeOut);
    done += rest.slice(0, match.index) + (written[name]?.(...args) ?? "");
    rest = rest.slice(close + 1);
  }
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  throw new Error(`no end of "${text.slice(open, open + 40)}"`);
}

function split(args: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < args.length; at++) {
    const character = args[at] as string;
    if ("([".includes(character)) depth += 1;
    else if (")]".includes(character)) depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(args.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = args.slice(from).trim();
  return last === "" ? parts : [...parts, last];
}
