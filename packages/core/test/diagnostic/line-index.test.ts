import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "../../src/diagnostic/index.ts";

const text = fc.string({ unit: fc.constantFrom("a", "あ", "\n", "\r", "\r\n", "😀"), maxLength: 30 });

/** Line and column by reading the text from its start. */
function counted(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const insideBreak = before.endsWith("\r") && source[offset] === "\n";
  const lines = (insideBreak ? before.slice(0, -1) : before).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + (insideBreak ? 2 : 1) };
}

describe("LineIndex", () => {
  it("[D1] counts lines and columns from 1, columns in UTF-16 code units", () => {
    const index = new LineIndex("ab\nあ😀c\r\nd\re");

    expect(index.position(0)).toEqual({ line: 1, column: 1 });
    expect(index.position(6)).toEqual({ line: 2, column: 4 });
    expect(index.position(9)).toEqual({ line: 3, column: 1 });
    expect(index.position(11)).toEqual({ line: 4, column: 1 });
    expect([1, 2, 3, 4, 5].map((line) => index.lineText(line))).toEqual(["ab", "あ😀c", "d", "e", ""]);
  });

  it("[D1] agrees with counting from the start", () => {
    fc.assert(
      fc.property(text, fc.nat(40), (source, offset) => {
        const within = Math.min(offset, source.length);
        expect(new LineIndex(source).position(within)).toEqual(counted(source, within));
      }),
      { numRuns: 2000 },
    );
  });

  it("[D2] takes offsets outside the text for its ends and a break for the line it ends", () => {
    const index = new LineIndex("ab\nc");

    expect(index.position(-5)).toEqual({ line: 1, column: 1 });
    expect(index.position(99)).toEqual({ line: 2, column: 2 });
    expect(index.position(2)).toEqual({ line: 1, column: 3 });
  });
});
