import { type EngineTarget, javascriptEngine } from "../host/engine.ts";
import { webassemblyEngine } from "../host/webassembly.ts";
import { engineBytes } from "./engine-bytes.ts";

let known: EngineTarget | undefined;

/** WebAssembly where it may be compiled, JavaScript elsewhere: the results are the same, bit for bit. One to a thread. */
export function fastestEngine(): EngineTarget {
  known ??= made();
  return known;
}

function made(): EngineTarget {
  try {
    return webassemblyEngine(engineBytes());
  } catch {
    return javascriptEngine;
  }
}
