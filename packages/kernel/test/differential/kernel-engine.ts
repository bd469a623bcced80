import type { Id, Study } from "@shikumi/model";
import { compile } from "../../src/compile/compile.ts";
import { type EngineTarget, javascriptEngine } from "../../src/host/engine.ts";
import { createState, imposedOf, runWith } from "../../src/host/run.ts";
import { traceEntries } from "../../src/host/trace-run.ts";
import { allocateOutputs } from "../../src/outputs.ts";
import { prepare } from "../../src/prepare/prepare.ts";
import type { Program } from "../../src/program.ts";
import type { Future, Mode, RunSpec } from "../../src/run-spec.ts";
import type { Engine, Record } from "./reading.ts";

const known = new WeakMap<Study, Map<string, Program>>();

/** The program of a package, compiled once. All runs share the memory of their engine: so what one leaves behind would show in the next. */
function compiled(study: Study, packageId: Id, mode: Mode): Program {
  const programs = known.get(study) ?? new Map<string, Program>();
  known.set(study, programs);
  const name = `${mode} ${packageId}`;
  const before = programs.get(name);
  if (before !== undefined) return before;
  const made = compile(study, packageId, { mode });
  programs.set(name, made);
  return made;
}

export const kernel: Engine = kernelOn(javascriptEngine);

/** The kernel on one engine. */
export function kernelOn(target: EngineTarget): Engine {
  return {
    name: `kernel as ${target.name}`,
    run(study: Study, packageId: Id, mode: Mode, future: Future, spec: RunSpec): Record {
      const program = compiled(study, packageId, mode);
      const state = createState(program, target);
      const outputs = allocateOutputs(program.layout);
      const status = runWith(program, prepare(program, future), state, spec, outputs, true, true);
      return { outputs, trace: traceEntries(state), status, imposed: spec.imposed ?? imposedOf(state) };
    },
  };
}
