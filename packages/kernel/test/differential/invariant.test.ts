import { describe, expect, it } from "vitest";
import { everyCause } from "../../src/cause.ts";
import { sampleFuture } from "../../src/number/future.ts";
import type { Outputs } from "../../src/outputs.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { generateStudy } from "../generator/generate-study.ts";
import { firstDifference } from "./difference.ts";
import { type Engine, engines, type Record } from "./engine.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");
const studies = Math.max(5, Math.round(30 * scale));

/** What every run of a generated study must keep to, whatever the study. */
function checkAll(engine: Engine, check: (run: Record, again: (relax: number) => Record) => void): void {
  for (let seed = 1000; seed < 1000 + studies; seed++) {
    const { study } = generateStudy(seed);
    if (study === undefined) continue;
    const future = sampleFuture(study, 0);
    const spec = { replication: 0, budget: 20_000 };
    const run = engine.run(study, "pk0", "timed", future, spec);
    const again = (relax: number): Record =>
      engine.run(study, "pk0", "timed", future, { ...spec, relax, imposed: run.imposed });
    check(run, again);
  }
}

function total(column: ArrayLike<number>): number {
  return Array.from(column).reduce((sum, value) => sum + value, 0);
}

describe.each(engines)("every run of the $name", (engine) => {
  it("[K23] [K25] frees the units it binds, and no others", () => {
    checkAll(engine, ({ trace }) => {
      const bound = new Map<string, number>();
      const change = (entry: TraceEntry, units: number): void => {
        const now = (bound.get(entry.subject) ?? 0) + units;
        expect(now).toBeGreaterThanOrEqual(0);
        bound.set(entry.subject, now);
      };
      for (const entry of trace) {
        if (entry.what === "share" && entry.subject !== "") change(entry, entry.ticks);
        if (entry.what === "freed") change(entry, -entry.amount);
        if (entry.what === "recalled") change(entry, -entry.ticks);
      }
      expect(total([...bound.values()])).toBe(0);
    });
  });

  it("[K20] [K27] closes every task that is not skipped, exactly once", () => {
    checkAll(engine, ({ trace, outputs }) => {
      const count = (what: TraceEntry["what"]): number => trace.filter((entry) => entry.what === what).length;

      expect(count("closed")).toBe(total(outputs.instances));
      expect(count("opened")).toBeLessThanOrEqual(count("closed"));
    });
  });

  it("[K49] credits value once, to organisations and to beneficiaries, and never more than was demanded", () => {
    checkAll(engine, ({ outputs }) => {
      expect(total(outputs.deliveredBy)).toBeCloseTo(total(outputs.delivered), 8);
      expect(total(outputs.benefitBy)).toBeCloseTo(total(outputs.delivered), 8);
      outputs.delivered.forEach((value, i) => {
        expect(value).toBeLessThanOrEqual((outputs.demanded[i] as number) * (1 + 1e-12));
      });
    });
  });

  it("[K82] keeps to numbers that can be added up", () => {
    checkAll(engine, ({ outputs }) => {
      for (const name of Object.keys(outputs) as (keyof Outputs)[]) {
        if (name === "layout") continue;
        expect(Array.from(outputs[name]).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }
    });
  });

  it("[K71] meets the same demand when relaxed, and is itself when nothing is relaxed", () => {
    checkAll(engine, (run, again) => {
      const onsets = ({ trace }: Record): readonly string[] =>
        trace
          .filter(({ what }) => what === "onset" || what === "averted")
          .map((entry) => entry.what + entry.incident);
      const all = again(everyCause);

      expect(firstDifference(run, again(0))).toBeUndefined();
      expect(onsets(all)).toEqual(onsets(run));
      expect(all.outputs.demanded).toEqual(run.outputs.demanded);
      expect(all.trace.filter(({ what }) => what === "refused")).toEqual([]);
    });
  });

  it("[K70] waits for nothing and loses a need only for want of anybody when everything is relaxed", () => {
    checkAll(engine, (_, again) => {
      const { trace, outputs } = again(everyCause);

      expect(trace.filter(({ what, cause }) => what === "lost" && cause !== "capability")).toEqual([]);
      expect(total(outputs.waitHours)).toBe(0);
    });
  });
});
