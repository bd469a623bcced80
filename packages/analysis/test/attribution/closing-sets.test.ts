import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closingSets } from "../../src/index.ts";

const masks = (table: readonly number[], threshold = 0.9): number[] =>
  closingSets({ met: Float64Array.from(table), instances: 100 }, threshold).map(({ mask }) => mask);

describe("closingSets", () => {
  it("[A5] finds the minimal sets", () => {
    expect(masks([0, 95, 10, 95])).toEqual([1]);
    expect(masks([0, 10, 10, 95])).toEqual([3]);
    expect(masks([0, 95, 95, 100])).toEqual([1, 2]);
  });

  it("[A5] says already met by the empty set and none by an empty list", () => {
    expect(masks([91, 95, 95, 100])).toEqual([0]);
    expect(masks([0, 89, 50, 60])).toEqual([]);
    expect(closingSets({ met: new Float64Array(4), instances: 0 }, 0.9)).toEqual([]);
  });

  it("[A5] keeps a minimal set although a larger one fails", () => {
    expect(masks([0, 95, 0, 20])).toEqual([1]);
  });

  it("[A5] returns an antichain of sets at or above the threshold", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 32, maxLength: 32 }), (table) => {
        const found = masks(table);

        for (const mask of found) {
          expect(table[mask]).toBeGreaterThanOrEqual(90);
          expect(found.filter((other) => other !== mask && (other & mask) === other)).toEqual([]);
        }
        table.forEach((met, mask) => {
          if (met >= 90) expect(found.some((minimal) => (minimal & mask) === minimal)).toBe(true);
        });
      }),
    );
  });
});
