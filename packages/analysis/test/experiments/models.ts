import type { Model } from "../../src/experiments/index.ts";
import { type Design, designOf, type Factor } from "../../src/frame/index.ts";

const unit = (name: string): Factor => ({ kind: "real", name, low: 0, high: 1 });

/** A design over the unit interval of each name, from a counter: no two values alike. */
export function unitDesign(names: readonly string[], rows: number): Design {
  return designOf(
    names.map(unit),
    names.map((_, at) =>
      Float64Array.from({ length: rows }, (__, row) => ((row * 7919 + at * 104729 + 1) % 10007) / 10007),
    ),
  );
}

/** y = a + b c. */
export const trivial: Model = {
  inputs: ["a", "b", "c"],
  outcomes: ["y"],
  run(inputs, outputs) {
    const [a = 0, b = 0, c = 0] = inputs;
    outputs[0] = a + b * c;
  },
};

/** Fails above 0.7, else gives its input. */
export const failing: Model = {
  outcomes: ["y"],
  run(inputs, outputs) {
    const [a = 0] = inputs;
    outputs[0] = -1;
    if (a > 0.7) throw new RangeError(`a is ${a}`);
    outputs[0] = a;
  },
};

/** Waiting time that depends on luck and on a lever which speeds it up. */
export const lucky: Model = {
  outcomes: ["wait"],
  run(inputs, outputs, draw) {
    const [need = 0, speed = 1] = inputs;
    outputs[0] = (need + draw(0) + draw(1)) / speed;
  },
};

/**
 * The shallow lake problem of S. R. Carpenter, D. Ludwig and W. A. Brock (1999), as it is usually posed: 100 years, one inflow series. Inputs b, q, mean, stdev, delta, d;
 * outcomes maxP, utility, reliability.
 */
export const lake: Model = {
  id: "lake1",
  inputs: ["b", "q", "mean", "stdev", "delta", "d"],
  outcomes: ["maxP", "utility", "reliability"],
  run(inputs, outputs) {
    const kept = 1 - (inputs[0] as number);
    const q = inputs[1] as number;
    const stdev = inputs[3] as number;
    const delta = inputs[4] as number;
    const d = inputs[5] as number;
    const steady = d + (inputs[2] as number);
    let p = 0;
    let most = 0;
    let below = 0;
    let utility = 0;
    let weight = 0.4 * d;
    for (let year = 0; year < 100; year++) {
      const recycled = Math.exp(q * Math.log(p));
      p = recycled / (1 + recycled) + (kept * p + (steady + stdev * (inflow[year] as number)));
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

const inflow = Float64Array.from(
  { length: 100 },
  (_, year) => (2 * counterUniform(year, 9) - 1) * Math.sqrt(3),
);

/** The counter-based uniform that gives the same bits in other languages: lowbias32 over counter and seed. */
function counterUniform(counter: number, seed: number): number {
  let x = counter ^ Math.imul(seed, 0x9e3779b9);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296;
}
