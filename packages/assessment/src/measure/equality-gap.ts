import type { FutureValues } from "@shikumi/kernel";
import type { Id } from "@shikumi/model";
import type { EqualityDefinition } from "../findings.ts";
import type { RunResults } from "../run/run-results.ts";
import { partySums } from "./party-sums.ts";
import { unitHoursHeldBy } from "./run-equality.ts";
import { contributionsBorne, informationDependence, obligation, planning } from "./study-equality.ts";

/** Definitions whose numbers a run gives by itself; the others need runs with a party withdrawn. */
export type GapDefinition = Exclude<EqualityDefinition, "substitutability">;

/** Whether the study alone decides a definition, so that it is the same in every future. */
export function isOfStudy(definition: GapDefinition): boolean {
  return definition === "obligation" || definition === "information-dependence" || definition === "planning";
}

/** Whether a gap is smaller than it was; `undefined` where one of them is no finite number. */
export function isSmaller(gap: number, was: number): boolean | undefined {
  return Number.isFinite(gap) && Number.isFinite(was) ? gap < was : undefined;
}

/**
 * How far apart two parties are by a definition of equality: |number of one − number of the other|, by future, in the unit of the definition. 0 is no difference; no other split is
 * taken to be right. What is read from the study is the same in every future. Not finite where the definition has no number, such as a share of nothing.
 */
export function equalityGap(
  run: RunResults,
  values: readonly FutureValues[],
  definition: GapDefinition,
  [one, other]: readonly [Id, Id],
): Float64Array {
  const first = numbersOf(run, values, definition, one);
  const second = numbersOf(run, values, definition, other);
  return first.map((value, future) => Math.abs(value - (second[future] as number)));
}

function numbersOf(
  run: RunResults,
  values: readonly FutureValues[],
  definition: GapDefinition,
  party: Id,
): Float64Array {
  const { study } = run;
  const everywhere = (value: number | undefined): Float64Array =>
    new Float64Array(values.length).fill(value ?? Number.NaN);
  switch (definition) {
    case "decision":
      return ratios(partySums(run, "answered", party), partySums(run, "answered", undefined));
    case "risk":
      return ratios(partySums(run, "hazardBy", party), partySums(run, "hazardBy", undefined));
    case "contribution-capacity":
      return ratios(partySums(run, "unitHoursBy", party), unitHoursHeldBy(run, values, party));
    case "contribution-benefit":
      return ratios(partySums(run, "deliveredBy", party), partySums(run, "benefitBy", party));
    case "bases-and-support":
      return ratios(contributionsBorne(study, values, party), contributionsBorne(study, values, undefined));
    case "obligation":
      return everywhere(obligation(study).get(party)?.mean);
    case "information-dependence":
      return everywhere(informationDependence(study).get(party)?.mean);
    case "planning":
      return everywhere(planning(study).get(party)?.mean);
  }
}

function ratios(part: Float64Array, whole: Float64Array): Float64Array {
  return part.map((value, future) => value / (whole[future] as number));
}
