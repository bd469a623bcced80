import { AnalysisError, type Design, type Factor } from "../frame/index.ts";

/**
 * A limit on one factor. `range`: `low` ≤ value ≤ `high`, an end that is absent is open; `levels`: the value is one of these levels (levels that no row had while the box
 * was made are
 * never among them).
 */
export type Limit =
  | {
      readonly factor: string;
      readonly kind: "range";
      readonly low?: number | undefined;
      readonly high?: number | undefined;
    }
  | { readonly factor: string; readonly kind: "levels"; readonly levels: readonly string[] };

/** Rows that meet every limit; at most one limit a factor. Without limits it is the whole space. */
export interface Box {
  readonly limits: readonly Limit[];
}

/** A side of a factor that a box limits: `levels` for a category. */
export interface Side {
  readonly factor: string;
  readonly side: "low" | "high" | "levels";
}

/**
 * 1 for each row of a design that lies in the box, else 0, whether or not the row has an outcome. The design may be another than the box was made on. Throws
 * `AnalysisError`
 * `bad-factor` if it lacks a limited factor or has it with another kind.
 */
export function membersOf(box: Box, design: Design): Uint8Array {
  const bounds = boundsOf(box, design.factors);
  const members = new Uint8Array(design.rows).fill(1);
  for (let at = 0; at < design.factors.length; at++) {
    const column = design.columns[at] as Float64Array;
    const levels = bounds.levels[at];
    if (levels !== undefined) {
      for (let row = 0; row < members.length; row++) {
        if (levels[column[row] as number] !== 1) members[row] = 0;
      }
    } else if (isLimited(bounds, at)) {
      const low = bounds.low[at] as number;
      const high = bounds.high[at] as number;
      for (let row = 0; row < members.length; row++) {
        const value = column[row] as number;
        if (!(value >= low && value <= high)) members[row] = 0;
      }
    }
  }
  return members;
}

/** A box by index of factor: infinite ends are open; `levels[factor]` holds 1 for each level inside, and is `undefined` without a limit. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly levels: (Uint8Array | undefined)[];
}

export function openBounds(factors: readonly Factor[]): Bounds {
  return {
    low: new Float64Array(factors.length).fill(Number.NEGATIVE_INFINITY),
    high: new Float64Array(factors.length).fill(Number.POSITIVE_INFINITY),
    levels: factors.map(() => undefined),
  };
}

export function copyBounds(bounds: Bounds): Bounds {
  return {
    low: bounds.low.slice(),
    high: bounds.high.slice(),
    levels: bounds.levels.map((levels) => levels?.slice()),
  };
}

export function isLimited(bounds: Bounds, factor: number): boolean {
  return (
    bounds.low[factor] !== Number.NEGATIVE_INFINITY ||
    bounds.high[factor] !== Number.POSITIVE_INFINITY ||
    bounds.levels[factor] !== undefined
  );
}

export const LOW = 0;
export const HIGH = 1;
export const LEVELS = 2;

/** One limited side as index of factor and `LOW`, `HIGH` or `LEVELS`. */
export interface Key {
  readonly factor: number;
  readonly side: number;
}

/** The sides a box limits, by factor. */
export function keysOf(bounds: Bounds): Key[] {
  const keys: Key[] = [];
  for (let factor = 0; factor < bounds.low.length; factor++) {
    if (bounds.low[factor] !== Number.NEGATIVE_INFINITY) keys.push({ factor, side: LOW });
    if (bounds.high[factor] !== Number.POSITIVE_INFINITY) keys.push({ factor, side: HIGH });
    if (bounds.levels[factor] !== undefined) keys.push({ factor, side: LEVELS });
  }
  return keys;
}

export function openSide(bounds: Bounds, { factor, side }: Key): void {
  if (side === LOW) bounds.low[factor] = Number.NEGATIVE_INFINITY;
  else if (side === HIGH) bounds.high[factor] = Number.POSITIVE_INFINITY;
  else bounds.levels[factor] = undefined;
}

/** Opens every side not among `keys`. */
export function keepSides(bounds: Bounds, keys: readonly Key[]): Bounds {
  const kept = copyBounds(bounds);
  for (const key of keysOf(bounds)) {
    if (!keys.some(({ factor, side }) => factor === key.factor && side === key.side)) openSide(kept, key);
  }
  return kept;
}

export function sideOf({ factor, side }: Key, factors: readonly Factor[]): Side {
  return {
    factor: (factors[factor] as Factor).name,
    side: side === LOW ? "low" : side === HIGH ? "high" : "levels",
  };
}

/** Whether a row lies within the bounds of every factor. */
export function holds(bounds: Bounds, columns: readonly Float64Array[], row: number): boolean {
  for (let factor = 0; factor < columns.length; factor++) {
    const value = (columns[factor] as Float64Array)[row] as number;
    if (!(value >= (bounds.low[factor] as number) && value <= (bounds.high[factor] as number))) return false;
    const levels = bounds.levels[factor];
    if (levels !== undefined && levels[value] !== 1) return false;
  }
  return true;
}

export function boxOf(bounds: Bounds, factors: readonly Factor[]): Box {
  const limits: Limit[] = [];
  factors.forEach((factor, at) => {
    const inside = bounds.levels[at];
    if (factor.kind === "category") {
      if (inside === undefined) return;
      const levels = factor.levels.filter((_, level) => inside[level] === 1);
      limits.push({ factor: factor.name, kind: "levels", levels });
    } else if (isLimited(bounds, at)) {
      const low = bounds.low[at] as number;
      const high = bounds.high[at] as number;
      limits.push({
        factor: factor.name,
        kind: "range",
        ...(low === Number.NEGATIVE_INFINITY ? {} : { low }),
        ...(high === Number.POSITIVE_INFINITY ? {} : { high }),
      });
    }
  });
  return { limits };
}

export function boundsOf(box: Box, factors: readonly Factor[]): Bounds {
  const bounds = openBounds(factors);
  for (const limit of box.limits) {
    const at = factors.findIndex(({ name }) => name === limit.factor);
    const factor = factors[at];
    if (factor === undefined || (factor.kind === "category") !== (limit.kind === "levels")) {
      throw new AnalysisError("bad-factor", `the box limits "${limit.factor}" by ${limit.kind}`);
    }
    if (limit.kind === "levels" && factor.kind === "category") {
      bounds.levels[at] = Uint8Array.from(factor.levels, (level) => (limit.levels.includes(level) ? 1 : 0));
    } else if (limit.kind === "range") {
      bounds.low[at] = limit.low ?? Number.NEGATIVE_INFINITY;
      bounds.high[at] = limit.high ?? Number.POSITIVE_INFINITY;
    }
  }
  return bounds;
}
