import { truncated } from "./bits.ts";

const HALF_PI_HIGH = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const PI_QUARTER = 0.7853981633974483;
const PI = 2 * HALF_PI_HIGH;
const PI_LOW = 1.2246467991473532e-16;

/** (asin(s) - s) / s as a function of t = s^2 <= 1/4 (K. C. Ng, fdlibm `e_asin`, 1993). */
function asinRatio(t: number): number {
  const p =
    t *
    (0.16666666666666666 +
      t *
        (-0.3255658186224009 +
          t *
            (0.20121253213486293 +
              t * (-0.04005553450067941 + t * (0.0007915349942898145 + t * 0.00003479331075960212)))));
  const q =
    1 +
    t * (-2.403394911734414 + t * (2.0209457602335057 + t * (-0.6882839716054533 + t * 0.07703815055590194)));
  return p / q;
}

/** The arc sine in radians, in [-pi/2, pi/2]. Less than 1 ulp. `NaN` outside [-1, 1]. Keeps -0. */
export function asin(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude <= 1)) return Number.NaN;
  if (magnitude < 7.450580596923828e-9) return x;
  if (magnitude < 0.5) return x + x * asinRatio(x * x);
  const t = (1 - magnitude) * 0.5;
  const ratio = asinRatio(t);
  const s = Math.sqrt(t);
  let result: number;
  if (magnitude >= 0.975) {
    result = HALF_PI_HIGH - (2 * (s + s * ratio) - HALF_PI_LOW);
  } else {
    const w = truncated(s);
    const c = s + w === 0 ? 0 : (t - w * w) / (s + w);
    result = PI_QUARTER - (2 * s * ratio - (HALF_PI_LOW - 2 * c) - (PI_QUARTER - 2 * w));
  }
  return x < 0 ? -result : result;
}

/** The arc tangent in radians, in [-pi/2, pi/2]. Less than 1 ulp. Keeps -0. After fdlibm `s_atan` (1993). */
export function atan(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude >= 7.450580596923828e-9)) return x;
  const result = atanOfPositive(magnitude);
  return x < 0 ? -result : result;
}

function atanOfPositive(x: number): number {
  if (x < 0.4375) return x - x * atanRatio(x);
  if (x < 0.6875) return atanAround(0.4636476090008061, 2.2698777452961687e-17, (2 * x - 1) / (2 + x));
  if (x < 1.1875) return atanAround(PI_QUARTER, 3.061616997868383e-17, (x - 1) / (x + 1));
  if (x < 2.4375) return atanAround(0.982793723247329, 1.3903311031230998e-17, (x - 1.5) / (1 + 1.5 * x));
  return atanAround(HALF_PI_HIGH, HALF_PI_LOW, -1 / x);
}

/** (base + baseLow) + atan(offset), for |offset| <= 7/16. */
function atanAround(base: number, baseLow: number, offset: number): number {
  return base - (offset * atanRatio(offset) - baseLow - offset);
}

/** (x - atan x) / x for |x| <= 7/16. */
function atanRatio(x: number): number {
  const z = x * x;
  const w = z * z;
  const odd =
    z *
    (0.3333333333333293 +
      w *
        (0.14285714272503466 +
          w *
            (0.09090887133436507 +
              w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782)))));
  const even =
    w *
    (-0.19999999999876483 +
      w *
        (-0.11111110405462356 +
          w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))));
  return odd + even;
}

/**
 * The angle of the point (x, y) from the positive x axis in radians, in [-pi, pi]. Less than 2 ulp. Argument order, signed
 * zeros and infinite values as in ECMAScript.
 */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const isBehind = x < 0 || (x === 0 && 1 / x < 0);
  const isBelow = y < 0 || (y === 0 && 1 / y < 0);
  const angle = angleInUpperHalf(Math.abs(y), Math.abs(x), isBehind);
  return isBelow ? -angle : angle;
}

function angleInUpperHalf(y: number, x: number, isBehind: boolean): number {
  if (y === 0) return isBehind ? PI : 0;
  if (x === 0) return HALF_PI_HIGH;
  if (y === Number.POSITIVE_INFINITY) {
    if (x !== Number.POSITIVE_INFINITY) return HALF_PI_HIGH;
    return isBehind ? 3 * PI_QUARTER : PI_QUARTER;
  }
  if (x === Number.POSITIVE_INFINITY) return isBehind ? PI : 0;
  const quotient = y / x;
  const angle = quotient > 1.152921504606847e18 ? HALF_PI_HIGH : atan(quotient);
  return isBehind ? PI - (angle - PI_LOW) : angle;
}
