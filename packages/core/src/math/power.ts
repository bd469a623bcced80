import { timesPowerOfTwo } from "./bits.ts";
import { productError, sumError } from "./double-double.ts";
import { expOfSum } from "./exponential.ts";
import { nearestExponent } from "./logarithm.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const THIRD_HIGH = 0.3333333333333333;
const THIRD_LOW = 1.850371707708594e-17;
const FIFTH_HIGH = 0.2;
const FIFTH_LOW = -1.1102230246251566e-17;

let logLow = 0;

/**
 * ln x as an unevaluated sum: returns its leading part and leaves the rest in `logLow`. Relative error below 2^-66, for
 * finite x > 0. The series 2 (s + s^3/3 + s^5/5 + ...) in s = f / (2 + f), its first three terms in double-double.
 */
function logHigh(x: number): number {
  const k = nearestExponent(x);
  const f = timesPowerOfTwo(x, -k) - 1;
  const d = 2 + f;
  const dLow = f - (d - 2);
  const s = f / d;
  const sd = s * d;
  const sLow = (f - sd - productError(s, d, sd) - s * dLow) / d;

  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;
  let series = 1 / 29;
  for (let odd = 27; odd >= 7; odd -= 2) series = 1 / odd + z * series;
  const fromSeventh = z * series;
  const fifth = FIFTH_HIGH + fromSeventh;
  const fifthLow = sumError(FIFTH_HIGH, fromSeventh, fifth) + FIFTH_LOW;
  const fromFifth = z * fifth;
  const fromFifthLow = productError(z, fifth, fromFifth) + z * fifthLow + zLow * fifth;
  const third = THIRD_HIGH + fromFifth;
  const thirdLow = sumError(THIRD_HIGH, fromFifth, third) + THIRD_LOW + fromFifthLow;
  const t = z * third;
  const tLow = productError(z, third, t) + z * thirdLow + zLow * third;

  const st = s * t;
  const stLow = productError(s, t, st) + s * tLow + sLow * t;
  const m = 2 * (s + st);
  const mLow = 2 * (sumError(s, st, s + st) + stLow + sLow);

  const shift = k * LN2_HIGH;
  const high = shift + m;
  const low = sumError(shift, m, high) + (mLow + k * LN2_LOW);
  const sum = high + low;
  logLow = low - (sum - high);
  return sum;
}

/**
 * x raised to y. Less than 1 ulp. Special cases are those of ECMAScript: `pow(x, 0)` is 1, also for `NaN`; `NaN` for a
 * negative x and a y that is not an integer, and for |x| = 1 and an infinite y.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const magnitude = Math.abs(x);
  const isInteger = Math.abs(y) >= 9007199254740992 || Math.floor(y) === y;
  const isOdd = isInteger && Math.abs(y) < 9007199254740992 && Math.floor(y / 2) * 2 !== y;
  const isNegative = x < 0 || (x === 0 && 1 / x < 0);
  if (x < 0 && !isInteger && magnitude < Number.POSITIVE_INFINITY) return Number.NaN;
  const result = powOfMagnitude(magnitude, y);
  return isNegative && isOdd ? -result : result;
}

function powOfMagnitude(x: number, y: number): number {
  if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (x === 1) return Number.NaN;
    return x > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  if (x === 1) return 1;
  if (x === 0 || x === Number.POSITIVE_INFINITY) return (x === 0) === y < 0 ? Number.POSITIVE_INFINITY : 0;
  const high = logHigh(x);
  const low = logLow;
  const product = y * high;
  if (product > 710) return Number.POSITIVE_INFINITY;
  if (product < -746) return 0;
  // Below 2^-60 the result is 1 to the last bit, and the error term of a product so small need not exist.
  if (Math.abs(product) < 8.673617379884035e-19) return 1;
  return expOfSum(product, productError(y, high, product) + y * low);
}
