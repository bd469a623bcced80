import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLoops, shortestRound } from "../../src/check/find-cycles.ts";

const graph = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
    minLength: size,
    maxLength: size,
  }),
);

describe("findLoops", () => {
  it("[C4] finds exactly the nodes that reach themselves, grouped by reaching one another", () => {
    fc.assert(
      fc.property(graph, (next) => {
        const nodes = next.map((_, i) => `n${i}`);
        const successors = (id: string) => (next[nodes.indexOf(id)] ?? []).map((i) => `n${i}`);
        const reach = (from: string) => {
          const seen = new Set(successors(from));
          for (const id of seen) for (const other of successors(id)) seen.add(other);
          return seen;
        };

        const loops = findLoops(nodes, successors);

        expect(loops.flat().sort()).toEqual(nodes.filter((id) => reach(id).has(id)).sort());
        for (const loop of loops) {
          for (const a of loop) for (const b of loop) expect(reach(a).has(b)).toBe(true);
          const round = shortestRound(loop, successors);
          expect([round[0], round.at(-1)]).toEqual([loop[0], loop[0]]);
          for (const [i, id] of round.slice(1).entries()) expect(successors(round[i] ?? "")).toContain(id);
        }
        expect(
          new Set(
            loops.map((loop) =>
              [...reach(loop[0] ?? "")]
                .filter((id) => reach(id).has(loop[0] ?? ""))
                .sort()
                .join(),
            ),
          ).size,
        ).toBe(loops.length);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("[C4] walks a chain of a hundred thousand nodes", () => {
    const nodes = Array.from({ length: 100_000 }, (_, i) => `${i}`);
    const successors = (id: string) => [`${(Number(id) + 1) % nodes.length}`];

    expect(findLoops(nodes, successors)).toHaveLength(1);
    expect(findLoops(nodes, (id) => (id === "99999" ? [] : successors(id)))).toEqual([]);
  });
});
