import { outcomeOf } from "@shikumi/analysis/frame";
import { type MorrisDesign, morrisDesign, radialDesign } from "@shikumi/analysis/sampling";
import { elementaryEffects, type FactorEffects } from "@shikumi/analysis/sensitivity";
import { describe, expect, it } from "vitest";
import { boundsOf, covers, ishigami, runOn, unitInputs } from "./models.ts";

type Effects = Extract<FactorEffects, { kind: "effects" }>;

function effectsOf(factors: readonly FactorEffects[]): readonly Effects[] {
  return factors.map((factor) => {
    if (factor.kind !== "effects") throw new TypeError(`${factor.name} has no effects`);
    return factor;
  });
}

/** Products of up to four inputs' weights and their coefficients in Morris' function of 20 inputs (Technometrics 33 (1991)), its random coefficients (−1)^i and (−1)^(i + j). */
const terms: readonly (readonly [coefficient: number, ...inputs: number[]])[] = (() => {
  const list: [number, ...number[]][] = [];
  for (let i = 1; i <= 20; i++) {
    list.push([i <= 10 ? 20 : i % 2 === 0 ? 1 : -1, i]);
    for (let j = i + 1; j <= 20; j++) {
      list.push([j <= 6 ? -15 : (i + j) % 2 === 0 ? 1 : -1, i, j]);
      for (let k = j + 1; k <= 5; k++) {
        list.push([-10, i, j, k]);
        for (let l = k + 1; l <= 4; l++) list.push([5, i, j, k, l]);
      }
    }
  }
  return list;
})();

const weightOf = (input: number, x: number): number =>
  [3, 5, 7].includes(input) ? 2 * ((1.1 * x) / (x + 0.1) - 0.5) : 2 * (x - 0.5);

const morrisFunction = (x: readonly number[]): number =>
  terms.reduce(
    (sum, [coefficient, ...inputs]) =>
      sum + inputs.reduce((product, input) => product * weightOf(input, x[input - 1] ?? 0), coefficient),
    0,
  );

/** Expected effect of an input on the grid of four levels: each other input is uniform on the levels, and the function is linear in each weight. */
function expectedEffect(moved: number): number {
  const levels = [0, 1 / 3, 2 / 3, 1];
  const step = 2 / 3;
  const mean = (input: number): number => levels.reduce((sum, x) => sum + weightOf(input, x) / 4, 0);
  const slope = [0, 1 / 3].reduce(
    (sum, x) => sum + (weightOf(moved, x + step) - weightOf(moved, x)) / step / 2,
    0,
  );
  return terms
    .filter(([, ...inputs]) => inputs.includes(moved))
    .reduce(
      (sum, [coefficient, ...inputs]) =>
        sum +
        inputs.reduce((product, input) => product * (input === moved ? slope : mean(input)), coefficient),
      0,
    );
}

describe("elementary effects", () => {
  it("[S7] of a linear function are its slopes, with no deviation", () => {
    const morris = morrisDesign(unitInputs(3), { trajectories: 10 });

    const { factors } = elementaryEffects(
      morris,
      runOn(morris.design, ([a = 0, b = 0]) => 3 * a - 2 * b),
    );

    const found = effectsOf(factors).map(({ mean, size, deviation }) => [
      mean.value,
      size.value,
      deviation.value,
    ]);
    [
      [3, 3, 0],
      [-2, 2, 0],
      [0, 0, 0],
    ].forEach((expected, at) => {
      for (const [figure, value] of expected.entries()) expect(found[at]?.[figure]).toBeCloseTo(value, 12);
    });
  });

  it("[S7] of Morris' function of 20 inputs have the means worked out from its coefficients", () => {
    const morris = morrisDesign(unitInputs(20), { trajectories: 4000, seed: 4 });

    const effects = effectsOf(
      elementaryEffects(morris, runOn(morris.design, morrisFunction), { resamples: 200 }).factors,
    );

    const covered = effects.filter(({ mean }, at) => covers(mean, expectedEffect(at + 1)));
    expect(covered.length).toBeGreaterThanOrEqual(17);
    effects.forEach(({ mean, deviation }, at) => {
      expect(Math.abs(mean.value - expectedEffect(at + 1))).toBeLessThan(
        (4 * deviation.value) / Math.sqrt(4000),
      );
    });
    const sizes = effects.map(({ size }) => size.value);
    expect(Math.min(...sizes.slice(0, 10))).toBeGreaterThan(Math.max(...sizes.slice(10)));
  });

  it("[S7] of Ishigami's function on four levels agree with SALib's", () => {
    const morris = morrisDesign(unitInputs(3), { trajectories: 20_000, seed: 2 });

    const effects = effectsOf(
      elementaryEffects(morris, runOn(morris.design, ishigami), { resamples: 0 }).factors,
    );

    // SALib, 1,000 trajectories, 4 levels: mu* 7.617 7.875 6.586, sigma 6.251 7.868 9.077.
    [7.617, 7.875, 6.586].forEach((size, at) => {
      expect(Math.abs((effects[at]?.size.value ?? 0) - size)).toBeLessThan(0.6);
    });
    [6.251, 7.868, 9.077].forEach((deviation, at) => {
      expect(Math.abs((effects[at]?.deviation.value ?? 0) - deviation)).toBeLessThan(0.4);
    });
    expect(effects[0]?.size.interval).toEqual({ kind: "no-interval", reason: "no-resamples" });
  });

  it("[S8] have bootstrap intervals that cover the mean effect nearly as often as they say", () => {
    const curve = ([x = 0, z = 0]: readonly number[]): number => 4 * x * x + 3 * x * z + z;
    // Moves 0 → 2/3 and 1/3 → 1 of 4x² have slopes 8/3 and 16/3; the other input is 1/2 on average.
    const truth = 4 + 1.5;
    let covered = 0;
    for (let seed = 0; seed < 300; seed++) {
      const morris = morrisDesign(unitInputs(2), { trajectories: 20, seed });
      const { factors } = elementaryEffects(morris, runOn(morris.design, curve), { resamples: 400, seed });
      const [first] = effectsOf(factors) as [Effects];
      covered += covers(first.mean, truth) && covers(first.size, truth) ? 1 : 0;
    }

    expect(covered / 300).toBeGreaterThan(0.91);
    expect(covered / 300).toBeLessThan(0.99);
  });

  it("[S8] leave out a move with an end that failed, keep the others, and count", () => {
    const morris = morrisDesign(unitInputs(2), { trajectories: 3 });
    const { values } = runOn(morris.design, ([a = 0, b = 0]) => a + 10 * b);
    values[0] = Number.NaN;

    const { factors, use } = elementaryEffects(morris, outcomeOf(morris.design, "y", values));

    expect(use).toMatchObject({ missing: 1, used: 8 });
    const first = morris.moved[0] as number;
    expect(factors[first]).toMatchObject({ kind: "effects", effects: 2, dropped: 1 });
    expect(factors[1 - first]).toMatchObject({ kind: "effects", effects: 3, dropped: 0 });
    expect(effectsOf(factors).map(({ mean }) => Math.round(mean.value * 1e9) / 1e9)).toEqual([1, 10]);
  });

  it("[S8] say where fewer than two moves are left", () => {
    const morris = morrisDesign(unitInputs(2), { trajectories: 1 });

    const { factors } = elementaryEffects(
      morris,
      runOn(morris.design, ([a = 0]) => a),
    );

    expect(factors[0]).toEqual({ kind: "no-effects", name: "x0", effects: 1, dropped: 0 });
  });

  it("[S8] take radial designs, and refuse plain ones and results of another", () => {
    const radial = radialDesign(unitInputs(2), { trajectories: 8 });
    const outcome = runOn(radial.design, ([a = 0, b = 0]) => 3 * a + b);

    const [first] = effectsOf(elementaryEffects(radial, outcome).factors);

    expect(first?.mean.value).toBeCloseTo(3, 9);
    expect(boundsOf((first as Effects).mean).high).toBeCloseTo(3, 9);
    expect(() => elementaryEffects(radial.design as unknown as MorrisDesign, outcome)).toThrow(
      expect.objectContaining({ code: "design-without-structure" }),
    );
    expect(() => elementaryEffects(morrisDesign(unitInputs(2), { trajectories: 8 }), outcome)).toThrow(
      expect.objectContaining({ code: "another-design" }),
    );
  });
});
