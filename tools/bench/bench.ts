import { performance } from "node:perf_hooks";

/** What a bench found. Names of figures say their units; figures named `ratio …` compare two things of the same run. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, number | string>>;
  /** What must not be; any makes the bench fail. */
  readonly problems: readonly string[];
}

export interface Bench {
  readonly name: string;
  readonly about: string;
  /** `scale` multiplies how much is done. */
  run(scale: number): Promise<BenchResult>;
}

/** Seconds one call takes. */
export async function secondsOf(call: () => unknown): Promise<number> {
  const start = performance.now();
  await call();
  return (performance.now() - start) / 1000;
}

/**
 * Medians of the seconds of several things, measured in turns so that whatever else the machine does falls on all of them alike. One round to warm up is not
 * counted.
 */
export async function interleaved(
  calls: readonly (() => unknown)[],
  rounds: number,
): Promise<readonly number[]> {
  const seconds: number[][] = calls.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, call] of calls.entries()) {
      const taken = await secondsOf(call);
      if (round >= 0) seconds[index]?.push(taken);
    }
  }
  return seconds.map(median);
}

/** The middle of some numbers; the mean of the two middle ones; `NaN` of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
