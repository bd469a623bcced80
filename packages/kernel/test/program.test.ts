import { describe, expect, it } from "vitest";
import { requireDistinct } from "../src/compile/builder.ts";
import {
  allocateOutputs,
  compile,
  createState,
  KernelError,
  layoutOf,
  type Program,
  prepare,
  programDigest,
  run,
  sampleFuture,
  traceRun,
} from "../src/index.ts";
import { generateStudy } from "./generator/generate-study.ts";
import { miniStudy } from "./rules/mini-study.ts";

function studyOf(seed: number): NonNullable<ReturnType<typeof generateStudy>["study"]> {
  const { study } = generateStudy(seed);
  if (study === undefined) throw new Error(`the study of seed ${seed} cannot be read`);
  return study;
}

function deliveredBy(program: Program, seed: number, replication: number): Float64Array {
  const out = allocateOutputs(layoutOf(program));
  const prepared = prepare(program, sampleFuture(studyOf(seed), 2));
  run(program, prepared, createState(program), { replication }, out);
  return out.deliveredBy;
}

describe("a program", () => {
  it("[K82] can be cloned, as to another thread, and runs the same", () => {
    for (const seed of [3, 4, 5]) {
      const program = compile(studyOf(seed), "pk0", { mode: "timed" });

      expect(deliveredBy(structuredClone(program), seed, 1)).toEqual(deliveredBy(program, seed, 1));
    }
  });

  it("[K82] has a digest of its content alone", () => {
    const digest = programDigest(compile(studyOf(3), "pk0", { mode: "timed" }));

    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(programDigest(compile(studyOf(3), "pk0", { mode: "timed" }))).toBe(digest);
    expect(programDigest(structuredClone(compile(studyOf(3), "pk0", { mode: "timed" })))).toBe(digest);
    expect(programDigest(compile(studyOf(3), "baseline", { mode: "timed" }))).not.toBe(digest);
    expect(programDigest(compile(studyOf(4), "pk0", { mode: "timed" }))).not.toBe(digest);
  });

  it("[K82] leaves its prepared future as it was, and traces without changing numbers", () => {
    const program = compile(studyOf(7), "pk0");
    const prepared = prepare(program, sampleFuture(studyOf(7), 0));
    const before = structuredClone(prepared);
    const trace = traceRun(program, prepared, { replication: 0 });

    expect(prepared).toEqual(before);
    expect(traceRun(program, prepared, { replication: 0 })).toEqual(trace);
    expect(trace.length).toBeGreaterThan(0);
  });

  it("[K81] stops beyond its budget of events", () => {
    const program = compile(studyOf(7), "baseline");
    const prepared = prepare(program, sampleFuture(studyOf(7), 0));
    const spec = { replication: 0, budget: 5 };
    const status = run(program, prepared, createState(program), spec, allocateOutputs(layoutOf(program)));

    expect(status).toMatchObject({ ended: "budget", events: 5 });
  });

  it("[K81] stops beyond two million events where no budget is given", () => {
    const study = miniStudy("incidents: {raid: {at: here, rate: 4000 /h, assumption: true}}");
    const program = compile(study, "baseline");
    const prepared = prepare(program, sampleFuture(study, 0));
    const spec = { replication: 0 };
    const status = run(program, prepared, createState(program), spec, allocateOutputs(layoutOf(program)));

    expect(status).toMatchObject({ ended: "budget", events: 2_000_000 });
  });

  it("[K82] does not run on the state of another", () => {
    const [one, other] = [compile(studyOf(3), "baseline"), compile(studyOf(4), "baseline")];
    const prepared = prepare(one, sampleFuture(studyOf(3), 0));

    expect(() =>
      run(one, prepared, createState(other), { replication: 0 }, allocateOutputs(layoutOf(one))),
    ).toThrow(RangeError);
  });

  it("[K3] may not give two parts the same name", () => {
    const same = [
      [1, 2],
      [1, 2],
    ] as const;

    expect(() => requireDistinct(["a", "b"], same)).toThrow(KernelError);
    expect(() => requireDistinct(["a", "b"], [same[0], [1, 3]])).not.toThrow();
  });
});
