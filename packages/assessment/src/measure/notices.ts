import type { Study } from "@shikumi/model";
import type { Bracket, Notice, PackageEffect } from "../findings.ts";
import {
  clusterCount,
  domainIndices,
  domainsOf,
  type RunResults,
  type ScopeIndices,
  scopeIndices,
} from "../run/run-results.ts";
import { valueByCluster } from "./effectiveness.ts";
import { sum } from "./figure.ts";
import { costCurrencies } from "./gains.ts";
import { contributionCount, weighsContributions } from "./study-equality.ts";

/** What a reader must know about the numbers of these runs (S6), in the order of `noticeCodes`. */
export function resultNotices(
  study: Study,
  runs: Iterable<RunResults>,
  baseline: RunResults,
  effects: readonly PackageEffect[],
): readonly Notice[] {
  return [
    ...cutRuns(runs),
    ...withoutDemand(baseline),
    ...clusterNotices(baseline),
    ...undeterminedLaw(effects),
    ...(contributionCount(study) > 0 && !weighsContributions(study)
      ? [{ code: "contributions-counted", args: { count: contributionCount(study) } } as const]
      : []),
    ...severalCurrencies(study),
  ];
}

function cutRuns(runs: Iterable<RunResults>): readonly Notice[] {
  return [...runs].flatMap((run) => {
    const count = run.results.reduce((total, result) => total + result.cut, 0);
    return count === 0 ? [] : [{ code: "cut-runs", args: { run: run.reference.key, count } } as const];
  });
}

/** Domains, and missions of other domains, of which nothing of any value was called for, averted demand included. */
function withoutDemand(baseline: RunResults): readonly Notice[] {
  const { study } = baseline;
  const isEmpty = (scope: ScopeIndices): boolean => sum(valueByCluster(baseline, scope)[1]) === 0;
  const empty = domainsOf(study).filter((domain) => isEmpty(domainIndices(baseline, domain)));
  const missions = [...study.missions.values()].filter(
    (mission) =>
      !empty.includes(mission.domain) && isEmpty(scopeIndices(baseline, (id) => id === mission.id)),
  );
  return [
    ...empty.map((id) => ({ code: "no-demand", args: { kind: "domain", id } }) as const),
    ...missions.map(({ id }) => ({ code: "no-demand", args: { kind: "mission", id } }) as const),
  ];
}

function clusterNotices(baseline: RunResults): readonly Notice[] {
  if (clusterCount(baseline) < 2) return [{ code: "one-cluster", args: {} }];
  if (baseline.results.length < 2)
    return [{ code: "one-future", args: { replications: baseline.reference.replications } }];
  return [];
}

function undeterminedLaw(effects: readonly PackageEffect[]): readonly Notice[] {
  const differs = ({ refused, granted }: Bracket): boolean => !Object.is(refused.value, granted.value);
  return effects.flatMap(({ package: id, mode, domains }) =>
    domains
      .filter((domain) => differs(domain.effectiveness))
      .map(({ domain }) => ({ code: "undetermined-law", args: { package: id, mode, domain } }) as const),
  );
}

function severalCurrencies(study: Study): readonly Notice[] {
  const currencies = costCurrencies([...study.levers.values()]);
  return currencies.length > 1
    ? [{ code: "several-currencies", args: { currencies: currencies.join(", ") } }]
    : [];
}
