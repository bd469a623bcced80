import { exp, expm1 } from "@shikumi/core/math";
import * as decay from "../codes/decay.ts";
import type { f64, i32 } from "../engine/primitive.ts";
import { never } from "./ticks.ts";

const LN_2: f64 = Math.LN2;

/**
 * What is left of a task's value x ticks after its reference (K49): 1 up to the standard s, then as `kind` says, 0 from expiry E
 * on. All in ticks; a standard or expiry of `never` is infinite; a standard after expiry does nothing; `halfLife` counts from
 * the standard.
 */
export function decayAt(kind: i32, x: f64, s: f64, E: f64, halfLife: f64): f64 {
  if (E < never && x >= E) return 0;
  if (s >= never || x <= s) return 1;
  switch (kind) {
    case decay.none:
      return 1;
    case decay.step:
      return 0;
    case decay.linear:
      return E < never ? (E - x) / (E - s) : 1;
    default:
      return exp(-(LN_2 * (x - s)) / halfLife);
  }
}

/** The integral of {@link decayAt} from 0 to x ≥ 0, in ticks, in closed form (N4). */
export function decayIntegral(kind: i32, x: f64, s: f64, E: f64, halfLife: f64): f64 {
  const end = E < never && x > E ? E : x;
  if (s >= never || end <= s) return end;
  switch (kind) {
    case decay.none:
      return end;
    case decay.step:
      return s;
    case decay.linear:
      return E < never ? s + ((end - s) * (1 + (E - end) / (E - s))) / 2 : end;
    default:
      return s - (halfLife / LN_2) * expm1(-(LN_2 * (end - s)) / halfLife);
  }
}
