import { type Block, type Model, runExperiments } from "@shikumi/analysis/experiments";
import { type Design, designOf } from "@shikumi/analysis/frame";
import { runExperimentsOnThreads } from "@shikumi/workbench/experiments";
import { describe, expect, it } from "vitest";

const urlOf = (name: string): URL => new URL(`./${name}-model.mjs`, import.meta.url);
const modelOf = async (name: string): Promise<Model> => (await import(urlOf(name).href)).model as Model;

/** Values k ÷ rows of one factor in an order that mixes them. */
function mixedDesign(rows: number, name = "need"): Design {
  const values = Float64Array.from({ length: rows }, (_, row) => ((row * 37) % rows) / rows);
  return designOf([{ kind: "real", name, low: 0, high: 1 }], [values]);
}

const alternatives = [
  { name: "slow", levers: { speed: 1 } },
  { name: "fast", levers: { speed: 2 } },
];
const options = { alternatives, replications: 3, seed: 5 };

describe("experiments on threads", () => {
  it("[E1] give the bits of one thread for any number of threads and any blocks, failures too", async () => {
    const design = mixedDesign(211);
    const here = runExperiments(await modelOf("unlucky"), design, options);
    expect(here.failures.length).toBeGreaterThan(50);

    for (const how of [{ threads: 1 }, { threads: 2 }, { threads: 3, blockRows: 7 }]) {
      const { experiments, deaths } = await runExperimentsOnThreads(urlOf("unlucky"), design, {
        ...options,
        ...how,
      });

      expect(experiments.columns).toEqual(here.columns);
      expect(experiments.failures).toEqual(here.failures);
      expect(experiments.plan.id).toBe(here.plan.id);
      expect(deaths).toEqual([]);
    }
  });

  it("[E1] run an empty design, and more threads than rows", async () => {
    const { experiments } = await runExperimentsOnThreads(urlOf("unlucky"), mixedDesign(1), {
      ...options,
      threads: 4,
    });
    expect(experiments.columns[0]?.length).toBe(6);

    const empty = designOf([{ kind: "real", name: "need", low: 0, high: 1 }], [new Float64Array()]);
    const none = await runExperimentsOnThreads(urlOf("unlucky"), empty, options);
    expect(none.experiments.columns[0]?.length).toBe(0);
  });

  it("[E2] go on with what is missing, and tell progress", async () => {
    const design = mixedDesign(100);
    const blocks: Block[] = [];
    const told: (readonly [number, number])[] = [];
    const all = await runExperimentsOnThreads(urlOf("unlucky"), design, {
      ...options,
      threads: 2,
      blockRows: 10,
      onBlock: (block) => blocks.push(structuredClone(block)),
      progress: (rows, total) => told.push([rows, total]),
    });
    expect(told).toEqual(Array.from({ length: 10 }, (_, at) => [10 * (at + 1), 100]));

    const rerun: Block[] = [];
    const resumed = await runExperimentsOnThreads(urlOf("unlucky"), design, {
      ...options,
      threads: 2,
      blockRows: 10,
      done: blocks.slice(0, 7),
      onBlock: (block) => rerun.push(block),
    });

    expect(rerun.length).toBe(3);
    expect(resumed.experiments.columns).toEqual(all.experiments.columns);
    const others = runExperimentsOnThreads(urlOf("unlucky"), design, { ...options, seed: 6, done: blocks });
    await expect(others).rejects.toMatchObject({ name: "AnalysisError", code: "another-design" });
  });

  it("[E3] outlive threads that die: what killed them failed, with its cause, and all else was run", async () => {
    const design = mixedDesign(100);

    const { experiments, deaths } = await runExperimentsOnThreads(urlOf("deadly"), design, {
      threads: 2,
      blockRows: 20,
    });

    const need = design.columns[0] as Float64Array;
    const deadly = [...need.keys()].filter(
      (row) => (need[row] as number) >= 0.4 && (need[row] as number) <= 0.45,
    );
    expect(deadly.length).toBe(6);
    expect(experiments.failures.map(({ row }) => row)).toEqual(deadly);
    expect(experiments.failures[0]?.cause).toBe("thread-died: Error: it ended with code 3");
    expect(experiments.columns[0]).toEqual(
      need.map((value, row) => (deadly.includes(row) ? Number.NaN : value)),
    );
    for (const row of deadly)
      expect(deaths).toContainEqual({ first: row, rows: 1, cause: expect.any(String) });
    expect(deaths[0]?.rows).toBe(20);
  });

  it("[E3] outlive threads that run out of memory", async () => {
    const { experiments, deaths } = await runExperimentsOnThreads(urlOf("hungry"), mixedDesign(4), {
      threads: 1,
    });
    expect(experiments.failures).toEqual([]);
    expect(deaths).toEqual([]);

    const design = designOf(
      [{ kind: "real", name: "need", low: 0, high: 1 }],
      [Float64Array.of(0.1, 0.995, 0.3)],
    );
    const hungry = await runExperimentsOnThreads(urlOf("hungry"), design, { threads: 2, memoryMiB: 64 });

    expect(hungry.experiments.columns[0]).toEqual(Float64Array.of(0.1, Number.NaN, 0.3));
    expect(hungry.experiments.failures[0]?.cause).toMatch(/memory/);
  });

  it("[E4] stop when the caller's signal is given, even in a run that never ends; finished blocks were told", async () => {
    const controller = new AbortController();
    const blocks: Block[] = [];
    const needs = [{ kind: "real", name: "need", low: 0, high: 1 }] as const;

    const work = runExperimentsOnThreads(urlOf("endless"), designOf(needs, [Float64Array.of(0.1, 0.9)]), {
      threads: 2,
      blockRows: 1,
      signal: controller.signal,
      onBlock: (block) => {
        blocks.push(block);
        controller.abort();
      },
    });

    await expect(work).rejects.toMatchObject({ name: "WorkbenchError", code: "interrupted" });
    expect(blocks.map(({ first }) => first)).toEqual([0]);
    const before = runExperimentsOnThreads(urlOf("lake"), mixedDesign(4), { signal: AbortSignal.abort() });
    await expect(before).rejects.toMatchObject({ code: "interrupted" });
  });

  it("[E4] end when the caller can keep no more blocks", async () => {
    const work = runExperimentsOnThreads(urlOf("unlucky"), mixedDesign(50), {
      ...options,
      threads: 2,
      onBlock: () => {
        throw new Error("no room");
      },
    });

    await expect(work).rejects.toThrow("no room");
  });

  it("[E5] refuse what is no model, one that changes, and numbers that are none", async () => {
    const design = mixedDesign(8);
    const run = (name: string, more: object = {}) =>
      runExperimentsOnThreads(urlOf(name), design, { threads: 2, ...more });

    await expect(run("missing")).rejects.toMatchObject({ name: "WorkbenchError", code: "thread-failed" });
    await expect(run("changing")).rejects.toMatchObject({ code: "thread-failed" });
    await expect(run("late")).rejects.toMatchObject({ name: "AnalysisError", code: "bad-argument" });
    await expect(run("lake")).rejects.toMatchObject({ name: "AnalysisError", code: "bad-argument" });
    await expect(run("unlucky", { threads: 0 })).rejects.toBeInstanceOf(RangeError);
    await expect(run("unlucky", { blockRows: 0.5 })).rejects.toBeInstanceOf(RangeError);
  });

  it("[E1] give the same lake on threads as here", async () => {
    const { model, ranges } = (await import(urlOf("lake").href)) as {
      model: Model;
      ranges: [number, number][];
    };
    const factors = (model.inputs ?? []).map((name, at) => ({
      kind: "real" as const,
      name,
      low: ranges[at]?.[0] ?? 0,
      high: ranges[at]?.[1] ?? 0,
    }));
    const design = designOf(
      factors,
      factors.map(({ low, high }, at) =>
        Float64Array.from({ length: 500 }, (_, row) => low + ((row * (at + 3)) % 500) * ((high - low) / 500)),
      ),
    );

    const { experiments } = await runExperimentsOnThreads(urlOf("lake"), design, { threads: 2 });

    expect(experiments.columns).toEqual(runExperiments(model, design).columns);
    expect(new Set(experiments.columns[0]).size).toBeGreaterThan(400);
  });
});
