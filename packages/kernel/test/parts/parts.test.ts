import type { Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { everyCause } from "../../src/cause.ts";
import { compile } from "../../src/compile/compile.ts";
import { createState, run, runRecorded, touchedCauses } from "../../src/host/run.ts";
import { webassemblyEngine } from "../../src/host/webassembly.ts";
import { sampleFuture } from "../../src/number/future.ts";
import { allocateOutputs, type Outputs } from "../../src/outputs.ts";
import { independentParts } from "../../src/parts/independent-parts.ts";
import { prepare } from "../../src/prepare/prepare.ts";
import type { Mode } from "../../src/run-spec.ts";
import { engineBytes } from "../../src/webassembly/engine-bytes.ts";
import { generateStudy } from "../generator/generate-study.ts";
import { miniStudy } from "../rules/mini-study.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");
const engine = webassemblyEngine(engineBytes());

function generated(seed: number, without?: ReadonlySet<string>): Study {
  const { study } = generateStudy(seed, without);
  if (study === undefined) throw new Error(`seed ${seed} is no study`);
  return study;
}

/** What ties missions together; every third study does without, so that more of them divide. */
const ties: ReadonlySet<string> = new Set([
  "laws",
  "cascades",
  "suppression",
  "trust moves",
  "commitments",
  "information",
]);

/** Rows of the outputs that belong to tasks, missions and streams, by name of the column; those by node are sums over parts. */
const owned = {
  task: [
    "instances",
    "demanded",
    "delivered",
    "fulfilled",
    "standardMet",
    "effective",
    "firstEffectHours",
    "firstEffectBins",
    "waitHours",
    "refusals",
    "recalled",
    "deliveredBy",
    "sharesBy",
    "refusedBy",
    "unitHoursBy",
    "hazardBy",
    "benefitBy",
  ],
  mission: ["missionInstances", "belowFloor", "averted", "avertedInstances"],
  stream: ["happened", "avertedIncidents"],
  node: ["answered", "refused"],
} as const;

/** The outputs of all parts put together. */
function together(
  parts: ReturnType<typeof independentParts>,
  each: readonly Outputs[],
  into: Outputs,
): Outputs {
  const { layout } = into;
  const partOf = {
    task: Array.from(layout.missionOfTask, (mission) => parts.ofMission[mission] as number),
    mission: [...parts.ofMission],
    stream: [...parts.ofStream],
  };
  for (const kind of ["task", "mission", "stream"] as const)
    for (const name of owned[kind]) {
      const width = into[name].length / partOf[kind].length;
      partOf[kind].forEach((part, row) => {
        const from = each[part];
        for (let at = row * width; at < (row + 1) * width; at++)
          into[name][at] = from === undefined ? 0 : (from[name][at] as number);
      });
    }
  for (const name of owned.node)
    for (let at = 0; at < into[name].length; at++)
      into[name][at] = each.reduce((sum, outputs) => sum + (outputs[name][at] as number), 0);
  return into;
}

describe("parts", () => {
  it("[K83] run alone give what they give in the run of all", () => {
    let divided = 0;
    let recalling = 0;
    for (let seed = 0; seed < Math.round(150 * scale); seed++) {
      const study = generated(seed, seed % 3 === 0 ? ties : undefined);
      for (const mode of ["in-force", "timed"] as const satisfies readonly Mode[]) {
        const program = compile(study, "pk0", { mode });
        const parts = independentParts(program);
        if (parts.count > 1) divided += 1;
        if (parts.count > 1 && program.missions.recalls.includes(1)) recalling += 1;
        const prepared = prepare(program, sampleFuture(study, seed % 3));
        const state = createState(program, engine);
        const spec = { replication: seed % 5, budget: 100_000 };
        const all = allocateOutputs(program.layout);
        if (run(program, prepared, state, spec, all).ended === "budget") continue;
        const each = Array.from({ length: parts.count }, (_, part) => {
          const outputs = allocateOutputs(program.layout);
          run(program, prepared, state, { ...spec, parts: 1 << part }, outputs);
          return outputs;
        });

        expect(together(parts, each, allocateOutputs(program.layout)), `${seed} ${mode}`).toEqual(all);
      }
    }

    expect(divided).toBeGreaterThan(10);
    expect(recalling).toBeGreaterThan(5);
  });

  it("[K43] [K83] are one where a cell may take tasks of both, two where it is for one of them", () => {
    const joint = (cell: string): number => {
      const study = miniStudy(`capabilities: {team: {name: {ja: 組, en: Team}, unit: team, moves: none}}
holdings:
  a: {of: A, what: unit, quantity: 1, at: here, assumption: true}
  c: {of: C, what: unit, quantity: 1, at: here, assumption: true}
  b: {of: A, what: team, quantity: 1, at: here, assumption: true}
  d: {of: C, what: team, quantity: 1, at: here, assumption: true}
incidents:
  one: {at: here, dates: [2012-04-01], calls: one}
  two: {at: here, dates: [2012-04-02], calls: two}
missions:
  one: {domain: X, tasks: {go: {activity: swim, needs: {unit: 2}, takes: 1 h}}, assumption: true}
  two: {domain: X, tasks: {go: {activity: fight, needs: {team: 2}, takes: 1 h}}, assumption: true}
mechanisms: ${cell}
`);
      return independentParts(compile(study, "baseline", { mode: "in-force" })).count;
    };
    const mechanism = (fields: string): string =>
      `{M: {between: [P, Q], unlocks: {cell: {stands-up: 1 h${fields}}}, assumption: true}}`;

    expect(joint("{}")).toBe(2);
    expect(joint(mechanism(""))).toBe(1);
    expect(joint(mechanism(", for: [swim, fight]"))).toBe(1);
    expect(joint(mechanism(", for: [swim]"))).toBe(2);
  });

  it("[K84] of a run whose causes are not touched are the same with them relaxed", () => {
    let spared = 0;
    for (let seed = 0; seed < Math.round(60 * scale); seed++) {
      const study = generated(seed);
      const program = compile(study, "pk0", { mode: "in-force" });
      const prepared = prepare(program, sampleFuture(study, seed % 3));
      const state = createState(program, engine);
      const spec = { replication: seed % 5, budget: 100_000 };
      const outputs = allocateOutputs(program.layout);
      const { imposed, status } = runRecorded(program, prepared, state, spec, outputs);
      if (status.ended === "budget") continue;
      const found: { readonly outputs: Outputs; readonly touched: number }[] = [];
      for (let relax = 0; relax <= everyCause; relax++) {
        const relaxed = allocateOutputs(program.layout);
        run(program, prepared, state, { ...spec, relax, imposed }, relaxed);
        found.push({ outputs: relaxed, touched: touchedCauses(state) });
      }
      for (let relax = 0; relax <= everyCause; relax++)
        for (let bit = 1; bit <= everyCause; bit <<= 1) {
          const smaller = found[relax & ~bit];
          if ((relax & bit) === 0 || smaller === undefined || (smaller.touched & bit) !== 0) continue;
          spared += 1;

          expect(found[relax]?.outputs, `${seed}: ${relax} without ${bit}`).toEqual(smaller.outputs);
        }
    }

    expect(spared).toBeGreaterThan(100);
  });
});
