export type { Column, ColumnSpec, ColumnValues } from "./column.ts";
export type { Exploration, SchemaComparison } from "./exploration.ts";
export { storeMessages } from "./messages/index.ts";
export { type OpenOptions, openResults } from "./open-results.ts";
export { isPartAddress, type PartAddress, type PartOrigin, partAddress } from "./part-address.ts";
export type { Condition, PartSummary, ReadOptions, ResultColumns, Results } from "./results.ts";
export { StoreError, type StoreErrorCode, type StoreProblem, storeErrorCodes } from "./store-error.ts";
