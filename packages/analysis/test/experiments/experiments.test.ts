import { nameOf } from "@shikumi/core/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assembleExperiments,
  type Block,
  blocksLeft,
  type Draw,
  experimentBlocks,
  type Model,
  missingRows,
  outcomeFrom,
  planExperiments,
  runBlock,
  runExperiments,
} from "../../src/experiments/index.ts";
import { designOf, usableRows } from "../../src/frame/index.ts";
import { cubeOf } from "../../src/robustness/index.ts";
import { failing, lake, lucky, trivial, unitDesign } from "./models.ts";

const speeds = [
  { name: "slow", levers: { speed: 1 } },
  { name: "fast", levers: { speed: 2 } },
];

describe("running a model over a design", () => {
  it("[X1] gives every run the inputs of its row and alternative, in the layout of a cube", () => {
    const design = unitDesign(["a", "b"], 3);
    const alternatives = [
      { name: "low", levers: { c: 2 } },
      { name: "high", levers: { c: 4 } },
    ];

    const { columns } = runExperiments(trivial, design, { alternatives, replications: 2 });

    const [a = [], b = []] = design.columns;
    const expected = [2, 4].flatMap((c) =>
      [0, 1, 2].flatMap((row) => [0, 1].map(() => (a[row] as number) + (b[row] as number) * c)),
    );
    expect(columns).toEqual([Float64Array.from(expected)]);
    expect(() =>
      cubeOf(design, ["low", "high"], 2, columns[0] as Float64Array, "maximise" as never),
    ).not.toThrow();
  });

  it("[X1] agrees with the lake worked by an independent loop", () => {
    const design = designOf(
      [0.42, 2, 0.02, 0, 0.98, 0.05].map((value, at) => ({
        kind: "real",
        name: ["b", "q", "mean", "stdev", "delta", "d"][at] ?? "",
        low: value,
        high: value,
      })),
      [0.42, 2, 0.02, 0, 0.98, 0.05].map((value) => Float64Array.of(value)),
    );
    const path = [0];
    for (let year = 0; year < 100; year++) {
      const p = path[year] ?? 0;
      path.push(0.58 * p + (p * p) / (1 + p * p) + 0.07);
    }

    const { columns } = runExperiments(lake, design);

    expect(columns[0]?.[0]).toBeCloseTo(Math.max(...path), 12);
    // A geometric series: 0.4 d (1 − delta^100) ÷ (1 − delta).
    expect(columns[1]?.[0]).toBeCloseTo((0.02 * (1 - 0.98 ** 100)) / 0.02, 12);
    expect(columns[2]?.[0]).toBe(path.slice(1).filter((p) => p < 0.6).length / 100);
  });

  it("[X2] finds inputs by name, so that the order of factors and levers does not matter", () => {
    const design = unitDesign(["a", "b", "c"], 20);
    const [a, b, c] = design.columns as [Float64Array, Float64Array, Float64Array];
    const turned = designOf([...design.factors].reverse(), [c, b, a]);

    expect(runExperiments(trivial, turned).columns).toEqual(runExperiments(trivial, design).columns);
  });

  it("[X2] refuses inputs that nothing gives, and factors or levers that nobody reads", () => {
    const refused = (names: string[], levers: Record<string, number>) => () =>
      runExperiments(trivial, unitDesign(names, 2), { alternatives: [{ name: "x", levers }] });

    expect(refused(["a", "b"], {})).toThrow(/nothing gives the input "c"/);
    expect(refused(["a", "b", "c", "d"], {})).toThrow(/"d" is no input/);
    expect(refused(["a", "b", "c"], { C: 1 })).toThrow(/"C" is no input/);
    expect(refused(["a", "b", "c"], { c: 1 })).toThrow(/"c" is a factor and a lever/);
    expect(refused(["a", "b"], { c: Number.NaN })).toThrow(/sets c to NaN/);
  });

  it("[X2] refuses plans that mean nothing", () => {
    const design = unitDesign(["need"], 2);
    const plan =
      (options: object, face: object = {}) =>
      () =>
        planExperiments({ ...lucky, ...face }, design, options);

    expect(plan({ alternatives: [] })).toThrow(/no alternatives/);
    expect(plan({ alternatives: [speeds[0], speeds[0]] })).toThrow(/share a name/);
    expect(plan({ alternatives: [speeds[0], { name: "b", levers: {} }] })).toThrow(/levers of "slow"/);
    expect(plan({ replications: 0 })).toThrow(/0 replications/);
    expect(plan({ seed: 0.5 })).toThrow(/32 bits/);
    expect(plan({ replications: 2e9 })).toThrow(/runs/);
    expect(plan({}, { outcomes: [] })).toThrow(/no outcomes/);
    expect(plan({}, { outcomes: ["y", "y"] })).toThrow(/share a name/);
  });
});

describe("a run that fails", () => {
  it("[X3] is a row with its cause, and never has the results of another run", () => {
    const design = unitDesign(["a"], 200);

    const experiments = runExperiments(failing, design);

    const a = design.columns[0] as Float64Array;
    const expected = a.map((value) => (value > 0.7 ? Number.NaN : value));
    expect(experiments.columns[0]).toEqual(expected);
    const failed = [...a.keys()].filter((row) => (a[row] as number) > 0.7);
    expect(failed.length).toBeGreaterThan(30);
    expect(experiments.failures.map(({ row }) => row)).toEqual(failed);
    expect(experiments.failures[0]?.cause).toBe(`RangeError: a is ${a[failed[0] ?? 0]}`);
    const outcome = outcomeFrom(experiments, "y");
    expect(usableRows(design, [outcome])).toMatchObject({
      used: 200 - failed.length,
      failed: failed.length,
      missing: 0,
    });
  });

  it("[X3] does not end the batch, whatever it throws", () => {
    const thrown: readonly unknown[] = [
      undefined,
      null,
      "text",
      7,
      {
        toString: () => {
          throw new Error("no");
        },
      },
      "\ud800",
    ];
    const model: Model = {
      outcomes: ["y"],
      run(inputs, outputs) {
        const at = Math.round((inputs[0] as number) * 10);
        if (at < thrown.length) throw thrown[at];
        if (at === 6) this.run(inputs, outputs, () => 0);
        outputs[0] = at;
      },
    };
    const design = designOf(
      [{ kind: "real", name: "a", low: 0, high: 1 }],
      [Float64Array.from({ length: 8 }, (_, row) => row / 10)],
    );

    const { columns, failures } = runExperiments(model, design);

    expect(columns[0]).toEqual(Float64Array.of(...Array<number>(7).fill(Number.NaN), 7));
    expect(failures.length).toBe(7);
    expect(failures[2]?.cause).toBe("thrown: text");
    expect(failures[4]?.cause).toBe("thrown: something without a text");
    expect(failures[6]?.cause).toMatch(/^RangeError: Maximum call stack/);
    expect(failures.every(({ cause }) => cause.length <= 200 && !/\p{Surrogate}/u.test(cause))).toBe(true);
  });

  it("[X3] fails its row with several replications, whatever the others gave", () => {
    const model: Model = {
      outcomes: ["y"],
      run(inputs, outputs, draw) {
        if (draw(0) < 0.2) throw new Error("unlucky");
        outputs[0] = inputs[0] as number;
      },
    };
    const design = unitDesign(["a"], 100);

    const experiments = runExperiments(model, design, { replications: 3 });

    const outcome = outcomeFrom(experiments, "y");
    const rows = new Set(experiments.failures.map(({ row }) => row));
    expect(rows.size).toBeGreaterThan(20);
    expect(new Set(outcome.failures?.keys())).toEqual(rows);
    for (const row of rows) expect(outcome.values[row]).toBeNaN();
    expect(usableRows(design, [outcome]).failed).toBe(rows.size);
  });

  it("[X4] what a run does not write is missing, and what it does to its inputs is gone", () => {
    const model: Model = {
      outcomes: ["y", "z"],
      run(inputs, outputs) {
        const [a = 0] = inputs;
        if (a > 0.5) outputs[0] = a;
        outputs[1] = a;
        inputs.fill(0.9);
        outputs[7] = 1;
      },
    };
    const design = unitDesign(["a"], 50);

    const { columns, failures } = runExperiments(model, design);

    const a = design.columns[0] as Float64Array;
    expect(columns[0]).toEqual(a.map((value) => (value > 0.5 ? value : Number.NaN)));
    expect(columns[1]).toEqual(a);
    expect(failures).toEqual([]);
  });

  it("[X4] refuses a model that answers later", () => {
    const late = {
      outcomes: ["y"],
      run: async () => await Promise.reject(new Error("later")),
    } as unknown as Model;

    expect(() => runExperiments(late, unitDesign(["a"], 2))).toThrow(/synchronous/);
  });
});

describe("luck", () => {
  it("[X5] is the same for every alternative in one row and replication", () => {
    const design = unitDesign(["need"], 40);

    const { columns } = runExperiments(lucky, design, { alternatives: speeds, replications: 5 });

    const wait = columns[0] as Float64Array;
    const half = wait.length / 2;
    expect(wait.slice(half)).toEqual(wait.slice(0, half).map((value) => value / 2));
    expect(new Set(wait.slice(0, half)).size).toBe(half);
  });

  it("[X5] makes differences far more certain than either mean", () => {
    const variance = (values: Float64Array): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    };
    const nearly = [speeds[0], { name: "b", levers: { speed: 1.01 } }] as typeof speeds;

    const { columns } = runExperiments(lucky, unitDesign(["need"], 2000), { alternatives: nearly });

    const wait = columns[0] as Float64Array;
    const differences = wait.slice(0, 2000).map((value, row) => value - (wait[2000 + row] as number));
    expect(variance(differences)).toBeLessThan(variance(wait.slice(0, 2000)) / 5000);
  });

  it("[X5] depends on seed, row, replication and index only, and is uniform", () => {
    const seen: number[] = [];
    const model: Model = {
      outcomes: ["y"],
      run(_, outputs, draw) {
        outputs[0] = draw(3);
        seen.push(draw(0), draw(1));
      },
    };
    const design = unitDesign(["a"], 1000);
    const value = (seed: number) =>
      runExperiments(model, design, { replications: 2, seed }).columns[0] as Float64Array;

    const zero = value(0);

    expect(value(0)).toEqual(zero);
    expect(value(1)).not.toEqual(zero);
    expect(runExperiments(model, design, { replications: 2 }).columns[0]).toEqual(zero);
    expect(runExperiments(model, design, { replications: 2, seed: nameOf("x") }).columns[0]).not.toEqual(
      zero,
    );
    expect(new Set([...seen.slice(0, 4000), ...zero]).size).toBe(6000);
    const mean = zero.reduce((sum, one) => sum + one, 0) / zero.length;
    // Six standard errors of the mean of 2,000 uniforms.
    expect(Math.abs(mean - 0.5)).toBeLessThan(6 / Math.sqrt(12 * 2000));
  });

  it("[X5] refuses draws without a number", () => {
    const model = (index: number): Model => ({
      outcomes: ["y"],
      run: (_, outputs, draw: Draw) => {
        outputs[0] = draw(index);
      },
    });
    for (const index of [-1, 0.5, 2 ** 31, Number.NaN]) {
      expect(runExperiments(model(index), unitDesign(["a"], 1)).failures[0]?.cause).toMatch(/numbered/);
    }
  });
});

describe("blocks", () => {
  const design = unitDesign(["need"], 23);
  const options = { alternatives: speeds, replications: 3, seed: 4 };
  const model: Model = {
    outcomes: ["wait"],
    run(inputs, outputs, draw) {
      if (draw(9) < 0.1) throw new Error(`unlucky at ${inputs[0]}`);
      lucky.run(inputs, outputs, draw);
    },
  };
  const whole = runExperiments(model, design, options);
  const plan = planExperiments(model, design, options);

  it("[X6] give the same bits however the rows are cut and in whatever order they come", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 22 })), fc.integer(), (cuts, turn) => {
        const ends = [...cuts.sort((a, b) => a - b), 23];
        const blocks = ends.map((end, at) =>
          runBlock(model, plan, ends[at - 1] ?? 0, end - (ends[at - 1] ?? 0)),
        );
        const turned = blocks.map((_, at) => blocks[(at + Math.abs(turn)) % blocks.length] as Block);

        const { columns, failures } = assembleExperiments(plan, turned.reverse());

        expect(columns).toEqual(whole.columns);
        expect(failures).toEqual(whole.failures);
      }),
      { numRuns: 30 },
    );
    expect(whole.failures.length).toBeGreaterThan(5);
  });

  it("[X6] go on where the work was stopped: what is done is not run again", () => {
    const done: Block[] = [];
    for (const block of experimentBlocks(model, plan, { blockRows: 5 })) {
      done.push(block);
      if (done.length === 2) break;
    }
    let runs = 0;
    const counted: Model = {
      ...model,
      run: (inputs, outputs, draw) => {
        runs += 1;
        model.run(inputs, outputs, draw);
      },
    };
    const stored = structuredClone(done);

    expect(blocksLeft(plan, { blockRows: 5, done: stored })).toEqual([
      { first: 10, rows: 5 },
      { first: 15, rows: 5 },
      { first: 20, rows: 3 },
    ]);
    const blocks = [...stored, ...experimentBlocks(counted, plan, { blockRows: 5, done: stored })];

    expect(runs).toBe(13 * 2 * 3);
    expect(assembleExperiments(plan, blocks).columns).toEqual(whole.columns);
  });

  it("[X7] of another design, order, seed, model or alternatives are refused", () => {
    const block = runBlock(model, plan, 0, 23);
    const [need = new Float64Array()] = design.columns;
    const others = [
      planExperiments(model, designOf(design.factors, [need.slice().reverse()]), options),
      planExperiments(model, design, { ...options, seed: 5 }),
      planExperiments(model, design, { ...options, alternatives: [...speeds].reverse() }),
      planExperiments(model, design, {
        ...options,
        alternatives: [speeds[0], { name: "fast", levers: { speed: 3 } }] as typeof speeds,
      }),
      planExperiments(model, design, { ...options, replications: 2 }),
      planExperiments({ ...model, id: "v2" }, design, options),
      planExperiments({ ...model, outcomes: ["delay"] }, design, options),
    ];
    for (const other of others) {
      expect(() => assembleExperiments(other, [block])).toThrow(
        expect.objectContaining({ code: "another-design" }),
      );
    }
    expect(planExperiments(model, design, options).id).toBe(plan.id);
  });

  it("[X7] that are missing, cut or come twice are told", () => {
    const [a, b] = [runBlock(model, plan, 0, 10), runBlock(model, plan, 15, 8)];

    expect(missingRows(plan, [b, a])).toEqual([{ first: 10, rows: 5 }]);
    expect(() => assembleExperiments(plan, [a, b])).toThrow(
      expect.objectContaining({ code: "too-few-rows" }),
    );
    expect(() => assembleExperiments(plan, [a, a])).toThrow(/row 0 comes twice/);
    const cut = { ...a, columns: a.columns.map((column) => column.slice(1)) };
    expect(() => assembleExperiments(plan, [cut])).toThrow(
      expect.objectContaining({ code: "another-length" }),
    );
    expect(() => runBlock(model, plan, 20, 4)).toThrow(/of 23/);
    expect(() => runBlock(model, plan, -1, 4)).toThrow(/from row -1/);
  });

  it("[X8] an outcome carries the design's id, so an analysis refuses it for another", () => {
    const outcome = outcomeFrom(whole, "wait", "fast");

    expect(outcome.designId).toBe(design.id);
    expect(() => usableRows(unitDesign(["need"], 24), [outcome])).toThrow(/belongs to design/);
    expect(() => outcomeFrom(whole, "wait")).toThrow(/not said/);
    expect(() => outcomeFrom(whole, "wait", "x")).toThrow(/no alternative "x"/);
    expect(() => outcomeFrom(whole, "x", "fast")).toThrow(/no outcome "x"/);
  });

  it("[X8] an outcome is the mean of its replications", () => {
    const plain = runExperiments(lucky, design, options);
    const column = plain.columns[0] as Float64Array;

    const { values } = outcomeFrom(plain, "wait", "fast");

    const cell = (23 + 4) * 3;
    const [x = 0, y = 0, z = 0] = column.slice(cell, cell + 3);
    expect(values[4]).toBe((x + y + z) / 3);
  });
});
