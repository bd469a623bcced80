import { memoryBuffer } from "../engine/primitive.ts";
import { reserve, simulate } from "../run/simulate.ts";

/** What runs a program that lies in its memory: the same source as JavaScript or as WebAssembly. */
export interface EngineTarget {
  readonly name: "javascript" | "webassembly";
  /** The memory; another object after it has grown. */
  buffer(): ArrayBufferLike;
  /** Makes the memory at least so many bytes long. */
  reserve(bytes: number): void;
  /** 0 for a complete run, 1 for one whose budget is spent. */
  simulate(): number;
}

/** What lies in the memory of each engine now, by the host that wrote it. */
const loaded = new WeakMap<EngineTarget, object>();

/** The record of what lies in an engine's memory. */
export function loadedIn<Loaded extends object>(engine: EngineTarget, empty: () => Loaded): Loaded {
  const known = loaded.get(engine) as Loaded | undefined;
  if (known !== undefined) return known;
  const made = empty();
  loaded.set(engine, made);
  return made;
}

/** The engine as JavaScript. Its memory is one for the whole thread, so there is one of it. */
export const javascriptEngine: EngineTarget = {
  name: "javascript",
  buffer: memoryBuffer,
  reserve,
  simulate,
};
