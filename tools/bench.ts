import { writeFile } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { analysisBench } from "./bench/analysis.ts";
import { assessBench } from "./bench/assess.ts";
import type { Bench, BenchResult } from "./bench/bench.ts";
import { desbBench } from "./bench/desb.ts";
import { discoveryBench } from "./bench/discovery.ts";
import { experimentsBench } from "./bench/experiments.ts";
import { fuzzBench } from "./bench/fuzz.ts";
import { kernelBench } from "./bench/kernel.ts";
import { liveBench } from "./bench/live.ts";
import { memoryBench } from "./bench/memory.ts";
import { paretoBench } from "./bench/pareto.ts";
import { sameBench } from "./bench/same.ts";
import { samplingBench } from "./bench/sampling.ts";
import { sensitivityBench } from "./bench/sensitivity.ts";
import { storeBench } from "./bench/store.ts";

const benches: readonly Bench[] = [
  fuzzBench,
  kernelBench,
  desbBench,
  sameBench,
  assessBench,
  analysisBench,
  discoveryBench,
  paretoBench,
  samplingBench,
  sensitivityBench,
  experimentsBench,
  storeBench,
  memoryBench,
  liveBench,
];

/**
 * `npm run bench -- NAME [--json FILE]`. Every figure that compares is a ratio of two things measured in the same run, by the median of interleaved rounds. SHIKUMI_TEST_SCALE
 * multiplies how much is done. Exit code 1 when a bench finds what must not be.
 */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string" } },
  });
  const [name] = positionals;
  if (name === undefined || name === "list") {
    say("list", "this list");
    for (const bench of benches) say(bench.name, bench.about);
    return name === undefined ? 2 : 0;
  }
  const bench = benches.find((one) => one.name === name);
  if (bench === undefined) {
    process.stderr.write(`There is no bench "${name}"; \`npm run bench -- list\` names them.\n`);
    return 2;
  }
  const result: BenchResult = await bench.run(Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1"));
  for (const [figure, value] of Object.entries(result.figures)) say(figure, format(value));
  for (const problem of result.problems) process.stderr.write(`${problem}\n`);
  const report = {
    format: "shikumi-bench-1",
    bench: name,
    node: process.version,
    arch: process.arch,
    ...result,
  };
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
  return result.problems.length === 0 ? 0 : 1;
}

function say(name: string, text: string): void {
  process.stdout.write(`${name.padEnd(28)} ${text}\n`);
}

function format(value: number | string): string {
  return typeof value === "string"
    ? value
    : value.toLocaleString(
        "en",
        value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
      );
}

process.exitCode = await main();
