import { exp, expm1 } from "@shikumi/core/math";
import { never } from "./ticks.ts";

/** Code of each way in which value decays after the standard, for tables. */
export const decayCodes = { none: 0, step: 1, linear: 2, exponential: 3 } as const;
/** Code of a kind of decay. */
export type DecayCode = (typeof decayCodes)[keyof typeof decayCodes];

const LN_2 = Math.LN2;

/**
 * What is left of a task's value x ticks after its reference (K49): 1 up to the standard s, then as `kind` says, 0 from expiry E
 * on. All in ticks; a standard or expiry of `never` is infinite; a standard after expiry does nothing; `halfLife` counts from
 * the standard.
 */
export function decayAt(kind: number, x: number, s: number, E: number, halfLife: number): number {
  if (E < never && x >= E) return 0;
  if (s >= never || x <= s) return 1;
  switch (kind) {
    case decayCodes.none:
      return 1;
    case decayCodes.step:
      return 0;
    case decayCodes.linear:
      return E < never ? (E - x) / (E - s) : 1;
    default:
      return exp(-(LN_2 * (x - s)) / halfLife);
  }
}

/** The integral of {@link decayAt} from 0 to x ≥ 0, in ticks, in closed form (N4). */
export function decayIntegral(kind: number, x: number, s: number, E: number, halfLife: number): number {
  const end = E < never && x > E ? E : x;
  if (s >= never || end <= s) return end;
  switch (kind) {
    case decayCodes.none:
      return end;
    case decayCodes.step:
      return s;
    case decayCodes.linear:
      return E < never ? s + ((end - s) * (1 + (E - end) / (E - s))) / 2 : end;
    default:
      return s - (halfLife / LN_2) * expm1(-(LN_2 * (end - s)) / halfLife);
  }
}
