import { describe, expect, it } from "vitest";
import { renderDiagnostic } from "../../src/diagnostic/index.ts";
import {
  type Expectation,
  parseQuantity,
  type QuantityProblem,
  type QuantityProblemCode,
  quantityMessages,
} from "../../src/quantity/index.ts";

const time: Expectation = { dimension: "time" };
const money: Expectation = { dimension: "money" };

/** One text that provokes each code. */
const provoked: Readonly<Record<QuantityProblemCode, readonly [string | number, Expectation]>> = {
  "quantity-empty": ["", time],
  "quantity-too-long": ["9".repeat(300), time],
  "quantity-not-a-number": ["soon", time],
  "quantity-not-one-number": ["6-12 h", time],
  "quantity-not-finite": [Number.NaN, time],
  "quantity-out-of-range": ["1e400 h", time],
  "quantity-full-width": ["\uff16 h", time],
  "quantity-grouped-digits": ["1,200 h", time],
  "quantity-no-unit": ["6", time],
  "quantity-unexpected-unit": ["6 h", { dimension: "number" }],
  "quantity-unknown-unit": ["6 hours", time],
  "quantity-ambiguous-unit": ["6 m", time],
  "quantity-month": ["6 mo", time],
  "quantity-compound": ["3 d 4 h", time],
  "quantity-wrong-dimension": ["6 km", time],
  "quantity-wrong-count-unit": ["2 ships", { dimension: "count", units: ["ship"] }],
  "quantity-no-currency": ["5 bn", money],
  "quantity-unknown-currency": ["5 bn QQQ", money],
  "quantity-currency-symbol": ["$5", money],
  "quantity-wrong-currency": ["5 USD", { dimension: "money", units: ["JPY"] }],
  "quantity-negative": ["-6 h", { dimension: "time", sign: "nonnegative" }],
  "quantity-not-positive": ["0 h", { dimension: "time", sign: "positive" }],
};

function problemOf([written, expected]: readonly [string | number, Expectation]): QuantityProblem {
  const outcome = parseQuantity(written, expected);
  if ("quantity" in outcome) throw new Error(`${written}: no problem`);
  return outcome.problem;
}

describe("quantity messages", () => {
  it.each(Object.keys(provoked) as QuantityProblemCode[])("[Q23] explains %s in both languages", (code) => {
    const problem = problemOf(provoked[code]);

    expect(problem.code).toBe(code);
    for (const catalogue of [quantityMessages.en, quantityMessages.ja]) {
      const { text, help } = catalogue[code](problem.args);
      expect(help).not.toBe("");
      expect(`${text}${help}`).not.toMatch(/undefined|NaN\?|\[object|quantity-/);
      if (code !== "quantity-empty")
        expect(text).toContain(String(problem.args["unit"] ?? problem.args["found"]));
    }
    expect(quantityMessages.ja[code](problem.args).text).toMatch(/[ぁ-ん]/);
    expect(quantityMessages.en[code](problem.args).text).not.toMatch(/[ぁ-ん]/);
  });

  it("[Q23] explains every ambiguous unit in both languages", () => {
    const seen = new Set<string>();
    for (const unit of ["m", "M", "miles", "nm", "tons", "kt"]) {
      const problem = problemOf([`6 ${unit}`, time]);
      for (const language of ["en", "ja"] as const) {
        const { text, help } = quantityMessages[language][problem.code](problem.args);
        expect(text).toContain(unit);
        seen.add(`${language}: ${help}`);
      }
    }
    expect(seen.size).toBe(12);
  });

  it("[Q23] fills the text of a diagnostic", () => {
    const problem = problemOf(["6 hours", time]);
    const found = { ...problem, severity: "error", span: { file: "a.yaml", start: 6, end: 13 } } as const;

    const rendered = renderDiagnostic(found, quantityMessages.en, () => "take: 6 hours");

    expect(rendered.text).toBe(quantityMessages.en[problem.code](problem.args).text);
    expect(rendered.excerpt).toBe("take: 6 hours\n      ^^^^^^^");
  });

  it("[Q23] reads as a sentence", () => {
    const problem = problemOf(["6 hours", time]);

    expect(quantityMessages.en[problem.code](problem.args)).toEqual({
      text: '"hours" in "6 hours" is not a unit known here; a length of time is expected.',
      help: "Did you mean h? Known here: s, min, h, d, wk, yr.",
    });
    expect(quantityMessages.ja[problem.code](problem.args)).toEqual({
      text: "「6 hours」の「hours」は、ここで使える単位ではありません。ここには時間の長さを書きます。",
      help: "「h」のことでしょうか。使えるもの: s, min, h, d, wk, yr",
    });
  });
});
