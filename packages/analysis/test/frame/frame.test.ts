import { designOf, type Factor, outcomeOf, usableRows } from "@shikumi/analysis/frame";
import { describe, expect, it } from "vitest";

const factors: readonly Factor[] = [
  { kind: "real", name: "delay", low: 0, high: 10 },
  { kind: "category", name: "host", levels: ["refuses", "grants"] },
];
const delay = Float64Array.of(1, 2, 3, 4);
const host = Float64Array.of(0, 1, 1, 0);

describe("designs and outcomes", () => {
  it("[F1] names the values and their order: the same rows have one id, another order another", () => {
    const design = designOf(factors, [delay, host]);

    expect(designOf(factors, [delay.slice(), host.slice()]).id).toBe(design.id);
    expect(designOf(factors, [delay.slice().reverse(), host]).id).not.toBe(design.id);
    expect(designOf(factors, [Float64Array.of(1, 2, 3, 4.000000001), host]).id).not.toBe(design.id);
    expect(
      designOf([{ ...factors[0], name: "wait" } as Factor, factors[1] as Factor], [delay, host]).id,
    ).not.toBe(design.id);
    expect(design.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it("[F2] refuses values outside a factor, columns that do not match and two factors of one name", () => {
    expect(() => designOf(factors, [Float64Array.of(1, 2, 3, 11), host])).toThrow(/"delay" is 11 in row 3/);
    expect(() => designOf(factors, [delay, Float64Array.of(0, 1, 0.5, 0)])).toThrow(/"host" is 0.5 in row 2/);
    expect(() => designOf(factors, [delay, Float64Array.of(0, 1)])).toThrow(/2 rows of 4/);
    expect(() => designOf(factors, [delay])).toThrow(/2 factors, but 1 columns/);
    expect(() => designOf([factors[0] as Factor, factors[0] as Factor], [delay, delay])).toThrow(
      /share a name/,
    );
    expect(() => designOf([{ kind: "real", name: "x", low: 2, high: 1 }], [delay])).toThrow(/from 2 to 1/);
    expect(() =>
      designOf([{ kind: "real", name: "x", low: 0, high: 9 }], [Float64Array.of(Number.NaN)]),
    ).toThrow(/NaN in row 0/);
  });

  it("[F3] counts failed, missing and infinite rows apart, and refuses results of another design", () => {
    const design = designOf(factors, [delay, host]);
    const values = Float64Array.of(Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, 7);
    const outcome = outcomeOf(design, "share", values, new Map([[0, "budget"]]));

    expect(usableRows(design, [outcome])).toEqual({
      rows: Int32Array.of(3),
      used: 1,
      failed: 1,
      missing: 1,
      infinite: 1,
    });
    const other = designOf(factors, [delay.slice().reverse(), host]);
    expect(() => usableRows(other, [outcome])).toThrow(/belongs to design/);
    expect(() => usableRows(design, [{ ...outcome, values: values.slice(1) }])).toThrow(/3 of 4 rows/);
  });
});
