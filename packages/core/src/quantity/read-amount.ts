import type { QuantityProblem } from "./quantity.ts";
import { multiply, powerOfTen, type Rational, rational } from "./rational.ts";

/** Largest power of ten read. Doubles end near 308; the rest leaves room for units. */
const LARGEST_EXPONENT = 400;

/** A number and what is written after it, trimmed. */
export interface Amount {
  readonly amount: Rational;
  readonly rest: string;
}

/**
 * Reads the number a text begins with: ASCII digits, an optional point, exponent, sign, and `_` between digits.
 * Whatever could be read in two ways (commas, spaces between digits, ranges) is a problem, never a guess.
 */
export function readAmount(text: string, written: string): Amount | { readonly problem: QuantityProblem } {
  const match = /^([+-]?)(\d+(?:_\d+)*)?(?:\.(\d+(?:_\d+)*))?(?:[eE]([+-]?\d+))?/.exec(text);
  const [whole = "", sign = "", integer, fraction = "", exponentText = "0"] = match ?? [];
  if (integer === undefined && fraction === "") return refuse(unreadable(text), { found: written });
  const rest = text.slice(whole.length);
  const grouped = ungrouped(whole, rest);
  if (grouped !== undefined) {
    const suggestion = written.replace(text, () => grouped);
    return refuse("quantity-grouped-digits", { found: written, suggestion });
  }
  if (/^\s*(?:[-–—~〜±]|to\b|\+\/?-|から)\s*[\d.]/.test(rest)) {
    return refuse("quantity-not-one-number", { found: written });
  }
  if (/^[._,]/.test(rest)) return refuse("quantity-not-a-number", { found: written });
  const decimals = fraction.replaceAll("_", "");
  const digits = `${(integer ?? "").replaceAll("_", "")}${decimals}`;
  const exponent = Number(exponentText) - decimals.length;
  if (Math.abs(exponent) > LARGEST_EXPONENT) return refuse("quantity-out-of-range", { found: written });
  const magnitude = multiply(rational(BigInt(digits)), powerOfTen(exponent));
  const amount = sign === "-" ? rational(-magnitude.numerator, magnitude.denominator) : magnitude;
  return { amount, rest: rest.trim() };
}

/** The text without its separators if digits go on after a comma or a space: `1,200` → `1200`, `1,5` → `1.5`. */
function ungrouped(whole: string, rest: string): string | undefined {
  const groups = /^(?:[,'’\s]\d{3})+(?!\d)/.exec(rest)?.[0];
  if (groups !== undefined) return `${whole}${groups.replace(/[,'’\s]/g, "")}${rest.slice(groups.length)}`;
  const decimal = /^,(\d+)(?![\d,])/.exec(rest);
  return decimal ? `${whole}.${decimal[1]}${rest.slice(decimal[0].length)}` : undefined;
}

function unreadable(text: string): QuantityProblem["code"] {
  const approximate = /^(?:[~≈〜<>≤≥±]|約|(?:about|around|circa|ca\.?|over|under|some|up to|at least)\b)/i;
  return approximate.test(text) && /\d/.test(text) ? "quantity-not-one-number" : "quantity-not-a-number";
}

function refuse(
  code: QuantityProblem["code"],
  args: QuantityProblem["args"],
): { readonly problem: QuantityProblem } {
  return { problem: { code, args } };
}
