import process from "node:process";
import { type Bench, type BenchResult, secondsOf } from "./bench.ts";
import { discoveryBench } from "./discovery.ts";
import { experimentsBench } from "./experiments.ts";
import { memoryBench } from "./memory.ts";
import { paretoBench } from "./pareto.ts";
import { samplingBench } from "./sampling.ts";
import { sensitivityBench } from "./sensitivity.ts";
import { storeBench } from "./store.ts";

const parts: readonly Bench[] = [
  samplingBench,
  sensitivityBench,
  discoveryBench,
  paretoBench,
  experimentsBench,
  storeBench,
  memoryBench,
];

/** Everything that is compared with the field's tools, one part after the other; each part is a bench by itself too. Figures are told as they come, and with the part's name in the result. */
export const analysisBench: Bench = {
  name: "analysis",
  about: `what the field's tools are compared by, in one: ${parts.map(({ name }) => name).join(", ")}`,
  async run(scale): Promise<BenchResult> {
    const figures: Record<string, number | string> = {};
    const problems: string[] = [];
    for (const part of parts) {
      let found: BenchResult = { figures: {}, problems: ["it did not end"] };
      const seconds = await secondsOf(async () => {
        found = await part.run(scale);
      });
      process.stderr.write(`${part.name}: ${seconds.toFixed(0)} s\n`);
      for (const [name, value] of Object.entries(found.figures)) figures[`${part.name}: ${name}`] = value;
      problems.push(...found.problems.map((problem) => `${part.name}: ${problem}`));
    }
    return { figures, problems };
  },
};
