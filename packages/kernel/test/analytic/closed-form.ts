import { exp, pow } from "@shikumi/core/math";

/**
 * Probability that a customer of M/M/c has to wait, at an offered load of `load` erlangs below `servers` (Erlang 1917; Cooper,
 * "Introduction to Queueing Theory", 1981, 3.5: by the recursion of the loss formula). O(servers).
 */
export function erlangC(servers: number, load: number): number {
  let loss = 1;
  for (let server = 1; server <= servers; server++) loss = (load * loss) / (server + load * loss);
  return loss / (1 - (load / servers) * (1 - loss));
}

/** What a queue M/M/c does, service taking one unit of time on average. */
export interface MarkovQueue {
  readonly waits: number;
  readonly meanWait: number;
  /** Probability of waiting longer than `time`. */
  waitsLonger(time: number): number;
}

/** M/M/c with mean service 1 and `rate` arrivals per unit of time, first come, first served. */
export function markovQueue(servers: number, rate: number): MarkovQueue {
  const waits = erlangC(servers, rate);
  const spare = servers - rate;
  return {
    waits,
    meanWait: waits / spare,
    waitsLonger: (time) => waits * exp(-spare * time),
  };
}

/** Mean wait of M/G/1 from the first two moments of service (Pollaczek 1930, Khinchine 1932). */
export function meanWaitOfSingle(rate: number, mean: number, square: number): number {
  return (rate * square) / (2 * (1 - rate * mean));
}

/** Mean of the square, by family, for a mean of 1. */
export const squareOfMeanOne = {
  fixed: 1,
  exponential: 2,
  lognormal: (sigma: number): number => exp(sigma * sigma),
  gamma: (shape: number): number => 1 + 1 / shape,
} as const;

/** Probability that n are in a station of M/M/1, waiting or served; that anybody is there is its load. */
export function geometric(load: number, n: number): number {
  return (1 - load) * pow(load, n);
}
