import { describe, expect, it } from "vitest";
import { marked, mini, parseMini, problemsIn } from "../fixture/mini-study.ts";

const law = (fields: string, steps: string) =>
  `authorities: {L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, ${fields} steps: [${steps}]}}`;

function stepSources(text: string): (string | undefined)[] {
  const steps = mini(text).authorities.get("L")?.steps ?? [];
  return steps.flat().map(({ takes }) => takes.provenance.source);
}

describe("provenance", () => {
  it("[L30] a number takes the nearest source around it", () => {
    const steps =
      "{order: CHIEF, takes: 1 d}, {order: CHIEF, takes: 1 d, source: fair}, {order: CHIEF, takes: {value: 1 d, source: good}, source: fair}";

    expect(stepSources(law("source: good,", steps))).toEqual(["good", "fair", "good"]);
  });

  it("[L30] numbers without a source are one error per element, at the first of them", () => {
    const text = law(
      "",
      "{order: CHIEF, takes: 1 d, given: 0.9}, {order: CHIEF, takes: 2 d, assumption: true}",
    );
    const [problem] = parseMini(text).diagnostics;

    expect(problemsIn(text)).toEqual([`no-source 1:${text.indexOf("1 d") + 1}`]);
    expect(problem?.args).toEqual({ element: "authorities.L", count: 2 });
  });

  it("[L30] a nearer assumption takes the source away, and a nearer source the assumption", () => {
    const study = mini(
      "holdings:\n" +
        "  a: {of: ORG, what: ship, at: sea, source: good, quantity: {value: 1, assumption: true}, ready: 1 h}\n" +
        "  b: {of: ORG, what: ship, at: sea, assumption: true, quantity: {value: 1, source: good}, ready: 1 h}\n",
    );
    const seen = [...study.holdings.values()].map(({ quantity, ready }) => [
      [quantity.provenance.source, quantity.provenance.assumption],
      [ready.provenance.source, ready.provenance.assumption],
    ]);

    expect(seen).toEqual([
      [
        [undefined, true],
        ["good", false],
      ],
      [
        ["good", false],
        [undefined, true],
      ],
    ]);
  });

  it("[L31] a grade's letter is the reliability of its source", () => {
    const holding = (grade: string) =>
      marked(`holdings: {h: {of: ORG, what: ship, at: sea, quantity: 1, source: fair, grade: «${grade}}}`);

    expect(holding("C2")).toEqual([]);
    expect(holding("2")).toEqual([]);
    expect(holding("A2")).toEqual(["1 grade-mismatch"]);
    expect(holding("7")).toEqual(["1 bad-grade"]);
    expect(holding("G1")).toEqual(["1 bad-grade"]);
  });

  it("[L31] a source without reliability cannot be judged, with a warning", () => {
    const { study, diagnostics } = parseMini("sources: {s: {title: {ja: 典, en: S}}}");

    expect(study?.sources.get("s")?.reliability).toBe("F");
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["no-reliability", "warning"],
    ]);
  });

  it("[L32] counts numbers, assumptions, unchecked citations and grades", () => {
    const base = parseMini("{}").counts;
    const { counts } = parseMini(
      "holdings:\n" +
        "  a: {of: ORG, what: ship, at: sea, quantity: 1, source: good, grade: 2, flag: check}\n" +
        "  b: {of: ORG, what: ship, at: sea, quantity: 1, ready: 2 h, assumption: true}\n",
    );

    expect(counts.numbers - base.numbers).toBe(3);
    expect(counts.assumptions - base.assumptions).toBe(2);
    expect(counts.unchecked - base.unchecked).toBe(1);
    expect(counts.items[2] - base.items[2]).toBe(1);
    expect(counts.elements.holdings).toBe(2);
    expect(counts.sources).toEqual({ A: 1, B: 0, C: 1, D: 0, E: 0, F: 0 });
  });

  it("[L30] a source that does not exist is one error where it is written", () => {
    const text = "holdings: {h: {of: ORG, what: ship, at: sea, quantity: 1, ready: 2 h, source: god}}";

    expect(problemsIn(text)).toEqual([`unknown-reference 1:${text.indexOf("god") + 1}`]);
    expect(parseMini(text).diagnostics[0]?.args["suggestions"]).toBe("good");
  });
});
