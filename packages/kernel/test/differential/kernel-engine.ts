import type { Id, Study } from "@shikumi/model";
import { compile } from "../../src/compile/compile.ts";
import { createState, imposedOf, runWith, type State } from "../../src/host/run.ts";
import { traceEntries } from "../../src/host/trace-run.ts";
import { allocateOutputs } from "../../src/outputs.ts";
import { prepare } from "../../src/prepare/prepare.ts";
import type { Program } from "../../src/program.ts";
import type { Future, Mode, RunSpec } from "../../src/run-spec.ts";
import type { Engine, Record } from "./reading.ts";

interface Compiled {
  readonly program: Program;
  readonly state: State;
}

const known = new WeakMap<Study, Map<string, Compiled>>();

/** A program with one state, which all runs of a study with that package share: so what one leaves behind shows in the next. */
function compiled(study: Study, packageId: Id, mode: Mode): Compiled {
  const programs = known.get(study) ?? new Map<string, Compiled>();
  known.set(study, programs);
  const name = `${mode} ${packageId}`;
  const before = programs.get(name);
  if (before !== undefined) return before;
  const program = compile(study, packageId, { mode });
  const made = { program, state: createState(program) };
  programs.set(name, made);
  return made;
}

export const kernel: Engine = {
  name: "kernel",
  run(study: Study, packageId: Id, mode: Mode, future: Future, spec: RunSpec): Record {
    const { program, state } = compiled(study, packageId, mode);
    const outputs = allocateOutputs(program.layout);
    const status = runWith(program, prepare(program, future), state, spec, outputs, true, true);
    return { outputs, trace: traceEntries(state), status, imposed: spec.imposed ?? imposedOf(state) };
  },
};
