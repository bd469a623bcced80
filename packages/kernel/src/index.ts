export { type Cause, causeBit, causes, everyCause } from "./cause.ts";
export { type CompileOptions, compile, layoutOf } from "./compile/compile.ts";
export { programDigest } from "./digest.ts";
export { checkProgram } from "./host/check-program.ts";
export { type EngineTarget, javascriptEngine } from "./host/engine.ts";
export { createState, run, runRecorded, type State, touchedCauses } from "./host/run.ts";
export { traceRun } from "./host/trace-run.ts";
export { webassemblyEngine } from "./host/webassembly.ts";
export { KernelError, type KernelErrorCode } from "./kernel-error.ts";
export { amountValue, distributionValue, type Facts, type FutureValues, noFacts } from "./number/amount.ts";
export { futureOf, futureValues, sampleFuture, uncertaintiesOf } from "./number/future.ts";
export { hoursOf, never, ticksOf, ticksPerHour } from "./number/ticks.ts";
export { allocateOutputs, type OutputLayout, type Outputs, timeBin, timeBins } from "./outputs.ts";
export { type IndependentParts, independentParts } from "./parts/independent-parts.ts";
export { type PreparedFuture, prepare } from "./prepare/prepare.ts";
export type { Program } from "./program.ts";
export { type Future, type Imposed, type Mode, nameText, type RunSpec, type RunStatus } from "./run-spec.ts";

export type { TraceEntry, TraceKind } from "./trace.ts";
