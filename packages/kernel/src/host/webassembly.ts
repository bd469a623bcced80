import { exp, expm1, gammaQuantile, lnGamma, log1p, normalQuantile, pow } from "@shikumi/core/math";
import type { EngineTarget } from "./engine.ts";
import type { TaskEngine } from "./task-model.ts";

/** The part of the WebAssembly interface that is used: neither Node's types nor the DOM's are in scope here. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

interface EngineExports {
  readonly memory: { readonly buffer: ArrayBufferLike };
  readonly reserve: (bytes: number) => void;
  readonly simulate: () => number;
}

interface TaskExports extends Omit<EngineExports, "simulate"> {
  readonly runTasks: () => void;
}

/**
 * The engine as WebAssembly from its bytes (`@shikumi/kernel/webassembly` carries them), with a memory of its own. Compiles at once, which browsers allow in workers only.
 * The functions of `@shikumi/core/math` are lent to it, so that both engines have the same bits.
 */
export function webassemblyEngine(bytes: Uint8Array): EngineTarget {
  const { memory, reserve, simulate } = instanceOf(bytes) as EngineExports;
  return { name: "webassembly", buffer: () => memory.buffer, reserve, simulate };
}

/** The task layer as WebAssembly from its bytes, with a memory of its own. */
export function webassemblyTaskEngine(bytes: Uint8Array): TaskEngine {
  const { memory, reserve, runTasks } = instanceOf(bytes) as TaskExports;
  return { name: "webassembly", buffer: () => memory.buffer, reserve, runTasks };
}

function instanceOf(bytes: Uint8Array): object {
  const module = new WebAssembly.Module(bytes);
  const abort = (): never => {
    throw new RangeError("the engine has stopped: its memory cannot grow any further");
  };
  const instance = new WebAssembly.Instance(module, {
    env: { abort },
    math: { exp, expm1, gammaQuantile, lnGamma, log1p, normalQuantile, pow },
  });
  return instance.exports;
}
