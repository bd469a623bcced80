import { allocateOutputs, compile, createState, prepare, run, sampleFuture } from "@shikumi/kernel";
import { checkStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import { bigStudy } from "./big-study.ts";
import { unbalancedCauses, unsoundFigures } from "./sound-number.ts";

/** Most seconds for each part: about twenty times what it takes, so that only another order of growth is caught. */
const most = 20;

describe("a study of a thousand organisations", () => {
  it("[V5] is parsed, checked, compiled, run and assessed in seconds", () => {
    const slow: string[] = [];
    const timed = <Result>(name: string, work: () => Result): Result => {
      const before = performance.now();
      const result = work();
      const seconds = (performance.now() - before) / 1000;
      if (seconds > most) slow.push(`${name}: ${seconds} s`);
      return result;
    };
    const size = { organisations: 1000, holdings: 2000, tasks: 200 };
    const { study } = timed("parse", () => bigStudy(size));
    if (study === undefined) throw new TypeError("the big study has errors");

    const findings = timed("check", () => checkStudy(study));
    const program = timed("compile", () => compile(study, "baseline", { mode: "in-force" }));
    const prepared = timed("prepare", () => prepare(program, sampleFuture(study, 0)));
    const outputs = allocateOutputs(program.layout);
    const status = timed("run", () =>
      run(program, prepared, createState(program), { replication: 0 }, outputs),
    );
    const plan = { causes: false, removal: false, futures: 1, replications: 1 };
    const found = timed("assess", () => assess(study, plan));

    expect(slow).toEqual([]);
    expect(study.organisations.size).toBe(size.organisations);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(status.ended).toBe("complete");
    expect(outputs.delivered.some((value) => value > 0)).toBe(true);
    expect(unsoundFigures(found)).toEqual([]);
    expect(unbalancedCauses(found)).toEqual([]);
  });
});
