import { exp } from "./exponential.ts";
import { log } from "./logarithm.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/**
 * The probability that a standard normal variable is at most z: relative error below 2e-15 in both tails, down to z = -38.5,
 * below which it is 0. `NaN` for `NaN`. Rational approximations of W. J. Cody, "Rational Chebyshev approximations for
 * the error function", Math. Comp. 23 (1969).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return z;
  const magnitude = Math.abs(z);
  if (magnitude <= 0.67448975) return 0.5 + z * centre(z * z);
  const tail = magnitude > 40 ? 0 : gaussian(magnitude) * millsRatio(magnitude);
  return z < 0 ? tail : 1 - tail;
}

/** (Phi(z) - 1/2) / z as a function of z^2. */
function centre(w: number): number {
  return (
    ((((0.06568233791820745 * w + 2.2352520354606837) * w + 161.02823106855587) * w + 1067.6894854603709) *
      w +
      18154.981253343562) /
    ((((w + 47.202581904688245) * w + 976.0985517377767) * w + 10260.932208618979) * w + 45507.78933502673)
  );
}

/** exp(-z^2 / 2), with z split at a sixteenth so that the square of its larger part is exact. */
function gaussian(z: number): number {
  const coarse = Math.floor(z * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (z - coarse) * (z + coarse));
}

/** (1 - Phi(z)) / exp(-z^2 / 2), for z > 0.67. */
function millsRatio(z: number): number {
  return z <= 5.656854249492381 ? millsRatioNear(z) : millsRatioFar(z);
}

function millsRatioNear(z: number): number {
  const above =
    (((((((1.0765576773720192e-8 * z + 0.39894151208813466) * z + 8.883149794388377) * z +
      93.50665613217785) *
      z +
      597.2702763948002) *
      z +
      2494.5375852903726) *
      z +
      6848.190450536283) *
      z +
      11602.65143764735) *
      z +
    9842.714838383978;
  const below =
    (((((((z + 22.266688044328117) * z + 235.387901782625) * z + 1519.3775994075547) * z +
      6485.558298266761) *
      z +
      18615.571640885097) *
      z +
      34900.952721145979) *
      z +
      38912.00328609327) *
      z +
    19685.429676859992;
  return above / below;
}

function millsRatioFar(z: number): number {
  const w = 1 / (z * z);
  const above =
    ((((0.023073441764940174 * w + 0.215898534057957) * w + 0.1274011611602474) * w + 0.022235277870649807) *
      w +
      0.0014216191932278934) *
      w +
    0.000029112874951168793;
  const below =
    ((((w + 1.284260096144911) * w + 0.4682382124808651) * w + 0.06598813786892856) * w +
      0.0037823963320275824) *
      w +
    0.00007297515550839662;
  return (INVERSE_SQRT_TWO_PI - (w * above) / below) / z;
}

/**
 * The value below which a standard normal variable lies with probability p: relative error below 2e-15. `-Infinity` at 0,
 * `Infinity` at 1, `NaN` outside. Algorithm PPND16 of M. J. Wichura, "Algorithm AS 241: the percentage points of the normal
 * distribution", Appl. Statist. 37 (1988).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) {
    if (p === 0) return Number.NEGATIVE_INFINITY;
    return p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * quantileCentre(0.180625 - q * q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const value = r <= 5 ? quantileTail(r - 1.6) : quantileFarTail(r - 5);
  return q < 0 ? -value : value;
}

function quantileCentre(r: number): number {
  return (
    (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
      3.3871328727963665) /
    (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
      r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
      1)
  );
}

function quantileTail(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function quantileFarTail(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.4215117583164459e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
