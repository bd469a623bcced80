/**
 * Elementary functions over integers of 320 fractional bits (96 decimal digits), by plain series. They share no method,
 * constant or code with the sources, and serve as the truth for errors in units in the last place (ulp).
 */
const BITS = 320n;
const ONE = 1n << BITS;

/** value · 2^(exponent - 320), exact to about 300 bits. */
export interface Reference {
  readonly value: bigint;
  readonly exponent: number;
}

const view = new DataView(new ArrayBuffer(8));

/** The double as mantissa · 2^exponent. */
function decompose(x: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, x);
  const raw = view.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: raw >> 63n === 1n ? -magnitude : magnitude, exponent: Math.max(biased, 1) - 1075 };
}

function shift(value: bigint, by: number): bigint {
  return by >= 0 ? value << BigInt(by) : value >> BigInt(-by);
}

/** The double at 320 fractional bits: exact for magnitudes from 2^-268. */
export function fixed(x: number): bigint {
  const { mantissa, exponent } = decompose(x);
  return shift(mantissa, exponent + Number(BITS));
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** Distance between a double and the truth in units in the last place of the truth (of 2^-1074 for subnormal values). */
export function ulps(found: number, { value, exponent }: Reference): number {
  if (!Number.isFinite(found)) return Number.POSITIVE_INFINITY;
  const unit = exponent - Number(BITS);
  const magnitude = value < 0n ? -value : value;
  const ulpExponent = Math.max((magnitude === 0n ? -1e4 : bitLength(magnitude) - 1 + unit) - 52, -1074);
  const parts = decompose(found);
  const extra = Math.min(parts.exponent, unit);
  const difference = shift(parts.mantissa, parts.exponent - extra) - shift(value, unit - extra);
  const scaled = shift(difference < 0n ? -difference : difference, extra - ulpExponent + 64);
  return Number(scaled) / 2 ** 64;
}

/** atanh(numerator / denominator) for a ratio within 1/2, at 320 bits. */
function atanhOfRatio(numerator: bigint, denominator: bigint): bigint {
  const ratio = (numerator << BITS) / denominator;
  const square = (ratio * ratio) >> BITS;
  let power = ratio;
  let sum = 0n;
  for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> BITS;
  }
  return sum;
}

function arcTangentOfInverse(n: bigint): bigint {
  let power = ONE / n;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += (odd % 4n === 1n ? power : -power) / odd;
    power /= n * n;
  }
  return sum;
}

const LN2 = 2n * atanhOfRatio(1n, 3n);
const PI = 4n * (4n * arcTangentOfInverse(5n) - arcTangentOfInverse(239n));

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** e^x for x at 320 bits. */
export function expFixed(x: bigint): Reference {
  const k = floorDivide(x, LN2);
  const remainder = x - k * LN2;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = ((term * remainder) >> BITS) / n;
  }
  return { value: sum, exponent: Number(k) };
}

/** e^x - 1 for x at 320 bits. */
export function expm1Fixed(x: bigint): Reference {
  const { value, exponent } = expFixed(x);
  return exponent >= 0
    ? { value: value - (ONE >> BigInt(exponent)), exponent }
    : { value: (value >> BigInt(-exponent)) - ONE, exponent: 0 };
}

/** ln x for x > 0 at 320 bits. */
export function logFixed(x: bigint): bigint {
  const k = bitLength(x) - 1 - Number(BITS);
  const m = shift(x, -k);
  return 2n * atanhOfRatio(m - ONE, m + ONE) + BigInt(k) * LN2;
}

/** ln x for a double, subnormal numbers included. */
export function logOf(x: number): bigint {
  const { mantissa, exponent } = decompose(x);
  return logFixed(mantissa << BITS) + BigInt(exponent) * LN2;
}

/** [sin x, cos x] for x at 320 bits. */
export function sinCosFixed(x: bigint): [sin: bigint, cos: bigint] {
  const n = floorDivide(2n * x + PI / 2n, PI);
  const r = x - (n * PI) / 2n;
  const sums: [bigint, bigint] = [0n, 0n];
  let term = ONE;
  for (let k = 0n; term !== 0n && term !== -1n; k++) {
    const signed = k % 4n < 2n ? term : -term;
    sums[k % 2n === 0n ? 1 : 0] += signed;
    term = ((term * r) >> BITS) / (k + 1n);
  }
  const [sin, cos] = sums;
  const turns: readonly [bigint, bigint][] = [
    [sin, cos],
    [cos, -sin],
    [-sin, -cos],
    [-cos, sin],
  ];
  return turns[Number(((n % 4n) + 4n) % 4n)] ?? [0n, 0n];
}

function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(bitLength(n) / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The angle of the point (x, y), neither of which is zero, in (-pi, pi). */
export function atan2Fixed(y: bigint, x: bigint): bigint {
  const [a, b] = [y < 0n ? -y : y, x < 0n ? -x : x];
  let tangent = ((a < b ? a : b) << BITS) / (a < b ? b : a);
  for (let halving = 0; halving < 4; halving++) {
    tangent = (tangent << BITS) / (ONE + squareRoot((ONE << BITS) + tangent * tangent));
  }
  const square = (tangent * tangent) >> BITS;
  let power = tangent;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += (odd % 4n === 1n ? power : -power) / odd;
    power = (power * square) >> BITS;
  }
  const octant = a < b ? 16n * sum : PI / 2n - 16n * sum;
  const upper = x < 0n ? PI - octant : octant;
  return y < 0n ? -upper : upper;
}

/** The angle whose sine is x, for 0 < |x| < 1. */
export function asinFixed(x: bigint): bigint {
  return atan2Fixed(x, squareRoot((ONE << BITS) - x * x));
}
