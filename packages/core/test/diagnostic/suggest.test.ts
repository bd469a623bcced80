import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggest } from "../../src/diagnostic/index.ts";
import { alignmentDistance } from "../../src/diagnostic/suggest.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

/** Optimal string alignment by its recursive definition. */
function definedDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const candidates = [
    definedDistance(a.slice(0, -1), b) + 1,
    definedDistance(a, b.slice(0, -1)) + 1,
    definedDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    candidates.push(definedDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...candidates);
}

describe("suggest", () => {
  it("[D10] measures optimal string alignment", () => {
    // Boytsov 2011: the restricted distance of "ca" and "abc" is 3, the unrestricted one 2.
    expect(alignmentDistance("ca", "abc")).toBe(3);
    expect(alignmentDistance("kitten", "sitting")).toBe(3);
    expect(alignmentDistance("form", "from")).toBe(1);
    fc.assert(
      fc.property(
        letters.map((s) => s.slice(0, 5)),
        letters.map((s) => s.slice(0, 5)),
        (a, b) => {
          expect(alignmentDistance(a, b)).toBe(definedDistance(a, b));
        },
      ),
    );
  });

  it("[D10] names the nearest first, whatever the order of what is known", () => {
    expect(suggest("esort-ship", ["patrol-aircraft", "escort-ships", "escort-ship"])).toEqual([
      "escort-ship",
      "escort-ships",
    ]);
    expect(suggest("aproval", ["approval", "order", "consent"])).toEqual(["approval"]);
    fc.assert(
      fc.property(letters, fc.array(letters), (found, known) => {
        expect(suggest(found, known.toReversed())).toEqual(suggest(found, known));
      }),
    );
  });

  it("[D11] puts names that differ in case and hyphens first", () => {
    expect(suggest("Escort_Ship", ["escort-shop", "escort-ship"])).toEqual(["escort-ship", "escort-shop"]);
    expect(suggest("H", ["d", "h"])).toEqual(["h"]);
    expect(suggest("A".repeat(100), ["a".repeat(100)])).toEqual(["a".repeat(100)]);
  });

  it("[D12] is silent when nothing is near", () => {
    expect(suggest("piracy", ["disaster", "priority"])).toEqual([]);
    expect(suggest("d", ["h", "s"])).toEqual([]);
    expect(suggest(`${"a".repeat(99)}b`, ["a".repeat(100)])).toEqual([]);
    expect(suggest("abc", ["abd"])).toEqual(["abd"]);
    expect(suggest("abcdefghijklmnopqrst", ["abcdefghijklmno12345"])).toEqual([]);
  });

  it("[D13] never repeats a name, suggests what was found, or exceeds the limit", () => {
    expect(suggest("task", ["tasks", "tasks", "task"])).toEqual(["tasks"]);
    expect(suggest("task", ["taska", "taskb", "taskc", "taskd"])).toEqual(["taska", "taskb", "taskc"]);
    expect(suggest("task", ["taskb", "taska"], 1)).toEqual(["taska"]);
  });
});
