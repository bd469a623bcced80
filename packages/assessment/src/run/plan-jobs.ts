import type { Id, Study } from "@shikumi/model";
import type { Notice, RunReference } from "../findings.ts";
import { hypothesisRuns } from "../hypothesis/plan-hypotheses.ts";
import type { AssessmentPlan, Job } from "../plan.ts";
import { observedCases } from "../validation/observe.ts";
import { triedAssumptions } from "../weakest/weakest.ts";
import { aloneId, combine, leverClosure, packageLevers, type RunChoice, runKey } from "./run-choice.ts";

/** Version of the rules by which runs are made; part of every `RunReference`. */
export const engineVersion = "rules-1";

/** A case that is played again is played at least so often over all futures: it is short, and what is told of it are percentiles. */
const leastPlays = 100;

const presentArrangement = { package: "baseline", mode: "in-force", undetermined: "refused" } as const;

/** The run in which uncertainties are moved through their ranges. */
export const movedArrangement: RunChoice = { ...presentArrangement, moved: true };

/** Runs and the jobs they are cut into. */
export interface PlannedJobs {
  readonly runs: readonly RunReference[];
  /** Longest first; each job's `index` is its place here. */
  readonly jobs: readonly Job[];
  /** What could not be planned. */
  readonly notices: readonly Notice[];
}

/** The packages a plan asks for, without the baseline; where it names domains, those with a lever that answers them. Throws `RangeError` for one the study does not have. */
export function plannedPackages(study: Study, plan: AssessmentPlan): readonly Id[] {
  const answers = answering(study, plan);
  return named([...study.packages.keys()], plan.packages, "package").filter(
    (id) => id !== "baseline" && (plan.packages !== undefined || packageLevers(study, id).some(answers)),
  );
}

/** The levers a plan asks to try alone; where it names domains, those that answer them. Throws `RangeError` for one the study does not have. */
export function plannedLevers(study: Study, plan: AssessmentPlan): readonly Id[] {
  const answers = answering(study, plan);
  return named([...study.levers.keys()], plan.levers, "lever").filter(
    (id) => plan.levers !== undefined || answers(id),
  );
}

/** Whether a lever is meant for a task of the plan's domains; every lever where it names none. Throws `RangeError` for a domain the study does not have. */
function answering(study: Study, { domains }: AssessmentPlan): (lever: Id) => boolean {
  if (domains === undefined) return () => true;
  const known = new Set([...study.missions.values()].map(({ domain }) => domain));
  const unknown = domains.find((domain) => !known.has(domain));
  if (unknown !== undefined) throw new RangeError(`the study has no domain "${unknown}"`);
  return (lever) =>
    (study.levers.get(lever)?.answers ?? []).some((task) =>
      domains.includes(study.missions.get(task.slice(0, task.indexOf(".")))?.domain ?? ""),
    );
}

/**
 * The runs that answer a plan, and the jobs they are cut into: one for every future of every run (S1, S2). Packages and levers that do not
 * combine to a study are left out with a notice. Throws `RangeError` for counts that are not positive integers and for names
 * the study does not have.
 */
export function planJobs(study: Study, plan: AssessmentPlan): PlannedJobs {
  const futures = positive("futures", plan.futures ?? study.charter.futures);
  const replications = positive("replications", plan.replications ?? study.charter.replications);
  const runs: RunReference[] = [];
  const notices: Notice[] = [];
  const budget = plan.budget === undefined ? {} : { budget: positive("budget", plan.budget) };
  const observed = new Map<string, NonNullable<RunChoice["observed"]>>();
  const add = (levers: readonly Id[], choice: RunChoice): void => {
    const key = runKey(choice);
    if (runs.some((run) => run.key === key)) return;
    if (choice.observed !== undefined) observed.set(key, choice.observed);
    runs.push({
      key,
      digest: study.digest,
      engine: engineVersion,
      package: choice.package,
      levers,
      mode: choice.mode,
      undetermined: choice.undetermined,
      relaxed: choice.relaxed ?? false,
      without: choice.without,
      seed: study.charter.seed,
      futures,
      replications:
        choice.observed?.replay === undefined
          ? replications
          : Math.max(replications, Math.ceil(leastPlays / futures)),
    });
  };
  const present = presentArrangement;
  if (plan.causes ?? true) add([], { ...present, undetermined: "granted", relaxed: true });
  add([], present);
  add([], { ...present, undetermined: "granted" });
  for (const id of plannedPackages(study, plan)) {
    const levers = packageLevers(study, id);
    if (!combine(study, levers)) {
      notices.push({ code: "levers-do-not-combine", args: { id } });
      continue;
    }
    for (const mode of ["in-force", "timed"] as const) {
      add(levers, { package: id, mode, undetermined: "refused" });
      add(levers, { package: id, mode, undetermined: "granted" });
    }
  }
  for (const id of plannedLevers(study, plan)) {
    const levers = leverClosure(study, id);
    if (!combine(study, levers)) {
      notices.push({ code: "levers-do-not-combine", args: { id } });
      continue;
    }
    add(levers, { package: aloneId(id), mode: "in-force", undetermined: "refused" });
    add(levers, { package: aloneId(id), mode: "timed", undetermined: "refused" });
  }
  if (plan.removal ?? true) {
    for (const party of study.parties.keys()) add([], { ...present, without: party });
  }
  if (plan.validation ?? false) {
    for (const replay of observedCases(study)) add([], { ...present, observed: { replay } });
  }
  if (plan.weakest !== undefined) {
    positive("weakest", plan.weakest);
    add([], movedArrangement);
  }
  if (plan.hypotheses ?? false) {
    for (const { levers, choice } of hypothesisRuns(study, plan, futures)) add(levers, choice);
  }
  return { runs, jobs: cutIntoJobs(study, runs, observed, budget, plan), notices };
}

function cutIntoJobs(
  study: Study,
  runs: readonly RunReference[],
  observed: ReadonlyMap<string, NonNullable<RunChoice["observed"]>>,
  budget: Pick<Job, "budget">,
  plan: AssessmentPlan,
): readonly Job[] {
  const { domains } = plan;
  // The present arrangement is run whole: equality that is not told by domain is read from it.
  const limited = (key: string): Pick<Job, "domains"> =>
    domains === undefined || key === runKey(presentArrangement) ? {} : { domains };
  const movedKey = runKey(movedArrangement);
  return runs
    .flatMap((run) =>
      run.key === movedKey
        ? swingJobs(study, run, budget, plan)
        : Array.from({ length: run.futures }, (_, future) => ({
            run: run.key,
            levers: run.levers,
            mode: run.mode,
            undetermined: run.undetermined,
            without: run.without,
            relaxed: run.relaxed,
            future,
            replications: run.replications,
            ...budget,
            ...(observed.has(run.key)
              ? { observed: { replay: observed.get(run.key)?.replay } }
              : limited(run.key)),
          })),
    )
    .map((job, index) => ({ index, ...job }));
}

/** One job for each assumption that is moved, in the order of `triedAssumptions`. */
function swingJobs(
  study: Study,
  { key, futures, replications }: RunReference,
  budget: Pick<Job, "budget">,
  { weakest = 0, domains }: AssessmentPlan,
): readonly Omit<Job, "index">[] {
  return triedAssumptions(study, weakest, domains).map((of) => ({
    ...presentArrangement,
    run: key,
    levers: [],
    without: undefined,
    relaxed: false,
    future: 0,
    replications,
    ...budget,
    swing: { of, futures },
  }));
}

function positive(name: string, count: number): number {
  if (!(Number.isSafeInteger(count) && count > 0))
    throw new RangeError(`${name} must be a positive integer, got ${count}`);
  return count;
}

function named(known: readonly Id[], wanted: readonly Id[] | undefined, what: string): readonly Id[] {
  if (wanted === undefined) return known;
  const unknown = wanted.find((id) => !known.includes(id) && !(what === "package" && id === "baseline"));
  if (unknown !== undefined) throw new RangeError(`the study has no ${what} "${unknown}"`);
  return known.filter((id) => wanted.includes(id));
}
