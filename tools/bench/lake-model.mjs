import {
  counterUniform,
  model as plain,
  ranges,
} from "../../packages/workbench/test/experiments/lake-model.mjs";

export { counterUniform, plain, ranges };

const inflow = Float64Array.from(
  { length: 100 },
  (_, year) => (2 * counterUniform(year, 9) - 1) * Math.sqrt(3),
);

/**
 * The lake of `plain` with one change: nearly all of its time goes to p^q, which is computed from tables here (relative error below 2e-14) instead of by `Math.exp(q * Math.log(p))`. A
 * module that worker threads can load on any Node.
 */
export const model = {
  ...plain,
  id: "lake1-tables",
  run(inputs, outputs) {
    const kept = 1 - inputs[0];
    const q = inputs[1];
    const stdev = inputs[3];
    const delta = inputs[4];
    const d = inputs[5];
    const steady = d + inputs[2];
    let p = 0;
    let most = 0;
    let below = 0;
    let utility = 0;
    let weight = 0.4 * d;
    for (let year = 0; year < 100; year++) {
      const recycled = power(p, q);
      p = recycled / (1 + recycled) + (kept * p + (steady + stdev * inflow[year]));
      if (p > most) most = p;
      if (p < 0.6) below += 1;
      utility += weight;
      weight *= delta;
    }
    outputs[0] = most;
    outputs[1] = utility;
    outputs[2] = below / 100;
  },
};

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** By the exponent's bits: the power of 2 that brings a number to [1, 2), and its logarithm with the sign turned. */
const scales = Float64Array.from({ length: 2048 }, (_, at) => (at > 0 && at < 2045 ? 2 ** (1023 - at) : 0));
const exponents = Float64Array.from({ length: 2048 }, (_, at) => (at - 1023) * Math.LN2);
/** Of the middles of 128 parts of [1, 2). */
const inverses = Float64Array.from({ length: 128 }, (_, at) => 1 / (1 + (at + 0.5) / 128));
const logarithms = inverses.map((inverse) => -Math.log(inverse));
const roots = Float64Array.from({ length: 64 }, (_, at) => 2 ** (at / 64));
const powersOfTwo = Float64Array.from({ length: 2100 }, (_, at) => 2 ** (at - 1050));
const perStep = 64 / Math.LN2;
const step = Math.LN2 / 64;

/** p^q for normal p ≥ 0 and moderate q, on a machine whose words lie low first: logarithm and exponential by tables and polynomials of their remainders. */
function power(p, q) {
  if (p === 0) return 0;
  bits[0] = p;
  const high = words[1];
  const exponent = high >> 20;
  const part = (high >> 13) & 127;
  const r = p * scales[exponent] * inverses[part] - 1;
  const rr = r * r;
  const logarithm = r + rr * (-0.5 + r / 3 + rr * (-0.25 + r * 0.2 - rr / 6));
  const y = q * (exponents[exponent] + logarithms[part] + logarithm);
  const nearest = Math.floor(y * perStep + 0.5);
  if (nearest < -64_000) return 0;
  const steps = nearest | 0;
  const s = y - nearest * step;
  const ss = s * s;
  const size = powersOfTwo[(steps >> 6) + 1050] * roots[steps & 63];
  return size + size * (s + ss * (0.5 + s / 6 + ss * (1 / 24 + s / 120)));
}
