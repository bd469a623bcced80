import { Session } from "node:inspector/promises";
import {
  allocateOutputs,
  compile,
  createState,
  type EngineTarget,
  everyCause,
  javascriptEngine,
  layoutOf,
  type PreparedFuture,
  type Program,
  prepare,
  run,
  runRecorded,
  sampleFuture,
} from "@shikumi/kernel";
import { fastestEngine } from "@shikumi/kernel/webassembly";
import { interpret } from "../../packages/kernel/test/interpreter/interpret.ts";
import { type Bench, interleaved } from "./bench.ts";
import { studyNamed } from "./studies.ts";

/** What the files of the engine are about, for the share of time by phase. */
const phases: Readonly<Record<string, string>> = {
  "demand.ts": "demand",
  "incident.ts": "demand",
  "incident-slot.ts": "demand",
  "stocks.ts": "demand",
  "work.ts": "allocate",
  "allocate.ts": "allocate",
  "candidate.ts": "allocate",
  "reach.ts": "allocate",
  "task-share.ts": "allocate",
  "inform.ts": "inform",
  "permit.ts": "permit",
  "request.ts": "permit",
  "situation.ts": "permit",
  "law.ts": "permit",
  "condition.ts": "permit",
  "queue.ts": "permit",
  "wait-list.ts": "permit",
  "cell.ts": "combine",
  "go.ts": "reach",
  "access.ts": "reach",
  "arrive.ts": "act",
  "effect.ts": "act",
  "task-end.ts": "release",
  "refusal.ts": "release",
  "calendar.ts": "calendar",
  "name.ts": "draws",
  "lanes.ts": "draws",
  "scramble.ts": "draws",
  "quantile.ts": "draws",
  "amount.ts": "amounts and laws in force",
  "in-force.ts": "amounts and laws in force",
};

/** Speed of the kernel on the studies, from both engines, beside the interpreter; the cost of 64 relaxations; the share of time by phase. */
export const kernelBench: Bench = {
  name: "kernel",
  about:
    "events, runs and simulated years a second on the studies, ratios of engines, 64 relaxations, time by phase",
  async run(scale) {
    const figures: Record<string, number> = {};
    for (const name of ["harbour-aid", "japan-us-2012"] as const) {
      const study = await studyNamed(name);
      const program = compile(study, "baseline", { mode: "in-force" });
      const futures = [0, 1].map((index) => sampleFuture(study, index));
      const prepared = futures.map((future) => prepare(program, future));
      const repeats = Math.max(1, Math.round(20 * scale));
      const tally = { events: 0, missions: 0 };
      const fast = runs(program, prepared, fastestEngine(), repeats, tally);
      const plain = runs(program, prepared, javascriptEngine, repeats, { events: 0, missions: 0 });
      const slow = (): void => {
        for (const future of futures) interpret(study, "baseline", "in-force", future, { replication: 0 });
      };
      const [wasm = 1, javascript = 1, interpreter = 1] = await interleaved([fast, plain, slow], 7);
      const runCount = repeats * futures.length;
      const years = (runCount * study.charter.horizon) / 8766;
      figures[`${name}: events per run`] = tally.events / runCount;
      figures[`${name}: missions per year`] = tally.missions / years;
      figures[`${name}: events/s`] = tally.events / wasm;
      figures[`${name}: runs/s`] = runCount / wasm;
      figures[`${name}: years/s`] = years / wasm;
      figures[`${name}: years/s at 2,000 missions a year`] = tally.missions / wasm / 2000;
      figures[`${name}: WebAssembly to JavaScript`] = javascript / wasm;
      figures[`${name}: WebAssembly to interpreter`] = (interpreter * repeats) / wasm;
      figures[`${name}: 64 relaxations to one run`] = relaxations(program, prepared[0] as PreparedFuture);
      if (name === "japan-us-2012")
        for (const [phase, share] of await timeByPhase(plain))
          figures[`${name}: share of time, ${phase}`] = share;
    }
    return { figures, problems: [] };
  },
};

function runs(
  program: Program,
  prepared: readonly PreparedFuture[],
  engine: EngineTarget,
  repeats: number,
  tally: { events: number; missions: number },
): () => void {
  const state = createState(program, engine);
  const outputs = allocateOutputs(layoutOf(program));
  return () => {
    tally.events = 0;
    tally.missions = 0;
    for (let replication = 0; replication < repeats; replication++)
      for (const one of prepared) {
        tally.events += run(program, one, state, { replication }, outputs).events;
        tally.missions += outputs.missionInstances.reduce((sum, count) => sum + count, 0);
      }
  };
}

/** Time of all relaxations of one run, with its demand imposed, in times of that run: the median of five. */
function relaxations(program: Program, prepared: PreparedFuture): number {
  const state = createState(program, fastestEngine());
  const outputs = allocateOutputs(layoutOf(program));
  const spec = { replication: 0 };
  const ratios = Array.from({ length: 5 }, () => {
    const before = performance.now();
    for (let repeat = 0; repeat < 10; repeat++) run(program, prepared, state, spec, outputs);
    const one = (performance.now() - before) / 10;
    const { imposed } = runRecorded(program, prepared, state, spec, outputs);
    const start = performance.now();
    for (let relax = 0; relax <= everyCause; relax++)
      run(program, prepared, state, { ...spec, relax, imposed }, outputs);
    return (performance.now() - start) / one;
  });
  return ratios.sort((a, b) => a - b)[2] ?? Number.NaN;
}

/** Shares of a profile of the engine as JavaScript, whose functions have names, by phase. */
async function timeByPhase(work: () => void): Promise<readonly (readonly [phase: string, share: number])[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  const files = new Map(profile.nodes.map((node) => [node.id, node.callFrame.url.split("/").at(-1) ?? ""]));
  const shares = new Map<string, number>();
  let total = 0;
  profile.samples?.forEach((id, at) => {
    const phase = phases[files.get(id) ?? ""];
    const time = profile.timeDeltas?.[at] ?? 0;
    if (phase === undefined) return;
    total += time;
    shares.set(phase, (shares.get(phase) ?? 0) + time);
  });
  return [...shares].map(([phase, time]) => [phase, time / total] as const).sort(([, a], [, b]) => b - a);
}
