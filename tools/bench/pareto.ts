import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { frontRanks, hypervolume, nonDominated, type Objective } from "@shikumi/analysis/pareto";
import { type Bench, type BenchResult, interleaved } from "./bench.ts";

const rows = 100_000;
const rounds = 9;

/** Rows of the fronts, as every peer finds them. */
const expected = { cube: 328, sphere: 42_640 };

/**
 * Non-dominated rows of 100,000 × 4 in a cube, where few stand, and on a shell of the sphere, where nearly half do: what is quick on one is often slow on the other. The
 * rows come from a counter-based hash that gives the same bits in Python. moocore (C) runs on the same rows in turns where this machine has it.
 */
export const paretoBench: Bench = {
  name: "pareto",
  about: `non-dominated rows of ${rows.toLocaleString("en")} × 4, easy and hard; fronts; hypervolume`,
  async run(): Promise<BenchResult> {
    const cube = uniformColumns(rows, 4, 3);
    const sphere = shellOf(cube, uniformColumns(rows, 1, 4));
    const sets = { cube: objectivesOf(cube), sphere: objectivesOf(sphere) };
    const tenth = objectivesOf(cube.map((column) => column.subarray(0, rows / 10)));
    const front = objectivesOf(sphere.slice(0, 3).map((column) => column.subarray(0, 1000)));
    const [cubeSeconds = 0, sphereSeconds = 0, rankSeconds = 0, volumeSeconds = 0] = await interleaved(
      [
        () => nonDominated(sets.cube),
        () => nonDominated(sets.sphere),
        () => frontRanks(tenth),
        () => hypervolume(front, [1.1, 1.1, 1.1]),
      ],
      rounds,
    );
    const found = {
      cube: nonDominated(sets.cube).rows.length,
      sphere: nonDominated(sets.sphere).rows.length,
    };
    const peers = {
      cube: await moocoreSeconds(cube),
      sphere: await moocoreSeconds(sphere),
    };
    return {
      figures: {
        "cube, s": cubeSeconds,
        "sphere shell, s": sphereSeconds,
        "fronts of 10,000 × 4, s": rankSeconds,
        "hypervolume 1,000 × 3, s": volumeSeconds,
        "cube, rows standing": found.cube,
        "sphere, rows standing": found.sphere,
        "moocore cube, s": peers.cube ?? "absent",
        "moocore sphere shell, s": peers.sphere ?? "absent",
        ...(peers.cube === undefined ? {} : { "ratio cube to moocore": cubeSeconds / peers.cube }),
        ...(peers.sphere === undefined ? {} : { "ratio sphere to moocore": sphereSeconds / peers.sphere }),
      },
      problems: (["cube", "sphere"] as const)
        .filter((set) => found[set] !== expected[set])
        .map((set) => `${set}: ${found[set]} rows stand, expected ${expected[set]}`),
    };
  },
};

function objectivesOf(columns: readonly Float64Array[]): readonly Objective[] {
  return columns.map((values) => ({ values, direction: "less" }));
}

function uniformColumns(length: number, width: number, seed: number): Float64Array[] {
  return Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length }, (_none, row) => hash(row * width + column, seed) / 4294967296),
  );
}

/** Points thrown on the unit sphere and moved outward by up to a twentieth. */
function shellOf(
  cube: readonly Float64Array[],
  [shell = new Float64Array()]: readonly Float64Array[],
): Float64Array[] {
  return cube.map((column) =>
    column.map((value, row) => {
      let squares = 0;
      for (const other of cube) squares += (other[row] as number) * (other[row] as number);
      return (value / Math.sqrt(squares)) * (1 + 0.05 * (shell[row] as number));
    }),
  );
}

function hash(counter: number, seed: number): number {
  let x = counter ^ Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Median seconds of moocore's filter on the same rows; undefined where this machine has none. */
async function moocoreSeconds(columns: readonly Float64Array[]): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "shikumi-pareto-"));
  try {
    const path = join(folder, "columns.bin");
    await writeFile(path, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
    const script = [
      "import sys, time, statistics, numpy, moocore",
      `x = numpy.ascontiguousarray(numpy.fromfile(sys.argv[1]).reshape(${columns.length}, -1).T)`,
      "def once():",
      "    start = time.perf_counter(); moocore.is_nondominated(x); return time.perf_counter() - start",
      `once(); print(statistics.median(once() for _ in range(${rounds})))`,
    ].join("\n");
    const { stdout } = await promisify(execFile)("python3", ["-c", script, path]);
    return Number(stdout);
  } catch {
    return undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
}
