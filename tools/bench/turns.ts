import { performance } from "node:perf_hooks";
import process from "node:process";
import { median } from "./bench.ts";

/** Seconds of one thing over rounds in which several things take turns. */
export interface Turns {
  readonly median: number;
  /** The quickest round: what the thing takes when the rest of the machine is quiet. */
  readonly best: number;
  /** Median of processor seconds of this process, all threads together. */
  readonly processor: number;
}

/** Measures things in turns, so that whatever else the machine does falls on all alike. One round to warm up is not counted. */
export async function inTurns(calls: readonly (() => unknown)[], rounds: number): Promise<readonly Turns[]> {
  const wall: number[][] = calls.map(() => []);
  const processor: number[][] = calls.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [at, call] of calls.entries()) {
      const used = process.cpuUsage();
      const start = performance.now();
      await call();
      const taken = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(used);
      if (round < 0) continue;
      wall[at]?.push(taken);
      processor[at]?.push((user + system) / 1e6);
    }
  }
  return calls.map((_, at) => ({
    median: median(wall[at] ?? []),
    best: Math.min(...(wall[at] ?? [])),
    processor: median(processor[at] ?? []),
  }));
}
