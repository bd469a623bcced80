import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dimension, formatQuantity, parseQuantity } from "../../src/quantity/index.ts";

describe("formatQuantity", () => {
  it.each([
    [72, "time", "3 d", "3日"],
    [71, "time", "71 h", "71時間"],
    [0, "time", "0 h", "0時間"],
    [0.25, "time", "15 min", "15分"],
    [0.005, "time", "18 s", "18秒"],
    [8766 * 5, "time", "5 yr", "5年"],
    [-72, "time", "-3 d", "-3日"],
    [0.5, "distance", "500 m", "500 m"],
    [12, "distance", "12 km", "12 km"],
    [33.336, "speed", "33.3 km/h", "33.3 km/h"],
    [0.25, "rate", "6 /d", "6/日"],
    [75 / 8766, "rate", "75 /yr", "75/年"],
    [0.025, "mass", "25 kg", "25 kg"],
    [32_820, "mass", "32820 t", "32820トン"],
    [1, "people", "1 person", "1人"],
    [12_753, "people", "12753 people", "12753人"],
    [0.205, "share", "20.5 %", "20.5%"],
    [2, "number", "2", "2"],
    [1e-9, "number", "1e-9", "1e-9"],
  ] as const)("[Q20] prints %d (%s) as %s", (value, dimension, english, japanese) => {
    expect(formatQuantity(value, dimension)).toBe(english);
    expect(formatQuantity(value, dimension, { language: "ja" })).toBe(japanese);
  });

  it("[Q20] prints in the unit asked for", () => {
    expect(formatQuantity(72, "time", { unit: "h" })).toBe("72 h");
    expect(formatQuantity(33.336, "speed", { unit: "kn" })).toBe("18 kn");
    expect(formatQuantity(33.336, "speed", { unit: "kn", language: "ja" })).toBe("18ノット");
    expect(formatQuantity(2222.4, "distance", { unit: "nmi", language: "ja" })).toBe("1200海里");
    expect(formatQuantity(2, "count", { unit: "ship" })).toBe("2 ship");
    expect(formatQuantity(2, "count", { unit: "隻", language: "ja" })).toBe("2隻");
  });

  it("[Q20] prints money with its currency and the multipliers of the language", () => {
    expect(formatQuantity(104e9, "money", { currency: "JPY" })).toBe("JPY 104 bn");
    expect(formatQuantity(104e9, "money", { currency: "JPY", language: "ja" })).toBe("1040億円");
    expect(formatQuantity(9e7, "money", { currency: "USD", language: "ja" })).toBe("9000万米ドル");
    expect(formatQuantity(1234, "money", { currency: "CHF", grouped: true })).toBe("CHF 1,234");
    expect(formatQuantity(104e9, "money", { currency: "JPY", unit: "M" })).toBe("JPY 104000 M");
  });

  it("[Q21] rounds half away from zero and never digits before the point", () => {
    expect(formatQuantity(100, "time", { unit: "d" })).toBe("4.17 d");
    expect(formatQuantity(0.125, "number", { digits: 2 })).toBe("0.13");
    expect(formatQuantity(-0.125, "number", { digits: 2 })).toBe("-0.13");
    expect(formatQuantity(9.996, "number")).toBe("10");
    expect(formatQuantity(123_456.7, "number", { digits: 2 })).toBe("123457");
    expect(formatQuantity(0.000_999_96, "number", { digits: 2 })).toBe("0.001");
    expect(formatQuantity(9.99e-8, "number", { digits: 2 })).toBe("1e-7");
    expect(formatQuantity(1_234_567, "number", { grouped: true })).toBe("1,234,567");
    expect(formatQuantity(0.1234, "number", { digits: 4, grouped: true })).toBe("0.1234");
  });

  it("[Q21] prints what parseQuantity reads back to within the digits", () => {
    const dimension = fc.constantFrom<Dimension>(
      "time",
      "distance",
      "speed",
      "rate",
      "mass",
      "people",
      "share",
      "number",
      "money",
      "count",
    );
    const magnitude = fc
      .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -30, max: 30 }), fc.boolean())
      .map(([mantissa, exponent, negative]) => Number(`${mantissa}e${exponent}`) * (negative ? -1 : 1));
    const language = fc.constantFrom("ja" as const, "en" as const);
    fc.assert(
      fc.property(
        dimension,
        magnitude,
        fc.integer({ min: 1, max: 17 }),
        language,
        (of, value, digits, spoken) => {
          const unit = of === "count" ? { unit: "ship" } : {};
          const money = of === "money" ? { currency: "JPY" } : {};

          const text = formatQuantity(value, of, { digits, language: spoken, ...unit, ...money });

          const outcome = parseQuantity(text, { dimension: of });
          if ("problem" in outcome) throw new Error(`${text}: ${outcome.problem.code}`);
          const tolerance = Number(`0.5e${1 - digits}`) + 2 * Number.EPSILON;
          expect(Math.abs(outcome.quantity.value - value)).toBeLessThanOrEqual(Math.abs(value) * tolerance);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("[Q21] prints every double so that it is read back unchanged with 17 digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const outcome = parseQuantity(formatQuantity(value, "number", { digits: 17 }), {
          dimension: "number",
        });
        expect("quantity" in outcome && outcome.quantity.value).toBe(value + 0);
      }),
    );
  });

  it("[Q22] prints missing values and rejects mistakes of the caller", () => {
    expect(formatQuantity(Number.NaN, "time")).toBe("–");
    expect(formatQuantity(Number.NEGATIVE_INFINITY, "time")).toBe("-∞");
    expect(() => formatQuantity(1, "time", { unit: "km" })).toThrow(RangeError);
    expect(() => formatQuantity(1, "money")).toThrow(RangeError);
    expect(() => formatQuantity(1, "number", { digits: 0 })).toThrow(RangeError);
  });
});
