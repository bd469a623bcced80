import { type Estimate, estimateRatio, tailMean } from "@shikumi/analysis";
import { timeBins } from "@shikumi/kernel";
import type { Task } from "@shikumi/model";
import type { Bracket, DomainEffect, Figure, MissionEffect, PackageEffect, TaskEffect } from "../findings.ts";
import {
  clusterSums,
  domainIndices,
  domainsOf,
  futureSums,
  type RunResults,
  runSums,
  type ScopeIndices,
} from "../run/run-results.ts";
import { added, packageAddress, plainFigure, shareFigure, sum } from "./figure.ts";
import { binnedQuantile } from "./first-effect.ts";

/** Share of runs in the tail of `worstTenth`. */
const tailShare = 0.1;

/** One package in one mode: a run with undetermined law refused, and the same with it granted. */
export interface RunPair {
  readonly refused: RunResults;
  readonly granted: RunResults;
}

/**
 * Value delivered and averted, and value that could have been demanded, by cluster (S4). Demand that suppression averted counts in both, so that averting is not
 * worse than meeting, and packages are measured against one demand.
 */
export function valueByCluster(run: RunResults, scope: ScopeIndices): readonly [Float64Array, Float64Array] {
  const averted = clusterSums(run, "averted", scope.missions);
  return [
    added(clusterSums(run, "delivered", scope.tasks), averted),
    added(clusterSums(run, "demanded", scope.tasks), averted),
  ];
}

/** Effectiveness of a scope: value delivered ÷ value demanded, with its interval (S4). */
export function effectiveness(run: RunResults, scope: ScopeIndices): Estimate {
  return estimateRatio(...valueByCluster(run, scope));
}

/** Measures of one package in one mode, by domain, mission and task (S4). */
export function packageEffect(pair: RunPair, coverage: ReadonlyMap<string, Figure>): PackageEffect {
  const { refused } = pair;
  return {
    package: refused.reference.package,
    mode: refused.reference.mode,
    domains: domainsOf(refused.study).map((domain) => domainEffect(pair, domain, coverage)),
    missions: [...refused.layout.missions.keys()].flatMap((index) => missionEffect(pair, index)),
    tasks: [...refused.layout.tasks.keys()].flatMap((index) => taskEffect(pair, index)),
  };
}

function domainEffect(pair: RunPair, domain: string, coverage: ReadonlyMap<string, Figure>): DomainEffect {
  const address = packageAddress(pair.refused.reference);
  const run = pair.refused.reference.key;
  return {
    domain,
    effectiveness: bracket(pair, `effectiveness/${address}/domain/${domain}`, (results) =>
      effectiveness(results, domainIndices(results, domain)),
    ),
    permissionCoverage:
      coverage.get(domain) ??
      plainFigure({ id: `permission-coverage/${address}/domain/${domain}`, unit: "share", run }, Number.NaN),
  };
}

/** Measures of the mission of one row; none where the levers in force removed it (S4). */
export function missionEffect(pair: RunPair, index: number): readonly MissionEffect[] {
  const { refused } = pair;
  const mission = refused.study.missions.get(refused.layout.missions[index] as string);
  if (mission === undefined) return [];
  const address = `${packageAddress(refused.reference)}/mission/${mission.id}`;
  const run = refused.reference.key;
  const scope: ScopeIndices = {
    missions: [index],
    tasks: [...refused.layout.tasks.keys()].filter((task) => refused.layout.missionOfTask[task] === index),
  };
  const [credited, demand] = valueByCluster(refused, scope);
  const averted = clusterSums(refused, "averted", [index]);
  const below = estimateRatio(
    clusterSums(refused, "belowFloor", [index]),
    clusterSums(refused, "missionInstances", [index]),
  );
  return [
    {
      mission: mission.id,
      domain: mission.domain,
      effectiveness: bracket(pair, `effectiveness/${address}`, (results) =>
        results === refused ? estimateRatio(credited, demand) : effectiveness(results, scope),
      ),
      belowFloor:
        mission.floor === undefined ? undefined : shareFigure({ id: `below-floor/${address}`, run }, below),
      worstTenth: plainFigure(
        { id: `worst-tenth/${address}`, unit: "share", run },
        worstTenth(refused, scope),
      ),
      averted: shareFigure({ id: `averted/${address}`, run }, estimateRatio(averted, demand)),
    },
  ];
}

function worstTenth(run: RunResults, scope: ScopeIndices): number {
  const averted = runSums(run, "averted", scope.missions);
  const demand = added(runSums(run, "demanded", scope.tasks), averted);
  const credited = added(runSums(run, "delivered", scope.tasks), averted);
  const shares = credited.map((value, index) => value / (demand[index] as number));
  return tailMean(
    shares.filter((_, index) => (demand[index] as number) > 0),
    tailShare,
  );
}

function taskEffect(pair: RunPair, index: number): readonly TaskEffect[] {
  const { refused } = pair;
  const task = taskAt(refused, index);
  if (task === undefined) return [];
  const address = `${packageAddress(refused.reference)}/task/${task.ref}`;
  const run = refused.reference.key;
  const instances = clusterSums(refused, "instances", [index]);
  const bins = [0.1, 0.5, 0.9].map((p) => {
    const id = `first-effect-p${p * 100}/${address}`;
    return plainFigure({ id, unit: "hours", run }, binnedQuantile(firstEffectBins(refused, index), p));
  });
  const [p10, p50, p90] = bins as [Figure, Figure, Figure];
  const totalInstances = instancesByFuture(refused, index);
  return [
    {
      task: task.ref,
      instances: plainFigure({ id: `instances/${address}`, unit: "count", run }, sum(totalInstances)),
      effectiveness: task.outcome
        ? bracket(pair, `effectiveness/${address}`, (results) =>
            estimateRatio(
              clusterSums(results, "delivered", [index]),
              clusterSums(results, "demanded", [index]),
            ),
          )
        : undefined,
      standardMet: shareFigure(
        { id: `standard-met/${address}`, run },
        estimateRatio(clusterSums(refused, "standardMet", [index]), instances),
      ),
      firstEffect: { p10, p50, p90 },
      coverage: shareFigure(
        { id: `coverage/${address}`, run },
        estimateRatio(futureSums(refused, "effective", [index]), totalInstances),
      ),
    },
  ];
}

/** Instances of a task by future, in step with `futureSums`. */
function instancesByFuture(run: RunResults, index: number): Float64Array {
  const sums = clusterSums(run, "instances", [index]);
  return run.results.length > 1 ? sums : Float64Array.of(sum(sums));
}

function firstEffectBins(run: RunResults, task: number): Float64Array {
  const bins = new Float64Array(timeBins);
  for (const { firstEffectBins: counts } of run.results) {
    for (let bin = 0; bin < timeBins; bin++)
      bins[bin] = (bins[bin] as number) + (counts[task * timeBins + bin] as number);
  }
  return bins;
}

/** The task of a column; `undefined` where the levers in force removed it. */
export function taskAt(run: RunResults, index: number): Task | undefined {
  const ref = run.layout.tasks[index] as string;
  const mission = run.study.missions.get(
    run.layout.missions[run.layout.missionOfTask[index] as number] as string,
  );
  return [...(mission?.tasks.values() ?? [])].find((task) => task.ref === ref);
}

function bracket(pair: RunPair, id: string, estimate: (run: RunResults) => Estimate): Bracket {
  const { refused, granted } = pair;
  return {
    refused: shareFigure({ id, run: refused.reference.key }, estimate(refused)),
    granted: shareFigure({ id: `${id}/granted`, run: granted.reference.key }, estimate(granted)),
  };
}
