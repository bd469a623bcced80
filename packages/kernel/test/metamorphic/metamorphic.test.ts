import type { Study } from "@shikumi/model";
import { touchedElements } from "@shikumi/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleFuture } from "../../src/number/future.ts";
import type { Outputs } from "../../src/outputs.ts";
import type { Mode } from "../../src/run-spec.ts";
import type { Record } from "../differential/engine.ts";
import { kernel } from "../differential/kernel-engine.ts";
import { studyText } from "../generator/generate-study.ts";
import { renamedTree, retitledFiles, studyOf, type Tree, withBystander } from "./rewrite.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");
const numRuns = Math.max(5, Math.round(20 * scale));

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const modes = fc.constantFrom<Mode>("in-force", "timed");

function treeOf(seed: number): Tree {
  return JSON.parse(studyText(seed)) as Tree;
}

function whole(tree: Tree): Study {
  return studyOf([{ path: "study.yaml", text: JSON.stringify(tree) }]);
}

function runOf(study: Study, mode: Mode, packageId = "pk0", replication = 0): Record {
  const spec = { replication, budget: 20_000 };
  return kernel.run(study, packageId, mode, sampleFuture(study, 1), spec);
}

/** Every number of a run, without the ids of its rows. */
function numbersOf({ outputs, trace, status, imposed }: Record): unknown {
  const { layout: _, ...columns } = outputs;
  const entries = trace.map(({ tick, what, incident, cause, amount, ticks }) => ({
    ...{ tick, what, incident, cause, amount, ticks },
  }));
  return { columns, entries, status, imposed };
}

describe("what must not matter to a run", () => {
  it("[K3] titles, notes, order and split of files: bit for bit", () => {
    fc.assert(
      fc.property(
        seeds.chain((seed) => fc.tuple(fc.constant(seed), retitledFiles(treeOf(seed)), modes)),
        ([seed, files, mode]) => {
          expect(runOf(studyOf(files), mode)).toEqual(runOf(whole(treeOf(seed)), mode));
        },
      ),
      { numRuns, seed: 1 },
    );
  });

  it("[K1] units of time: hours as minutes, days as hours, bit for bit", () => {
    let changed = 0;
    fc.assert(
      fc.property(seeds, modes, (seed, mode) => {
        const text = studyText(seed);
        const other = text
          .replaceAll(/"(\d+(?:\.\d+)?) d"/g, (_, days: string) => `"${Number(days) * 24} h"`)
          .replaceAll(/"(\d+) h"/g, (_, hours: string) => `"${Number(hours) * 60} min"`);
        if (other !== text) changed += 1;

        expect(runOf(whole(JSON.parse(other) as Tree), mode)).toEqual(runOf(whole(treeOf(seed)), mode));
      }),
      { numRuns, seed: 4 },
    );

    expect(changed).toBeGreaterThan(numRuns / 2);
  });

  it("[K6] [K11] the calendar moved by 28 years, after which its weekdays and leap years come again: bit for bit", () => {
    fc.assert(
      fc.property(seeds, modes, (seed, mode) => {
        const moved = studyText(seed).replaceAll(
          /"((?:19|20)\d\d)-(\d\d-\d\d)/g,
          (_, year: string, rest: string) => `"${Number(year) + 28}-${rest}`,
        );

        expect(moved).not.toBe(studyText(seed));
        expect(runOf(whole(JSON.parse(moved) as Tree), mode)).toEqual(runOf(whole(treeOf(seed)), mode));
      }),
      { numRuns, seed: 5 },
    );
  });

  it("[K23] one holding or two of half its units at one place, for shares of one unit: the same but for the holding's name", () => {
    const study = (holdings: string): Study =>
      studyOf([
        {
          path: "study.yaml",
          text: `
study: {title: {ja: 窓口, en: Desk}, baseline: 2012-03-31, horizon: 1 yr, assumption: true}
parties: {P: {name: {ja: 甲, en: P}}}
kinds: {firm: {default: free-unless-barred}}
organisations: {A: {party: P, kind: firm}}
places: {here: {}}
capabilities: {server: {unit: server}}
holdings: {${holdings}}
incidents: {case: {at: here, rate: 0.3 /h, calls: serving, assumption: true}}
missions:
  serving:
    domain: D
    tasks: {serve: {activity: serve, needs: {server: 1}, takes: {exponential: 5 h}, outcome: true, value: 1, expires: 30 d, accrues: evenly}}
    assumption: true
`,
        },
      ]);
    const half = "of: A, what: server, quantity: 1, at: here, assumption: true";
    const one = numbersOf(
      runOf(study(`both: {${half.replace("quantity: 1", "quantity: 2")}}`), "in-force", "baseline"),
    );
    const two = numbersOf(runOf(study(`first: {${half}}, second: {${half}}`), "in-force", "baseline"));

    expect(two).toEqual(one);
  });

  it("[K3] ids, while keys are kept: bit for bit", () => {
    fc.assert(
      fc.property(seeds, modes, (seed, mode) => {
        // The key of a disputed figure is its path, which holds ids.
        fc.pre(!studyText(seed).includes("disputed"));
        const before = runOf(whole(treeOf(seed)), mode);
        const after = runOf(whole(renamedTree(treeOf(seed))), mode);

        expect(numbersOf(after)).toEqual(numbersOf(before));
      }),
      { numRuns, seed: 2 },
    );
  });

  it("[K3] an organisation that holds nothing and has no role: no draw changes", () => {
    fc.assert(
      fc.property(seeds, modes, (seed, mode) => {
        const before = runOf(whole(treeOf(seed)), mode);
        const after = runOf(whole(withBystander(treeOf(seed))), mode);

        expect(after.trace).toEqual(before.trace);
        expect(after.status).toEqual(before.status);
        expect(after.imposed).toEqual(before.imposed);
        expect(after.outputs.delivered).toEqual(before.outputs.delivered);
        expect(byOrganisation(after.outputs, before.outputs)).toEqual(before.outputs.deliveredBy);
      }),
      { numRuns, seed: 3 },
    );
  });
});

/** Deliveries of the organisations that another layout has, in its order. */
function byOrganisation({ layout, deliveredBy }: Outputs, { layout: other }: Outputs): Float64Array {
  return Float64Array.from(
    other.tasks.flatMap((_, task) =>
      other.organisations.map((id) => {
        const at = task * layout.organisations.length + layout.organisations.indexOf(id);
        return deliveredBy[at] as number;
      }),
    ),
  );
}

describe("two packages", () => {
  it("[K10] [K11] meet the same incidents, with the same luck", () => {
    let compared = 0;
    fc.assert(
      fc.property(seeds, modes, fc.integer({ min: 0, max: 9 }), (seed, mode, replication) => {
        const study = whole(treeOf(seed));
        const touched = [...study.levers.keys()].flatMap((id) => touchedElements(study, id));
        const a = runOf(study, mode, "baseline", replication);
        const b = runOf(study, mode, "pk0", replication);
        const ticks = (run: Record): ReadonlyMap<string, number> =>
          new Map(run.trace.flatMap((one) => (one.what === "onset" ? [[one.incident, one.tick]] : [])));
        const ticksOfA = ticks(a);

        a.outputs.layout.streams.forEach((id, at) => {
          const stream = study.incidents.get(id);
          if (stream === undefined || stream.suppressedBy !== undefined) return;
          if (touched.includes(`incidents.${id}`)) return;
          const other = b.outputs.layout.streams.indexOf(id);
          compared += a.imposed.happened[at]?.length ?? 0;
          expect(b.imposed.happened[other]).toEqual(a.imposed.happened[at]);
        });
        for (const [incident, tick] of ticks(b))
          if (ticksOfA.has(incident)) expect(ticksOfA.get(incident)).toBe(tick);
      }),
      { numRuns, seed: 4 },
    );
    expect(compared).toBeGreaterThan(0);
  });
});
