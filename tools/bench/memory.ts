import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Bench, BenchResult } from "./bench.ts";

/** Thirty factors and ten outcomes: forty columns. */
const factors = 30;
const outcomes = 10;
const parts = 10;
const mostMiB = 1024;

const shared = `
const inputs = Array.from({ length: ${factors} }, (_, at) => ({ name: "x" + at, distribution: { kind: "uniform", low: 0, high: 1 } }));
const names = Array.from({ length: ${outcomes} }, (_, at) => "y" + at);
const [folder, rows] = [process.argv[1], Number(process.argv[2])];
const start = performance.now();
function report(figures) {
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, peak: process.resourceUsage().maxRSS / 1024, ...figures }));
}
`;

/** Runs a model over a scrambled Sobol' design and stores each block as a part. The first four outcomes are one measure of four alternatives. */
const exploreScript = `
import { experimentBlocks, planExperiments } from "@shikumi/analysis/experiments";
import { designFrom, sobol } from "@shikumi/analysis/sampling";
import { openResults, partAddress } from "@shikumi/store";
${shared}
const model = {
  outcomes: names,
  run(x, y) {
    const isHard = x[0] >= 0.3 && x[1] <= 0.6 && x[2] >= 0.25 && x[2] <= 0.75 && x[3] >= 0.4;
    for (let at = 0; at < y.length; at++) y[at] = at === 4 ? (isHard ? 0 : 1) + 0.1 * x[10] : x[4] + (0.5 + 0.1 * at) * x[5] + 0.2 * x[6 + at];
  },
};
const { design } = designFrom(inputs, sobol({ rows, dimensions: inputs.length, seed: 1 }));
const plan = planExperiments(model, design);
const specs = [...inputs.map(({ name }) => name), ...names].map((name) => ({ name, unit: "", about: { ja: name, en: name }, kind: "real" }));
const results = await openResults(folder, { create: true });
for (const { first, rows: count, columns } of experimentBlocks(model, plan, { blockRows: Math.ceil(rows / ${parts}) })) {
  const values = [...design.columns.map((column) => column.subarray(first, first + count)), ...columns];
  const address = partAddress({ program: plan.id, package: "", futures: [first], replications: 1, engine: "", settings: null, columns: specs });
  await results.writePart(address, values.map((column, at) => ({ spec: specs[at], values: column })));
}
const addresses = await results.partAddresses();
await results.close();
report({ parts: addresses.length });
`;

/** Reads everything back and asks for robustness, scenario discovery and sensitivity. */
const analyseScript = `
import { discoverBoxes } from "@shikumi/analysis/discovery";
import { designOf, outcomeOf } from "@shikumi/analysis/frame";
import { cubeOf, rankProbabilities, scoreCube } from "@shikumi/analysis/robustness";
import { factorOf } from "@shikumi/analysis/sampling";
import { firstOrderIndices } from "@shikumi/analysis/sensitivity";
import { openResults } from "@shikumi/store";
${shared}
const results = await openResults(folder);
const columns = [];
for await (const { values } of results.streamColumns([...inputs.map(({ name }) => name), ...names])) columns.push(values);
await results.close();
const design = designOf(inputs.map(factorOf), columns.slice(0, ${factors}));
// Temporary arrays are let go with the call.
function robustness() {
  const values = new Float64Array(4 * design.rows);
  for (let at = 0; at < 4; at++) values.set(columns[${factors} + at], at * design.rows);
  const cube = cubeOf(design, names.slice(0, 4), 1, values, "more");
  const metrics = [{ id: "mean" }, { id: "maximin" }, { id: "minimax-regret" }, { id: "mean-regret" }, { id: "satisficing-share", floor: 1 }];
  return [scoreCube(cube, metrics).length, rankProbabilities(cube, { id: "mean" }, { replicates: 20 }).kind];
}
const [criteria, ranked] = robustness();
const outcome = outcomeOf(design, "y4", columns[${factors} + 4]);
const found = discoverBoxes(design, outcome, { kind: "below", threshold: 0.5 }, { mostBoxes: 1, draws: 0 });
const first = firstOrderIndices(design, outcome, { resamples: 2 });
report({
  rows: design.rows,
  used: first.use.used,
  criteria,
  ranked,
  box: (found.boxes[0]?.box.limits ?? []).map(({ factor }) => factor).join(" "),
  indices: first.factors.length,
});
`;

/** Peak of resident memory while 1,000,000 runs × 40 columns are explored, and while they are read back and analysed, each in a process of its own. */
export const memoryBench: Bench = {
  name: "memory",
  about: "peak memory to explore 1,000,000 runs × 40 columns, and to analyse what was stored",
  async run(scale): Promise<BenchResult> {
    const rows = Math.round(1_000_000 * scale);
    const folder = await mkdtemp(join(tmpdir(), "shikumi-bench-"));
    try {
      const explored = await reportOf(exploreScript, folder, rows);
      const analysed = await reportOf(analyseScript, folder, rows);
      const peaks = [Number(explored["peak"]), Number(analysed["peak"])];
      return {
        figures: {
          "runs × 40 columns": rows,
          "explore and store, s": Number(explored["seconds"]),
          "explore and store, peak MiB": peaks[0] ?? Number.NaN,
          "read and analyse, s": Number(analysed["seconds"]),
          "read and analyse, peak MiB": peaks[1] ?? Number.NaN,
          "limits of the box found": String(analysed["box"]),
        },
        problems: [
          ...peaks
            .filter((peak) => !(peak < mostMiB))
            .map((peak) => `${peak.toFixed(0)} MiB; less than ${mostMiB} are allowed`),
          ...(analysed["rows"] === rows && analysed["used"] === rows
            ? []
            : ["rows are missing from the analysis"]),
          ...(analysed["ranked"] === "ranked" ? [] : ["no ranks"]),
          ...(scale < 1 || analysed["box"] === "x0 x1 x2 x3"
            ? []
            : [`the box has the limits ${analysed["box"]}`]),
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function reportOf(script: string, folder: string, rows: number): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "-e", script, folder, String(rows)],
    { cwd: join(import.meta.dirname, "../..") },
  );
  return JSON.parse(stdout) as Record<string, unknown>;
}
