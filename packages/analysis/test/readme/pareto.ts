import { hypervolume, nonDominated } from "@shikumi/analysis/pareto";

const days = { values: Float64Array.of(9, 5, 6, 3, Number.NaN), direction: "less" } as const;
const cost = { values: Float64Array.of(0, 2, 4, 7, 1), direction: "less" } as const;

// The third costs more and takes longer than the second; the fifth has no value and is counted.
export const { rows, use } = nonDominated([days, cost]);
export const { volume } = hypervolume([days, cost], [10, 10]);
