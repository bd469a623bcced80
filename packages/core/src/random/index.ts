export { childHigh, childLow, uniformOf } from "./lanes.ts";
export {
  child,
  childInto,
  compareNames,
  futureName,
  indexName,
  type Name,
  nameOf,
  nameOfParts,
  runName,
} from "./name.ts";
export { uniform } from "./uniform.ts";
