import { AnalysisError } from "../frame/index.ts";
import type { NoisyDifference } from "./switching-value.ts";

/** What becomes of the best option at one level of an assumption. */
export interface LevelAnswer {
  readonly level: number;
  /** `undecided`: noise hides the sign, or there is no finite difference. `switches` holds also where the difference is exactly 0. */
  readonly kind: "stays" | "switches" | "undecided";
}

/**
 * The levels of a category at which the best option stops being best. `f` gives the outcome of the best option less its rival's under common random numbers, `at` is the level now. Every
 * other level is looked at, in order. If the difference at the base is 0, hidden by noise or not finite, every level is `undecided`. Throws `AnalysisError` `bad-argument` for a level that
 * does not exist.
 */
export function switchingLevels(
  f: (level: number) => number | NoisyDifference,
  levels: number,
  at: number,
): readonly LevelAnswer[] {
  if (!(Number.isSafeInteger(levels) && Number.isSafeInteger(at) && at >= 0 && at < levels)) {
    throw new AnalysisError("bad-argument", `level ${at} of ${levels} levels`);
  }
  const base = signAt(f, at);
  const others = Array.from({ length: levels }, (_, level) => level).filter((level) => level !== at);
  return others.map((level) => {
    const sign = base === 0 || base === undefined ? undefined : signAt(f, level);
    if (sign === undefined) return { level, kind: "undecided" };
    return { level, kind: sign === base ? "stays" : "switches" };
  });
}

/** 0 for a difference of exactly 0; undefined where noise hides the sign or there is none. */
function signAt(f: (level: number) => number | NoisyDifference, level: number): number | undefined {
  const answer = f(level);
  const { mean, halfWidth } = typeof answer === "number" ? { mean: answer, halfWidth: 0 } : answer;
  if (!(Number.isFinite(mean) && halfWidth >= 0)) return undefined;
  return halfWidth > 0 && Math.abs(mean) <= halfWidth ? undefined : Math.sign(mean);
}
