import type { Id } from "../study/element.ts";
import type { Amount, Distribution } from "../study/slot.ts";
import type { Study } from "../study/study.ts";

/** A closed range of numbers; its ends may be infinite. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const UNBOUNDED: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const POSITIVE: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };
const NOTHING: Bounds = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };

/**
 * The range of an amount over all futures, all stated beliefs and all facts of the case. Every value it can take lies inside;
 * distributions without an end give an infinite one.
 */
export function amountBounds(study: Study, amount: Amount): Bounds {
  return boundsOf(study, amount, []);
}

function boundsOf(study: Study, amount: Amount, within: readonly Id[]): Bounds {
  switch (amount.kind) {
    case "number":
      return { low: amount.value, high: amount.value };
    case "future": {
      const uncertainty = study.uncertainties.get(amount.uncertainty);
      if (!uncertainty || within.includes(amount.uncertainty)) return UNBOUNDED;
      const inside = [...within, amount.uncertainty];
      const alternatives = [uncertainty.values, ...uncertainty.beliefs.map((belief) => belief.values)];
      return join(alternatives.map((values) => supportOf(study, values, inside)));
    }
    case "case": {
      const amounts = amount.cases.map((one) => one.amount);
      if (amount.otherwise) amounts.push(amount.otherwise);
      return join(amounts.map((one) => boundsOf(study, one, within)));
    }
  }
}

function supportOf(study: Study, distribution: Distribution, within: readonly Id[]): Bounds {
  const of = (amount: Amount): Bounds => boundsOf(study, amount, within);
  switch (distribution.kind) {
    case "fixed":
      return of(distribution.value);
    case "uniform":
      return join([of(distribution.low), of(distribution.high)]);
    case "triangular":
      return join([of(distribution.low), of(distribution.mode), of(distribution.high)]);
    case "normal":
      return UNBOUNDED;
    case "lognormal":
    case "exponential":
    case "gamma":
    case "weibull":
      return POSITIVE;
    case "observed":
      return join(distribution.values.map(of));
    case "discrete":
      return join(distribution.outcomes.map((outcome) => of(outcome.value)));
    case "case": {
      const distributions = distribution.cases.map((one) => one.distribution);
      if (distribution.otherwise) distributions.push(distribution.otherwise);
      return join(distributions.map((one) => supportOf(study, one, within)));
    }
  }
}

function join(parts: readonly Bounds[]): Bounds {
  let { low, high } = NOTHING;
  for (const part of parts) {
    low = Math.min(low, part.low);
    high = Math.max(high, part.high);
  }
  return low <= high ? { low, high } : UNBOUNDED;
}
