import { exponentOf, timesPowerOfTwo } from "./bits.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_2 = Math.sqrt(2);
const LARGEST = 1.7976931348623157e308;

/**
 * The power of two nearest to x on a logarithmic scale: x times 2^-k lies in [sqrt(1/2), sqrt 2). For finite x > 0.
 */
export function nearestExponent(x: number): number {
  const k = exponentOf(x);
  return timesPowerOfTwo(x, -k) >= SQRT_2 ? k + 1 : k;
}

/**
 * k ln 2 + ln(1 + f) + correction, for sqrt(1/2) <= 1 + f < sqrt 2. Series in s = f / (2 + f) with minimax coefficients
 * (K. C. Ng, fdlibm `e_log`, 1993).
 */
function logOfParts(k: number, f: number, correction: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + (k * LN2_LOW + correction)) - f);
}

/** The natural logarithm. Less than 1 ulp. `-Infinity` at 0, `NaN` below 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x > LARGEST) return x;
  const k = nearestExponent(x);
  return logOfParts(k, timesPowerOfTwo(x, -k) - 1, 0);
}

/** ln(1 + x) without cancellation near zero. Less than 1 ulp. `-Infinity` at -1, `NaN` below. Keeps -0. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x > LARGEST || x === 0) return x;
  if (Math.abs(x) < 7.450580596923828e-9) return x - 0.5 * x * x;
  if (x > -0.2928932188134524 && x < 0.41421356237309503) return logOfParts(0, x, 0);
  const u = 1 + x;
  const k = nearestExponent(u);
  const lost = x >= 1 ? 1 - (u - x) : x - (u - 1);
  return logOfParts(k, timesPowerOfTwo(u, -k) - 1, x > 9007199254740992 ? 0 : lost / u);
}
