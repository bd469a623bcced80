import {
  checkScores,
  cubeOf,
  enoughFutures,
  likelihoodOfMeeting,
  rankProbabilities,
  scoreCube,
} from "@shikumi/analysis/robustness";
import { experiments } from "./experiments.ts";
import { design } from "./sampling.ts";

const names = experiments.plan.alternatives.map(({ name }) => name);
const cube = cubeOf(design, names, 1, experiments.columns[0] as Float64Array, "less");

// Each score has an interval, says which futures it used, and can be recomputed from the cube.
export const [tail, regret] = scoreCube(cube, [{ id: "tail", share: 0.1 }, { id: "minimax-regret" }]);
export const check = tail && checkScores(cube, tail);
// How sure is the ranking, and would fewer futures have done?
export const ranks = rankProbabilities(cube, { id: "mean" });
export const enough = enoughFutures(cube, { id: "mean" });
// A word of likelihood only where every belief about the futures gives the same one.
const warning = design.columns[0] as Float64Array;
export const within20days = likelihoodOfMeeting(cube, 20, [
  { name: "as sampled", ratio: warning.map(() => 1) },
  { name: "less warning", ratio: warning.map((days) => 14 - days) },
]);
