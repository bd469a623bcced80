import { AnalysisError, type Design, type Factor, type Outcome, type RowUse } from "../frame/index.ts";
import { type Bounds, type Box, boxOf, holds, isLimited } from "./box.ts";
import { type Interest, type InterestOptions, type Question, questionOf } from "./interest.ts";
import { type PastePath, pasteRows } from "./paste.ts";
import {
  applyStep,
  boundsAt,
  type PeelObjective,
  type PeelPath,
  type PeelSettings,
  peelRows,
} from "./peel.ts";
import { type SortedRows, sortRows } from "./sorted-rows.ts";

export interface PeelOptions {
  /** Share of the rows in the box that one peel of a numeric side takes at most; PRIM calls it alpha. In (0, 0.5]. */
  readonly peel?: number | undefined;
  /** The same for pasting. 0: no pasting. */
  readonly paste?: number | undefined;
  /** Least share of all rows a box may hold; PRIM calls it beta, others mass_min. In (0, 1). */
  readonly leastMass?: number | undefined;
  readonly objective?: PeelObjective | undefined;
  /** Names of the factors that may be limited; all unless stated. */
  readonly factors?: readonly string[] | undefined;
}

/**
 * A peeling, then pasting, as columns with one entry a point; point 0 is the whole space. Shares are by weight. The held-out columns tell the same boxes on rows that
 * took no part; they
 * are absent where none were held out. A share that has no meaning is `NaN`: the density of a box that is empty on held-out rows, and coverage where nothing is of
 * interest.
 */
export interface Trajectory {
  readonly points: number;
  readonly factors: readonly Factor[];
  /** 0 the whole space, 1 a peel, 2 a paste. */
  readonly stage: Uint8Array;
  /** Index of the factor whose limit the step moved, −1 at the start. */
  readonly factor: Int32Array;
  readonly coverage: Float64Array;
  readonly density: Float64Array;
  readonly mass: Float64Array;
  readonly limitedFactors: Int32Array;
  /** Weight in the box, and of interest in it. */
  readonly weight: Float64Array;
  readonly hits: Float64Array;
  readonly heldOut?: HeldOutColumns | undefined;
  /** Ends by factor, then point; infinite where open. */
  readonly low: readonly Float64Array[];
  readonly high: readonly Float64Array[];
  /** 1 for a level inside, by factor, at `point × levels + level`; empty for a numeric factor; all 1 where there is no limit. */
  readonly levels: readonly Uint8Array[];
}

export interface HeldOutColumns {
  readonly coverage: Float64Array;
  readonly density: Float64Array;
  readonly mass: Float64Array;
  readonly weight: Float64Array;
  readonly hits: Float64Array;
}

/**
 * The peeling trajectory on all usable rows: PRIM as published, with nothing chosen and nothing held out. Whether a point of it means anything is what `discoverBoxes`
 * judges. Factors without
 * two values are never limited; data of one class give the whole space alone, and `reason` says so. Throws as `questionOf`, and `AnalysisError` `bad-argument` for
 * options out of range, `too-few-rows` without a usable row.
 */
export function peelTrajectory(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: PeelOptions & InterestOptions = {},
): Trajectory & { readonly use: RowUse; readonly reason?: "no-interest" | "all-interest" | undefined } {
  const question = questionOf(design, outcome, interest, options);
  if (question.rows.length === 0) throw new AnalysisError("too-few-rows", "no usable row");
  const sorted = sortRows(question);
  const { path, paste } = peelAndPaste(sorted, options);
  const isAll = sorted.rows.every((row) => (sorted.hits[row] as number) > 0);
  const reason = sorted.interest === 0 ? "no-interest" : isAll ? "all-interest" : undefined;
  return {
    ...trajectoryOf(sorted, path, paste),
    use: question.use,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The box of one point, 0 ≤ `point` < `points`. Throws `RangeError` outside. */
export function boxAt(trajectory: Trajectory, point: number): Box {
  if (!(Number.isInteger(point) && point >= 0 && point < trajectory.points)) {
    throw new RangeError(`point must be a whole number below ${trajectory.points}, got ${point}`);
  }
  const { factors } = trajectory;
  const bounds: Bounds = {
    low: Float64Array.from(trajectory.low, (column) => column[point] as number),
    high: Float64Array.from(trajectory.high, (column) => column[point] as number),
    levels: factors.map((factor, at) => {
      if (factor.kind !== "category") return undefined;
      const inside = (trajectory.levels[at] as Uint8Array).slice(
        point * factor.levels.length,
        (point + 1) * factor.levels.length,
      );
      return inside.every((level) => level === 1) ? undefined : inside;
    }),
  };
  return boxOf(bounds, factors);
}

/** Settings of a peel from options. Throws `AnalysisError` `bad-argument` out of range. */
export function peelSettings(
  sorted: SortedRows,
  options: PeelOptions,
): PeelSettings & { readonly paste: number } {
  const { peel = 0.05, paste = 0.05, leastMass = 0.05, objective = "lenient1", factors } = options;
  if (!(peel > 0 && peel <= 0.5))
    throw new AnalysisError("bad-argument", `peel must lie in (0, 0.5], got ${peel}`);
  if (!(paste >= 0 && paste <= 0.5)) {
    throw new AnalysisError("bad-argument", `paste must lie in [0, 0.5], got ${paste}`);
  }
  if (!(leastMass > 0 && leastMass < 1)) {
    throw new AnalysisError("bad-argument", `leastMass must lie in (0, 1), got ${leastMass}`);
  }
  const names = sorted.factors.map(({ name }) => name);
  const unknown = factors?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new AnalysisError("bad-factor", `there is no factor "${unknown}"`);
  const tried = sorted.byName.filter((at) => factors === undefined || factors.includes(names[at] as string));
  return { peel, paste, least: leastMass * sorted.total, objective, tried };
}

export function peelAndPaste(
  sorted: SortedRows,
  options: PeelOptions,
): { readonly path: PeelPath; readonly paste: PastePath | undefined } {
  const settings = peelSettings(sorted, options);
  const path = peelRows(sorted, settings);
  const last = path.points - 1;
  const paste =
    settings.paste === 0 || last === 0
      ? undefined
      : pasteRows(sorted, boundsAt(path, sorted, last), {
          objective: settings.objective,
          share: settings.paste,
        });
  return { path, paste };
}

/** The columns of a peeling and pasting of `sorted`, measured also on held-out rows where they are given. */
export function trajectoryOf(
  sorted: SortedRows,
  path: PeelPath,
  paste?: PastePath,
  heldOut?: { readonly question: Question; readonly rows: Int32Array },
): Trajectory {
  const { factors } = sorted;
  const points = path.points + (paste?.boxes.length ?? 0);
  const column = (): Float64Array => new Float64Array(points);
  const low = factors.map(column);
  const high = factors.map(column);
  const levels = factors.map((factor) =>
    factor.kind === "category" ? new Uint8Array(points * factor.levels.length) : new Uint8Array(0),
  );
  const limitedFactors = new Int32Array(points);
  const write = (bounds: Bounds, point: number): void => {
    factors.forEach((factor, at) => {
      (low[at] as Float64Array)[point] = bounds.low[at] as number;
      (high[at] as Float64Array)[point] = bounds.high[at] as number;
      if (isLimited(bounds, at)) limitedFactors[point] = (limitedFactors[point] as number) + 1;
      if (factor.kind !== "category") return;
      const inside = bounds.levels[at] ?? new Uint8Array(factor.levels.length).fill(1);
      (levels[at] as Uint8Array).set(inside, point * factor.levels.length);
    });
  };
  const bounds = boundsAt(path, sorted, 0);
  write(bounds, 0);
  for (let step = 1; step < path.points; step++) {
    applyStep(bounds, path, step);
    write(bounds, step);
  }
  paste?.boxes.forEach((box, at) => {
    write(box, path.points + at);
  });
  const joined = (first: Float64Array | Int32Array, second: readonly number[] = []): Float64Array =>
    Float64Array.from([...first, ...second]);
  const weight = joined(path.weight, paste?.weight);
  const hits = joined(path.hits, paste?.hits);
  return {
    points,
    factors,
    stage: Uint8Array.from({ length: points }, (_, at) => (at === 0 ? 0 : at < path.points ? 1 : 2)),
    factor: Int32Array.from(joined(path.factor, paste?.factor)),
    ...sharesOf(weight, hits, sorted.total, sorted.interest),
    limitedFactors,
    weight,
    hits,
    low,
    high,
    levels,
    ...(heldOut === undefined ? {} : { heldOut: heldOutColumns(sorted, path, paste, heldOut) }),
  };
}

/** Weight and weight of interest in the box after each step of a peeling, on other rows of the same design. O(rows × steps) at most. */
export function followPath(
  path: PeelPath,
  sorted: SortedRows,
  rows: Int32Array,
): { readonly weight: Float64Array; readonly hits: Float64Array } {
  const weight = new Float64Array(path.points);
  const hits = new Float64Array(path.points);
  const inside = rows.slice();
  let count = inside.length;
  for (let step = 0; step < path.points; step++) {
    if (step > 0) count = keepInside(inside, count, path, step, sorted.columns);
    let sum = 0;
    let sumHits = 0;
    for (let at = 0; at < count; at++) {
      sum += sorted.weight[inside[at] as number] as number;
      sumHits += sorted.hits[inside[at] as number] as number;
    }
    weight[step] = sum;
    hits[step] = sumHits;
  }
  return { weight, hits };
}

function keepInside(
  inside: Int32Array,
  count: number,
  path: PeelPath,
  step: number,
  columns: readonly Float64Array[],
): number {
  const factor = path.factor[step] as number;
  const column = columns[factor] as Float64Array;
  const value = path.value[step] as number;
  const side = path.side[step] as number;
  const seen = path.seen[factor] as Uint8Array;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = inside[at] as number;
    const own = column[row] as number;
    const isIn = side === 0 ? own >= value : side === 1 ? own <= value : own !== value && seen[own] === 1;
    if (isIn) inside[kept++] = row;
  }
  return kept;
}

function heldOutColumns(
  sorted: SortedRows,
  path: PeelPath,
  paste: PastePath | undefined,
  { question, rows }: { readonly question: Question; readonly rows: Int32Array },
): HeldOutColumns {
  const followed = followPath(path, sorted, rows);
  const pasted = (paste?.boxes ?? []).map((box) => {
    const members = rows.filter((row) => holds(box, sorted.columns, row));
    return {
      weight: members.reduce((sum, row) => sum + (question.weight[row] as number), 0),
      hits: members.reduce((sum, row) => sum + (question.hits[row] as number), 0),
    };
  });
  const weight = Float64Array.from([...followed.weight, ...pasted.map((one) => one.weight)]);
  const hits = Float64Array.from([...followed.hits, ...pasted.map((one) => one.hits)]);
  return { weight, hits, ...sharesOf(weight, hits, weight[0] as number, hits[0] as number) };
}

function sharesOf(
  weight: Float64Array,
  hits: Float64Array,
  total: number,
  interest: number,
): { coverage: Float64Array; density: Float64Array; mass: Float64Array } {
  return {
    coverage: hits.map((found) => found / interest),
    density: hits.map((found, at) => found / (weight[at] as number)),
    mass: weight.map((own) => own / total),
  };
}
