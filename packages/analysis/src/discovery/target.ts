import { AnalysisError } from "../frame/index.ts";

/**
 * What makes one box better than another. `f` (the default): F_β, the weighted harmonic mean of coverage and density, (1 + β²) c d / (c + β² d), β = 1 unless stated,
 * larger β favours
 * coverage; `density`: most coverage among boxes of at least this density; `coverage`: most density among boxes of at least this coverage.
 */
export type Target =
  | { readonly kind: "f"; readonly beta?: number | undefined }
  | { readonly kind: "density"; readonly atLeast: number }
  | { readonly kind: "coverage"; readonly atLeast: number };

/** A score of a box with `hits` of interest among `weight` in it and `interest` in all; more is better. −2 for an empty box. */
export type Score = (hits: number, weight: number, interest: number) => number;

/** The score a target stands for. Boxes that miss a stated share score below 0, those that meet it above 1. */
export function scoreOf(target: Target): Score {
  if (target.kind === "f") {
    const { beta = 1 } = target;
    if (!(beta > 0 && beta < Number.POSITIVE_INFINITY)) {
      throw new AnalysisError("bad-argument", `beta must be positive, got ${beta}`);
    }
    const square = beta * beta;
    return (hits, weight, interest) =>
      weight > 0 ? ((1 + square) * hits) / (square * interest + weight) : -2;
  }
  const { atLeast } = target;
  if (!(atLeast > 0 && atLeast <= 1)) {
    throw new AnalysisError("bad-argument", `a share to reach must lie in (0, 1], got ${atLeast}`);
  }
  return target.kind === "density"
    ? (hits, weight, interest) =>
        weight > 0 ? (hits >= atLeast * weight ? 1 + hits / interest : hits / weight - 1) : -2
    : (hits, weight, interest) =>
        weight > 0 ? (hits >= atLeast * interest ? 1 + hits / weight : hits / interest - 1) : -2;
}
