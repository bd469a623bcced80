import { describe, expect, it } from "vitest";
import { compile } from "../src/compile/compile.ts";
import { programDigest } from "../src/digest.ts";
import { checkProgram } from "../src/host/check-program.ts";
import { createState, run } from "../src/host/run.ts";
import { KernelError, type KernelErrorCode } from "../src/kernel-error.ts";
import { sampleFuture } from "../src/number/future.ts";
import { allocateOutputs } from "../src/outputs.ts";
import { prepare } from "../src/prepare/prepare.ts";
import type { Program } from "../src/program.ts";
import { generateStudy } from "./generator/generate-study.ts";

const study = (() => {
  for (let seed = 0; seed < 50; seed++) {
    const made = generateStudy(seed).study;
    if (made !== undefined && made.uncertainties.size > 1) return made;
  }
  throw new Error("no generated study has two uncertainties");
})();
const program = compile(study, "pk0", { mode: "timed" });
const future = sampleFuture(study, 0);

function codeOf(work: () => void): KernelErrorCode | "none" {
  try {
    work();
    return "none";
  } catch (error) {
    if (error instanceof KernelError) return error.code;
    throw error;
  }
}

describe("input that no run can be made of", () => {
  it("[K85] is a future of another length", () => {
    expect(codeOf(() => prepare(program, { index: 0, values: future.values.slice(1) }))).toBe("future");
  });

  it.each([Number.NaN, -1e300, Number.NEGATIVE_INFINITY])("[K85] is a future with the value %d", (value) => {
    const values = future.values.with(0, value);

    expect(() => prepare(program, { index: 3, values })).toThrow(
      /future 3: ".*" is .*; expected a value from/,
    );
    expect(codeOf(() => prepare(program, { index: 3, values }))).toBe("future");
  });

  it("[K85] is no future that the study itself samples", () => {
    for (let index = 0; index < 200; index++)
      expect(codeOf(() => prepare(program, sampleFuture(study, index)))).toBe("none");
  });

  it.each([2 ** 31, Number.NaN, -1, 1.5])("[K81] is a budget of %d events", (budget) => {
    const state = createState(program);

    expect(() =>
      run(
        program,
        prepare(program, future),
        state,
        { replication: 0, budget },
        allocateOutputs(program.layout),
      ),
    ).toThrow(RangeError);
  });

  it("[K85] is a horizon beyond the clock", () => {
    // The study language refuses one of more than a hundred years, so the charter is changed behind its back.
    const charter = study.charter as { horizon: number };
    const { horizon } = charter;
    try {
      charter.horizon = 130 * 8766;

      expect(codeOf(() => compile(study, "baseline"))).toBe("horizon");
    } finally {
      charter.horizon = horizon;
    }
  });

  it("[K85] is another program than the digest says", () => {
    const digest = programDigest(program);
    const other = structuredClone(program) as Program;

    expect(codeOf(() => checkProgram(other, digest))).toBe("none");
    other.lists[3] = (other.lists[3] as number) ^ 1;
    expect(codeOf(() => checkProgram(other, digest))).not.toBe("none");
    expect(
      codeOf(() => checkProgram(program, digest.replace(/^./, digest.startsWith("0") ? "1" : "0"))),
    ).toBe("program-digest");
  });

  it.each([
    [
      "a cut column",
      (damaged: Program) => ({
        ...damaged,
        tasks: { ...damaged.tasks, after: damaged.tasks.after.slice(1) },
      }),
    ],
    ["a list that ends outside", (damaged: Program) => ({ ...damaged, lists: damaged.lists.slice(0, 40) })],
    [
      "a column as plain numbers",
      (damaged: Program) => ({ ...damaged, nameHi: [...damaged.nameHi] as unknown as Int32Array }),
    ],
    [
      "versions that point outside",
      (damaged: Program) => ({ ...damaged, holdingIn: { ...damaged.holdingIn, rows: new Int32Array(0) } }),
    ],
  ])("[K85] is a program with %s", (_, damage) => {
    const damaged = damage(program);
    const state = createState(damaged);

    expect(
      codeOf(() =>
        run(damaged, prepare(program, future), state, { replication: 0 }, allocateOutputs(program.layout)),
      ),
    ).toBe("program-damaged");
  });
});
