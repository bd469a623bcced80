import { estimateRatio } from "@shikumi/analysis";
import { amountValue, type FutureValues, noFacts } from "@shikumi/kernel";
import type { Holding, Id, Study } from "@shikumi/model";
import { domainIndices, futureSums, indicesWhere, type RunResults } from "../run/run-results.ts";
import { valueByCluster } from "./effectiveness.ts";
import { type Interval, ratioDifference, shareInterval } from "./figure.ts";
import type { ByParty } from "./study-equality.ts";

/** E1: share of the steps, findings and consents answered that deciders and organisations of the party answered. */
export function decision(run: RunResults): ByParty {
  const { study, layout } = run;
  const partyOf = (node: Id): Id | undefined =>
    (study.deciders.get(node) ?? study.organisations.get(node))?.party;
  const answered = (party: Id | undefined): Float64Array =>
    futureSums(
      run,
      "answered",
      indicesWhere(layout.nodes, (node) => party === undefined || partyOf(node) === party),
    );
  return byParty(study, (party) => shareInterval(estimateRatio(answered(party), answered(undefined))));
}

/** E4: share of the hazard met (a task's hazard × the share, at each arrival) that organisations of the party met. */
export function risk(run: RunResults): ByParty {
  const met = (party: Id | undefined): Float64Array => futureSums(run, "hazardBy", pairsOf(run, party));
  return byParty(run.study, (party) => shareInterval(estimateRatio(met(party), met(undefined))));
}

/** E5: unit-hours on scene ÷ unit-hours held, arrivals counted from when they come. */
export function contributionToCapacity(run: RunResults, values: readonly FutureValues[]): ByParty {
  const { study, reference } = run;
  return byParty(study, (party) => {
    const holdings = [...study.holdings.values()].filter(
      (holding) => study.organisations.get(holding.of)?.party === party,
    );
    const held = Float64Array.from(run.results, (_, future) =>
      holdings.reduce(
        (sum, holding) =>
          sum + reference.replications * unitHoursHeld(study, holding, values[future] as FutureValues),
        0,
      ),
    );
    return estimateRatio(futureSums(run, "unitHoursBy", pairsOf(run, party)), held);
  });
}

function unitHoursHeld(study: Study, holding: Holding, values: FutureValues): number {
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
    estimateRatio(
      futureSums(run, "deliveredBy", pairsOf(run, party)),
      futureSums(run, "benefitBy", benefitOf(run, party)),
    ),
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

/** Indices into columns by task × organisation of the organisations of a party, or of all. */
function pairsOf(run: RunResults, party: Id | undefined): readonly number[] {
  const { layout, study } = run;
  const count = layout.organisations.length;
  const chosen = indicesWhere(
    layout.organisations,
    (id) => party === undefined || study.organisations.get(id)?.party === party,
  );
  return layout.tasks.flatMap((_, task) => chosen.map((organisation) => task * count + organisation));
}

function byParty(study: Study, value: (party: Id) => Interval): ByParty {
  return new Map([...study.parties.keys()].map((party) => [party, value(party)]));
}

/** Places of what the tasks deliver to beneficiaries of one party. */
function benefitOf({ layout }: RunResults, party: Id): readonly number[] {
  const place = layout.parties.indexOf(party);
  return place < 0 ? [] : layout.tasks.map((_, task) => task * (layout.parties.length + 1) + place);
}
