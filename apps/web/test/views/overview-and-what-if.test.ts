import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createWhatIfContext,
  evaluateFuture,
  presentChoice,
  type WhatIf,
  whatIfFindings,
} from "@shikumi/assessment";
import { isReady, type ReadyEdition } from "@shikumi/assessment/edition";
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Live,
  type LiveSnapshot,
  LiveStore,
  StudyErrors,
  type ViewProps,
  views,
} from "../../src/index.ts";
import { segmentsOf } from "../../src/part/cause-segments.ts";
import { ticksBetween } from "../../src/part/ticks.ts";
import { largestGains, largestShortfalls } from "../../src/views/overview/leading.ts";
import { choiceOf, paramsOf, switched } from "../../src/views/what-if/choice.ts";
import { placeOf, rangeOf, valueAt } from "../../src/views/what-if/range.ts";
import { editionOf, harbourEdition, harbourFiles } from "../small-edition.ts";

let edition: ReadyEdition;
beforeAll(async () => {
  edition = await harbourEdition();
});

/** What each text field of the hostile study says. */
const attack = `<img src=x onerror=alert(1)></script><script>alert(2)</script>&quot;"'javascript:alert(3)`;

/** The small study with every text of a person replaced by an attack. */
async function hostileEdition(): Promise<ReadyEdition> {
  const hostile = JSON.stringify({ ja: attack, en: attack });
  const files = (await harbourFiles()).map(({ path, text }) => ({
    path,
    text: path.endsWith(".csv")
      ? text
      : text.replaceAll(
          /\{ja: (?:"[^"]*"|[^,{}]*), en: (?:"[^"]*"|[^{}]*?)(, law:[^}]*)?\}/g,
          (_, law: string | undefined) => (law === undefined ? hostile : `${hostile.slice(0, -1)}${law}}`),
        ),
  }));
  return editionOf(files, { futures: 2, replications: 1 });
}

/** A computing side that shows one snapshot. */
function liveOf(ready: ReadyEdition): Live {
  const context = createWhatIfContext(ready.study);
  const columns = { undetermined: "refused", relaxed: false, replications: 1 } as const;
  const refused = [0, 1].map((future) => evaluateFuture(context, presentChoice, columns, future));
  const findings = whatIfFindings(context, presentChoice, { refused, present: refused });
  const snapshot: LiveSnapshot = {
    status: { kind: "ready" },
    choice: presentChoice,
    baseline: findings,
    findings,
    before: findings,
    results: new Map(),
  };
  return {
    snapshot: () => snapshot,
    subscribe: () => () => {},
    choose: () => {},
    expect: () => {},
    ask: () => new Promise(() => {}),
    close: () => {},
  };
}

async function markup(ready: ReadyEdition, live: Live, id: string, language: "ja" | "en"): Promise<string> {
  const view = views.find((one) => one.id === id);
  if (view === undefined) throw new TypeError(`no view ${id}`);
  const { View } = await view.load();
  const props: ViewProps = {
    edition: ready,
    live,
    language,
    params: {},
    navigate: () => {},
    href: (to) => `#/${to}`,
  };
  return renderToStaticMarkup(createElement(View, props));
}

describe("the views", () => {
  it("[W8] are listed once, named in both languages, and load", async () => {
    expect(views.map(({ id }) => id)).toEqual([
      "overview",
      "roles",
      "causes",
      "law",
      "replay",
      "what-if",
      "network",
      "sources",
    ]);
    for (const { title, load } of views) {
      expect(title.ja).not.toBe("");
      expect(title.en).not.toBe("");
      expect((await load()).View).toBeTypeOf("function");
    }
  });

  it.each(["overview", "what-if"])("[W7] %s lets no text of a study become markup", async (id) => {
    const hostile = await hostileEdition();
    const live = liveOf(hostile);
    for (const language of ["ja", "en"] as const) {
      const html = await markup(hostile, live, id, language);

      expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
      expect(html).not.toMatch(/<(?:img|script)/i);
      expect(html).not.toMatch(/(?:href|src|action)="\s*javascript:/i);
      expect(html).not.toContain("dangerously");
    }
  });

  it("[W7] have no way in their sources to write markup or run text", () => {
    const folder = join(import.meta.dirname, "../../src");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.tsx?$/.test(path),
    );

    expect(sources.length).toBeGreaterThan(40);
    for (const path of sources)
      expect(readFileSync(join(folder, path), "utf8"), path).not.toMatch(
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/,
      );
  });

  it.each(["overview", "what-if"])("[W7] %s prints the question, numbers and both languages", async (id) => {
    const live = liveOf(edition);
    const [ja, en] = await Promise.all([markup(edition, live, id, "ja"), markup(edition, live, id, "en")]);

    expect(ja).not.toBe(en);
    for (const html of [ja, en]) {
      expect(html).toMatch(/\d+(?:\.\d)?\u00a0?%/);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
      expect(html).not.toMatch(/\{[a-z-]+\}/);
    }
  });

  it("[L5] what-if says so where there is nothing to compute with", async () => {
    expect(await markup(edition, new LiveStore([]), "what-if", "en")).toContain("no web workers");
  });

  it("[W9] a study with errors is shown with its problems, places and help", () => {
    const broken = {
      ...edition,
      study: undefined,
      assessment: undefined,
      files: [{ path: "a.yaml", text: `missions:\n  ${attack}: 1\n` }],
      diagnostics: [
        {
          code: "unknown-collection",
          severity: "error" as const,
          span: { file: "a.yaml", start: 12, end: 20 },
          args: { found: attack, suggestions: "" },
        },
      ],
    };
    expect(isReady(broken)).toBe(false);
    const html = renderToStaticMarkup(createElement(StudyErrors, { language: "en", edition: broken }));

    expect(html).toContain("a.yaml, line 2, column 3");
    expect(html).toContain("unknown-collection");
    expect(html).not.toMatch(/<(?:img|script)/i);
  });
});

describe("the overview", () => {
  it("[V1] names the largest shortfalls of missions, the largest first", () => {
    const found = largestShortfalls(edition.assessment, 3);
    const all = edition.assessment.causes.filter(({ scope }) => scope.kind === "mission");

    expect(found.length).toBe(Math.min(3, all.filter(({ shortfall }) => shortfall.value > 0).length));
    const most = Math.max(...all.map(({ shortfall }) => shortfall.value));
    expect(found[0]?.shortfall.value).toBe(most);
  });

  it("[V1] says that no lever was tried, where none was, and not that none gains", async () => {
    const untried = await harbourEdition({ futures: 2, replications: 1, levers: [], packages: [] });
    const html = await markup(untried, liveOf(untried), "overview", "en");

    expect(html).toContain("These results try no lever");
    expect(html).not.toContain("No lever or package gains");
    expect(html).toContain('href="#/what-if"');
  });

  it("[V1] names every lever in the domain it gains most in, and the best package last", () => {
    const found = largestGains(edition.assessment, 3);
    const levers = found.filter(({ kind }) => kind === "lever");

    expect(new Set(levers.map(({ id }) => id)).size).toBe(levers.length);
    for (const { id, gain } of levers) {
      const gains = edition.assessment.levers.find((lever) => lever.id === id)?.gains ?? [];
      expect(gain.ifAdoptedAndUsed.value).toBe(Math.max(...gains.map((one) => one.ifAdoptedAndUsed.value)));
    }
    expect(found.at(-1)?.kind).toBe("package");
  });

  it("[V5] draws bars whose segments lie side by side and add up", () => {
    for (const finding of edition.assessment.causes) {
      const segments = segmentsOf(finding);
      const width = segments.reduce((sum, { from, to }) => sum + (from < 0 ? from - to : to - from), 0);
      expect(width).toBeCloseTo(finding.shortfall.value, 9);
      const sorted = [...segments].sort((a, b) => a.from - b.from);
      sorted.forEach(({ to }, at) => {
        const next = sorted[at + 1];
        if (next !== undefined) expect(next.from).toBeGreaterThanOrEqual(to - 1e-12);
      });
    }
  });

  it("[V5] puts round ticks inside the ends", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 0, noNaN: true }),
        fc.double({ min: 0.01, max: 90, noNaN: true }),
        (from, to) => {
          const ticks = ticksBetween(from, to, 8);
          expect(ticks.length).toBeLessThan(12);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(from - 1e-6);
            expect(tick).toBeLessThanOrEqual(to + 1e-6);
          }
        },
      ),
    );
    expect(ticksBetween(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});

describe("a choice of what-if", () => {
  it("[V2] written into a link is the same choice when it is read again", () => {
    const { study } = edition;
    const uncertainties = [...study.uncertainties.keys()];
    fc.assert(
      fc.property(
        fc.subarray([...study.levers.keys()]),
        fc.dictionary(fc.constantFrom(...uncertainties), fc.double({ noNaN: true, noDefaultInfinity: true })),
        fc.constantFrom("in-force" as const, "timed" as const),
        (levers, held, mode) => {
          const fixed = Object.fromEntries(Object.entries(held).map(([id, value]) => [id, value + 0]));
          const whatIf: WhatIf = { levers, fixed, mode };
          const read = choiceOf(paramsOf(whatIf), study, new Set(uncertainties));
          expect(read).toEqual({
            ...whatIf,
            levers: [...study.levers.keys()].filter((id) => levers.includes(id)),
          });
        },
      ),
    );
    const strange = { levers: "nobody,,", hold: "nobody:1,fire-rate:,fire-rate:x,:3", mode: "no" };
    expect(choiceOf(strange, study, new Set(uncertainties))).toEqual({
      levers: [],
      fixed: {},
      mode: "in-force",
    });
  });

  it("[V3] always has what its levers need, and nothing they exclude", () => {
    const { study } = edition;
    const all = [...study.levers.keys()];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...all), fc.boolean())), (flips) => {
        let levers: readonly string[] = [];
        for (const [lever, isOn] of flips) {
          levers = switched(study, levers, lever, isOn);
          expect(levers.includes(lever)).toBe(isOn);
          for (const id of levers) {
            const one = study.levers.get(id);
            for (const needed of one?.needs ?? []) expect(levers).toContain(needed);
            for (const excluded of one?.excludes ?? []) expect(levers).not.toContain(excluded);
          }
        }
      }),
    );
  });

  it("[V4] moves an assumption from its lowest to its highest value and no further", () => {
    for (const uncertainty of edition.study.uncertainties.values()) {
      const range = rangeOf(uncertainty);
      if (range === undefined) continue;
      const most = range.values === undefined ? 100 : range.values.length - 1;
      expect(valueAt(range, 0, most)).toBe(range.low);
      expect(valueAt(range, most, most)).toBe(range.high);
      for (let place = 0; place <= most; place++) {
        const value = valueAt(range, place, most);
        expect(value).toBeGreaterThanOrEqual(range.low);
        expect(value).toBeLessThanOrEqual(range.high);
        expect(placeOf(range, value, most)).toBe(place);
      }
    }
  });

  it("[V4] knows the range of every family", () => {
    const number = (value: number) => ({ kind: "number" as const, value });
    const range = (values: Parameters<typeof rangeOf>[0]["values"]) => rangeOf({ values });

    expect(range({ kind: "fixed", value: number(1) })).toBeUndefined();
    expect(range({ kind: "uniform", low: number(1), high: number(3) })).toEqual({
      low: 1,
      high: 3,
      middle: 2,
      values: undefined,
    });
    expect(range({ kind: "triangular", low: number(1), mode: number(1), high: number(4) })?.middle).toBe(1);
    expect(range({ kind: "observed", values: [number(5), number(2), number(5)] })?.values).toEqual([2, 5]);
    expect(range({ kind: "lognormal", median: number(2), sigma: number(0.5) })?.middle).toBe(2);
    const weibull = range({ kind: "weibull", scale: number(3), shape: number(1) });
    // 1 % and 99 % of an exponential distribution of mean 3: −3 ln 0.99 and −3 ln 0.01.
    expect(weibull?.low).toBeCloseTo(0.0301510076, 9);
    expect(weibull?.high).toBeCloseTo(13.815510558, 9);
  });
});
