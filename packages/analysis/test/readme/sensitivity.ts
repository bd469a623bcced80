import { outcomeFrom } from "@shikumi/analysis/experiments";
import { outcomeOf } from "@shikumi/analysis/frame";
import { saltelliDesign } from "@shikumi/analysis/sampling";
import { decisionSensitivity, sobolIndices, switchingValue } from "@shikumi/analysis/sensitivity";
import { experiments } from "./experiments.ts";
import { design } from "./sampling.ts";

// What moves the outcome: indices with intervals over independent scrambles.
const inputs = ["a", "b"].map(
  (name) => ({ name, distribution: { kind: "uniform", low: 0, high: 1 } }) as const,
);
const saltelli = saltelliDesign(inputs, { base: 4096, scrambles: 8, secondOrder: true });
const [a, b] = saltelli.design.columns as [Float64Array, Float64Array];
const y = a.map((value, row) => value + 2 * (b[row] as number));
export const indices = sobolIndices(saltelli, outcomeOf(saltelli.design, "y", y));

// What moves the decision: which input is worth learning before one chooses.
const options = ["as now", "stock parts", "disperse"].map((name) => ({
  ...outcomeFrom(experiments, "days", name),
  name,
}));
export const decision = decisionSensitivity(design, options, { better: "lower" });

// From which value on does the better option change?
export const answer = switchingValue({ f: (x) => 3 - x * x, low: 0, high: 4, at: 1, tolerance: 1e-9 });
