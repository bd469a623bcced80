export { decodeEdition, decodeValue, encodeEdition, encodeValue } from "./edition/codec.ts";
export {
  type Edition,
  EditionError,
  type EditionErrorCode,
  editionFormat,
  isReady,
  type ReadyEdition,
} from "./edition/edition.ts";
export { EditionJoin, type EditionPart, partsOf } from "./edition/edition-parts.ts";
export { tableCsv } from "./export/csv.ts";
export { FutureRunner, type Hand } from "./live/future-runner.ts";
export { Lead, type LeadEffects } from "./live/lead.ts";
export { type Live, LiveError, type LiveSnapshot } from "./live/live.ts";
export { isSameChoice, LiveStore, liveStages, type WorkerLike } from "./live/live-store.ts";
export type { FromLead, ToHand, ToLead } from "./live/protocol.ts";
export { shellMessages } from "./messages/index.ts";
export { sayer } from "./messages/say.ts";
export { type Route, readRoute, routeHash } from "./route/route.ts";
export { StudyErrors } from "./shell/state-page.tsx";
export { views } from "./views/registry.ts";
export type { View, ViewId, ViewProps } from "./views/view.ts";
