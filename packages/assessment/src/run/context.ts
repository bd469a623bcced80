import {
  allocateOutputs,
  compile,
  createState,
  type EngineTarget,
  type Future,
  layoutOf,
  type Outputs,
  type Program,
  type State,
  sampleFuture,
} from "@shikumi/kernel";
import { fastestEngine } from "@shikumi/kernel/webassembly";
import type { Id, Study } from "@shikumi/model";

/** Programs kept at once. Jobs of one run come together, so a few suffice. */
const keptPrograms = 4;

/** A compiled program with the columns and the state its runs write to. */
export interface CompiledProgram {
  readonly program: Program;
  readonly state: State;
  readonly outputs: Outputs;
}

/** What the jobs of one study share on one thread: compiled programs and sampled futures. A cache only; no result depends on it. */
export interface AssessmentContext {
  readonly study: Study;
  readonly programs: Map<string, CompiledProgram>;
  readonly futures: Map<number, Future>;
  readonly engine: EngineTarget;
}

/** An empty context. Every engine gives the same bits; the fastest that this thread may use is taken unless one is given. */
export function createContext(study: Study, engine: EngineTarget = fastestEngine()): AssessmentContext {
  return { study, programs: new Map(), futures: new Map(), engine };
}

/** The program of a set of levers in one mode; compiled where it is not kept. */
export function programFor(
  context: AssessmentContext,
  levers: readonly Id[],
  mode: "in-force" | "timed",
): CompiledProgram {
  const key = `${mode} ${levers.join(" ")}`;
  const kept = context.programs.get(key);
  if (kept !== undefined) return kept;
  const program = compile(context.study, levers, { mode });
  const compiled = {
    program,
    state: createState(program, context.engine),
    outputs: allocateOutputs(layoutOf(program)),
  };
  const oldest = context.programs.keys().next();
  if (context.programs.size >= keptPrograms && oldest.done !== true) context.programs.delete(oldest.value);
  context.programs.set(key, compiled);
  return compiled;
}

/** One future of the study: the same for every set of levers. */
export function futureAt(context: AssessmentContext, index: number): Future {
  const kept = context.futures.get(index);
  if (kept !== undefined) return kept;
  const future = sampleFuture(context.study, index);
  context.futures.set(index, future);
  return future;
}
