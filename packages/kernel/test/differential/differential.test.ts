import type { Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { everyCause } from "../../src/cause.ts";
import { sampleFuture } from "../../src/number/future.ts";
import type { Mode, RunSpec } from "../../src/run-spec.ts";
import { Choices } from "../generator/choice.ts";
import { generateStudy, studyText } from "../generator/generate-study.ts";
import { firstDifference } from "./difference.ts";
import { type Engine, engines, interpreter } from "./engine.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");
const studies = Math.max(10, Math.round(300 * scale));
const perTest = 25;

/** The first difference between two engines on one generated study, over both modes and a few relaxations. */
function compareOn(
  seed: number,
  engine: Engine,
  without: ReadonlySet<string> = new Set(),
): string | undefined {
  const { study } = generateStudy(seed, without);
  if (study === undefined) return without.size === 0 ? "is no study" : undefined;
  const pick = new Choices(seed);
  const future = sampleFuture(study, pick.integer("future", 0, 4));
  for (const mode of ["in-force", "timed"] as const) {
    const packageId = pick.uniform(`package ${mode}`) < 0.8 ? "pk0" : "baseline";
    const spec: RunSpec = {
      replication: pick.integer("replication", 0, 9),
      undetermined: pick.uniform(`undetermined ${mode}`) < 0.5 ? "granted" : "refused",
      budget: 20_000,
      ...withdrawn(study, pick, mode),
    };
    const plain = interpreter.run(study, packageId, mode, future, spec);
    const other = engine.run(study, packageId, mode, future, spec);
    const difference = firstDifference(plain, other);
    if (difference !== undefined) return `${mode} ${packageId} ${JSON.stringify(spec)}: ${difference}`;
    for (const relax of [pick.integer(`mask ${mode}`, 1, everyCause), everyCause].slice(
      0,
      mode === "timed" ? 1 : 2,
    )) {
      const relaxed = { ...spec, relax, imposed: plain.imposed };
      const found = firstDifference(
        interpreter.run(study, packageId, mode, future, relaxed),
        engine.run(study, packageId, mode, future, relaxed),
      );
      if (found !== undefined) return `${mode} ${packageId} relax ${relax} ${spec.undetermined}: ${found}`;
    }
  }
  return undefined;
}

/** A party is withdrawn from every fifth run. */
function withdrawn(study: Study, pick: Choices, mode: Mode): Pick<RunSpec, "without"> {
  if (pick.uniform(`withdrawn ${mode}`) >= 0.2) return {};
  const parties = [...study.parties.keys()];
  const without = parties[pick.integer(`party ${mode}`, 0, parties.length - 1)];
  return without === undefined ? {} : { without };
}

/** The features that matter to a difference: all others are switched off one by one. */
function simplest(seed: number, engine: Engine): ReadonlySet<string> {
  const without = new Set<string>();
  for (const feature of features(seed)) {
    const next = new Set([...without, feature]);
    if (compareOn(seed, engine, next) !== undefined) without.add(feature);
  }
  return without;
}

function features(seed: number): readonly string[] {
  const seen = new Set<string>();
  class Listening extends Choices {
    override has(feature: string, name: string, chance: number): boolean {
      seen.add(feature);
      return super.has(feature, name, chance);
    }
  }
  studyText(seed, new Set(), new Listening(seed));
  return [...seen];
}

describe("the generator", () => {
  it("[K82] makes studies that can be read", () => {
    const readable = Array.from({ length: 20 }, (_, seed) => generateStudy(seed).study !== undefined);

    expect(readable.filter(Boolean)).toHaveLength(20);
  });
});

describe.each(engines.filter((engine) => engine !== interpreter))(
  "the $name and the interpreter",
  (engine) => {
    const starts = Array.from({ length: Math.ceil(studies / perTest) }, (_, i) => i * perTest);

    it.each(starts)("[K82] agree bit for bit on generated studies from %i on", (start) => {
      for (let seed = start; seed < start + perTest; seed++) {
        const difference = compareOn(seed, engine);
        if (difference === undefined) continue;
        const without = simplest(seed, engine);
        const shown = [compareOn(seed, engine, without), studyText(seed, without)].join("\n");
        throw new Error(`seed ${seed}, without ${[...without].join(", ")}:\n${shown}`);
      }
    });
  },
);
