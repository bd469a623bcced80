import { applyLevers, type Id, type Study } from "@shikumi/model";
import type { Notice, RunReference } from "../findings.ts";
import type { AssessmentPlan, Job } from "../plan.ts";

/** Version of the rules by which runs are made; part of every `RunReference`. */
export const engineVersion = "rules-1";

/** Runs and the jobs they are cut into. */
export interface PlannedJobs {
  readonly runs: readonly RunReference[];
  /** Longest first; each job's `index` is its place here. */
  readonly jobs: readonly Job[];
  /** What could not be planned. */
  readonly notices: readonly Notice[];
}

/** Name of a lever tried alone among packages. No package's id holds a dot. */
export function aloneId(lever: Id): Id {
  return `lever.${lever}`;
}

/** What a run is chosen by, besides the study and how much is run. */
export interface RunChoice {
  readonly package: Id;
  readonly mode: "in-force" | "timed";
  readonly undetermined: "refused" | "granted";
  readonly relaxed?: boolean;
  readonly without?: Id;
}

/** Key of a run (S1). */
export function runKey(choice: RunChoice): string {
  const ends = [
    ...(choice.relaxed === true ? ["relaxed"] : []),
    ...(choice.without === undefined ? [] : [`without-${choice.without}`]),
  ];
  return [choice.package, choice.mode, choice.undetermined, ...ends].join("/");
}

/** The lever and all that it needs, in the order of keys. */
export function leverClosure(study: Study, lever: Id): readonly Id[] {
  const wanted = new Set<Id>();
  const add = (id: Id): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    for (const needed of study.levers.get(id)?.needs ?? []) add(needed);
  };
  add(lever);
  return [...study.levers.keys()].filter((id) => wanted.has(id));
}

/** The levers of a package in the order of keys; none for a `baseline` that the study does not list. */
export function packageLevers(study: Study, packageId: Id): readonly Id[] {
  const levers = study.packages.get(packageId)?.levers ?? [];
  return [...study.levers.keys()].filter((id) => levers.includes(id));
}

/** The packages a plan asks for, without the baseline. Throws `RangeError` for one the study does not have. */
export function plannedPackages(study: Study, plan: AssessmentPlan): readonly Id[] {
  return named([...study.packages.keys()], plan.packages, "package").filter((id) => id !== "baseline");
}

/** The levers a plan asks to try alone. Throws `RangeError` for one the study does not have. */
export function plannedLevers(study: Study, plan: AssessmentPlan): readonly Id[] {
  return named([...study.levers.keys()], plan.levers, "lever");
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
  const add = (levers: readonly Id[], choice: RunChoice): void => {
    runs.push({
      key: runKey(choice),
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
      replications,
    });
  };
  const present = { package: "baseline", mode: "in-force", undetermined: "refused" } as const;
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
  return { runs, jobs: cutIntoJobs(runs, budget), notices };
}

function cutIntoJobs(runs: readonly RunReference[], budget: Pick<Job, "budget">): readonly Job[] {
  return runs
    .flatMap((run) =>
      Array.from({ length: run.futures }, (_, future) => ({
        run: run.key,
        levers: run.levers,
        mode: run.mode,
        undetermined: run.undetermined,
        without: run.without,
        relaxed: run.relaxed,
        future,
        replications: run.replications,
        ...budget,
      })),
    )
    .map((job, index) => ({ index, ...job }));
}

function combine(study: Study, levers: readonly Id[]): boolean {
  return applyLevers(study, levers).study !== undefined;
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
