import type { Outputs } from "../../src/outputs.ts";
import type { TraceEntry } from "../../src/trace.ts";
import type { Record } from "./engine.ts";

/** Where two runs first differ, in words for whoever looks into it; `undefined` if they are equal bit for bit. */
export function firstDifference(a: Record, b: Record): string | undefined {
  return traceDifference(a.trace, b.trace) ?? outputDifference(a.outputs, b.outputs) ?? endDifference(a, b);
}

function traceDifference(a: readonly TraceEntry[], b: readonly TraceEntry[]): string | undefined {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a[i] !== undefined && b[i] !== undefined && isSameEntry(a[i] as TraceEntry, b[i] as TraceEntry))
      continue;
    const before = a.slice(Math.max(0, i - 8), i).map((entry) => `    ${entryText(entry)}`);
    return ["trace, after:", ...before, `  a: ${entryText(a[i])}`, `  b: ${entryText(b[i])}`].join("\n");
  }
  return undefined;
}

function isSameEntry(a: TraceEntry, b: TraceEntry): boolean {
  return (Object.keys(a) as (keyof TraceEntry)[]).every((field) => Object.is(a[field], b[field]));
}

function entryText(entry: TraceEntry | undefined): string {
  if (entry === undefined) return "(end)";
  const { tick, what, incident, task, organisation, subject, cause, amount, ticks } = entry;
  return `${tick} ${what} ${incident.slice(0, 6)} ${task} ${organisation} ${subject} ${cause} ${amount} ${ticks}`;
}

function outputDifference(a: Outputs, b: Outputs): string | undefined {
  for (const field of Object.keys(a.layout) as (keyof Outputs["layout"])[]) {
    const [x, y] = [[...a.layout[field]].join(), [...b.layout[field]].join()];
    if (x !== y) return `layout ${field}\n  a: ${x}\n  b: ${y}`;
  }
  for (const name of Object.keys(a) as (keyof Outputs)[]) {
    if (name === "layout") continue;
    const difference = columnDifference(a[name], b[name]);
    if (difference !== undefined) return `column ${name}${difference}`;
  }
  return undefined;
}

function columnDifference(a: ArrayLike<number>, b: ArrayLike<number>): string | undefined {
  if (a.length !== b.length) return ` has ${a.length} and ${b.length} rows`;
  const at = Array.from({ length: a.length }, (_, i) => i).find((i) => !Object.is(a[i], b[i]));
  return at === undefined ? undefined : `[${at}]: ${a[at]} and ${b[at]}`;
}

function endDifference(a: Record, b: Record): string | undefined {
  const [x, y] = [JSON.stringify(a.status), JSON.stringify(b.status)];
  if (x !== y) return `status: ${x} and ${y}`;
  const [m, n] = [imposedText(a), imposedText(b)];
  return m === n ? undefined : `imposed\n  a: ${m}\n  b: ${n}`;
}

function imposedText({ imposed }: Record): string {
  const trust = imposed.trust.map(({ ticks, values }) => [Array.from(ticks), Array.from(values)]);
  return JSON.stringify([imposed.happened.map((lanes) => Array.from(lanes)), trust]);
}
