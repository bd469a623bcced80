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
export { uniform, uniformOf } from "./uniform.ts";
