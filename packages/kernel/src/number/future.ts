import { normalCdf, normalQuantile } from "@shikumi/core/math";
import { child, futureName, indexName, type Name, nameOf, uniform } from "@shikumi/core/random";
import { applyLevers, type Study, type Uncertainty } from "@shikumi/model";
import { KernelError } from "../kernel-error.ts";
import type { Future } from "../run-spec.ts";
import { distributionValue, type FutureValues, noFacts } from "./amount.ts";
import { withNeeds } from "./with-needs.ts";

/** A uniform for one purpose under a name, for some purposes with a further index (K3). */
export function draw(name: Name, purpose: string, index?: number): number {
  const drawn = child(name, nameOf(purpose));
  return uniform(index === undefined ? drawn : child(drawn, indexName(index)));
}

/** Uncertainties by study, which never changes: to find them each lever is applied. A cache only. */
const known = new WeakMap<Study, readonly Uncertainty[]>();

/**
 * The uncertainties a future gives a value to, by key: those of the study, and those that only one of its levers brings, with
 * all that it needs (a disputed figure in a change). Where a lever changes an uncertainty of the study, the study's own holds.
 */
export function uncertaintiesOf(study: Study): readonly Uncertainty[] {
  const found = known.get(study) ?? collectedUncertainties(study);
  known.set(study, found);
  return found;
}

function collectedUncertainties(study: Study): readonly Uncertainty[] {
  const byId = new Map<string, Uncertainty>(study.uncertainties);
  for (const lever of study.levers.keys()) {
    for (const [id, uncertainty] of applyLevers(study, withNeeds(study, lever)).study?.uncertainties ?? []) {
      if (!byId.has(id)) byId.set(id, uncertainty);
    }
  }
  return [...byId.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The values of a future by uncertainty. */
export function futureValues(study: Study, future: Future): FutureValues {
  return new Map(uncertaintiesOf(study).map((uncertainty, i) => [uncertainty.id, future.values[i] ?? 0]));
}

/** The future the study itself draws at an index (N6): {@link futureOf} with a uniform of its own for every uncertainty. */
export function sampleFuture(study: Study, index: number): Future {
  const root = futureName(study.charter.seed, index);
  const uniforms = uncertaintiesOf(study).map((uncertainty) =>
    draw(child(root, nameOf(`uncertainty/${uncertainty.key}`)), "value"),
  );
  return futureOf(study, index, uniforms);
}

/**
 * One setting of all uncertainties (N6): each the quantile of its distribution at its uniform, one in (0, 1) for each of `uncertaintiesOf`; uncertainties that are
 * correlated are joined by a Gaussian copula. `index` names what else is drawn for the future. Throws `RangeError` for another number of uniforms or one outside (0, 1), and
 * `KernelError` `correlation` if the correlations stated are not positive definite together.
 */
export function futureOf(study: Study, index: number, uniforms: ArrayLike<number>): Future {
  const uncertainties = uncertaintiesOf(study);
  if (uniforms.length !== uncertainties.length)
    throw new RangeError(`${uncertainties.length} uncertainties need a uniform each, got ${uniforms.length}`);
  const given = Array.from(uniforms);
  const outside = given.find((u) => !(u > 0 && u < 1));
  if (outside !== undefined) throw new RangeError(`a uniform lies between 0 and 1, got ${outside}`);
  const factor = correlationFactor(uncertainties);
  const normals = given.map((u) => normalQuantile(u));
  const values = uncertainties.map((uncertainty, i) =>
    distributionValue(
      uncertainty.values,
      new Map(),
      noFacts,
      correlatedUniform(factor[i] ?? [], normals, given[i] ?? 0),
    ),
  );
  return { index, values: Float64Array.from(values) };
}

/** Lower triangle of the Cholesky factor of the correlation matrix, row by row. O(n³). */
export function correlationFactor(uncertainties: readonly Uncertainty[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  uncertainties.forEach((uncertainty, i) => {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = rows[j] ?? row;
      let rest = j === i ? 1 : correlation(uncertainty, uncertainties[j] as Uncertainty);
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * (other[k] as number);
      if (j < i) row.push(rest / (other[j] as number));
      else if (rest > 0) row.push(Math.sqrt(rest));
      else
        throw new KernelError(
          "correlation",
          `correlations up to "${uncertainty.id}" are not positive definite`,
        );
    }
    rows.push(row);
  });
  return rows;
}

/** The correlation stated by either of two uncertainties (the first named wins), 0 if neither does. */
function correlation(a: Uncertainty, b: Uncertainty): number {
  const stated =
    a.with.find((other) => other.uncertainty === b.id) ?? b.with.find((other) => other.uncertainty === a.id);
  return stated?.correlation ?? 0;
}

/** An uncertainty tied to no earlier one keeps its own uniform untouched. */
function correlatedUniform(row: readonly number[], normals: readonly number[], own: number): number {
  if (row.slice(0, -1).every((weight) => weight === 0)) return own;
  return normalCdf(row.reduce((sum, weight, j) => sum + weight * (normals[j] as number), 0));
}
