import { scoreCube } from "@shikumi/analysis/robustness";
import type { Study } from "@shikumi/model";
import { engineVersion } from "../run/plan-jobs.ts";
import { agreementFindings } from "./agreement-findings.ts";
import { beliefFindings } from "./belief-findings.ts";
import type { Exploration } from "./exploration.ts";
import { regretFindings } from "./regret-findings.ts";
import { leadOf, robustnessFindings } from "./robustness-findings.ts";
import { decidingCube, domainCube, marginCube, meansByFuture, type RunTable } from "./run-table.ts";
import { sampledFutures } from "./sampled-futures.ts";
import { assumptionFindings, decisionFindings, outcomeSensitivity } from "./sensitivity-findings.ts";
import { discoveryFindings, worstFutures } from "./worst-futures.ts";

/** The findings of an exploration from its runs. Depends on nothing but its arguments: the same bits however the runs were made. */
export function assembleExploration(study: Study, table: RunTable): Exploration {
  const { setup, futures } = table;
  const deciding = decidingCube(table);
  const margin = marginCube(table);
  const { means, outcomes } = meansByFuture(table, deciding);
  const robustness = robustnessFindings(deciding, margin);
  const sensitivities = outcomes.map((outcome) => outcomeSensitivity(table, outcome));
  const decision = decisionFindings(table, outcomes);
  const best = robustness.criteria[0]?.best[0];
  const found = worstFutures(table, deciding, margin);
  const assumptions = assumptionFindings(
    decision,
    sensitivities.find((one) => one.package === best),
  );
  const beliefs = beliefFindings(study, table, deciding, margin);
  const matter = assumptions.map(({ uncertainty }) => uncertainty);
  return {
    format: "shikumi-exploration-1",
    study: { digest: study.digest, title: study.charter.title, seed: study.charter.seed },
    engine: engineVersion,
    mode: setup.mode,
    design: {
      kind: futures.kind,
      id: futures.design.id,
      futures: setup.futures,
      replications: setup.replications,
    },
    packages: setup.packages,
    uncertainties: futures.uncertainties,
    measure: setup.measure,
    runs: runCounts(table),
    domains: setup.measure.domains.map(({ domain }) => domainFinding(table, domain)),
    robustness,
    agreement: agreementFindings(table, [...study.parties.keys()]),
    discovery: discoveryFindings(found),
    regret: regretFindings(means, futures, matter),
    sample: sampledFutures(means, futures, found, matter),
    sensitivity: {
      outcomes: sensitivities,
      decision,
      assumptions,
    },
    ...(beliefs === undefined ? {} : { beliefs }),
  };
}

/** The best two packages so far: what decides whether more futures are needed. */
export function explorationLead(table: RunTable): Exploration["robustness"]["lead"] {
  return leadOf(decidingCube(table));
}

function domainFinding(table: RunTable, domain: string): Exploration["domains"][number] {
  const [scores] = scoreCube(domainCube(table, domain), [{ id: "mean" }], { replicates: 0 });
  return {
    domain,
    effectiveness: (scores?.scores ?? []).map((score) => ({
      package: score.alternative,
      mean:
        score.value === undefined
          ? { kind: "none", reason: "no-demand" }
          : {
              kind: "figure",
              value: score.value,
              ...("low" in score.interval ? { low: score.interval.low, high: score.interval.high } : {}),
            },
    })),
    use: { used: scores?.use.used ?? 0, leftOut: scores?.use.leftOut ?? 0 },
  };
}

function runCounts({ rows, status, cause }: RunTable): Exploration["runs"] {
  const count = (wanted: string): number => status.filter((one) => one === wanted).length;
  const causes = new Map<string, number>();
  status.forEach((one, row) => {
    const told = cause[row] ?? "";
    if (one === "failed") causes.set(told, (causes.get(told) ?? 0) + 1);
  });
  return {
    all: rows,
    complete: count("complete"),
    cut: count("cut"),
    failed: count("failed"),
    causes: [...causes].map(([one, times]) => ({ cause: one, count: times })),
  };
}
