import { sampleFuture } from "../../src/number/future.ts";
import { hoursOf } from "../../src/number/ticks.ts";
import type { Outputs } from "../../src/outputs.ts";
import type { Mode, RunSpec } from "../../src/run-spec.ts";
import type { TraceKind } from "../../src/trace.ts";
import type { Engine, Record } from "../differential/engine.ts";
import { miniStudy } from "./mini-study.ts";

export interface MiniOptions extends Partial<RunSpec> {
  readonly charter?: string;
  readonly packageId?: string;
  readonly mode?: Mode;
  readonly future?: number;
}

/** Runs a mini study: by default its baseline, in force, in the first future and replication. */
export function runMini(engine: Engine, text: string, options: MiniOptions = {}): Record {
  const { charter = "", packageId = "baseline", mode = "in-force", future = 0, ...spec } = options;
  const study = miniStudy(text, charter);
  return engine.run(study, packageId, mode, sampleFuture(study, future), { replication: 0, ...spec });
}

/**
 * A study with one incident `fire` at `here`, 24 h after the start, that calls for the mission `fight` with the tasks given in
 * flow style, one per line.
 */
export function fire(tasks: Readonly<{ readonly [id: string]: string }>, more = "", incident = ""): string {
  const lines = Object.entries(tasks).map(([id, task]) => `      ${id}: {activity: fight, ${task}}`);
  return `
incidents:
  fire: {at: here, dates: [2012-04-02], calls: fight, assumption: true${incident}}
missions:
  fight:
    domain: D
    assumption: true
    tasks:
${lines.join("\n")}
${more}`;
}

/** What happened, one line per entry of the kinds asked for: hours since the onset of `fire`, kind, task, who, what, how much. */
export function story({ trace }: Record, ...kinds: readonly TraceKind[]): readonly string[] {
  return trace
    .filter((entry) => kinds.length === 0 || kinds.includes(entry.what))
    .map((entry) => {
      const { what, task, organisation, subject, cause, amount, ticks } = entry;
      const words = [hoursOf(entry.tick) - 24, what, task.split(".")[1], organisation, subject, cause];
      const numbers = [amount === 0 ? "" : amount, ticks === 0 ? "" : `(${ticks})`];
      return [...words, ...numbers].filter((word) => word !== "" && word !== undefined).join(" ");
    });
}

/** A column by the names of its rows. */
export function column(
  outputs: Outputs,
  name: "delivered" | "demanded" | "instances" | "fulfilled" | "standardMet" | "effective",
): {
  readonly [task: string]: number;
} {
  return Object.fromEntries(outputs.layout.tasks.map((task, i) => [task, outputs[name][i] as number]));
}
