import { compareDiagnostics } from "@shikumi/core/diagnostic";
import { canonicalStudy, modelCodes, modelMessages, parseStudy, type StudyFile } from "@shikumi/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { goodStudy } from "./fixture/good-study.ts";
import { mini, parseMini, problemsIn } from "./fixture/mini-study.ts";

describe("files", () => {
  it("[L1] reads a study that uses every collection without any problem", () => {
    const { study, diagnostics, counts } = parseStudy(goodStudy);

    expect(diagnostics).toEqual([]);
    expect(study?.charter.title.en).toBe("A small study");
    expect(Object.values(counts.elements).every((count) => count > 0)).toBe(true);
  });

  it("[L1] does not depend on the order of files or on how elements are split over them", () => {
    const digest = parseStudy(goodStudy).study?.digest;
    const entries = goodStudy
      .filter(({ path }) => path.endsWith(".yaml"))
      .flatMap(({ text }) => Object.entries(parse(text) as Record<string, Record<string, unknown>>))
      .flatMap(([collection, elements]) =>
        Object.entries(elements).map(([id, element]) => ({ collection, id, element })),
      );

    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: entries.length, maxLength: entries.length }), (homes) => {
        const texts = ["", "", "", ""];
        entries.forEach(({ collection, id, element }, i) => {
          const home = homes[i] ?? 0;
          texts[home] = merged(texts[home] ?? "", collection, id, element);
        });
        const files = texts.map((text, i) => ({ path: `part-${i}.yaml`, text }));
        expect(parseStudy(files.toReversed()).study?.digest).toBe(digest);
        expect(parseStudy(files).study?.digest).toBe(digest);
      }),
      { numRuns: 20 },
    );
  });

  it("[L2] the canonical form forgets comments, quotes, white space and order of keys, and nothing else", () => {
    const plain = mini("beneficiaries: {a: {party: P}, b: {note: x}}");
    const dressed = mini("# why\nbeneficiaries:\n  'b': {note: 'x'}\n  a:\n    party: \"P\" # who\n");
    const changed = mini("beneficiaries: {a: {party: P}, b: {note: y}}");

    expect(dressed.digest).toBe(plain.digest);
    expect(canonicalStudy(dressed)).toBe(canonicalStudy(plain));
    expect(changed.digest).not.toBe(plain.digest);
    expect(plain.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("[L3] names both places of an id or a field written twice", () => {
    const text = "beneficiaries:\n  a: {party: P}\n  a: {party: Q}\nparties:\n  P: {}\n";
    const { diagnostics } = parseMini(text);

    expect(diagnostics.map(({ code, related }) => [code, related?.[0]?.span.file])).toEqual([
      ["repeated-field", "more.yaml"],
      ["duplicate-id", "0-basis.yaml"],
    ]);
    expect(problemsIn("beneficiaries: {a: {party: P, party: Q}}")).toEqual(["repeated-field 1:31"]);
  });

  it("[L4] passes over files that are no part of the language", () => {
    const ignored: StudyFile[] = [
      "README.md",
      "expected/a.yaml",
      ".git/b.yaml",
      "calibration/c.csv",
      "scripts/d.json",
    ].map((path) => ({ path, text: "{{{" }));
    const json = { path: "more.json", text: '{"$schema": "x", "beneficiaries": {"a": {"party": "JPN"}}}' };

    const { study, diagnostics } = parseStudy([...goodStudy, ...ignored, json]);

    expect(diagnostics).toEqual([]);
    expect(study?.beneficiaries.get("a")?.party).toBe("JPN");
  });

  it("[L16] reports that there is no study at all", () => {
    expect(parseStudy([]).diagnostics.map(({ code }) => code)).toContain("missing-study");
    expect(parseStudy([]).study).toBeUndefined();
  });

  it("[L16] gives diagnostics in canonical order, each once", () => {
    const { diagnostics } = parseMini("organisations: {A: {x: 1}, B: {party: Z}}\nkinds: {k: {}}\n");

    expect(diagnostics.length).toBeGreaterThan(4);
    expect([...diagnostics].sort(compareDiagnostics)).toEqual(diagnostics);
  });
});

describe("messages", () => {
  it("[L63] every code has a message and help in both languages", () => {
    const args = { found: "x", suggestions: "", expected: "list", known: "a, b", problem: "BAD_INDENT" };
    for (const language of ["en", "ja"] as const) {
      for (const code of modelCodes) {
        const { text, help } = modelMessages[language][code]?.(args) ?? { text: "", help: "" };
        expect([code, text.length > 5, help.length > 5]).toEqual([code, true, true]);
      }
    }
  });
});

function merged(text: string, collection: string, id: string, element: unknown): string {
  const content = (text === "" ? {} : parse(text)) as Record<string, Record<string, unknown>>;
  return stringify({ ...content, [collection]: { ...content[collection], [id]: element } });
}
