import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber, type NumberStyle } from "../../src/number/format-number.ts";

const none = Number.NaN;

function printed(
  [value, low, high]: readonly [number, number, number],
  style: NumberStyle,
  language: "ja" | "en" = "en",
): string | undefined {
  const parts = formatNumber({ value, low, high }, style, language);
  return parts === undefined ? undefined : (parts.value + parts.interval).replaceAll("\u00a0", " ");
}

describe("formatNumber", () => {
  it.each([
    [0.6234, "share", "62 %", "62%"],
    [0.041, "share", "4.1 %", "4.1%"],
    [0, "share", "0 %", "0%"],
    [1, "share", "100 %", "100%"],
    [0.9999, "share", ">99.9 %", ">99.9%"],
    [0.996, "share", "99.6 %", "99.6%"],
    [0.0001, "share", "<0.1 %", "<0.1%"],
    [1.31, "share", "131 %", "131%"],
    [-0.03, "share", "−3.0 %", "−3.0%"],
    [0.121, "points", "+12 points", "+12ポイント"],
    [-0.121, "gain", "−12", "−12"],
    [0, "gain", "0", "0"],
    [0.0001, "gain", "+<0.1", "+<0.1"],
    [0.02, "hours", "1.2 min", "1.2分"],
    [0.75, "hours", "45 min", "45分"],
    [6.5, "hours", "6.5 h", "6.5時間"],
    [48, "hours", "48 h", "48時間"],
    [412, "hours", "17 d", "17日"],
    [43_830, "hours", "5 yr", "5年"],
    [1234.4, "count", "1,234", "1,234"],
    [2_500_000, "money:JPY", "JPY 2.5 M", "250万円"],
    [3, "amount", "3", "3"],
    [0.121, "size", "12", "12"],
    [0.0001, "size", "<0.1", "<0.1"],
    [-0.333, "ratio", "−0.33", "−0.33"],
    [9.4, "quantity:time:", "9.4 h", "9.4時間"],
    [0.0007, "quantity:rate:", "6.14 /yr", "6.14/年"],
    [1e9, "quantity:money:JPY", "JPY 1 bn", "10億円"],
    [12, "quantity:count:ships", "12 ships", "12 ships"],
  ] as const)("[P20] prints %d as %s: %s", (value, style, en, ja) => {
    expect(printed([value, none, none], style)).toBe(en);
    expect(printed([value, none, none], style, "ja")).toBe(ja);
  });

  it("[P20] never prints as 0 or 1 what is neither", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }),
        (value) => {
          expect(["0 %", "0.0 %", "100 %", "100.0 %"]).not.toContain(printed([value, none, none], "share"));
          expect(["0", "+0", "+0.0"]).not.toContain(printed([value, none, none], "gain"));
        },
      ),
    );
  });

  it("[P21] prints intervals with the digits they deserve, and none of no width", () => {
    expect(printed([0.62, 0.58, 0.66], "share-interval")).toBe("62 % (58–66 %)");
    expect(printed([0.62, 0.58, 0.66], "share-interval", "ja")).toBe("62%（58〜66%）");
    expect(printed([0.96, 0.91, 0.99], "share-within")).toBe("96 %, 91–99 %");
    expect(printed([0.621, 0.6172, 0.6251], "share-interval")).toBe("62.1 % (61.7–62.5 %)");
    expect(printed([-0.03, -0.05, -0.01], "share-interval")).toBe("−3.0 % (−5.0 to −1.0 %)");
    expect(printed([0.12, 0.08, 0.15], "points-interval")).toBe("+12 points (+8 to +15)");
    expect(printed([0.5, 0.5, 0.5], "share-interval")).toBe("50 %");
    expect(printed([0.5, none, none], "share-interval")).toBe("50 %");
  });

  it("[P22] prints nothing for what is missing or infinite", () => {
    for (const value of [none, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(printed([value, 0, 1], "share-interval")).toBeUndefined();
    }
  });

  it("[P2] prints no broken number for any value", () => {
    const styles: readonly NumberStyle[] = [
      "share-interval",
      "points-interval",
      "gain",
      "hours",
      "count",
      "amount",
      "money:JPY",
    ];
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, number, fc.constantFrom(...styles), (value, low, high, style) => {
        expect(printed([value, low, high], style)).not.toMatch(/NaN|undefined|Infinity|e[+-]?\d|--/);
      }),
    );
  });
});
