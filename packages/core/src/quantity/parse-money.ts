import { suggest } from "../diagnostic/index.ts";
import {
  CURRENCIES,
  currencyNamed,
  currencyOfSymbol,
  MULTIPLIERS,
  multiplierMeant,
  multiplierNamed,
} from "./currency.ts";
import type { Expectation, QuantityOutcome, QuantityProblem } from "./quantity.ts";
import { multiply, rationalToNumber } from "./rational.ts";
import { readAmount } from "./read-amount.ts";
import { ambiguityOf, isMonth, unitNamed } from "./unit.ts";

/**
 * Reads `104.0 bn JPY`, `JPY 104.0 bn`, `90 M USD`, `1040億円`. The currency is required and never converted; `text` is
 * trimmed. The value is in one unit of the currency.
 */
export function parseMoney(text: string, expected: Expectation): QuantityOutcome {
  const symbol = /(?:US|A|C|HK)?\p{Sc}/u.exec(text)?.[0];
  if (symbol !== undefined) {
    return refused("quantity-currency-symbol", { symbol, suggestion: currencyOfSymbol(symbol) });
  }
  const prefix = /^\p{L}{3}(?=[\s\d+-])/u.exec(text)?.[0];
  const read = readAmount(prefix === undefined ? text : text.slice(prefix.length).trim(), text);
  if ("problem" in read) return read;
  if (/\d/.test(read.rest)) {
    return refused(/[-–—~〜]|\bto\b/.test(read.rest) ? "quantity-not-one-number" : "quantity-compound", {});
  }
  const { multiplier, currency = prefix } = splitRest(read.rest, prefix === undefined);
  if (currency === undefined) return withoutCurrency(multiplier);
  const code = currencyNamed(currency);
  if (code === undefined) return unknownCurrency(currency);
  if (expected.units && !expected.units.includes(code)) {
    return refused("quantity-wrong-currency", { currency: code, accepted: expected.units.join(", ") });
  }
  const factor = multiplierNamed(multiplier)?.factor;
  if (multiplier !== "" && !factor) return unknownMultiplier(multiplier);
  const exact = factor ? multiply(read.amount, factor) : read.amount;
  const quantity = { dimension: "money", value: rationalToNumber(exact), exact, currency: code } as const;
  return { quantity: { ...quantity, unit: unitAsWritten(prefix, read.rest) } };
}

/** `bn JPY` → multiplier `bn` and currency `JPY`; `億円` → `億` and `円`. With a currency in front, all is multiplier. */
function splitRest(
  rest: string,
  currencyFollows: boolean,
): { readonly multiplier: string; readonly currency?: string } {
  if (!currencyFollows || multiplierNamed(rest) || multiplierMeant(rest)) return { multiplier: rest };
  const spaced = /^(\S+)\s+(\S+)$/.exec(rest);
  if (spaced?.[1] !== undefined && spaced[2] !== undefined)
    return { multiplier: spaced[1], currency: spaced[2] };
  const joined = /^(tn|bn|[Mk]|[兆億万])(.+)$/u.exec(rest);
  const afterMultiplier = joined?.[2];
  if (
    joined?.[1] !== undefined &&
    afterMultiplier !== undefined &&
    currencyNamed(afterMultiplier) !== undefined
  ) {
    return { multiplier: joined[1], currency: afterMultiplier };
  }
  return rest === "" ? { multiplier: "" } : { multiplier: "", currency: rest };
}

function unitAsWritten(prefix: string | undefined, rest: string): string {
  return [prefix ?? "", rest].filter((part) => part !== "").join(" ");
}

function withoutCurrency(multiplier: string): QuantityOutcome {
  return multiplier === "" || multiplierNamed(multiplier)
    ? refused("quantity-no-currency", {})
    : unknownMultiplier(multiplier);
}

function unknownCurrency(currency: string): QuantityOutcome {
  if (isMonth(currency)) return refused("quantity-month", { unit: currency });
  const dimension = unitNamed(currency)?.dimension;
  if (dimension) return refused("quantity-wrong-dimension", { actual: dimension });
  const suggestion = suggest(currency, CURRENCIES, 3).join(", ");
  return refused("quantity-unknown-currency", { currency, suggestion });
}

function unknownMultiplier(word: string): QuantityOutcome {
  const ambiguity = ambiguityOf(word);
  const meant = multiplierMeant(word);
  if (ambiguity && meant === undefined) return refused("quantity-ambiguous-unit", { unit: word, ambiguity });
  const accepted = MULTIPLIERS.map((multiplier) => multiplier.word).join(", ");
  return refused("quantity-unknown-unit", { unit: word, accepted, suggestion: meant ?? "" });
}

function refused(
  code: QuantityProblem["code"],
  args: QuantityProblem["args"],
): { readonly problem: QuantityProblem } {
  return { problem: { code, args } };
}
