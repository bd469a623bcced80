import { wilsonInterval } from "@shikumi/analysis";
import {
  type Belief,
  type BeliefScores,
  type OutcomeCube,
  scoreUnderBeliefs,
} from "@shikumi/analysis/robustness";
import type { Study } from "@shikumi/model";
import { beliefRatios } from "./belief-ratios.ts";
import type { BeliefFinding } from "./exploration.ts";
import type { RunTable } from "./run-table.ts";

/**
 * The packages under each belief that the study states about its uncertainties, from the same futures by weight (EX15); the study's own distributions stand first. `undefined` where it states none.
 */
export function beliefFindings(
  study: Study,
  { futures }: RunTable,
  deciding: OutcomeCube,
  margin: OutcomeCube | undefined,
): BeliefFinding | undefined {
  const ratios = beliefRatios(study, futures);
  if (ratios.kind !== "ratios")
    return { kind: ratios.kind, belief: ratios.belief, uncertainty: ratios.uncertainty };
  if (ratios.beliefs.length === 0) return undefined;
  const own: Belief = { name: "", ratio: new Float64Array(futures.design.rows).fill(1) };
  const beliefs = [own, ...ratios.beliefs];
  const means = scoreUnderBeliefs(deciding, { id: "mean" }, beliefs, { replicates: 0 });
  if (means.kind === "too-thin") {
    return { kind: "too-thin", thin: means.thin.filter((name) => name !== ""), least: means.leastEffective };
  }
  const floors =
    margin === undefined
      ? undefined
      : scoreUnderBeliefs(margin, { id: "satisficing-share", floor: 0 }, beliefs, { replicates: 0 });
  const names = deciding.alternatives;
  return {
    kind: "scored",
    beliefs: means.beliefs.map(({ name, effective }) => ({
      name: name === "" ? undefined : name,
      effective,
    })),
    packages: names.map((id, at) => ({
      package: id,
      means: means.scores.map(({ scores }) => scores[at]?.value),
      floor: floors?.kind === "scored" ? bandOf(floors, at) : undefined,
    })),
    best: means.best.map((at) => names[at] ?? ""),
  };
}

/** Least and largest probability that the floor is met, over beliefs and their intervals: Wilson's with as many futures as the weights are worth (Kish). */
function bandOf(
  { scores, beliefs }: Extract<BeliefScores, { kind: "scored" }>,
  at: number,
): { readonly low: number; readonly high: number } | undefined {
  const ends = beliefs.flatMap(({ effective }, which) => {
    const share = scores[which]?.scores[at]?.value;
    return share === undefined ? [] : [wilsonInterval(share * effective, effective)];
  });
  if (ends.length < beliefs.length) return undefined;
  return { low: Math.min(...ends.map(({ low }) => low)), high: Math.max(...ends.map(({ high }) => high)) };
}
