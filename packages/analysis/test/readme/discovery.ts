import { boxAt, discoverBoxes } from "@shikumi/analysis/discovery";
import { dispersed } from "./experiments.ts";
import { design } from "./sampling.ts";

// In which futures does the dispersed force need 15 days or more?
export const found = discoverBoxes(design, dispersed, { kind: "at-least", threshold: 15 });
// The box the evidence supports, with figures on rows that had no part in it; and every point it was chosen from.
export const [box] = found.boxes;
export const points = found.searches.map(({ trajectory }) => boxAt(trajectory, trajectory.points - 1));
