export { type ExploreOptions, exploreStudy, type MadeExploration } from "./explore-study.ts";
export {
  compareResults,
  exportResults,
  listResults,
  type RemovedResults,
  type ResultsEntry,
  removeResults,
  showResults,
} from "./stored-explorations.ts";
