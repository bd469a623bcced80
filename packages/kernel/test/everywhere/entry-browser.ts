import { hashOfFixedRuns } from "./fixed-runs.ts";

const hashes = { javascript: hashOfFixedRuns("javascript"), webassembly: hashOfFixedRuns("webassembly") };
// The same file serves a page, which reads the hashes, and a worker, which sends them.
Object.assign(globalThis, { hashes });
if (!("document" in globalThis))
  (globalThis as unknown as { postMessage: (message: unknown) => void }).postMessage(hashes);
