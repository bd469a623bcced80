import { sha256HexOfBytes } from "@shikumi/core/hash";
import type { Study } from "@shikumi/model";
import { compile } from "../../src/compile/compile.ts";
import { type EngineTarget, javascriptEngine } from "../../src/host/engine.ts";
import { createState, run, runRecorded } from "../../src/host/run.ts";
import { webassemblyEngine } from "../../src/host/webassembly.ts";
import { sampleFuture } from "../../src/number/future.ts";
import { allocateOutputs, type Outputs } from "../../src/outputs.ts";
import { prepare } from "../../src/prepare/prepare.ts";
import type { RunStatus } from "../../src/run-spec.ts";
import { engineBytes } from "../../src/webassembly/engine-bytes.ts";
import { generateStudy } from "../generator/generate-study.ts";

const studies = 24;

/**
 * The hash of all outputs of a fixed set of runs: generated studies in both modes, unrelaxed and relaxed, with a party withdrawn, with what is undetermined granted and refused. Uses
 * nothing but the language, so that it can run anywhere.
 */
export function hashOfFixedRuns(name: EngineTarget["name"]): string {
  const engine = name === "javascript" ? javascriptEngine : webassemblyEngine(engineBytes());
  const hashes: string[] = [];
  for (let seed = 0; seed < studies; seed++) {
    const { study } = generateStudy(seed);
    if (study === undefined) throw new Error(`seed ${seed} is no study`);
    hashes.push(...hashesOf(study, seed, engine));
  }
  return sha256HexOfBytes(new TextEncoder().encode(hashes.join("\n")));
}

function* hashesOf(study: Study, seed: number, engine: EngineTarget): Generator<string> {
  const without = [...study.parties.keys()][0];
  for (const mode of ["in-force", "timed"] as const) {
    const program = compile(study, "pk0", { mode });
    const prepared = prepare(program, sampleFuture(study, seed % 4));
    const state = createState(program, engine);
    const outputs = allocateOutputs(program.layout);
    const spec = { replication: seed, budget: 20_000 };
    const { status, imposed } = runRecorded(program, prepared, state, spec, outputs);
    yield hashOf(outputs, status);
    for (const relax of [1 + (seed % 62), 63])
      yield hashOf(outputs, run(program, prepared, state, { ...spec, relax, imposed }, outputs));
    yield hashOf(outputs, run(program, prepared, state, { ...spec, undetermined: "granted" }, outputs));
    if (without !== undefined)
      yield hashOf(outputs, run(program, prepared, state, { ...spec, without }, outputs));
  }
}

function hashOf(outputs: Outputs, { ended, events, lastTick }: RunStatus): string {
  const columns = Object.values(outputs).filter(
    (column): column is Float64Array | Int32Array =>
      column instanceof Float64Array || column instanceof Int32Array,
  );
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + column.byteLength, 0));
  let at = 0;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return `${ended} ${events} ${lastTick} ${sha256HexOfBytes(bytes)}`;
}
