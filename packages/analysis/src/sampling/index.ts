export {
  applyDistribution,
  checkDistribution,
  type Distribution,
  isBounded,
  quantileOf,
  quantileRange,
} from "../distribution/index.ts";
export { type Correlation, scoresOfRanks } from "./cholesky.ts";
export { centredDiscrepancy, smallestDistance } from "./discrepancy.ts";
export { extend } from "./extend.ts";
export { factorialDesign, fullFactorial } from "./factorial.ts";
export { aliasesOf, type Fraction, fractionalDesign, fractionalFactorial } from "./fractional-factorial.ts";
export { gaussianCopula } from "./gaussian-copula.ts";
export { halton } from "./halton.ts";
export { imanConover } from "./iman-conover.ts";
export { factorOf, type Input } from "./input.ts";
export { type LatinHypercubeOptions, latinHypercube } from "./latin-hypercube.ts";
export type { LinearConstraint } from "./linear-constraint.ts";
export { type MaximinOptions, maximinLatinHypercube } from "./maximin.ts";
export { monteCarlo, type PointOptions } from "./monte-carlo.ts";
export { type MorrisOptions, morrisDesign, radialDesign } from "./morris.ts";
export {
  type OrthogonalArrayOptions,
  orthogonalArray,
  orthogonalLatinHypercube,
} from "./orthogonal-array.ts";
export { type SaltelliOptions, type SaltelliScramble, saltelliDesign } from "./saltelli.ts";
export { designFrom, type SampledDesign } from "./sampled-design.ts";
export { type SobolOptions, sobol } from "./sobol.ts";
export { sobolDimensions } from "./sobol-directions.ts";
export {
  blockA,
  blockAB,
  blockB,
  blockBA,
  type MorrisDesign,
  type SaltelliDesign,
  saltelliRow,
} from "./structured-design.ts";
export type { HaltonScramble, Recipe, SobolScramble, UnitDesign } from "./unit-design.ts";
