import { type Model, outcomeFrom, runExperiments, runUntil } from "@shikumi/analysis/experiments";
import { sobol } from "@shikumi/analysis/sampling";
import { design, inputs } from "./sampling.ts";

/** Days until sorties are flown again, with luck that is the same for every alternative. */
const model: Model = {
  inputs: ["warning", "resupply", "crews", "stock", "spread"],
  outcomes: ["days"],
  run(inputs, outputs, draw) {
    const [warning = 0, resupply = 0, crews = 1, stock = 0, spread = 0] = inputs;
    if (warning < 0.5) throw new Error("caught on the ground");
    const damage = (1 - 0.6 * spread) * (1 + draw(0)) * Math.max(0.2, 1 - warning / 10);
    outputs[0] = (4 * damage) / crews + Math.max(0, resupply - 6 - 10 * stock);
  },
};
const alternatives = [
  { name: "as now", levers: { stock: 0, spread: 0 } },
  { name: "stock parts", levers: { stock: 1, spread: 0 } },
  { name: "disperse", levers: { stock: 0, spread: 1 } },
];

export const experiments = runExperiments(model, design, { alternatives, seed: 1 });
// A failed run is a row with its cause; it never has the value of another run.
export const dispersed = outcomeFrom(experiments, "days", "disperse");

// Or run until the mean gain of one alternative over another is known to half a day.
export const untilSure = runUntil(
  model,
  { inputs, unit: sobol({ rows: 128, dimensions: 3 }) },
  {
    alternatives,
    deciding: { outcome: "days", alternative: "stock parts", against: "as now", halfWidth: 0.5 },
    mostPoints: 65_536,
  },
);
