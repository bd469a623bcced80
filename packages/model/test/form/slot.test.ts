import { type Amount, type Distribution, type Holding, parseStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { marked, mini, problemsIn } from "../fixture/mini-study.ts";

function holding(fields: string): Holding {
  const study = mini(`holdings: {h: {of: ORG, what: ship, at: sea, assumption: true, ${fields}}}`);
  const found = study.holdings.get("h");
  if (found === undefined) throw new Error("no holding");
  return found;
}

function ready(written: string): Distribution {
  return holding(`quantity: 1, ready: ${written}`).ready.distribution;
}

function quantity(written: string): Amount {
  return holding(`quantity: ${written}`).quantity.amount;
}

function problems(fields: string): string[] {
  return problemsIn(
    `holdings: {h: {of: ORG, what: ship, at: sea, assumption: true, quantity: 1, ${fields}}}`,
  ).map((one) => one.split(" ")[0] ?? "");
}

const plain = (value: number): Amount => ({ kind: "number", value });

describe("slots", () => {
  it.each<[string, Distribution]>([
    ["6 h", { kind: "fixed", value: plain(6) }],
    ["{value: 2 d, source: good}", { kind: "fixed", value: plain(48) }],
    ["{future: delay}", { kind: "fixed", value: { kind: "future", uncertainty: "delay" } }],
    ["{uniform: [1 h, 1 d]}", { kind: "uniform", low: plain(1), high: plain(24) }],
    [
      "{triangular: [6 h, 12 h, 48 h]}",
      { kind: "triangular", low: plain(6), mode: plain(12), high: plain(48) },
    ],
    ["{normal: {mean: 1 d, deviation: 30 min}}", { kind: "normal", mean: plain(24), deviation: plain(0.5) }],
    ["{lognormal: {median: 2 d, sigma: 0.8}}", { kind: "lognormal", median: plain(48), sigma: plain(0.8) }],
    ["{exponential: 4 h}", { kind: "exponential", mean: plain(4) }],
    ["{gamma: {mean: 4 h, shape: 2}}", { kind: "gamma", mean: plain(4), shape: plain(2) }],
    ["{weibull: {scale: 4 h, shape: 1.5}}", { kind: "weibull", scale: plain(4), shape: plain(1.5) }],
    ["{observed: [33 h, 99 d]}", { kind: "observed", values: [plain(33), plain(2376)] }],
    [
      "{discrete: {2 h: 0.3, 6 h: 0.7}}",
      {
        kind: "discrete",
        outcomes: [
          { value: plain(2), weight: plain(0.3) },
          { value: plain(6), weight: plain(0.7) },
        ],
      },
    ],
    [
      "{case: night, yes: {exponential: {future: delay}}, otherwise: 1 h}",
      {
        kind: "case",
        fact: "night",
        cases: [
          {
            is: "yes",
            distribution: { kind: "exponential", mean: { kind: "future", uncertainty: "delay" } },
          },
        ],
        otherwise: { kind: "fixed", value: plain(1) },
      },
    ],
  ])("[L20] [L21] reads %s", (written, distribution) => {
    expect(ready(written)).toEqual(distribution);
  });

  it("[L20] takes a distribution with its provenance beside it or under `value`", () => {
    const beside = holding(
      "quantity: 1, ready: {uniform: [1 h, 2 h], source: good, grade: A3, note: seen}",
    ).ready;
    const under = holding(
      "quantity: 1, ready: {value: {uniform: [1 h, 2 h]}, source: good, grade: 3, note: seen}",
    ).ready;

    expect(under).toEqual(beside);
    expect(beside.provenance).toEqual({
      source: "good",
      credibility: 3,
      assumption: false,
      unchecked: false,
      note: { ja: "seen", en: "seen" },
    });
  });

  it("[L22] a level takes a quantity, a future or a case, and no distribution", () => {
    expect(quantity("{case: night, true: 3, otherwise: 4}")).toEqual({
      kind: "case",
      fact: "night",
      cases: [{ is: "yes", amount: plain(3) }],
      otherwise: plain(4),
    });
    for (const word of ["uniform: [1 d, 2 d]", "observed: [1 d]", "exponential: 1 d", "discrete: {1 d: 1}"]) {
      expect(problems(`endures: {${word}}`)).toEqual(["varies-where-fixed"]);
    }
  });

  it("[L22] refuses what cannot be: negative durations, chances over 1, values that do not ascend, no weight at all", () => {
    expect(problems("ready: -1 h")).toEqual(["quantity-negative"]);
    expect(problems("ready: {uniform: [2 h, 1 h]}")).toEqual(["not-ascending"]);
    // The order of what was refused is not judged: one mistake, one diagnostic.
    expect(problems("ready: {triangular: [1 h, 2 h, 6 hh]}")).toEqual(["quantity-unknown-unit"]);
    expect(problems("ready: {uniform: [2 h]}")).toEqual(["wrong-length"]);
    expect(problems("ready: {observed: []}")).toEqual(["too-few"]);
    expect(problems("ready: {discrete: {1 h: 0}}")).toEqual(["weights-sum-to-nothing"]);
    expect(problems("ready: {gamma: {mean: 1 h}}")).toEqual(["missing-field"]);
    expect(problems("ready: {gamma: {mean: 1 h, shape: 0}}")).toEqual(["quantity-not-positive"]);
    expect(problems("ready: {lognormal: {median: 1 h, sigma: 1 h}}")).toEqual(["quantity-unexpected-unit"]);
    expect(problems("ready: {exponential: 1 h, gamma: 2}")).toEqual(["unknown-field"]);
    expect(problems("ready: {case: night}")).toEqual(["case-without-values"]);
    expect(problems("ready: [1 h]")).toEqual(["wrong-form"]);
    expect(problems("ready: {hours: 1}")).toEqual(["wrong-form"]);
    const situation = "situations: {s: {name: {ja: x, en: x}, assumption: true, found: «120 %}}";
    expect(marked(situation)).toEqual(["1 out-of-range"]);
  });

  it("[L23] a future must be an uncertainty of the slot's dimension", () => {
    expect(problems("ready: {future: chance}")).toEqual(["future-dimension"]);
    expect(problems("ready: {future: nobody}")).toEqual(["unknown-reference"]);
    expect(quantity("{future: chance}")).toEqual({ kind: "future", uncertainty: "chance" });
  });

  it("[L23] an uncertainty is made of plain quantities, and beliefs and correlations are checked", () => {
    const text = "uncertainties: {u: {assumption: true, values: «{uniform: [1 h, {future: delay}]}}}";
    const belief =
      "uncertainties: {u: {assumption: true, values: 1 h, beliefs: {b: «3 km}, with: {delay: «2, «u: 0.5}}}";

    expect(marked(text)).toEqual(["1 uncertainty-depends"]);
    expect(marked(belief)).toEqual(["1 future-dimension", "2 out-of-range", "3 refers-to-itself"]);
  });

  it("[L24] disputed figures become an uncertainty of their own with equal weights", () => {
    const written = "{disputed: [{value: 2, source: good}, {value: 5, source: fair}]}";
    const study = mini(`holdings: {h: {of: ORG, what: ship, at: sea, key: ships, quantity: ${written}}}`);
    const uncertainty = study.uncertainties.get("disputed.holdings.h.quantity");

    expect(study.holdings.get("h")?.quantity.amount).toEqual({
      kind: "future",
      uncertainty: "disputed.holdings.h.quantity",
    });
    expect(uncertainty).toMatchObject({
      key: "disputed.holdings.ships.quantity",
      dimension: "count",
      unit: "ship",
      disputed: true,
      values: {
        kind: "discrete",
        outcomes: [
          { value: plain(2), weight: plain(1) },
          { value: plain(5), weight: plain(1) },
        ],
      },
    });
    expect([...study.uncertainties.keys()]).toEqual(["chance", "delay", "disputed.holdings.h.quantity"]);
  });

  it("[L25] counts a capability bare or in its unit, people and masses in theirs", () => {
    expect(quantity("2")).toEqual(plain(2));
    expect(quantity("2 ship")).toEqual(plain(2));
    expect(quantity("2 隻")).toEqual(plain(2));
    expect(holding("quantity: 2 隻").quantity.unit).toBe("ship");
    const medics = mini(
      "holdings: {h: {of: ORG, what: medics, at: sea, assumption: true, quantity: 40 people}}",
    );
    expect(medics.holdings.get("h")?.quantity).toMatchObject({ dimension: "people", amount: plain(40) });
    expect(problems("ready: 1 h, endures: 2 ship")).toEqual(["quantity-unknown-unit"]);
    expect(
      marked("holdings: {h: {of: ORG, what: ship, at: sea, assumption: true, quantity: «2 boats}}"),
    ).toEqual(["1 quantity-wrong-count-unit"]);
  });

  it("[L27] a horizon of over a hundred years is refused", () => {
    const codes = (horizon: string) =>
      parseStudy([
        {
          path: "s.yaml",
          text: `study: {title: {ja: 題, en: T}, baseline: 2012-03-31, horizon: ${horizon}}`,
        },
      ]).diagnostics.map(({ code }) => code);

    expect(codes("101 yr")).toEqual(["horizon-too-long"]);
    expect(codes("100 yr")).toEqual([]);
    expect(codes("0 h")).toEqual(["quantity-not-positive"]);
  });
});
