import { parseStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { basis, marked, mini, parseMini } from "../fixture/mini-study.ts";

describe("YAML", () => {
  it("[L5] refuses tags, merge keys, several documents, keys that are not words and reserved names", () => {
    expect(marked("beneficiaries: {a: {note: !!str «5}}")).toEqual(["1 tag-not-allowed"]);
    expect(marked("beneficiaries:\n  a: &a {party: P}\n  b: {«<<: *a}")).toEqual(["1 merge-key"]);
    expect(marked("beneficiaries: {a: {}}\n«---\nbeneficiaries: {b: {}}\n")).toEqual(["1 yaml-syntax"]);
    expect(marked("beneficiaries: {«[a]: {}}")).toEqual(["1 key-not-text"]);
    expect(marked("beneficiaries: {«__proto__: {}}")).toEqual(["1 reserved-name"]);
    expect(marked("«- beneficiaries")).toEqual(["1 wrong-form"]);
  });

  it("[L5] accepts aliases and refuses the unknown, the circular and the explosive", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [one, next] of ["ab", "bc", "cd", "de", "ef", "fg", "gh"].map((pair) => [...pair])) {
      bomb.push(`${next}: &${next} [${Array(10).fill(`*${one}`).join(", ")}]`);
    }

    expect(mini("beneficiaries: {a: &a {party: P}, b: *a}").beneficiaries.get("b")?.party).toBe("P");
    expect(marked("beneficiaries: {a: «*a}")).toEqual(["1 alias-unknown"]);
    expect(marked("beneficiaries: {a: &a {note: «*a}}")).toContain("1 alias-unknown");
    expect(parseMini(bomb.join("\n")).diagnostics.map(({ code }) => code)).toContain("alias-budget");
  });

  it("[L5] refuses deep nesting without failing on it", () => {
    const codes = (text: string) => parseMini(text).diagnostics.map(({ code }) => code);

    expect(codes(`beneficiaries: {a: {note: ${"[".repeat(100)}${"]".repeat(100)}}}`)).toContain("too-deep");
    expect(codes("[".repeat(100_000)).length).toBeGreaterThan(0);
    expect(codes("- ".repeat(50_000)).length).toBeGreaterThan(0);
    expect(codes("{a: ".repeat(50_000)).length).toBeGreaterThan(0);
  });

  it("[L5] refuses files that are too large, too many, or no text", () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({
      path: `f${String(i).padStart(5, "0")}.yaml`,
      text: "",
    }));
    const codes = (files: { path: string; text: string }[]) =>
      parseStudy([...files, basis]).diagnostics.map(({ code }) => code);

    expect(codes([{ path: "a.yaml", text: "#".repeat(5_000_001) }])).toEqual(["file-too-large"]);
    expect(codes(many)).toContain("too-many-files");
    expect(codes([{ path: "a.yaml", text: "a\u0000b" }])).toEqual(["not-utf8"]);
    expect(codes([{ path: "a.csv", text: "id\n\ufffd" }])).toEqual(["not-utf8"]);
    expect(codes([{ path: "a.yaml", text: "a: \ud800" }])).toEqual(["not-utf8"]);
    expect(codes([{ path: "a.yaml", text: 'sources: {s: {title: "\\ud800"}}' }])).toContain("lone-surrogate");
    expect(codes([{ path: "a.yaml", text: '"\\udc00": 1' }])).toContain("lone-surrogate");
  });

  it("[L6] a file that is not YAML is reported where it breaks, and the others are read all the same", () => {
    const { diagnostics } = parseStudy([
      basis,
      { path: "bad.yaml", text: "beneficiaries: {a: {party: P}" },
      { path: "good.yaml", text: "beneficiaries: {b: {party: Z}}" },
    ]);

    expect(diagnostics.map(({ code, span }) => [code, span.file])).toEqual([
      ["yaml-syntax", "bad.yaml"],
      ["unknown-reference", "good.yaml"],
    ]);
  });

  it("[L5] reads large flat files in linear time", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `  b${i}: {}`);

    expect(mini(`beneficiaries:\n${rows.join("\n")}`).beneficiaries.size).toBe(20_000);
  });
});

describe("CSV", () => {
  const yaml = `holdings:
  h1: {of: ORG, what: ship, quantity: 2, at: sea, ready: 12 h, source: good, grade: 2, shared-with: [SUB, OTHER]}
  h2: {of: SUB, what: ship, quantity: 1.5, at: bay, ready: {triangular: [1 h, 2 h, 3 h]}, assumption: true, note: "a, \\"b\\""}
`;
  const csv =
    "id,of,what,quantity,at,ready,ready.triangular,source,grade,shared-with,assumption,note\r\n" +
    "h1,ORG,ship,2,sea,12 h,,good,2,SUB; OTHER,,\r\n" +
    'h2,SUB,ship,1.5,bay,,1 h;2 h;3 h,,,,true,"a, ""b"""\r\n';

  it("[L7] means the same as the YAML with the same words", () => {
    const fromYaml = mini(yaml);
    const fromCsv = parseMini(csv, "holdings.csv");

    expect(fromCsv.diagnostics).toEqual([]);
    expect(fromCsv.study?.digest).toBe(fromYaml.digest);
    expect(fromCsv.study?.holdings.get("h2")?.ready).toEqual(fromYaml.holdings.get("h2")?.ready);
  });

  it("[L7] the same checks apply, at the cell", () => {
    expect(marked("id,party\na,«R\n«b.c,P\n", "beneficiaries.csv")).toEqual([
      "1 unknown-reference",
      "2 bad-id",
    ]);
    expect(marked("id,«partie\na,P\n", "beneficiaries.csv")).not.toEqual([]);
    expect(marked("id,party\na,P\n«a,Q\n", "beneficiaries.csv")).toEqual(["1 duplicate-id"]);
    expect(marked("«name,party\na,P\n", "beneficiaries.csv")).toEqual(["1 csv-no-id"]);
    expect(marked('id,note\na,«"open\n', "beneficiaries.csv")).toEqual(["1 csv-open-quote"]);
    expect(marked('id,note\na,"b"«c\n', "beneficiaries.csv")).toEqual(["1 csv-after-quote"]);
    expect(marked("id,party\na,P,«x\n", "beneficiaries.csv")).toEqual(["1 csv-extra-cell"]);
    expect(marked("id,party,«party\na,P,P\n", "beneficiaries.csv")).toEqual(["1 repeated-field"]);
    expect(marked("«id\na\n", "nothing.csv")).toEqual(["1 unknown-collection"]);
  });

  it("[L7] several files may hold one collection", () => {
    const { study } = parseStudy([
      basis,
      { path: "beneficiaries.csv", text: "id,party\na,P\n" },
      { path: "more/beneficiaries.own.csv", text: "id,party\nb,P" },
    ]);

    expect([...(study?.beneficiaries.keys() ?? [])]).toEqual(["a", "b"]);
  });
});
