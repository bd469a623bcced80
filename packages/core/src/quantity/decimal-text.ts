import { compareRationals, multiply, powerOfTen, type Rational, rational } from "./rational.ts";

const ONE = rational(1n);

/**
 * A fraction as a decimal with at least `digits` significant digits, rounded half away from zero, without trailing
 * zeros. Digits before the point are never rounded away. From 10²¹ up and below 10⁻⁶ it is written with an exponent.
 * Throws `RangeError` unless `digits` is a whole number of 1 to 17.
 */
export function decimalText(r: Rational, digits: number): string {
  if (!(Number.isInteger(digits) && digits >= 1 && digits <= 17)) {
    throw new RangeError(`digits must be a whole number of 1 to 17, got ${digits}`);
  }
  if (r.numerator === 0n) return "0";
  const sign = r.numerator < 0n ? "-" : "";
  const magnitude = sign ? rational(-r.numerator, r.denominator) : r;
  const exponent = leadingExponent(magnitude);
  if (exponent >= -6 && exponent < 21) return sign + fixed(magnitude, Math.max(0, digits - 1 - exponent));
  const mantissa = fixed(multiply(magnitude, powerOfTen(-exponent)), digits - 1);
  return mantissa === "10" ? `${sign}1e${exponent + 1}` : `${sign}${mantissa}e${exponent}`;
}

/** The text with a comma between groups of three digits before the point. For print: such text is not read back. */
export function groupedDigits(text: string): string {
  return text.replace(/^(-?)(\d+)/, (_, sign: string, integer: string) => {
    return sign + integer.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
  });
}

/** The exponent of the leading decimal digit of a positive fraction. */
function leadingExponent(r: Rational): number {
  if (compareRationals(r, ONE) >= 0) return (r.numerator / r.denominator).toString().length - 1;
  const guess = r.numerator.toString().length - r.denominator.toString().length;
  return compareRationals(r, powerOfTen(guess)) >= 0 ? guess : guess - 1;
}

function fixed(r: Rational, decimals: number): string {
  const scaled = multiply(r, powerOfTen(decimals));
  const rounded = (2n * scaled.numerator + scaled.denominator) / (2n * scaled.denominator);
  const text = rounded.toString().padStart(decimals + 1, "0");
  const point = text.length - decimals;
  const fraction = text.slice(point).replace(/0+$/, "");
  return fraction === "" ? text.slice(0, point) : `${text.slice(0, point)}.${fraction}`;
}
