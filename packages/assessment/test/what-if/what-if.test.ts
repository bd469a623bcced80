import { join } from "node:path";
import { KernelError, sampleFuture, uncertaintiesOf } from "@shikumi/kernel";
import { parseStudy, type Study } from "@shikumi/model";
import { readStudyFolder } from "@shikumi/workbench";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import type { Assessment, Figure } from "../../src/findings.ts";
import {
  createWhatIfContext,
  evaluateFuture,
  evaluateWhatIf,
  evaluateWhole,
  presentChoice,
  type WhatIf,
  WhatIfError,
  type WhatIfFindings,
  whatIfFindings,
  whatIfKey,
  whatIfRoles,
} from "../../src/what-if/index.ts";

const plan = { futures: 5, replications: 2 };
const refusedOnce = { undetermined: "refused", relaxed: false, replications: 2 } as const;
let study: Study;
let whole: Assessment;

beforeAll(async () => {
  const files = await readStudyFolder(join(import.meta.dirname, "../../../../studies/harbour-aid"));
  const parsed = parseStudy(files);
  if (parsed.study === undefined) throw new TypeError("studies/harbour-aid has errors");
  study = parsed.study;
  whole = assess(study, plan);
});

function choice(levers: readonly string[], fixed: Readonly<Record<string, number>> = {}): WhatIf {
  return { levers, fixed, mode: "in-force" };
}

/** Every figure of a finding by its address. */
function figuresOf(value: unknown): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  const visit = (one: unknown): void => {
    if (typeof one !== "object" || one === null || ArrayBuffer.isView(one)) return;
    if ("unit" in one && "run" in one && "low" in one) found.set((one as Figure).id, one as Figure);
    else for (const field of Object.values(one)) visit(field);
  };
  visit(value);
  return found;
}

/** Figures of the what-if that the assessment has too; both must be the same bits. */
function compared(findings: WhatIfFindings): number {
  const known = figuresOf(whole);
  let count = 0;
  for (const [id, figure] of figuresOf(findings)) {
    const other = known.get(id);
    if (other === undefined) continue;
    expect(figure).toEqual(other);
    count++;
  }
  return count;
}

describe("a choice", () => {
  it("[W1] has the figures of the assessment for the baseline, causes and equality among them", () => {
    const findings = evaluateWhatIf(createWhatIfContext(study), presentChoice, { ...plan, isRelaxed: true });

    expect(figuresOf(findings.domains).size).toBeGreaterThan(0);
    expect(compared({ ...findings, charges: [] })).toBeGreaterThan(30);
    expect(findings.causes).toEqual(whole.causes);
    for (const found of findings.equality) expect(whole.equality).toContainEqual(found);
    expect(findings.missions.map(({ mission }) => mission)).toEqual(
      whole.baseline.missions.map(({ mission }) => mission),
    );
  });

  it("[W1] [W4] has the figures of the assessment for every package, gains among them", () => {
    for (const { id, levers } of study.packages.values()) {
      if (levers.length === 0) continue;
      for (const mode of ["in-force", "timed"] as const) {
        const findings = evaluateWhatIf(createWhatIfContext(study), { levers, fixed: {}, mode }, plan);

        expect(findings.run.key).toBe(`${id}/${mode}/refused`);
        expect(compared(findings)).toBeGreaterThan(10);
        const gains = whole.packageGains.find((gain) => gain.id === id)?.gains ?? [];
        expect(findings.domains.map(({ gain }) => gain?.value)).toEqual(
          gains.map((gain) => (mode === "timed" ? gain.expected : gain.ifAdoptedAndUsed).value),
        );
      }
    }
  });

  it("[W4] is named after the lever it is, whatever the order of what that needs", () => {
    const context = createWhatIfContext(study);
    for (const { id, with: needed } of whole.levers) {
      const findings = evaluateWhatIf(context, choice([...needed, id, id]), { futures: 2, replications: 1 });

      const names = [`lever.${id}`, ...study.packages.keys()];
      expect(names).toContain(findings.run.package);
      expect(whatIfKey(study, choice([id, ...needed]))).toBe(whatIfKey(study, choice([...needed, id, id])));
    }
  });

  it("[W4] with a value held is nobody's package, and its key holds the value", () => {
    const id = uncertaintiesOf(study)[0]?.id ?? "";
    const value = sampleFuture(study, 0).values[0] as number;
    const findings = evaluateWhatIf(createWhatIfContext(study), choice([], { [id]: value }), {
      futures: 1,
      replications: 1,
    });

    expect(findings.run.package).toBe("what-if");
    expect(findings.run.key).toContain(`${id}=${value}`);
  });
});

describe("values held", () => {
  it("[W2] at what a future sampled give that future again", () => {
    const rows = uncertaintiesOf(study);
    for (const future of [0, 3]) {
      const { values } = sampleFuture(study, future);
      const fixed = Object.fromEntries(rows.map(({ id }, at) => [id, values[at] as number]));

      const held = evaluateFuture(createWhatIfContext(study), choice([], fixed), refusedOnce, future);

      expect(held).toEqual(evaluateFuture(createWhatIfContext(study), presentChoice, refusedOnce, future));
    }
  });

  it("[W2] change the future, and only where they are read", () => {
    const context = createWhatIfContext(study);
    const other = sampleFuture(study, 4).values;
    const changed = uncertaintiesOf(study).filter(({ id }, at) => {
      const held = evaluateFuture(context, choice([], { [id]: other[at] as number }), refusedOnce, 1);
      const free = evaluateFuture(context, presentChoice, refusedOnce, 1);
      expect(held.columns.demanded.length).toBe(free.columns.demanded.length);
      return held.columns.events !== free.columns.events;
    });

    expect(changed.length).toBeGreaterThan(0);
  });

  it("[W2] of names and numbers that are none are refused", () => {
    const context = createWhatIfContext(study);
    const id = uncertaintiesOf(study)[0]?.id ?? "";

    expect(() => evaluateFuture(context, choice([], { nobody: 1 }), refusedOnce, 0)).toThrow(RangeError);
    expect(() => evaluateFuture(context, choice([], { [id]: Number.NaN }), refusedOnce, 0)).toThrow(
      RangeError,
    );
    expect(() => evaluateFuture(context, choice(["nobody"]), refusedOnce, 0)).toThrow(RangeError);
    expect(() => evaluateFuture(context, choice([], { [id]: 1e9 }), refusedOnce, 0)).toThrow(KernelError);
  });
});

describe("columns", () => {
  it("[W3] do not depend on what ran before, nor on the thread they were cloned from", () => {
    const levers = [...study.levers.keys()];
    fc.assert(
      fc.property(fc.subarray(levers, { maxLength: 2 }), fc.nat(4), (some, future) => {
        const chosen = choice(some);
        const used = createWhatIfContext(study);
        evaluateFuture(used, presentChoice, refusedOnce, 0);
        try {
          const columns = evaluateFuture(used, chosen, refusedOnce, future);
          expect(structuredClone(columns)).toEqual(
            evaluateFuture(createWhatIfContext(study), chosen, refusedOnce, future),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(WhatIfError);
        }
      }),
      { numRuns: 12, seed: 4 },
    );
  });

  it("[W3] of other futures, or in another order, are refused", () => {
    const context = createWhatIfContext(study);
    const [first, second] = [0, 1].map((future) =>
      evaluateFuture(context, presentChoice, refusedOnce, future),
    );
    if (first === undefined || second === undefined) throw new TypeError("two futures were run");

    expect(() => whatIfFindings(context, presentChoice, { refused: [second, first] })).toThrow(RangeError);
    expect(() => whatIfFindings(context, presentChoice, { refused: [] })).toThrow(RangeError);
    expect(() =>
      whatIfFindings(context, presentChoice, { refused: [first, second], present: [first] }),
    ).toThrow(RangeError);
  });
});

describe("what is charged", () => {
  it("[W6] is hours and refusals of all replications over instances", () => {
    const context = createWhatIfContext(study);
    const findings = evaluateWhatIf(context, presentChoice, plan);
    const columns = [0, 1, 2, 3, 4].map((future) =>
      evaluateFuture(context, presentChoice, refusedOnce, future),
    );
    const add = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    const hours = columns.reduce((sum, one) => sum + add(one.columns.waitHours), 0);
    const refusals = columns.reduce((sum, one) => sum + add(one.columns.refusals), 0);
    const instancesIn = (domain: string): number => {
      const tasks = [...study.missions.values()].flatMap((mission) =>
        mission.domain === domain ? [...mission.tasks.values()].map(({ ref }) => ref) : [],
      );
      return whole.baseline.tasks
        .filter(({ task }) => tasks.includes(task))
        .reduce((sum, { instances }) => sum + instances.value, 0);
    };
    const total = (pick: "waits" | "refusals"): number =>
      findings.charges
        .filter(({ scope }) => scope.kind === "domain")
        .reduce(
          (sum, { scope, byCause }) =>
            sum + byCause.reduce((part, one) => part + one[pick].value, 0) * instancesIn(scope.id),
          0,
        );

    expect(hours).toBeGreaterThan(0);
    expect(total("waits")).toBeCloseTo(hours, 6);
    expect(total("refusals")).toBeCloseTo(refusals, 6);
  });

  it("[W5] is split over causes only when relaxations were run", () => {
    const context = createWhatIfContext(study);

    expect(evaluateWhatIf(context, presentChoice, { futures: 2, replications: 1 }).causes).toBeUndefined();
    expect(
      evaluateWhatIf(context, presentChoice, { futures: 2, replications: 1, isRelaxed: true }).causes?.length,
    ).toBeGreaterThan(0);
  });
});

describe("the role matrix of a choice", () => {
  it("[W7] is that of the assessment for the present arrangement", () => {
    const context = createWhatIfContext(study);
    const results = [0, 1, 2, 3, 4].map((future) => evaluateWhole(context, presentChoice, 2, future));

    expect(whatIfRoles(context, presentChoice, 2, results)).toEqual(whole.roles);
    expect(() => whatIfRoles(context, presentChoice, 2, [])).toThrow(RangeError);
  });
});

describe("levers that do not combine", () => {
  it("[W8] are named in the error, with what is wrong", () => {
    const lone = [...study.levers.values()].find(({ needs }) => needs.length > 0);
    const clash = [...study.levers.values()].find(({ excludes }) => excludes.length > 0);
    const levers = lone !== undefined ? [lone.id] : clash !== undefined ? [clash.id, ...clash.excludes] : [];
    expect(levers.length).toBeGreaterThan(0);

    let problem: unknown;
    try {
      evaluateFuture(createWhatIfContext(study), choice(levers), refusedOnce, 0);
    } catch (error) {
      problem = error;
    }

    expect(problem).toBeInstanceOf(WhatIfError);
    expect((problem as WhatIfError).levers).toEqual([...levers].sort());
    expect((problem as WhatIfError).diagnostics.length).toBeGreaterThan(0);
  });
});
