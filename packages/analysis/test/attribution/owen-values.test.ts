import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { owenValues } from "../../src/index.ts";

const singles = (count: number): number[][] => Array.from({ length: count }, (_, player) => [player]);
const law = [[0, 1], [2], [3], [4], [5]];
const game = (players: number) =>
  fc
    .array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 1 << players,
      maxLength: 1 << players,
    })
    .map((values) => Float64Array.from(values));
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe("owenValues", () => {
  // Glove game: players 0 and 1 hold a left glove, 2 a right one; a pair is worth 1. Shapley: 1/6, 1/6, 4/6.
  it("[A1] agrees with the glove game", () => {
    const values = Float64Array.from({ length: 8 }, (_, mask) => (mask & 4 && mask & 3 ? 1 : 0));

    const parts = owenValues(values, singles(3));

    expect(parts[0]).toBeCloseTo(1 / 6, 14);
    expect(parts[1]).toBeCloseTo(1 / 6, 14);
    expect(parts[2]).toBeCloseTo(4 / 6, 14);
  });

  // Airport game with costs 1, 2, 4: Shapley 1/3, 1/3 + 1/2, 1/3 + 1/2 + 2 (Littlechild & Owen, 1973).
  it("[A1] agrees with an airport game", () => {
    const costs = [1, 2, 4];
    const values = Float64Array.from({ length: 8 }, (_, mask) =>
      Math.max(0, ...costs.filter((_cost, player) => mask & (1 << player))),
    );

    const parts = [...owenValues(values, singles(3))];

    [1 / 3, 5 / 6, 17 / 6].forEach((part, player) => {
      expect(parts[player]).toBeCloseTo(part, 13);
    });
  });

  // Worked by hand from Owen's formula: unions {0,1} and {2}; v = 1 as soon as 0 and 2 are in.
  it("[A1] agrees with a game with unions worked by hand", () => {
    const values = Float64Array.from({ length: 8 }, (_, mask) => ((mask & 5) === 5 ? 1 : 0));

    expect([...owenValues(values, [[0, 1], [2]])]).toEqual([0.5, 0, 0.5]);
  });

  it("[A2] divides the whole gain, nothing more", () => {
    fc.assert(
      fc.property(game(6), (values) => {
        const parts = owenValues(values, law);

        expect(sum(parts)).toBeCloseTo((values[63] as number) - (values[0] as number), 8);
      }),
    );
  });

  it("[A2] gives nothing to a player that changes nothing, and is linear", () => {
    fc.assert(
      fc.property(game(6), game(6), fc.integer({ min: 0, max: 5 }), (first, second, idle) => {
        const dull = first.map((_, mask) => first[mask & ~(1 << idle)] as number);
        const both = first.map((value, mask) => value + 2 * (second[mask] as number));
        const [a, b, c] = [owenValues(first, law), owenValues(second, law), owenValues(both, law)];

        expect(owenValues(dull, law)[idle]).toBeCloseTo(0, 10);
        for (let player = 0; player < 6; player++) {
          expect(c[player]).toBeCloseTo((a[player] as number) + 2 * (b[player] as number), 8);
        }
      }),
    );
  });

  it("[A2] treats interchangeable players alike", () => {
    fc.assert(
      fc.property(game(6), (values) => {
        const swap = (mask: number): number => (mask & ~3) | ((mask & 1) << 1) | ((mask & 2) >> 1);
        const even = values.map((value, mask) => value + (values[swap(mask)] as number));
        const parts = owenValues(even, law);

        expect(parts[0]).toBeCloseTo(parts[1] as number, 9);
      }),
    );
  });

  it("[A3] gives a union the Shapley value of the game between unions", () => {
    fc.assert(
      fc.property(game(6), (values) => {
        const between = Float64Array.from(
          { length: 32 },
          (_, mask) => values[(mask & 1 ? 3 : 0) | ((mask >> 1) << 2)] as number,
        );
        const parts = owenValues(values, law);
        const outer = owenValues(between, singles(5));

        expect((parts[0] as number) + (parts[1] as number)).toBeCloseTo(outer[0] as number, 9);
        for (let player = 2; player < 6; player++)
          expect(parts[player]).toBeCloseTo(outer[player - 1] as number, 9);
      }),
    );
  });

  it("[A4] refuses unions that miss or repeat a player and games of the wrong size", () => {
    expect(() => owenValues(new Float64Array(4), [[0], [0]])).toThrow(RangeError);
    expect(() => owenValues(new Float64Array(4), [[0], [2]])).toThrow(RangeError);
    expect(() => owenValues(new Float64Array(5), [[0], [1]])).toThrow(RangeError);
  });
});
