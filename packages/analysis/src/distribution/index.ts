export { checkDistribution, type Distribution, isBounded } from "./distribution.ts";
export { applyDistribution, quantileOf, quantileRange } from "./quantile.ts";
