import { type Design, designOf, type Factor } from "@shikumi/analysis/frame";
import {
  extend,
  latinHypercube,
  monteCarlo,
  sobol,
  sobolDimensions,
  type UnitDesign,
} from "@shikumi/analysis/sampling";
import { child, indexName, type Name, nameOf } from "@shikumi/core/random";
import { type Future, futureOf, sampleFuture, uncertaintiesOf } from "@shikumi/kernel";
import type { Study } from "@shikumi/model";
import type { ExploredUncertainty } from "./exploration.ts";
import type { PlannedDesign } from "./exploration-plan.ts";

/** The futures of an exploration: what each run is given, and the same as columns for analyses. */
export interface ExploredFutures {
  readonly kind: PlannedDesign;
  readonly futures: readonly Future[];
  /** One factor an uncertainty, by id, one row a future, in base units. */
  readonly design: Design;
  readonly uncertainties: readonly ExploredUncertainty[];
  /** What the first futures have in common with those of another number of them: equal texts, equal futures as far as both go. */
  readonly stem: string;
}

/**
 * So many futures of a study (EX2). More of them begin with the same ones, bit for bit: always with `sobol`, `mc` and `study`; with `lhs` where the one number is the other
 * times a power of 2. Throws `RangeError` for more than 256 uncertainties with `sobol`, and `KernelError` `correlation`.
 */
export function exploredFutures(study: Study, kind: PlannedDesign, count: number): ExploredFutures {
  const uncertainties = uncertaintiesOf(study);
  const points =
    kind === "study" || uncertainties.length === 0
      ? undefined
      : unitDesign(kind, count, uncertainties.length, seedOf(study));
  const futures = Array.from({ length: count }, (_, index) =>
    points === undefined
      ? sampleFuture(study, index)
      : futureOf(
          study,
          index,
          points.columns.map((column) => column[index] as number),
        ),
  );
  const columns = uncertainties.map((_, at) =>
    Float64Array.from(futures, ({ values }) => values[at] as number),
  );
  const ranges = columns.map((column) => [
    column.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    column.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ]);
  const factors = uncertainties.map(({ id }, at): Factor => {
    const [low = 0, high = 0] = ranges[at] ?? [];
    return { kind: "real", name: id, low, high };
  });
  return {
    kind,
    futures,
    design: uncertainties.length === 0 ? withoutFactors(count) : designOf(factors, columns),
    uncertainties: uncertainties.map((one, at) => ({
      id: one.id,
      key: one.key,
      name: one.name,
      dimension: one.dimension,
      unit: one.unit,
      group: one.group,
      low: ranges[at]?.[0] ?? 0,
      high: ranges[at]?.[1] ?? 0,
      levels: isDiscrete(one.values.kind) ? [...new Set(columns[at])].sort((a, b) => a - b) : undefined,
      correlated: uncertainties
        .filter((other) => isCorrelated(one.with, other.id) || isCorrelated(other.with, one.id))
        .map(({ id }) => id),
    })),
    stem: kind === "lhs" ? `lhs ${oddPart(count)}` : kind,
  };
}

function unitDesign(
  kind: Exclude<PlannedDesign, "study">,
  rows: number,
  dimensions: number,
  seed: Name,
): UnitDesign {
  switch (kind) {
    case "sobol":
      if (dimensions > sobolDimensions)
        throw new RangeError(`Sobol' points have at most ${sobolDimensions} dimensions, not ${dimensions}`);
      return sobol({ rows, dimensions, seed });
    case "mc":
      return monteCarlo({ rows, dimensions, seed });
    case "lhs":
      return extend(latinHypercube({ rows: oddPart(rows), dimensions, seed }), rows);
  }
}

function seedOf(study: Study): Name {
  return child(nameOf("exploration"), indexName(study.charter.seed));
}

/** The number divided by 2 as often as that goes. */
function oddPart(count: number): number {
  let odd = count;
  while (odd % 2 === 0) odd /= 2;
  return odd;
}

function isDiscrete(kind: string): boolean {
  return kind === "observed" || kind === "discrete";
}

function isCorrelated(pairs: readonly { readonly uncertainty: string }[], id: string): boolean {
  return pairs.some(({ uncertainty }) => uncertainty === id);
}

/** A study without uncertainties: futures differ by nothing but chance. */
function withoutFactors(rows: number): Design {
  const column = new Float64Array(rows);
  return designOf([{ kind: "real", name: "no-uncertainty", low: 0, high: 0 }], [column]);
}
