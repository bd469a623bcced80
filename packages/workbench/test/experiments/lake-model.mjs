/**
 * The shallow lake problem of S. R. Carpenter, D. Ludwig and W. A. Brock (1999), as it is usually posed: 100 years, one inflow series. A module that worker threads can load on any Node.
 */
export const model = {
  id: "lake1",
  inputs: ["b", "q", "mean", "stdev", "delta", "d"],
  outcomes: ["maxP", "utility", "reliability"],
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
      const recycled = Math.exp(q * Math.log(p));
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

/** Lowest and highest value of each input, as the field's benchmarks have them. */
export const ranges = [
  [0.1, 0.45],
  [2, 4.5],
  [0.01, 0.05],
  [0.001, 0.005],
  [0.93, 0.99],
  [0, 0.1],
];

const inflow = Float64Array.from(
  { length: 100 },
  (_, year) => (2 * counterUniform(year, 9) - 1) * Math.sqrt(3),
);

/** The counter-based uniform that gives the same bits in other languages: lowbias32 over counter and seed. */
export function counterUniform(counter, seed) {
  let x = counter ^ Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296;
}
