export { canonicalJson } from "./canonical-json.ts";
export { sha256Hex, sha256HexOfBytes } from "./sha256.ts";
