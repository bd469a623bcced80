import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { javascriptTaskEngine, TaskRunner, webassemblyTaskEngine } from "@shikumi/kernel/tasks";
import { taskBytes } from "@shikumi/kernel/webassembly";
import { desbModel } from "../../packages/kernel/test/task-layer/desb-model.ts";
import type { Bench } from "./bench.ts";

const rounds = 9;
const packagesPerTape = 20;

/** Seconds of one round, and how many events of the model (sixteen a mission) it ran. */
interface Round {
  readonly seconds: number;
  readonly events: number;
}

/**
 * The task layer on DESB-1 beside the reference in C++ and SimPy. Their sources are not part of the project: `SHIKUMI_BENCH` names the folder that holds `des.cpp` and `simpy_des.py`.
 */
export const desbBench: Bench = {
  name: "desb",
  about: "the task layer on DESB-1, beside C++ and SimPy where SHIKUMI_BENCH names their sources",
  run(scale) {
    const replications = Math.max(20, Math.round(400 * scale));
    const runners = {
      WebAssembly: new TaskRunner(webassemblyTaskEngine(taskBytes()), desbModel()),
      JavaScript: new TaskRunner(javascriptTaskEngine(), desbModel()),
    };
    const works = new Map<string, () => Round>();
    for (const [name, runner] of Object.entries(runners))
      for (const [variant, isTape, isFused] of [
        ["every event", false, false],
        ["tape of 20 packages", true, false],
        ["tape, fused cells", true, true],
      ] as const)
        works.set(`${name}: ${variant}`, () => ours(runner, replications, isTape, isFused));
    const figures: Record<string, number | string> = {};
    const reference = cplusplus(replications);
    if (reference === undefined)
      figures["C++ winner tree"] = "absent: no g++, or SHIKUMI_BENCH names no des.cpp";
    else works.set("C++ winner tree", reference);
    const speeds = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round++)
      for (const [name, work] of works) {
        const { seconds, events } = work();
        if (round > 0) speeds.set(name, [...(speeds.get(name) ?? []), events / seconds]);
      }
    const base = speeds.get("C++ winner tree");
    for (const [name, all] of speeds) {
      figures[`${name}: M events/s`] = median(all) / 1e6;
      if (base !== undefined)
        figures[`${name}: ratio to C++`] = median(all.map((speed, round) => speed / (base[round] ?? 1)));
    }
    const simpy = simPy();
    if (simpy === undefined)
      figures["SimPy"] = "absent: python3 has no simpy, or SHIKUMI_BENCH names no simpy_des.py";
    else
      figures["WebAssembly: ratio to SimPy"] = median(speeds.get("WebAssembly: every event") ?? []) / simpy;
    const one = nanoseconds("organisations", 1);
    for (const kind of ["organisations", "load", "units"] as const)
      for (const times of [10, 100])
        figures[`${kind} x${times}: ns/event over x1`] = nanoseconds(kind, times) / one;
    return Promise.resolve({ figures, problems: [] });
  },
};

function ours(runner: TaskRunner, replications: number, isTape: boolean, isFused: boolean): Round {
  const before = performance.now();
  let events = 0;
  for (let at = 0; at < replications; at++) {
    const tape = isTape ? (at % packagesPerTape === 0 ? "make" : "replay") : "none";
    events += 16 * runner.run(1, isTape ? Math.floor(at / packagesPerTape) : at, tape, isFused).missions;
  }
  return { seconds: (performance.now() - before) / 1000, events };
}

function nanoseconds(kind: "organisations" | "load" | "units", times: number): number {
  const runner = new TaskRunner(webassemblyTaskEngine(taskBytes()), desbModel({ kind, times }));
  const replications = kind === "organisations" ? 60 : Math.max(2, Math.round(60 / times));
  ours(runner, 2, false, false);
  return median(
    Array.from({ length: 5 }, () => {
      const { seconds, events } = ours(runner, replications, false, false);
      return (seconds / events) * 1e9;
    }),
  );
}

function sourceOf(name: string): string | undefined {
  const folder = process.env["SHIKUMI_BENCH"];
  const path = folder === undefined ? undefined : join(folder, name);
  return path !== undefined && existsSync(path) ? path : undefined;
}

function cplusplus(replications: number): (() => Round) | undefined {
  const source = sourceOf("des.cpp");
  if (source === undefined) return undefined;
  const program = join(mkdtempSync(join(tmpdir(), "shikumi-des-")), "des");
  try {
    execFileSync("g++", ["-O3", "-march=native", "-std=c++17", source, "-o", program], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return () => {
    const text = execFileSync(program, ["tree", String(replications), "1"], { encoding: "utf8" });
    const { sec, missions } = JSON.parse(text) as { readonly sec: number; readonly missions: number };
    return { seconds: sec, events: 16 * missions };
  };
}

/** Events a second of SimPy. */
function simPy(): number | undefined {
  const source = sourceOf("simpy_des.py");
  if (source === undefined) return undefined;
  for (const python of ["python3", "/usr/bin/python3"])
    try {
      const text = execFileSync(python, [source, "5", "1"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      const line = text.trim().split("\n").at(-1) ?? "{}";
      return (JSON.parse(line) as { readonly eqEventsPerSec?: number }).eqEventsPerSec;
    } catch {
      // The next one may have the package.
    }
  return undefined;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
