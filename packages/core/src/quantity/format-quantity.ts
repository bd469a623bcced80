import type { Language } from "../diagnostic/index.ts";
import { JAPANESE_CURRENCIES, JAPANESE_MULTIPLIERS, MULTIPLIERS, type Multiplier } from "./currency.ts";
import { decimalText, groupedDigits } from "./decimal-text.ts";
import type { Dimension } from "./quantity.ts";
import { compareRationals, divide, type Rational, rational, rationalFromNumber } from "./rational.ts";
import { type Unit, unitNamed } from "./unit.ts";

/** How a quantity is printed. */
export interface FormatOptions {
  /** A unit of the dimension; for counts the name of what is counted; for money a multiplier. A readable one unless given. */
  readonly unit?: string;
  /** Significant digits, 1 to 17; digits before the point are always printed. 3 unless given. */
  readonly digits?: number;
  /** `en` unless given. */
  readonly language?: Language;
  /** ISO 4217 code; required for money. */
  readonly currency?: string;
  /** Commas between thousands, for print: `parseQuantity` does not read them. */
  readonly grouped?: boolean;
}

/** From which magnitude on, in base units, a unit is the readable one. Largest first. */
const READABLE: Readonly<Partial<Record<Dimension, readonly (readonly [Rational, string])[]>>> = {
  time: [
    [rational(17_532n), "yr"],
    [rational(72n), "d"],
    [rational(1n), "h"],
    [rational(1n, 60n), "min"],
    [rational(0n), "s"],
  ],
  distance: [
    [rational(1n), "km"],
    [rational(0n), "m"],
  ],
  speed: [[rational(0n), "km/h"]],
  rate: [
    [rational(1n), "/h"],
    [rational(1n, 24n), "/d"],
    [rational(0n), "/yr"],
  ],
  mass: [
    [rational(1n), "t"],
    [rational(0n), "kg"],
  ],
  people: [[rational(0n), "people"]],
  share: [[rational(0n), "%"]],
};

/**
 * A value in base units as text: `72` h is `3 d` or `3日`. The text is read back by `parseQuantity` to within the digits
 * printed, unless `grouped`. `NaN` (missing) prints as `–`, infinities as `∞`. Throws `RangeError` for a unit of
 * another dimension, for money without `currency`, and for `digits` outside 1 to 17.
 */
export function formatQuantity(value: number, dimension: Dimension, options: FormatOptions = {}): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value < 0 ? "-∞" : "∞";
  const exact = rationalFromNumber(value);
  if (dimension === "money") return formatMoney(exact, options);
  if (dimension === "number") return digitsOf(exact, options);
  const { unit, language = "en" } = options;
  if (dimension === "count")
    return unit ? join(digitsOf(exact, options), unit, language) : digitsOf(exact, options);
  const chosen = chosenUnit(exact, dimension, unit);
  const text = digitsOf(divide(exact, chosen.factor), options);
  if (language === "ja") return join(text, chosen.words[0] ?? chosen.symbol, language);
  const symbol = dimension === "people" && /^-?1$/.test(text) ? "person" : chosen.symbol;
  return join(text, symbol, language);
}

function chosenUnit(exact: Rational, dimension: Dimension, asked: string | undefined): Unit {
  const magnitude = absolute(exact);
  const readable = READABLE[dimension]?.find(([from]) => compareRationals(magnitude, from) >= 0)?.[1] ?? "";
  const symbol = exact.numerator === 0n && dimension === "time" ? "h" : readable;
  const chosen = unitNamed(asked ?? symbol);
  if (chosen?.dimension !== dimension) throw new RangeError(`unit must measure ${dimension}, got ${asked}`);
  return chosen;
}

/** `JPY 104 bn` in English; `1040億円` in Japanese, with the code where a currency has no Japanese name here. */
function formatMoney(exact: Rational, options: FormatOptions): string {
  const { unit, language = "en", currency } = options;
  if (currency === undefined) throw new RangeError("currency is required to print money");
  const multipliers =
    language === "ja" ? JAPANESE_MULTIPLIERS : MULTIPLIERS.filter(({ word }) => word !== "k");
  const chosen =
    unit === undefined
      ? multipliers.find(({ factor }) => compareRationals(absolute(exact), factor) >= 0)
      : askedMultiplier(unit);
  const text = digitsOf(chosen ? divide(exact, chosen.factor) : exact, options);
  const word = chosen?.word ?? "";
  if (language === "ja") return `${text}${word}${JAPANESE_CURRENCIES[currency] ?? currency}`;
  return word === "" ? `${currency} ${text}` : `${currency} ${text} ${word}`;
}

function askedMultiplier(word: string): Multiplier {
  const found = [...MULTIPLIERS, ...JAPANESE_MULTIPLIERS].find((multiplier) => multiplier.word === word);
  if (!found) throw new RangeError(`unit of money must be a multiplier, got ${word}`);
  return found;
}

function digitsOf(exact: Rational, { digits = 3, grouped = false }: FormatOptions): string {
  const text = decimalText(exact, digits);
  return grouped ? groupedDigits(text) : text;
}

/** Japanese sets unit words and the per cent sign close to the number, and Latin symbols apart from it. */
function join(text: string, unit: string, language: Language): string {
  const close = language === "ja" && !/^[A-Za-z]/.test(unit);
  return close ? `${text}${unit}` : `${text} ${unit}`;
}

function absolute(r: Rational): Rational {
  return r.numerator < 0n ? rational(-r.numerator, r.denominator) : r;
}
