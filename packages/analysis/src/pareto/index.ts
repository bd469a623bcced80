export { epsilonNonDominated } from "./epsilon-boxes.ts";
export { type FrontRanks, frontRanks } from "./front-ranks.ts";
export { type Hypervolume, hypervolume } from "./hypervolume.ts";
export { type Duplicates, type NonDominated, nonDominated } from "./non-dominated.ts";
export type { Direction, Objective } from "./objective.ts";
