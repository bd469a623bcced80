import type { Id, Study } from "@shikumi/model";
import type { Outputs } from "../../src/outputs.ts";
import type { Future, Imposed, Mode, RunSpec, RunStatus } from "../../src/run-spec.ts";
import type { TraceEntry } from "../../src/trace.ts";

/** Everything one run leaves behind. */
export interface Record {
  readonly outputs: Outputs;
  readonly trace: readonly TraceEntry[];
  readonly status: RunStatus;
  readonly imposed: Imposed;
}

/** A reading of SPEC.md that can run. */
export interface Engine {
  readonly name: string;
  run(study: Study, packageId: Id, mode: Mode, future: Future, spec: RunSpec): Record;
}
