export { CURRENCIES } from "./currency.ts";
export { type FormatOptions, formatQuantity } from "./format-quantity.ts";
export { quantityMessages } from "./messages/index.ts";
export { parseQuantity } from "./parse-quantity.ts";
export type {
  Dimension,
  Expectation,
  Quantity,
  QuantityOutcome,
  QuantityProblem,
  QuantityProblemCode,
} from "./quantity.ts";
export {
  compareRationals,
  divide,
  multiply,
  type Rational,
  rational,
  rationalFromNumber,
  rationalToNumber,
} from "./rational.ts";
export { type Unit, unitNamed, unitsOf } from "./unit.ts";
