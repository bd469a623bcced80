import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorityOrder } from "../../src/law/index.ts";
import { type Authority, ranks } from "../../src/study/law.ts";
import { makeStudy, on } from "./make-study.ts";

const order = (authorities: Readonly<Record<string, Partial<Authority>>>, hours?: number) =>
  authorityOrder(makeStudy({ authorities }), hours);
const since = (date: string) => [{ from: on(date), until: Number.POSITIVE_INFINITY }];

describe("authorityOrder", () => {
  it("[W4] puts the higher instrument first, then the later, then the key", () => {
    const ranked = Object.fromEntries([...ranks].reverse().map((rank) => [`L-${rank}`, { rank }]));

    expect(order(ranked)).toEqual(ranks.map((rank) => `L-${rank}`));
    expect(order({ A: { valid: since("1954-07-01") }, B: { valid: since("1999-05-28") } })).toEqual([
      "B",
      "A",
    ]);
    expect(order({ B: {}, A: {} })).toEqual(["A", "B"]);
    expect(order({ B: { key: "1" }, A: { key: "2" } })).toEqual(["B", "A"]);
  });

  it("[W4] takes the window in force as of the date, else the latest", () => {
    const authorities = {
      TWICE: { valid: [{ from: -200, until: -100 }, ...since("2009-02-01")] },
      ONCE: { valid: [{ from: -150, until: Number.POSITIVE_INFINITY }] },
    };

    expect(order(authorities, -120)).toEqual(["ONCE", "TWICE"]);
    expect(order(authorities, 0)).toEqual(["TWICE", "ONCE"]);
  });

  it("[W4] imposes `over`, across ranks and in chains, and moves nothing else", () => {
    expect(order({ A: { rank: "treaty" }, B: {}, C: { rank: "practice", over: ["A"] } })).toEqual([
      "B",
      "C",
      "A",
    ]);
    expect(order({ A: {}, B: { over: ["A"] }, C: { over: ["B"] }, D: {} })).toEqual(["C", "B", "A", "D"]);
  });

  it("[W4] survives a cycle of `over` and an `over` said twice", () => {
    expect(order({ A: { over: ["B"] }, B: { over: ["A"] } })).toEqual(["A", "B"]);
    expect(order({ A: {}, B: { over: ["A", "A"] } })).toEqual(["B", "A"]);
  });

  it("[W4] respects every `over` without a cycle and does not depend on the order in the files", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const edge = fc.tuple(fc.nat(5), fc.nat(5)).filter(([i, j]) => i < j);

    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 8 }),
        fc.shuffledSubarray(names, { minLength: 6 }),
        fc.array(fc.constantFrom(...ranks), { minLength: 6, maxLength: 6 }),
        (edges, shuffled, given) => {
          const authorities = Object.fromEntries(
            shuffled.map((id, i): [string, Partial<Authority>] => [
              id,
              {
                rank: given[names.indexOf(id)] ?? "statute",
                over: edges.filter(([from]) => from === i).map(([, to]) => shuffled[to] ?? ""),
              },
            ]),
          );
          const backwards = Object.fromEntries(Object.entries(authorities).reverse());

          const found = order(authorities);

          expect([...found].sort()).toEqual(names);
          expect(order(backwards)).toEqual(found);
          for (const [id, { over = [] }] of Object.entries(authorities)) {
            for (const other of over) expect(found.indexOf(id)).toBeLessThan(found.indexOf(other));
          }
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
