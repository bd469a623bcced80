import type { Belief } from "@shikumi/analysis/robustness";
import { exp, normalQuantile } from "@shikumi/core/math";
import { uncertaintiesOf } from "@shikumi/kernel";
import type { Id, Study, Uncertainty } from "@shikumi/model";
import type { ExploredFutures } from "./future-design.ts";
import { lawOf, type UncertaintyLaw } from "./uncertainty-law.ts";

/** Beliefs as weights of the futures, or why the futures cannot speak for one of them. */
export type BeliefRatios =
  | { readonly kind: "ratios"; readonly beliefs: readonly Belief[] }
  | {
      readonly kind: "uncovered" | "no-density" | "correlated-steps";
      readonly belief: string;
      readonly uncertainty: Id;
    };

/** Names of the beliefs that a study states, in the order in which they first occur. */
export function beliefNames(study: Study): readonly string[] {
  return [...new Set(uncertaintiesOf(study).flatMap(({ beliefs }) => beliefs.map(({ name }) => name)))];
}

/**
 * Density of every future under each belief ÷ density it was sampled with (EX15). A belief changes the uncertainties that name it; the others, and the correlations (as a Gaussian copula), stay.
 * A belief that holds something possible which the futures cannot have is `uncovered`: no weight could make up for it.
 */
export function beliefRatios(study: Study, explored: ExploredFutures): BeliefRatios {
  const uncertainties = uncertaintiesOf(study);
  const beliefs: Belief[] = [];
  for (const name of beliefNames(study)) {
    const changed = uncertainties.flatMap((one, place): readonly Changed[] => {
      const belief = one.beliefs.find((other) => other.name === name);
      return belief === undefined
        ? []
        : [{ place, id: one.id, stated: lawOf(one.values), believed: lawOf(belief.values) }];
    });
    for (const { id, stated, believed } of changed) {
      if (stated === undefined || believed === undefined)
        return { kind: "no-density", belief: name, uncertainty: id };
      if (!covers(stated, believed)) return { kind: "uncovered", belief: name, uncertainty: id };
    }
    const groups = correlatedGroups(uncertainties, changed);
    const stepped = groups
      .flatMap(({ places }) => places)
      .find((place) => !isContinuous(uncertainties[place]));
    if (stepped !== undefined) {
      return { kind: "correlated-steps", belief: name, uncertainty: uncertainties[stepped]?.id ?? "" };
    }
    beliefs.push({
      name,
      ratio: Float64Array.from(explored.futures, ({ values }) => ratioOf(values, changed, groups)),
    });
  }
  return { kind: "ratios", beliefs };
}

interface Changed {
  readonly place: number;
  readonly id: Id;
  readonly stated: UncertaintyLaw | undefined;
  readonly believed: UncertaintyLaw | undefined;
}

/** Uncertainties tied to each other, of which a belief changes one at least. */
interface Group {
  readonly places: readonly number[];
  /** Their laws, in the order of places. */
  readonly stated: readonly (UncertaintyLaw | undefined)[];
  readonly believed: readonly (UncertaintyLaw | undefined)[];
  /** Lower triangle of the Cholesky factor of their correlations. */
  readonly factor: readonly (readonly number[])[];
}

function covers(stated: UncertaintyLaw, believed: UncertaintyLaw): boolean {
  if (stated.kind === "steps") {
    return (
      believed.kind === "steps" &&
      [...believed.probability].every(([value, p]) => p === 0 || (stated.probability.get(value) ?? 0) > 0)
    );
  }
  return believed.kind === "continuous" && believed.low >= stated.low && believed.high <= stated.high;
}

function isContinuous(uncertainty: Uncertainty | undefined): boolean {
  return uncertainty !== undefined && lawOf(uncertainty.values)?.kind === "continuous";
}

function correlation(a: Uncertainty, b: Uncertainty): number {
  const stated =
    a.with.find((other) => other.uncertainty === b.id) ?? b.with.find((other) => other.uncertainty === a.id);
  return stated?.correlation ?? 0;
}

function correlatedGroups(
  uncertainties: readonly Uncertainty[],
  changed: readonly Changed[],
): readonly Group[] {
  const tied = (a: number, b: number): boolean =>
    correlation(uncertainties[a] as Uncertainty, uncertainties[b] as Uncertainty) !== 0;
  const seen = new Set<number>();
  return changed.flatMap(({ place }): readonly Group[] => {
    if (seen.has(place)) return [];
    const places = [place];
    seen.add(place);
    for (const one of places) {
      uncertainties.forEach((_, other) => {
        if (seen.has(other) || !tied(one, other)) return;
        seen.add(other);
        places.push(other);
      });
    }
    if (places.length === 1) return [];
    const members = places.map((at) => uncertainties[at] as Uncertainty);
    const stated = members.map(({ values }) => lawOf(values));
    const believed = places.map(
      (at, index) => changed.find((one) => one.place === at)?.believed ?? stated[index],
    );
    return [{ places, stated, believed, factor: choleskyFactor(members) }];
  });
}

function choleskyFactor(group: readonly Uncertainty[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  group.forEach((one, i) => {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = i === j ? 1 : correlation(one, group[j] as Uncertainty);
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * ((rows[j] ?? row)[k] as number);
      row.push(i === j ? Math.sqrt(rest) : rest / ((rows[j] as number[])[j] as number));
    }
    rows.push(row);
  });
  return rows;
}

function ratioOf(values: Float64Array, changed: readonly Changed[], groups: readonly Group[]): number {
  let logRatio = 0;
  let factor = 1;
  for (const { place, stated, believed } of changed) {
    const x = values[place] as number;
    if (stated?.kind === "steps" && believed?.kind === "steps") {
      factor *= (believed.probability.get(x) ?? 0) / (stated.probability.get(x) ?? 1);
    } else if (stated?.kind === "continuous" && believed?.kind === "continuous") {
      logRatio += believed.logDensity(x) - stated.logDensity(x);
    }
  }
  if (factor === 0 || !(logRatio > Number.NEGATIVE_INFINITY)) return 0;
  for (const { places, stated, believed, factor: lower } of groups) {
    const normals = (laws: Group["stated"]): readonly number[] =>
      places.map((place, index) => normalOf(laws[index], values[place] as number));
    logRatio += copulaLogDensity(lower, normals(believed)) - copulaLogDensity(lower, normals(stated));
  }
  const ratio = factor * exp(logRatio);
  return Number.isFinite(ratio) ? ratio : 0;
}

/** Least distance of a probability from 0 and 1 at which it still has a normal score. */
const edge = 1e-15;

function normalOf(law: UncertaintyLaw | undefined, x: number): number {
  const p = law?.kind === "continuous" ? law.cdf(x) : 0.5;
  return normalQuantile(Math.min(1 - edge, Math.max(edge, p)));
}

/** Logarithm of the density of a Gaussian copula but for a constant: ½(|z|² − |L⁻¹z|²). */
function copulaLogDensity(lower: readonly (readonly number[])[], normals: readonly number[]): number {
  const whitened: number[] = [];
  let sum = 0;
  normals.forEach((z, i) => {
    let rest = z;
    for (let k = 0; k < i; k++) rest -= (lower[i]?.[k] as number) * (whitened[k] as number);
    const own = rest / (lower[i]?.[i] as number);
    whitened.push(own);
    sum += z * z - own * own;
  });
  return sum / 2;
}
