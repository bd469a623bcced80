import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Column, type ColumnSpec, openResults, partAddress, type Results } from "@shikumi/store";
import { type Bench, type BenchResult, interleaved, secondsOf } from "./bench.ts";

const rounds = 7;

/** Writes and reads the same doubles with numpy's raw container, which does nothing but copy them; prints the seconds of the second time. */
const numpyScript = `
import os, sys, tempfile, time
import numpy as np
n = int(sys.argv[1])
rng = np.random.default_rng(1)
columns = {f"c{i}": rng.random(n) for i in range(9)}
columns["series"] = rng.random((n, 100))
path = os.path.join(tempfile.mkdtemp(), "r.npz")
for again in range(2):
    start = time.perf_counter()
    np.savez(path, **columns)
    with open(path, "rb+") as file:
        os.fsync(file.fileno())
    written = time.perf_counter() - start
os.unlink(path)
print(written)
`;

/** Streams every column of the results in a folder and prints the peak of resident memory in MiB, the sum of all values and the seconds. */
const streamScript = `
import { openResults } from "@shikumi/store";
const results = await openResults(process.argv[1]);
const names = Array.from({ length: 40 }, (_, at) => "c" + at);
const start = performance.now();
let sum = 0;
for await (const { values } of results.streamColumns(names)) for (const value of values) sum += value;
const seconds = (performance.now() - start) / 1000;
await results.close();
console.log(process.resourceUsage().maxRSS / 1024, sum, seconds);
`;

/** Time to store and read 100,000 runs of 6 parameters, 3 scalars and a 100-point series, and memory to stream 1,000,000 × 40. */
export const storeBench: Bench = {
  name: "store",
  about: "seconds to store and read 100,000 runs bit for bit; memory to stream 1,000,000 × 40",
  async run(scale): Promise<BenchResult> {
    const folder = await mkdtemp(join(tmpdir(), "shikumi-bench-"));
    try {
      const results = await openResults(folder, { create: true });
      const small = await storeAndRead(results, Math.round(100_000 * scale));
      await results.forgetParts(await results.partAddresses());
      const large = await streamed(results, Math.round(100_000 * scale));
      await results.close();
      return {
        figures: { ...small.figures, ...large.figures },
        problems: [...small.problems, ...large.problems],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function storeAndRead(results: Results, rows: number): Promise<BenchResult> {
  const columns: readonly Column[] = [
    ...Array.from({ length: 9 }, (_, at) => randomColumn(`c${at}`, rows)),
    randomColumn("series", rows, 100),
  ];
  const names = columns.map(({ spec }) => spec.name);
  const written: string[] = [];
  let read: readonly Column[] = [];
  const numpy: number[] = [];
  const [writeSeconds = 0, readSeconds = 0] = await interleaved(
    [
      async () => {
        const address = freshAddress(columns);
        written.push(address);
        await results.writePart(address, columns);
      },
      async () => {
        const last = written.at(-1) ?? "";
        read = (await results.readColumns(names, { parts: [last] })).columns;
        await results.forgetParts([last]);
      },
      async () => {
        const seconds = await numpySeconds(rows);
        if (seconds !== undefined) numpy.push(seconds);
      },
    ],
    rounds,
  );
  const isExact = columns.every(({ values }, at) => isSame(values, read[at]?.values));
  const peer = numpy.toSorted((a, b) => a - b)[numpy.length >> 1];
  return {
    figures: {
      "runs stored": rows,
      "write and flush, s": writeSeconds,
      "check and read back, s": readSeconds,
      "bit-exact": isExact ? "yes" : "no",
      "numpy savez and flush, s": peer ?? "absent",
      ...(peer === undefined ? {} : { "ratio write to numpy": writeSeconds / peer }),
    },
    problems: [
      ...(isExact ? [] : ["what was read is not what was written"]),
      ...(writeSeconds > Math.max(1, rows / 100_000)
        ? [`writing took ${writeSeconds} s; 1 s is allowed`]
        : []),
    ],
  };
}

async function streamed(results: Results, rows: number): Promise<BenchResult> {
  const parts = 10;
  let sum = 0;
  const seconds = await secondsOf(async () => {
    for (let part = 0; part < parts; part++) {
      const columns = Array.from({ length: 40 }, (_, at) => randomColumn(`c${at}`, rows));
      for (const { values } of columns) for (const value of values) sum += Number(value);
      await results.writePart(freshAddress(columns), columns);
    }
  });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "-e", streamScript, results.folder],
    { cwd: join(import.meta.dirname, "../..") },
  );
  const [peak = 0, found = 0, streamSeconds = 0] = stdout.trim().split(" ").map(Number);
  return {
    figures: {
      "rows × 40 columns": rows * parts,
      "make and write, s": seconds,
      "stream all columns, s": streamSeconds,
      "peak memory, MiB": peak,
    },
    problems: [
      ...(peak < 1024 ? [] : [`streaming took ${peak} MiB; less than 1024 are allowed`]),
      // Sums in another order differ in the last bits.
      ...(Math.abs(found - sum) < 1e-9 * sum ? [] : [`the streamed values add up to ${found}, not ${sum}`]),
    ],
  };
}

function randomColumn(name: string, rows: number, length?: number): Column {
  const values = new Float64Array(rows * (length ?? 1));
  for (let at = 0; at < values.length; at++) values[at] = Math.random();
  const spec: ColumnSpec = {
    name,
    unit: "",
    about: { ja: "乱数", en: "random numbers" },
    kind: "real",
    ...(length === undefined ? {} : { length }),
  };
  return { spec, values };
}

function freshAddress(columns: readonly Column[]): string {
  return partAddress({
    program: randomUUID(),
    package: "",
    futures: [],
    replications: 1,
    engine: "",
    settings: null,
    columns: columns.map(({ spec }) => spec),
  });
}

function isSame(a: Column["values"], b: Column["values"] | undefined): boolean {
  if (!(a instanceof Float64Array && b instanceof Float64Array)) return false;
  const [x, y] = [a, b].map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength));
  return x !== undefined && y !== undefined && x.equals(y);
}

async function numpySeconds(rows: number): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)("python3", ["-c", numpyScript, String(rows)]);
    return Number(stdout);
  } catch {
    return undefined;
  }
}
