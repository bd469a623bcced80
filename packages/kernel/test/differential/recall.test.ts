import { parseStudy, type Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { sampleFuture } from "../../src/number/future.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { Choices } from "../generator/choice.ts";
import { studyText } from "../generator/generate-study.ts";
import { firstDifference } from "./difference.ts";
import { engines, interpreter, type Record } from "./engine.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");
const studies = Math.max(10, Math.round(80 * scale));

/** Choices under which missions recall from each other often: nearly all say so, and incidents of rate are many. */
class Pressing extends Choices {
  override has(feature: string, name: string, chance: number): boolean {
    return super.has(feature, name, feature === "recalls" ? 0.9 : feature === "rates" ? 1 : chance);
  }
}

/** Every other study is one in which nearly everybody may act, so that units are on scene when they are recalled. */
function pressing(seed: number): Study {
  const without = new Set(seed % 2 === 0 ? [] : ["laws", "prohibitions", "information", "joint tasks"]);
  const text = studyText(seed, without, new Pressing(seed, without));
  const { study } = parseStudy([{ path: "study.yaml", text }]);
  if (study === undefined) throw new Error(`seed ${seed} is no study`);
  return study;
}

/** Every recall is followed by the share of whoever got the units. */
function checkRecalls(study: Study, trace: readonly TraceEntry[]): number {
  const priority = (task: string): number => study.missions.get(task.split(".")[0] ?? "")?.priority ?? 0;
  let recalls = 0;
  trace.forEach((entry, i) => {
    if (entry.what !== "recalled") return;
    recalls += 1;
    const [got] = trace.slice(i + 1).filter(({ what }) => what === "share");

    expect(got).toMatchObject({ tick: entry.tick, subject: entry.subject, ticks: entry.ticks });
    expect(priority(got?.task ?? "")).toBeGreaterThan(priority(entry.task));
  });
  return recalls;
}

describe.each(engines.filter((engine) => engine !== interpreter))(
  "where missions recall from each other, the $name",
  (engine) => {
    it("[K90] [K91] [K92] [K93] [K94] [K95] agrees with the interpreter, bit for bit, and recalls downwards only", () => {
      let recalls = 0;
      for (let seed = 0; seed < studies; seed++) {
        const study = pressing(seed);
        const pick = new Choices(seed);
        const spec = { replication: seed % 7, budget: 20_000 };
        const relax = pick.integer("mask", 1, 63);
        const future = sampleFuture(study, seed % 4);
        const run = (one: typeof engine, more: object): Record =>
          one.run(study, "baseline", "in-force", future, { ...spec, ...more });
        const plain = run(interpreter, {});
        const relaxed = { relax, imposed: plain.imposed };
        recalls += checkRecalls(study, plain.trace);

        expect(firstDifference(plain, run(engine, {})), `${seed}`).toBe(undefined);
        expect(firstDifference(run(interpreter, relaxed), run(engine, relaxed)), `${seed} ${relax}`).toBe(
          undefined,
        );
      }

      expect(recalls).toBeGreaterThan(studies);
    });
  },
);
