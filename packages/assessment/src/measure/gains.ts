import { estimateMean } from "@shikumi/analysis";
import { amountValue, type FutureValues, noFacts } from "@shikumi/kernel";
import type { Id, Level, Lever, Study } from "@shikumi/model";
import type { Figure, GainFinding } from "../findings.ts";
import { domainIndices, domainsOf, type RunResults } from "../run/run-results.ts";
import { valueByCluster } from "./effectiveness.ts";
import { figure, ratioDifference } from "./figure.ts";

/** The two runs of a set of levers, and the present arrangement they are compared with. */
export interface GainRuns {
  readonly baseline: RunResults;
  readonly inForce: RunResults;
  readonly timed: RunResults;
}

/**
 * What a set of levers gains in effectiveness over the baseline, by domain (S5): if adopted and used (mode in force), and expected (mode timed). Cost and effort are
 * sums over the levers, in the mean of the futures `values`.
 */
export function gainFinding(
  study: Study,
  id: Id,
  needed: readonly Id[],
  runs: GainRuns,
  values: readonly FutureValues[],
): GainFinding {
  const { levers, package: address } = runs.inForce.reference;
  const chosen = levers.flatMap((lever) => study.levers.get(lever) ?? []);
  const domains = [...new Set([...domainsOf(study), ...domainsOf(runs.inForce.study)])];
  const currencies = costCurrencies(chosen);
  const currency = currencies.length === 1 ? currencies[0] : undefined;
  return {
    id,
    with: needed,
    gains: domains.map((domain) => ({
      domain,
      ifAdoptedAndUsed: gain(`gain/${address}/domain/${domain}`, domain, runs.baseline, runs.inForce),
      expected: gain(`gain/${address}/timed/domain/${domain}`, domain, runs.baseline, runs.timed),
    })),
    cost:
      currencies.length > 1
        ? undefined
        : total(`cost/${address}`, "value", chosen, (lever) => lever.cost, values),
    currency,
    effort: total(`effort/${address}`, "points", chosen, (lever) => lever.effort, values),
  };
}

/** The currencies in which levers state their costs, ascending, each once. A cost of nothing counts only where no lever costs anything. */
export function costCurrencies(levers: readonly Lever[]): readonly string[] {
  const costs = levers.flatMap((lever) => lever.cost ?? []);
  const some = costs.filter(({ amount }) => amount.kind !== "number" || amount.value !== 0);
  const units = (some.length > 0 ? some : costs.slice(0, 1)).flatMap((cost) => cost.unit ?? []);
  return [...new Set(units)].sort();
}

function gain(id: string, domain: string, baseline: RunResults, changed: RunResults): Figure {
  const difference = ratioDifference(
    valueByCluster(changed, domainIndices(changed, domain)),
    valueByCluster(baseline, domainIndices(baseline, domain)),
  );
  return figure({ id, unit: "points", run: changed.reference.key }, difference);
}

/** Sum of a level over levers that state it, each times the factors of the levers beside it that ease it. */
function total(
  id: string,
  unit: "value" | "points",
  levers: readonly Lever[],
  level: (lever: Lever) => Level | undefined,
  values: readonly FutureValues[],
): Figure | undefined {
  if (levers.every((lever) => level(lever) === undefined)) return undefined;
  const byFuture = Float64Array.from(values, (future) =>
    levers.reduce((sum, lever) => {
      const stated = level(lever);
      if (stated === undefined) return sum;
      return sum + amountValue(stated.amount, future, noFacts) * easing(lever, levers);
    }, 0),
  );
  return figure({ id, unit, run: "study" }, estimateMean(byFuture));
}

function easing(lever: Lever, levers: readonly Lever[]): number {
  return levers
    .flatMap((other) => other.eases)
    .filter((ease) => ease.lever === lever.id)
    .reduce((product, ease) => product * ease.factor, 1);
}
