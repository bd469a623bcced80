import { log, log1p } from "./logarithm.ts";

const HALF_LN_TWO_PI = 0.9189385332046728;
const STIRLING_FROM = 10;

// (-1)^k (zeta(k) - 1) / k for k from 2.
const ZETA_TERMS: readonly number[] = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
];

/**
 * ln of the gamma function, for x > 0: relative error below 2e-15, also around its zeros at 1 and 2.
 * `Infinity` at 0, `NaN` below. Stirling's series from 10, recurrence to [3/2, 5/2) below, and there the Taylor series
 * around 2 (M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, 6.1.33 and 6.1.41).
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x > 1e300) return x * (log(x) - 1);
  if (x >= STIRLING_FROM) return (x - 0.5) * log(x) - x + HALF_LN_TWO_PI + stirlingError(x);
  if (x < 0.5) return lnGammaAroundOne(x) - log(x);
  if (x < 1.5) return lnGammaAroundOne(x - 1);
  let product = 1;
  let y = x;
  while (y >= 2.5) {
    y -= 1;
    product *= y;
  }
  const base = lnGammaAroundTwo(y - 2);
  return product === 1 ? base : base + log(product);
}

/** ln(gamma(1 + t)), for -1/2 <= t <= 1/2, without cancellation at 0. */
function lnGammaAroundOne(t: number): number {
  return t * -0.5772156649015329 + (t - log1p(t) + t * t * zetaSeries(t));
}

/** ln(gamma(2 + t)), for -1/2 <= t <= 1/2, without cancellation at 0. */
function lnGammaAroundTwo(t: number): number {
  return t * (0.42278433509846713 + t * zetaSeries(t));
}

/** The sum over k >= 2 of (-1)^k (zeta(k) - 1) t^(k - 2) / k: its terms fall off as (t / 2)^k. */
function zetaSeries(t: number): number {
  let sum = 0;
  for (let k = ZETA_TERMS.length - 1; k >= 0; k--) sum = (ZETA_TERMS[k] as number) + t * sum;
  return sum;
}

/** The error of Stirling's formula, ln gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2), for x >= 10. Relative error 1e-15. */
export function stirlingError(x: number): number {
  const w = 1 / (x * x);
  return (
    (0.08333333333333333 +
      w *
        (-0.002777777777777778 +
          w *
            (0.0007936507936507937 +
              w *
                (-0.0005952380952380953 +
                  w *
                    (0.0008417508417508417 +
                      w *
                        (-0.0019175269175269176 +
                          w * (0.00641025641025641 + w * -0.029550653594771242))))))) /
    x
  );
}
