import { exp, lnGamma, log, log1p } from "@shikumi/core/math";

/**
 * P(X ≥ `successes`) for X binomial with `trials` and `share`: the quasi-p-value of a limit when `share` is the density of the box without it (Bryant & Lempert 2010). 1
 * for no
 * successes, 0 where they cannot be. O(trials); relative error below 1e-8 for up to 10⁶ trials.
 */
export function binomialTail(successes: number, trials: number, share: number): number {
  if (successes <= 0 || share >= 1) return 1;
  if (share <= 0 || successes > trials) return 0;
  const odds = share / (1 - share);
  return tailSum(
    successes,
    trials,
    successes / trials >= share,
    lnChoose(trials, successes) + successes * log(share) + (trials - successes) * log1p(-share),
    (k) => ((trials - k) / (k + 1)) * odds,
    (k) => k / ((trials - k + 1) * odds),
    0,
  );
}

/**
 * P(X ≥ `successes`) where X counts those of interest among `drawn` rows taken without replacement from `rows`, of which `interest` are: Fisher's exact test, one-sided,
 * that a box is
 * no denser than the rest. O(drawn).
 */
export function hypergeometricTail(successes: number, drawn: number, interest: number, rows: number): number {
  const least = Math.max(0, drawn - (rows - interest));
  const most = Math.min(drawn, interest);
  if (successes <= least) return 1;
  if (successes > most) return 0;
  return tailSum(
    successes,
    most,
    successes >= (drawn * interest) / rows,
    lnChoose(interest, successes) + lnChoose(rows - interest, drawn - successes) - lnChoose(rows, drawn),
    (k) => ((interest - k) * (drawn - k)) / ((k + 1) * (rows - interest - drawn + k + 1)),
    (k) => (k * (rows - interest - drawn + k)) / ((interest - k + 1) * (drawn - k + 1)),
    least,
  );
}

/** Adjusted p-values of Holm (1979), in the order given: the chance of any false one among them stays below the level they are compared with. */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = Array.from(pValues.keys()).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  order.forEach((index, place) => {
    largest = Math.min(1, Math.max(largest, (pValues[index] ?? 0) * (pValues.length - place)));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** Sums the terms from `start` outwards by their ratios: upwards where `start` lies above the mean, else 1 less the sum downwards. */
function tailSum(
  start: number,
  most: number,
  isUpper: boolean,
  logTerm: number,
  up: (k: number) => number,
  down: (k: number) => number,
  least: number,
): number {
  const first = exp(logTerm);
  if (isUpper) {
    let sum = 0;
    let term = 1;
    for (let k = start; k <= most && term > 1e-17 * sum; k++) {
      sum += term;
      term *= up(k);
    }
    return Math.min(1, first * sum);
  }
  let below = 0;
  let term = down(start);
  for (let k = start - 1; k >= least && term > 1e-17 * below; k--) {
    below += term;
    term *= down(k);
  }
  return Math.max(0, 1 - first * below);
}

function lnChoose(n: number, k: number): number {
  return lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}
