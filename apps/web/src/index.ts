export { decodeEdition, decodeValue, encodeEdition, encodeValue } from "./edition/codec.ts";
export {
  type Edition,
  EditionError,
  type EditionErrorCode,
  editionFormat,
  isReady,
  type ReadyEdition,
} from "./edition/edition.ts";
export { tableCsv } from "./export/csv.ts";
export { type Route, readRoute, routeHash } from "./route/route.ts";
export { views } from "./views/registry.ts";
export type { View, ViewId, ViewProps } from "./views/view.ts";
