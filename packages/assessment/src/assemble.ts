import { type FutureValues, futureValues, sampleFuture } from "@shikumi/kernel";
import type { Id, Study } from "@shikumi/model";
import type {
  Assessment,
  Figure,
  GainFinding,
  PackageEffect,
  RunReference,
  ValidationSummary,
  WeakestAssumptions,
} from "./findings.ts";
import { evaluateHypothesis } from "./hypothesis/evaluate-hypotheses.ts";
import { plannedHypotheses } from "./hypothesis/plan-hypotheses.ts";
import { causeFindings } from "./measure/cause-split.ts";
import { closingFindings } from "./measure/closing.ts";
import { packageEffect } from "./measure/effectiveness.ts";
import { equalityFindings } from "./measure/equality.ts";
import { packageAddress } from "./measure/figure.ts";
import { gainFinding } from "./measure/gains.ts";
import { resultNotices } from "./measure/notices.ts";
import { permissionCoverage, roleMatrix } from "./measure/role-matrix.ts";
import { withinDomains } from "./measure/within-domains.ts";
import type { AssessmentPlan, Job, JobResult } from "./plan.ts";
import { movedArrangement, planJobs, plannedLevers, plannedPackages } from "./run/plan-jobs.ts";
import { aloneId, leverClosure, type RunChoice, runKey } from "./run/run-choice.ts";
import { groupResults, type RunResults } from "./run/run-results.ts";
import { compareRows } from "./validation/compare.ts";
import { weakestAssumptions } from "./weakest/weakest.ts";

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
  const whole: Assessment = {
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
    ...(plan.validation === true ? { validation: comparisons(study, grouped, values) } : {}),
    ...(plan.weakest === undefined ? {} : { weakest: weakest(study, grouped, plan.weakest, plan.domains) }),
    ...(plan.hypotheses === true
      ? {
          hypotheses: plannedHypotheses(study, plan, baseline.reference.futures).map((planned) =>
            evaluateHypothesis({ study, runs: grouped, futures: values }, planned),
          ),
        }
      : {}),
  };
  return plan.domains === undefined ? whole : withinDomains(study, whole, plan.domains);
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

/** Cases against the runs of their kind: of the study, or of the case a row tells. */
function comparisons(study: Study, grouped: Grouped, values: readonly FutureValues[]): ValidationSummary {
  return compareRows(
    study,
    ({ replay }) => {
      const run = grouped.get(runKey({ ...presentArrangement, observed: { replay } }));
      return run === undefined ? undefined : { key: run.reference.key, results: run.results };
    },
    values,
  );
}

function weakest(
  study: Study,
  grouped: Grouped,
  asked: number,
  domains: readonly string[] | undefined,
): WeakestAssumptions {
  const { reference, results } = runOf(grouped, movedArrangement);
  return weakestAssumptions(study, reference, results, asked, domains);
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
