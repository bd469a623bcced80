import { AnalysisError } from "../frame/index.ts";
import { bracketedRoot } from "./bracketed-root.ts";

/** A difference that is known up to noise: its mean and the half-width of its interval, at least 0. */
export interface NoisyDifference {
  readonly mean: number;
  readonly halfWidth: number;
}

export interface SwitchingQuestion {
  /**
   * Outcome of the best option less that of its rival at a value of the assumption; positive where the best stays best. Both must be run under common random numbers, and it must give the same
   * for the same value.
   */
  readonly f: (x: number) => number | NoisyDifference;
  /** Range of the assumption, in its own units. */
  readonly low: number;
  readonly high: number;
  /** Its value now, within the range. */
  readonly at: number;
  /** How near to the switching value to come, in the assumption's units; above 0. For whole numbers it is 1. */
  readonly tolerance: number;
  /** Parts of the range searched one after the other outwards from `at`; 32 unless stated. A reversal and its return within one part are not seen. */
  readonly resolution?: number;
  /** Whether the assumption takes whole numbers only. */
  readonly isWhole?: boolean;
}

/**
 * `switches`: `value` is the nearest found value at which the sign of the difference changes; it lies between `from`, where the sign is still that at the base, and `to`, where it is certainly the
 * other (or 0). Without noise they lie no farther apart than the tolerance. `direction` says on which side of the base. `does-not-switch`: the same sign at every point of the resolution.
 * `undecided`: `noise-at-base` the interval at the base straddles 0; `tie-at-base` the difference there is exactly 0; `noise` the nearest place where the sign may change straddles 0, and the
 * sign does not come out the other way beyond it; `no-value` the difference is not finite. `at` is the place.
 */
export type SwitchingAnswer =
  | {
      readonly kind: "switches";
      readonly value: number;
      readonly direction: "up" | "down";
      readonly from: number;
      readonly to: number;
      readonly evaluations: number;
    }
  | {
      readonly kind: "does-not-switch";
      readonly low: number;
      readonly high: number;
      readonly evaluations: number;
      /** Widest gap between neighbouring points looked at, in the assumption's units. */
      readonly resolution: number;
    }
  | {
      readonly kind: "undecided";
      readonly reason: "noise-at-base" | "tie-at-base" | "noise" | "no-value";
      readonly at: number;
      readonly evaluations: number;
    };

/** What is known at one point. `sign` is that of the base where 1, the other where −1, and 0 where noise hides it. A difference of exactly 0 without noise is −1: the best is best no longer. */
interface Seen {
  readonly x: number;
  readonly sign: -1 | 0 | 1;
  /** Mean difference, positive where the best stays best. */
  readonly mean: number;
}

type Found =
  | { readonly kind: "change"; readonly same: Seen; readonly other: Seen; readonly last: Seen }
  | { readonly kind: "hidden"; readonly at: number };

/**
 * The nearest value of an assumption at which the best option stops being best (or a verdict turns). Searched outwards from the base on both sides, part by part, so that of several changes the
 * nearest is found, whatever the shape of the function at the stated resolution; then to `tolerance` by a bracketed root (ITP), or by bisection where there is noise. On a side where noise hides
 * the sign the search goes on until the sign comes out.
 *
 * Throws `AnalysisError` `bad-argument` for a range, base, tolerance or resolution that make no sense.
 */
export function switchingValue(question: SwitchingQuestion): SwitchingAnswer {
  const { low, high, at, isWhole = false, resolution = 32 } = question;
  check(question, resolution);
  const counter = new Evaluations(question.f);
  const base = counter.baseAt(at);
  if (base.kind === "undecided") return base;
  const points = {
    up: outwards(at, high, high - low, resolution, isWhole),
    down: outwards(at, low, high - low, resolution, isWhole),
  };
  const sides = (["up", "down"] as const).map((direction) => ({
    direction,
    walk: new Walk(base.seen, points[direction], counter),
  }));
  while (sides.some(({ walk }) => walk.isOpen)) {
    for (const { walk } of sides) walk.advance();
    const failed = counter.failedAt;
    if (failed !== undefined) {
      return { kind: "undecided", reason: "no-value", at: failed, evaluations: counter.count };
    }
    const settled = sides.filter(({ walk }) => walk.found !== undefined && !walk.isHiding);
    if (settled.length > 0 && !sides.some(({ walk }) => walk.isHiding)) break;
  }
  const candidates = sides.flatMap(({ direction, walk }) => {
    const { found } = walk;
    if (found === undefined) return [];
    return [
      found.kind === "hidden"
        ? { direction, hiddenAt: found.at }
        : { direction, ...counter.refine(found, question.tolerance, isWhole) },
    ];
  });
  const failed = counter.failedAt;
  if (failed !== undefined)
    return { kind: "undecided", reason: "no-value", at: failed, evaluations: counter.count };
  const distance = (one: (typeof candidates)[number]): number =>
    Math.abs(("hiddenAt" in one ? one.hiddenAt : one.from) - at);
  const [nearest] = candidates.sort((one, other) => distance(one) - distance(other));
  const evaluations = counter.count;
  if (nearest === undefined) {
    return {
      kind: "does-not-switch",
      low,
      high,
      evaluations,
      resolution: widestGap(at, points.down, points.up),
    };
  }
  if ("hiddenAt" in nearest) return { kind: "undecided", reason: "noise", at: nearest.hiddenAt, evaluations };
  return { kind: "switches", ...nearest, evaluations };
}

function check({ low, high, at, tolerance, isWhole = false }: SwitchingQuestion, resolution: number): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= at && at <= high)) {
    throw new AnalysisError("bad-argument", `the base ${at} must lie in the range from ${low} to ${high}`);
  }
  if (!(tolerance > 0 && Number.isFinite(tolerance))) {
    throw new AnalysisError("bad-argument", `the tolerance must be above 0, but is ${tolerance}`);
  }
  if (!(Number.isSafeInteger(resolution) && resolution >= 1)) {
    throw new AnalysisError(
      "bad-argument",
      `the resolution must be a whole number from 1, but is ${resolution}`,
    );
  }
  if (isWhole && ![low, high, at].every(Number.isInteger)) {
    throw new AnalysisError("bad-argument", `whole numbers expected, got ${low}, ${at}, ${high}`);
  }
}

/** Points from the base (left out) to the end of the range (the last). */
function outwards(
  at: number,
  end: number,
  range: number,
  resolution: number,
  isWhole: boolean,
): readonly number[] {
  const side = Math.sign(end - at);
  const points: number[] = [];
  let last = at;
  for (let step = 1; last !== end; step++) {
    const exact = at + (side * step * range) / resolution;
    const near = isWhole
      ? at + side * Math.max(Math.abs(last - at) + 1, Math.round(Math.abs(exact - at)))
      : exact;
    const point = side * near >= side * end || step >= resolution ? end : near;
    if (point !== last) points.push(point);
    last = point;
  }
  return points;
}

function widestGap(at: number, ...sides: readonly (readonly number[])[]): number {
  return Math.max(
    0,
    ...sides.flatMap((points) => points.map((x, step) => Math.abs(x - (points[step - 1] ?? at)))),
  );
}

/** The function asked, each evaluation counted, signs told relative to the base. */
class Evaluations {
  readonly #f: (x: number) => number | NoisyDifference;
  #baseSign = 1;
  count = 0;
  /** First place where there was no finite difference. */
  failedAt: number | undefined;

  constructor(f: (x: number) => number | NoisyDifference) {
    this.#f = f;
  }

  baseAt(
    x: number,
  ): { readonly kind: "seen"; readonly seen: Seen } | Extract<SwitchingAnswer, { kind: "undecided" }> {
    const { mean, halfWidth } = this.#ask(x);
    const undecided = { kind: "undecided", at: x, evaluations: this.count } as const;
    if (this.failedAt !== undefined) return { ...undecided, reason: "no-value" };
    if (mean === 0 && halfWidth === 0) return { ...undecided, reason: "tie-at-base" };
    if (Math.abs(mean) <= halfWidth) return { ...undecided, reason: "noise-at-base" };
    this.#baseSign = mean > 0 ? 1 : -1;
    return { kind: "seen", seen: { x, sign: 1, mean: Math.abs(mean) } };
  }

  see(x: number): Seen {
    const { mean, halfWidth } = this.#ask(x);
    const signed = this.#baseSign * mean;
    if (halfWidth > 0 && Math.abs(mean) <= halfWidth) return { x, sign: 0, mean: signed };
    return { x, sign: signed > 0 ? 1 : -1, mean: signed };
  }

  /** The change between two neighbouring points. With noise, the two edges of what it hides, each by bisection, and between them the zero of the mean. */
  refine(
    { same, other, last }: Extract<Found, { kind: "change" }>,
    tolerance: number,
    isWhole: boolean,
  ): { readonly value: number; readonly from: number; readonly to: number } {
    if (isWhole) {
      const edges = this.#bisect(same, other, 1, (seen) => seen.sign === 1);
      const end =
        edges.beyond.sign === -1
          ? edges.beyond
          : this.#bisect(edges.beyond, last, 1, (seen) => seen.sign !== -1).beyond;
      return { value: end.x, from: edges.before.x, to: end.x };
    }
    let hasNoise = other.sign === 0;
    if (!hasNoise) {
      const { x, low, high } = bracketedRoot(
        (point) => {
          const seen = this.see(point);
          if (seen.sign === 0) hasNoise = true;
          return seen.mean;
        },
        [
          [same.x, same.mean],
          [other.x, other.mean],
        ],
        tolerance / 2,
      );
      if (!hasNoise)
        return same.x < other.x ? { value: x, from: low, to: high } : { value: x, from: high, to: low };
    }
    const edge = this.#bisect(same, other, tolerance, (seen) => seen.sign === 1);
    const end =
      edge.beyond.sign === -1
        ? edge.beyond
        : this.#bisect(edge.beyond, last, tolerance, (seen) => seen.sign !== -1).beyond;
    const zero =
      edge.before.mean > 0 === end.mean > 0
        ? edge.beyond
        : this.#bisect(edge.before, end, tolerance, (seen) => seen.mean > 0).before;
    return { value: zero.x, from: edge.before.x, to: end.x };
  }

  #bisect(
    first: Seen,
    second: Seen,
    tolerance: number,
    isBefore: (seen: Seen) => boolean,
  ): { readonly before: Seen; readonly beyond: Seen } {
    let before = first;
    let beyond = second;
    while (Math.abs(beyond.x - before.x) > tolerance) {
      const middle = before.x + (beyond.x - before.x) / 2;
      const x =
        tolerance === 1 && Number.isInteger(before.x) && Number.isInteger(beyond.x)
          ? Math.floor(middle)
          : middle;
      if (x === before.x || x === beyond.x) break;
      const seen = this.see(x);
      if (isBefore(seen)) before = seen;
      else beyond = seen;
    }
    return { before, beyond };
  }

  #ask(x: number): NoisyDifference {
    this.count += 1;
    const answer = this.#f(x);
    const difference = typeof answer === "number" ? { mean: answer, halfWidth: 0 } : answer;
    if (!(Number.isFinite(difference.mean) && difference.halfWidth >= 0)) this.failedAt ??= x;
    return difference;
  }
}

/** The search on one side of the base. */
class Walk {
  readonly #points: readonly number[];
  readonly #evaluations: Evaluations;
  #step = 0;
  #same: Seen;
  /** The first point at which noise hid the sign, since it last came out as at the base. */
  #hidden: Seen | undefined;
  found: Found | undefined;

  constructor(base: Seen, points: readonly number[], evaluations: Evaluations) {
    this.#same = base;
    this.#points = points;
    this.#evaluations = evaluations;
  }

  get isOpen(): boolean {
    return this.#step < this.#points.length && (this.found === undefined || this.found.kind === "hidden");
  }

  /** Whether noise hides the sign and the search goes on. */
  get isHiding(): boolean {
    return this.isOpen && this.#hidden !== undefined;
  }

  advance(): void {
    if (!this.isOpen) return;
    const seen = this.#evaluations.see(this.#points[this.#step++] as number);
    if (seen.sign === 0) {
      this.#hidden ??= seen;
      this.found = { kind: "hidden", at: this.#hidden.x };
    } else if (seen.sign === -1) {
      this.found = { kind: "change", same: this.#same, other: this.#hidden ?? seen, last: seen };
    } else if (this.#hidden === undefined) {
      this.#same = seen;
    }
  }
}
