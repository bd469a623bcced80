import { allocateOutputs, compile, createState, layoutOf, prepare, run, sampleFuture } from "@shikumi/kernel";
import { interpret } from "../../packages/kernel/test/interpreter/interpret.ts";
import { type Bench, interleaved } from "./bench.ts";
import { studyNamed } from "./studies.ts";

/** Events per second of the kernel on the studies, and how many times as fast it is as the interpreter on the same runs. */
export const kernelBench: Bench = {
  name: "kernel",
  about: "events per second of the kernel, and its ratio to the interpreter in the same run",
  async run(scale) {
    const figures: Record<string, number> = {};
    for (const name of ["harbour-aid", "japan-us-2012"] as const) {
      const study = await studyNamed(name);
      const program = compile(study, "baseline", { mode: "in-force" });
      const state = createState(program);
      const outputs = allocateOutputs(layoutOf(program));
      const futures = [0, 1].map((index) => sampleFuture(study, index));
      const prepared = futures.map((future) => prepare(program, future));
      const repeats = Math.max(1, Math.round(20 * scale));
      let events = 0;
      const kernelRuns = (): void => {
        events = 0;
        for (let repeat = 0; repeat < repeats; repeat++)
          for (const one of prepared) events += run(program, one, state, { replication: 0 }, outputs).events;
      };
      const interpreterRuns = (): void => {
        for (const future of futures) interpret(study, "baseline", "in-force", future, { replication: 0 });
      };
      const [fast = 1, slow = 1] = await interleaved([kernelRuns, interpreterRuns], 5);
      figures[`${name}: events per run`] = events / repeats / futures.length;
      figures[`${name}: kernel events/s`] = events / fast;
      figures[`${name}: runs/s`] = (repeats * futures.length) / fast;
      figures[`${name}: ratio to interpreter`] = (slow * repeats) / fast;
    }
    return { figures, problems: [] };
  },
};
