import { type Design, designOf, type Factor, type Outcome, outcomeOf } from "@shikumi/analysis/frame";

/** A counter-based 32-bit hash that gives the same bits in any language: the finaliser of lowbias32 over counter and seed. */
export function hash32(counter: number, seed: number): number {
  let x = (counter ^ Math.imul(seed, 0x9e3779b9)) >>> 0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  return x >>> 0;
}

/** Limits of the planted box: x0 ≥ 0.30, x1 ≤ 0.60, 0.25 ≤ x2 ≤ 0.75, x3 ≥ 0.40; its volume is 0.126. */
export const plantedLimits: readonly (readonly [factor: number, low: number, high: number])[] = [
  [0, 0.3, 1],
  [1, 0, 0.6],
  [2, 0.25, 0.75],
  [3, 0.4, 1],
];

export interface Planted {
  readonly design: Design;
  readonly outcome: Outcome;
  readonly inside: Uint8Array;
}

/**
 * `rows` × `width` uniforms of [0, 1); of interest (outcome 1) with chance 0.95 inside the planted box and 0.03 outside, or surely inside and never outside if `isClean`.
 * Seeds 1 and 2 give the data
 * on which the field's tools were measured; other seeds give fresh data of the same kind.
 */
export function plantedBox(rows: number, isClean: boolean, width = 20, seed = 1, noiseSeed = 2): Planted {
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  const values = new Float64Array(rows);
  const inside = new Uint8Array(rows).fill(1);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) {
      (columns[at] as Float64Array)[row] = hash32(row * width + at, seed) / 4294967296;
    }
    for (const [at, low, high] of plantedLimits) {
      const value = (columns[at] as Float64Array)[row] as number;
      if (!(value >= low && value <= high)) inside[row] = 0;
    }
    const noise = hash32(row, noiseSeed) / 4294967296;
    const isIn = inside[row] === 1;
    values[row] = (isClean ? isIn : noise < (isIn ? 0.95 : 0.03)) ? 1 : 0;
  }
  const factors: Factor[] = columns.map((_, at) => ({ kind: "real", name: `x${at}`, low: 0, high: 1 }));
  const design = designOf(factors, columns);
  return { design, outcome: outcomeOf(design, "fails", values), inside };
}
