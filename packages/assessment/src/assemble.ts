import { type FutureValues, futureValues, sampleFuture } from "@shikumi/kernel";
import type { Id, Study } from "@shikumi/model";
import type { Assessment, Figure, GainFinding, PackageEffect, RunReference } from "./findings.ts";
import { causeFindings } from "./measure/cause-split.ts";
import { closingFindings } from "./measure/closing.ts";
import { packageEffect } from "./measure/effectiveness.ts";
import { equalityFindings } from "./measure/equality.ts";
import { packageAddress } from "./measure/figure.ts";
import { gainFinding } from "./measure/gains.ts";
import { resultNotices } from "./measure/notices.ts";
import { permissionCoverage, roleMatrix } from "./measure/role-matrix.ts";
import type { AssessmentPlan, Job, JobResult } from "./plan.ts";
import {
  aloneId,
  leverClosure,
  planJobs,
  plannedLevers,
  plannedPackages,
  type RunChoice,
  runKey,
} from "./run/plan-jobs.ts";
import { groupResults, type RunResults } from "./run/run-results.ts";

/**
 * The findings of a plan, from the results of its jobs in any order (S2). Throws `RangeError` when results and jobs do not match. Depends on nothing but
 * its arguments: the same bits on one thread and on many.
 */
export function assemble(
  study: Study,
  plan: AssessmentPlan,
  jobs: readonly Job[],
  results: readonly JobResult[],
): Assessment {
  const { runs, notices } = planJobs(study, plan);
  const grouped = groupResults(study, runs, jobs, results);
  const baseline = runOf(grouped, presentArrangement);
  const relaxed = grouped.get(runKey({ ...presentArrangement, undetermined: "granted", relaxed: true }));
  const values = futuresOf(study, baseline.reference);
  const present = effectOf(grouped, "baseline", "in-force");
  const packages = plannedPackages(study, plan).filter((id) => isRun(grouped, id));
  const effects = packages.flatMap((id) => [
    effectOf(grouped, id, "in-force"),
    effectOf(grouped, id, "timed"),
  ]);
  const gainOf = (id: Id, address: Id, needed: readonly Id[]): GainFinding =>
    gainFinding(
      study,
      id,
      needed,
      {
        baseline,
        inForce: runOf(grouped, { package: address, mode: "in-force", undetermined: "refused" }),
        timed: runOf(grouped, { package: address, mode: "timed", undetermined: "refused" }),
      },
      values,
    );
  return {
    format: "shikumi-assessment-1",
    runs,
    roles: roleMatrix(baseline),
    baseline: present,
    packages: effects,
    equality: equalityFindings(baseline, withdrawals(study, grouped), values),
    causes: relaxed === undefined ? [] : causeFindings(relaxed, baseline),
    closing: relaxed === undefined ? [] : closingFindings(relaxed),
    levers: plannedLevers(study, plan)
      .filter((id) => isRun(grouped, aloneId(id)))
      .map((id) =>
        gainOf(
          id,
          aloneId(id),
          leverClosure(study, id).filter((needed) => needed !== id),
        ),
      ),
    packageGains: packages.map((id) => gainOf(id, id, [])),
    notices: [...notices, ...resultNotices(study, grouped.values(), baseline, [present, ...effects])],
  };
}

const presentArrangement: RunChoice = { package: "baseline", mode: "in-force", undetermined: "refused" };

type Grouped = ReadonlyMap<string, RunResults>;

function runOf(grouped: Grouped, choice: RunChoice): RunResults {
  const run = grouped.get(runKey(choice));
  if (run === undefined) throw new RangeError(`no run "${runKey(choice)}"`);
  return run;
}

function isRun(grouped: Grouped, id: Id): boolean {
  return grouped.has(runKey({ package: id, mode: "in-force", undetermined: "refused" }));
}

function effectOf(grouped: Grouped, id: Id, mode: "in-force" | "timed"): PackageEffect {
  const refused = runOf(grouped, { package: id, mode, undetermined: "refused" });
  const granted = runOf(grouped, { package: id, mode, undetermined: "granted" });
  return packageEffect({ refused, granted }, coverageOf(grouped, refused));
}

/** The law at the start of a run: the baseline's where levers come in time. */
function coverageOf(grouped: Grouped, run: RunResults): ReadonlyMap<string, Figure> {
  const { reference, study } = run;
  const read = reference.mode === "timed" ? runOf(grouped, presentArrangement).study : study;
  const key = reference.levers.length === 0 ? "study" : reference.key;
  return permissionCoverage(read, packageAddress(reference), key);
}

function withdrawals(study: Study, grouped: Grouped): ReadonlyMap<Id, RunResults> {
  return new Map(
    [...study.parties.keys()].flatMap((party) => {
      const run = grouped.get(runKey({ ...presentArrangement, without: party }));
      return run === undefined ? [] : [[party, run] as const];
    }),
  );
}

function futuresOf(study: Study, { futures }: RunReference): readonly FutureValues[] {
  return Array.from({ length: futures }, (_, index) => futureValues(study, sampleFuture(study, index)));
}
