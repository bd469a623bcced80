import { estimateRatio } from "@shikumi/analysis";
import { amountValue, type FutureValues, noFacts } from "@shikumi/kernel";
import type { Holding, Id, Study } from "@shikumi/model";
import { domainIndices, type RunResults } from "../run/run-results.ts";
import { valueByCluster } from "./effectiveness.ts";
import { type Interval, ratioDifference, shareInterval } from "./figure.ts";
import { partySums } from "./party-sums.ts";
import type { ByParty } from "./study-equality.ts";

/** E1: share of the steps, findings and consents answered that deciders and organisations of the party answered. */
export function decision(run: RunResults): ByParty {
  const answered = (party: Id | undefined): Float64Array => partySums(run, "answered", party);
  return byParty(run.study, (party) => shareInterval(estimateRatio(answered(party), answered(undefined))));
}

/** E4: share of the hazard met (a task's hazard × the share, at each arrival) that organisations of the party met. */
export function risk(run: RunResults): ByParty {
  const met = (party: Id | undefined): Float64Array => partySums(run, "hazardBy", party);
  return byParty(run.study, (party) => shareInterval(estimateRatio(met(party), met(undefined))));
}

/** E5: unit-hours on scene ÷ unit-hours held, arrivals counted from when they come. */
export function contributionToCapacity(run: RunResults, values: readonly FutureValues[]): ByParty {
  return byParty(run.study, (party) =>
    estimateRatio(partySums(run, "unitHoursBy", party), unitHoursHeldBy(run, values, party)),
  );
}

/** Unit-hours that holdings of a party have over all replications, by future. */
export function unitHoursHeldBy(
  { study, reference, results }: RunResults,
  values: readonly FutureValues[],
  party: Id,
): Float64Array {
  const holdings = [...study.holdings.values()].filter(
    (holding) => study.organisations.get(holding.of)?.party === party,
  );
  return Float64Array.from(results, (_, future) =>
    holdings.reduce(
      (sum, holding) =>
        sum + reference.replications * unitHoursHeld(study, holding, values[future] as FutureValues),
      0,
    ),
  );
}

/** Unit-hours a holding has over a run: from its start, and from when units arrive. */
export function unitHoursHeld(study: Study, holding: Holding, values: FutureValues): number {
  const { horizon } = study.charter;
  const units = (quantity: Holding["quantity"]): number =>
    Math.max(0, Math.floor(amountValue(quantity.amount, values, noFacts) + 0.5));
  const arrived = holding.arrives.reduce((sum, { quantity, at }) => {
    const left = horizon - Math.max(0, amountValue(at.amount, values, noFacts));
    return sum + units(quantity) * Math.max(0, left);
  }, 0);
  return units(holding.quantity) * horizon + arrived;
}

/** E6: value delivered by organisations of the party ÷ value delivered to its beneficiaries. */
export function contributionToBenefit(run: RunResults): ByParty {
  return byParty(run.study, (party) =>
    estimateRatio(partySums(run, "deliveredBy", party), partySums(run, "benefitBy", party)),
  );
}

/** E7: effectiveness of a domain lost when the party's organisations are withdrawn. */
export function substitutability(
  run: RunResults,
  without: ReadonlyMap<Id, RunResults>,
  domain: string,
): ByParty {
  return byParty(run.study, (party) => {
    const removed = without.get(party);
    if (removed === undefined) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
    return ratioDifference(
      valueByCluster(run, domainIndices(run, domain)),
      valueByCluster(removed, domainIndices(removed, domain)),
    );
  });
}

function byParty(study: Study, value: (party: Id) => Interval): ByParty {
  return new Map([...study.parties.keys()].map((party) => [party, value(party)]));
}
