import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Catalogue,
  compareDiagnostics,
  type Diagnostic,
  renderDiagnostic,
  renderDiagnostics,
} from "../../src/diagnostic/index.ts";

const catalogue: Catalogue = {
  "unknown-name": ({ found }) => ({ text: `"${found}" is not known.`, help: "Correct the name." }),
};

function diagnostic(start: number, end: number, changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "unknown-name",
    severity: "error",
    span: { file: "study.yaml", start, end },
    args: { found: "USA" },
    ...changes,
  };
}

function excerpt(text: string, start: number, end: number): string {
  return renderDiagnostic(diagnostic(start, end), catalogue, () => text).excerpt;
}

describe("renderDiagnostic", () => {
  it("[D3] puts place and words together", () => {
    const source = "party: JPN\nparty: USA\n";

    expect(renderDiagnostic(diagnostic(18, 21), catalogue, () => source)).toEqual({
      code: "unknown-name",
      severity: "error",
      file: "study.yaml",
      line: 2,
      column: 8,
      endLine: 2,
      endColumn: 11,
      text: '"USA" is not known.',
      help: "Correct the name.",
      excerpt: "party: USA\n       ^^^",
      related: [],
    });
  });

  it("[D3] renders many as one by one", () => {
    const list = [diagnostic(0, 1), diagnostic(3, 4, { span: { file: "b.yaml", start: 3, end: 4 } })];
    const source = (file: string): string | undefined => (file === "b.yaml" ? "a\nbc" : undefined);

    expect(renderDiagnostics(list, catalogue, source)).toEqual(
      list.map((one) => renderDiagnostic(one, catalogue, source)),
    );
  });

  it("[D4] marks the span under its first line", () => {
    expect(excerpt("a: b", 3, 3)).toBe("a: b\n   ^");
    expect(excerpt("a: b\nc: d", 3, 9)).toBe("a: b\n   ^");
    expect(excerpt("a: bcd\r\nc", 3, 9)).toBe("a: bcd\n   ^^^");
    expect(excerpt("a: b", 4, 4)).toBe("a: b\n    ^");
    expect(excerpt("\tb", 1, 2)).toBe("\tb\n\t^");
    expect(excerpt("名: 海賊", 3, 5)).toBe("名: 海賊\n    ^^^^");
    expect(excerpt("", 0, 0)).toBe("\n^");
  });

  it("[D5] falls back on the code for a message that is missing", () => {
    const unknown = diagnostic(0, 1, { code: "constructor", args: { found: "x", line: 3 } });
    const bare = diagnostic(0, 1, { code: "no-args", args: {} });

    expect(renderDiagnostic(unknown, catalogue, () => "a")).toMatchObject({
      text: "constructor (found=x, line=3)",
      help: "",
    });
    expect(renderDiagnostic(bare, catalogue, () => "a").text).toBe("no-args");
  });

  it("[D6] places a problem of an unreadable file at its start", () => {
    expect(renderDiagnostic(diagnostic(18, 21), catalogue, () => undefined)).toMatchObject({
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      excerpt: "",
    });
  });

  it("[D7] makes control characters of the input visible and cuts what is long", () => {
    const hostile = "\u001b[31m\u202ered\u0007\n";
    const rendered = renderDiagnostic(
      diagnostic(0, 3, { args: { found: hostile }, span: { file: "a\u001b.yaml", start: 0, end: 3 } }),
      catalogue,
      () => hostile,
    );

    const steering = [...`${rendered.text}${rendered.file}${rendered.excerpt.replace("\n", "")}`].filter(
      (character) => character < " " || character === "\u202e",
    );
    expect(steering).toEqual([]);
    expect(rendered.text).toContain("␛[31m");
    const long = renderDiagnostic(
      diagnostic(0, 1, { args: { found: "x".repeat(1000) } }),
      catalogue,
      () => "a",
    );
    expect(long.text).toBe(`"${"x".repeat(199)}…" is not known.`);
  });

  it("[D7] shows a window of a long line that contains the start of the span", () => {
    const line = `${"a".repeat(500)}X${"b".repeat(500)}`;

    const [shown = "", carets = ""] = excerpt(line, 500, 501).split("\n");

    expect(shown.length).toBe(122);
    expect(shown[carets.indexOf("^")]).toBe("X");
    expect(carets.trim()).toBe("^");
    expect(excerpt("a".repeat(1000), 0, 1000).split("\n")[1]?.length).toBeLessThanOrEqual(122);
  });

  it("[D7] renders any text and any span", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer(), fc.integer(), (text, start, end) => {
        expect(excerpt(text, start, end)).toMatch(/\n[ \t]*\^+$/);
      }),
    );
  });

  it("[D8] places related spans", () => {
    const twice = diagnostic(5, 6, {
      related: [{ span: { file: "other.yaml", start: 2, end: 3 }, role: "first" }],
    });
    const source = (file: string): string => (file === "other.yaml" ? "a\nb" : "a: b c");

    expect(renderDiagnostic(twice, catalogue, source).related).toEqual([
      { role: "first", file: "other.yaml", line: 2, column: 1 },
    ]);
  });
});

describe("compareDiagnostics", () => {
  it("[D9] orders by file, start and code", () => {
    const ordered = [
      diagnostic(9, 9, { span: { file: "a.yaml", start: 9, end: 9 } }),
      diagnostic(1, 2, { span: { file: "b.yaml", start: 1, end: 2 }, code: "a" }),
      diagnostic(1, 1, { span: { file: "b.yaml", start: 1, end: 1 }, code: "b" }),
      diagnostic(10, 10, { span: { file: "b.yaml", start: 10, end: 10 }, code: "a" }),
    ];

    expect(ordered.toReversed().sort(compareDiagnostics)).toEqual(ordered);
  });

  it("[D9] is a total order that forgets how problems were found", () => {
    const any = fc.record({
      code: fc.constantFrom("a", "b"),
      severity: fc.constantFrom("error" as const, "warning" as const),
      span: fc.record({ file: fc.constantFrom("x", "y"), start: fc.nat(2), end: fc.nat(2) }),
      args: fc.dictionary(fc.constantFrom("p", "q"), fc.nat(2)),
    });
    fc.assert(
      fc.property(fc.array(any), (list) => {
        expect(list.toReversed().sort(compareDiagnostics)).toEqual([...list].sort(compareDiagnostics));
      }),
    );
    expect(
      compareDiagnostics(
        diagnostic(0, 1, { args: { p: 1, q: 2 } }),
        diagnostic(0, 1, { args: { q: 2, p: 1 } }),
      ),
    ).toBe(0);
  });
});
