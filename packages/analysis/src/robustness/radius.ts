import { AnalysisError, type Design, type Factor, rangeOf } from "../frame/index.ts";
import { type CubeUse, futureTable, goodnessOf, type Reduction } from "./future-table.ts";
import type { OutcomeCube } from "./outcome-cube.ts";

/** What to measure distance from, and how. */
export interface RadiusOptions extends Reduction {
  /** The future one reckons with: one value a factor, categories as codes. */
  readonly base: readonly number[];
  /** `box` (unless stated): the largest of the factors' distances; `ball`: their Euclidean length. */
  readonly shape?: "box" | "ball";
}

/**
 * Distance from the base to the nearest sampled future of some kind. A factor's distance is divided by its range; another category lies at distance 1. The sample can show
 * such a future, never that there is none nearer: `radius` is an upper bound of the true one.
 */
export type Radius =
  | {
      readonly kind: "found";
      readonly alternative: string;
      readonly radius: number;
      /** The row that lies there; of several the first. */
      readonly row: number;
      /** Sampled futures nearer to the base: how much the radius rests on. */
      readonly nearer: number;
    }
  /** No sampled future is of the kind; the sample reaches `reach` from the base. */
  | { readonly kind: "not-in-sample"; readonly alternative: string; readonly reach: number };

/** Radii of all alternatives. */
export interface Radii {
  readonly radii: readonly Radius[];
  readonly use: CubeUse;
}

/**
 * Satisficing radius: the largest box (or ball) around the base in which every sampled future meets the floor (in the measure's unit, met by equality), which is the
 * distance to the nearest that does not. More is better. After the robustness function of Y. Ben-Haim, "Info-Gap Decision Theory" (2006), and satisficing type II of
 * Herman et al. (2015). Throws `AnalysisError`: `another-design` where the cube has another design, `bad-argument` for a base with another number of values.
 */
export function satisficingRadius(
  cube: OutcomeCube,
  design: Design,
  floor: number,
  options: RadiusOptions,
): Radii {
  return radii(cube, design, options, (good, level) => good < level, floor);
}

/**
 * Opportunity radius: the distance to the nearest sampled future in which the aspiration is met. Less is better. After Ben-Haim's opportuneness function.
 * Throws as `satisficingRadius`.
 */
export function opportunityRadius(
  cube: OutcomeCube,
  design: Design,
  aspiration: number,
  options: RadiusOptions,
): Radii {
  return radii(cube, design, options, (good, level) => good >= level, aspiration);
}

function radii(
  cube: OutcomeCube,
  design: Design,
  options: RadiusOptions,
  isOfKind: (good: number, level: number) => boolean,
  level: number,
): Radii {
  if (cube.designId !== design.id) {
    throw new AnalysisError("another-design", `a cube of design ${cube.designId}, not of ${design.id}`);
  }
  if (!Number.isFinite(level))
    throw new AnalysisError("bad-argument", `a level must be finite, got ${level}`);
  const table = futureTable(cube, options);
  const goodness = goodnessOf(table);
  const turned = cube.direction === "more" ? level : 0 - level;
  const distances = distancesFrom(design, options, table.use.futures);
  let reach = 0;
  for (const distance of distances) reach = Math.max(reach, distance);
  const found = table.alternatives.map((alternative, one): Radius => {
    let nearest = -1;
    for (let at = 0; at < table.futures; at++) {
      const isNearer = nearest < 0 || (distances[at] as number) < (distances[nearest] as number);
      if (isNearer && isOfKind(goodness[one * table.futures + at] as number, turned)) nearest = at;
    }
    if (nearest < 0) return { kind: "not-in-sample", alternative, reach };
    const radius = distances[nearest] as number;
    const nearer = distances.reduce((count, distance) => count + (distance < radius ? 1 : 0), 0);
    return { kind: "found", alternative, radius, row: table.use.futures[nearest] as number, nearer };
  });
  return { radii: found, use: table.use };
}

function distancesFrom(
  design: Design,
  { base, shape = "box" }: RadiusOptions,
  rows: Int32Array,
): Float64Array {
  if (base.length !== design.factors.length || !base.every(Number.isFinite)) {
    throw new AnalysisError(
      "bad-argument",
      `the base needs ${design.factors.length} finite values, got ${base.join(", ")}`,
    );
  }
  const distances = new Float64Array(rows.length);
  for (const [at, factor] of design.factors.entries()) {
    const column = design.columns[at] as Float64Array;
    const centre = base[at] as number;
    for (let index = 0; index < rows.length; index++) {
      const away = factorDistance(factor, column[rows[index] as number] as number, centre);
      const before = distances[index] as number;
      distances[index] = shape === "box" ? Math.max(before, away) : before + away * away;
    }
  }
  return shape === "box" ? distances : distances.map((squares) => Math.sqrt(squares));
}

function factorDistance(factor: Factor, value: number, centre: number): number {
  if (factor.kind === "category") return value === centre ? 0 : 1;
  const [low, high] = rangeOf(factor);
  return high > low ? Math.abs(value - centre) / (high - low) : 0;
}
