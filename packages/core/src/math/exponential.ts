import { powerOfTwo, timesPowerOfTwo } from "./bits.ts";
import { sumError } from "./double-double.ts";

// ln 2 in two parts; the first has 32 significant bits, so that its product with an exponent is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1 / (LN2_HIGH + LN2_LOW);

const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;

/**
 * e^(high + low), where `low` is a correction below half a unit in the last place of `high`. Less than 1 ulp.
 * Reduction by multiples of ln 2 and the rational form of R = r (e^r + 1) / (e^r - 1) (K. C. Ng, fdlibm `e_exp`, 1993).
 */
export function expOfSum(high: number, low: number): number {
  if (Number.isNaN(high)) return high;
  if (high > OVERFLOW + 1) return Number.POSITIVE_INFINITY;
  if (high < UNDERFLOW - 1) return 0;
  const k = Math.floor(high * INVERSE_LN2 + 0.5);
  const main = high - k * LN2_HIGH;
  const rest = k * LN2_LOW - low;
  const r = main - rest;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  const curvature = (r * c) / (2 - c) - rest;
  const growth = main + curvature;
  const y = 1 + growth;
  // The roundings of both sums are added back, which leaves little more than that of the last addition.
  return timesPowerOfTwo(y + (growth - (y - 1) + sumError(main, curvature, growth)), k);
}

/**
 * e^x. Less than 1 ulp. Zero below -745.14, infinite above 709.79, `NaN` for `NaN`.
 */
export function exp(x: number): number {
  if (x > OVERFLOW) return Number.POSITIVE_INFINITY;
  if (x < UNDERFLOW) return 0;
  return expOfSum(x, 0);
}

/** e^x - 1 without cancellation near zero. Less than 1 ulp. Keeps -0. After K. C. Ng, fdlibm `s_expm1` (1993). */
export function expm1(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (x > OVERFLOW) return Number.POSITIVE_INFINITY;
  if (x < -40) return -1;
  if (Math.abs(x) < 5.551115123125783e-17) return x;
  const k = Math.abs(x) <= 0.34657359027997264 ? 0 : Math.floor(x * INVERSE_LN2 + 0.5);
  const main = x - k * LN2_HIGH;
  const rest = k * LN2_LOW;
  const r = main - rest;
  const lost = main - r - rest;
  const half = 0.5 * r;
  const square = r * half;
  const r1 =
    1 +
    square *
      (-0.03333333333333313 +
        square *
          (0.0015873015872548146 +
            square *
              (-0.0000793650757867488 +
                square * (0.000004008217827329362 + square * -2.0109921818362437e-7))));
  const t = 3 - r1 * half;
  const e = square * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  const tail = r * (e - lost) - lost - square;
  if (k === -1) return 0.5 * (r - tail) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (tail - (r + 0.5)) : 1 + 2 * (r - tail);
  if (k <= -2 || k > 56) return timesPowerOfTwo(1 - (tail - r), k) - 1;
  const scale = powerOfTwo(-k);
  if (k < 20) return timesPowerOfTwo(1 - scale - (tail - r), k);
  return timesPowerOfTwo(r - (tail + scale) + 1, k);
}
