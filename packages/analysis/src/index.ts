export { type ClosingSet, type ClosingTable, closingSets } from "./attribution/closing-sets.ts";
export { owenValues } from "./attribution/owen-values.ts";
export { type Estimate, estimateMean, estimateRatio } from "./estimate/estimate.ts";
export { quantile } from "./estimate/quantile.ts";
export { studentQuantile } from "./estimate/student-quantile.ts";
export { tailMean } from "./estimate/tail-mean.ts";
export { wilsonInterval } from "./estimate/wilson-interval.ts";
