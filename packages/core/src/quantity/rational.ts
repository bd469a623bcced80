/** An exact fraction in lowest terms; `denominator` is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction `numerator / denominator` in lowest terms. Throws `RangeError` for denominator 0. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError("denominator must not be 0");
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The exact product. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The exact quotient. Throws `RangeError` when `b` is 0. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** 10 to a whole `exponent`, which may be negative. */
export function powerOfTen(exponent: number): Rational {
  const power = BigInt(`1${"0".repeat(Math.abs(exponent))}`);
  return exponent < 0 ? { numerator: 1n, denominator: power } : { numerator: power, denominator: 1n };
}

/**
 * The double nearest to `r`, ties to even, subnormals included; ±Infinity from 2^1024 − 2^970 on, as IEEE 754
 * rounds. Zero is +0.
 */
export function rationalToNumber(r: Rational): number {
  const negative = r.numerator < 0n;
  const numerator = negative ? -r.numerator : r.numerator;
  if (numerator === 0n) return 0;
  const magnitude = fromBits(nearestBits(numerator, r.denominator));
  return negative ? -magnitude : magnitude;
}

/** The exact value of a double. Throws `RangeError` unless finite. */
export function rationalFromNumber(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`value must be finite, got ${value}`);
  const bits = toBits(Math.abs(value));
  const field = bits >> 52n;
  const fraction = bits & 0xfffffffffffffn;
  const significand = field === 0n ? fraction : fraction | 0x10000000000000n;
  const exponent = (field === 0n ? 1n : field) - 1075n;
  const signed = value < 0 ? -significand : significand;
  return exponent < 0n ? rational(signed, 1n << -exponent) : rational(signed << exponent);
}

/** The IEEE 754 bits of the double nearest to a positive fraction. */
function nearestBits(numerator: bigint, denominator: bigint): bigint {
  const estimate = bitLength(numerator) - bitLength(denominator);
  const exponent = atLeastPowerOfTwo(numerator, denominator, estimate) ? estimate : estimate - 1;
  const unitExponent = Math.max(exponent - 52, -1074);
  const scaledNumerator = unitExponent < 0 ? numerator << BigInt(-unitExponent) : numerator;
  const scaledDenominator = unitExponent > 0 ? denominator << BigInt(unitExponent) : denominator;
  const floor = scaledNumerator / scaledDenominator;
  const twiceRest = 2n * (scaledNumerator - floor * scaledDenominator);
  const roundsUp = twiceRest > scaledDenominator || (twiceRest === scaledDenominator && floor % 2n === 1n);
  const significand = roundsUp ? floor + 1n : floor;
  // The significand's leading bit and a carry out of rounding both add one to the exponent field, as they should.
  const bits = (BigInt(unitExponent + 1074) << 52n) + significand;
  return bits < 0x7ff0000000000000n ? bits : 0x7ff0000000000000n;
}

function atLeastPowerOfTwo(numerator: bigint, denominator: bigint, exponent: number): boolean {
  return exponent < 0
    ? numerator << BigInt(-exponent) >= denominator
    : numerator >= denominator << BigInt(exponent);
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

function toBits(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

function fromBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let larger = a < 0n ? -a : a;
  let smaller = b < 0n ? -b : b;
  while (smaller !== 0n) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}
