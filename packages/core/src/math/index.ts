export { exp, expm1 } from "./exponential.ts";
export { gammaCdf, gammaQuantile } from "./gamma-quantile.ts";
export { asin, atan, atan2 } from "./inverse-trigonometry.ts";
export { lnGamma } from "./ln-gamma.ts";
export { log, log1p } from "./logarithm.ts";
export { normalCdf, normalQuantile } from "./normal.ts";
export { pow } from "./power.ts";
export { cos, LARGEST_ANGLE, sin } from "./trigonometry.ts";
