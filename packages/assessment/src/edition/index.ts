export { decodeEdition, decodeValue, encodeEdition, encodeValue } from "./codec.ts";
export {
  type Edition,
  EditionError,
  type EditionErrorCode,
  editionFormat,
  isReady,
  type ReadyEdition,
} from "./edition.ts";
