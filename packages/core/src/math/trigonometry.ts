import { sumError } from "./double-double.ts";

const PI_QUARTER = 0.7853981633974483;
const TWO_OVER_PI = 0.6366197723675814;
// pi/2 in parts of 33 bits (the last one of 53), so that their products with up to 20 bits are exact.
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487111665e-21;
const HALF_PI_4 = 8.4784276603689e-32;

/** Largest magnitude of an angle in radians for which `sin` and `cos` are defined here. */
export const LARGEST_ANGLE = 1048576;

let remainderLow = 0;

/** Angle minus n quarter turns, in [-pi/4, pi/4]: returns its leading part and leaves the rest in `remainderLow`. */
function remainderHigh(x: number, n: number): number {
  const first = x - n * HALF_PI_1;
  const second = first - n * HALF_PI_2;
  const secondError = sumError(first, -n * HALF_PI_2, second);
  const third = second - n * HALF_PI_3;
  const low = secondError + sumError(second, -n * HALF_PI_3, third) - n * HALF_PI_4;
  const high = third + low;
  remainderLow = third - high + low;
  return high;
}

/** sin(x + low) on [-pi/4, pi/4]: minimax polynomial of degree 13 (K. C. Ng, fdlibm `k_sin`, 1993). */
function sinOfReduced(x: number, low: number): number {
  const z = x * x;
  const cube = z * x;
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x - (z * (0.5 * low - cube * r) - low - cube * -0.16666666666666632);
}

/** cos(x + low) on [-pi/4, pi/4]: minimax polynomial of degree 14 (K. C. Ng, fdlibm `k_cos`, 1993). */
function cosOfReduced(x: number, low: number): number {
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * low));
}

function checkAngle(x: number): void {
  if (Math.abs(x) > LARGEST_ANGLE && Math.abs(x) < Number.POSITIVE_INFINITY) {
    throw new RangeError(`an angle must lie within 2^20 radians, got ${x}`);
  }
}

/**
 * The sine of an angle in radians. Less than 1 ulp. `NaN` for infinite values and `NaN`; throws `RangeError` for finite
 * angles beyond 2^20 in magnitude, which no place on a globe has. Keeps -0.
 */
export function sin(x: number): number {
  checkAngle(x);
  if (!(Math.abs(x) < Number.POSITIVE_INFINITY)) return Number.NaN;
  if (Math.abs(x) < 7.450580596923828e-9) return x;
  if (Math.abs(x) <= PI_QUARTER) return sinOfReduced(x, 0);
  const n = Math.floor(x * TWO_OVER_PI + 0.5);
  const high = remainderHigh(x, n);
  const value = (n & 1) === 0 ? sinOfReduced(high, remainderLow) : cosOfReduced(high, remainderLow);
  return (n & 2) === 0 ? value : -value;
}

/** The cosine of an angle in radians. Less than 1 ulp. Range and errors as for `sin`. */
export function cos(x: number): number {
  checkAngle(x);
  if (!(Math.abs(x) < Number.POSITIVE_INFINITY)) return Number.NaN;
  if (Math.abs(x) <= PI_QUARTER) return cosOfReduced(x, 0);
  const n = Math.floor(x * TWO_OVER_PI + 0.5);
  const high = remainderHigh(x, n);
  const value = (n & 1) === 0 ? cosOfReduced(high, remainderLow) : sinOfReduced(high, remainderLow);
  return ((n + 1) & 2) === 0 ? value : -value;
}
