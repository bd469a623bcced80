import { amountValue, type FutureValues, futureValues, noFacts, sampleFuture } from "@shikumi/kernel";
import type { Hypothesis, Id, Study } from "@shikumi/model";
import type { NotEvaluatedReason } from "../findings.ts";
import type { AssessmentPlan } from "../plan.ts";
import { combine, packageLevers, type RunChoice } from "../run/run-choice.ts";
import { classedLevers, classingFrom, complementLevers, cutPackage, totalEffort } from "./package-cut.ts";
import { type Bound, type Predicate, predicateOf, thresholdOf } from "./predicate.ts";

/** A set of levers in force, under the name of its runs. */
export interface LeverSet {
  readonly package: Id;
  readonly levers: readonly Id[];
}

/** One point of a grid: the sets compared there. */
export interface PlannedPoint {
  readonly at: Readonly<Record<string, string | number>>;
  /** Floor of every mission at this point; `undefined`: its own. */
  readonly floor: number | undefined;
  readonly tested: LeverSet;
  readonly versus: LeverSet;
  /** All levers of what it is compared with, without a cut. */
  readonly whole: LeverSet;
  readonly reason: NotEvaluatedReason | undefined;
}

/** How one hypothesis is evaluated. */
export interface PlannedHypothesis {
  readonly hypothesis: Hypothesis;
  readonly predicate: Predicate | undefined;
  readonly threshold: Bound | undefined;
  readonly points: readonly PlannedPoint[];
  /** Of verdicts: the same with the other half of the tested package; empty where it has none. */
  readonly converse: readonly PlannedPoint[];
}

/** The hypotheses a plan asks for: of its domains, where it names some, only those about causes there. */
export function plannedHypotheses(
  study: Study,
  plan: AssessmentPlan,
  futures: number,
): readonly PlannedHypothesis[] {
  const known = knownPlans.get(study) ?? new Map<number, readonly PlannedHypothesis[]>();
  knownPlans.set(study, known);
  const all = known.get(futures) ?? planAll(study, futures);
  known.set(futures, all);
  return all.filter((planned) => isAsked(study, plan, planned));
}

/** Plans by number of futures: putting levers together takes time. A cache only. */
const knownPlans = new WeakMap<Study, Map<number, readonly PlannedHypothesis[]>>();

function planAll(study: Study, futures: number): readonly PlannedHypothesis[] {
  const names = new SetNames(study, futures);
  return [...study.hypotheses.values()].map((hypothesis) => planHypothesis(study, hypothesis, names));
}

/** The runs that hypotheses need, each set of levers once. */
export function hypothesisRuns(
  study: Study,
  plan: AssessmentPlan,
  futures: number,
): readonly { readonly levers: readonly Id[]; readonly choice: RunChoice }[] {
  return plannedHypotheses(study, plan, futures).flatMap(({ predicate, points, converse }) => {
    if (predicate === undefined) return [];
    const sound = [...points, ...converse].filter(({ reason }) => reason === undefined);
    return sound.flatMap(({ tested, versus, whole }) => choicesOf(predicate, [tested, versus, whole]));
  });
}

function choicesOf(
  predicate: Predicate,
  sets: readonly LeverSet[],
): readonly { readonly levers: readonly Id[]; readonly choice: RunChoice }[] {
  const [first] = sets;
  if (predicate.kind === "extreme-cause" || predicate.kind === "share-of-cause")
    return first === undefined
      ? []
      : [
          {
            levers: first.levers,
            choice: { package: first.package, mode: "in-force", undetermined: "granted", relaxed: true },
          },
        ];
  return sets.flatMap(({ package: id, levers }) =>
    (["refused", "granted"] as const).map((undetermined) => ({
      levers,
      choice: { package: id, mode: "in-force" as const, undetermined },
    })),
  );
}

function isAsked(study: Study, { domains }: AssessmentPlan, { predicate }: PlannedHypothesis): boolean {
  if (domains === undefined) return true;
  if (predicate === undefined || predicate.kind === "indispensable") return false;
  if (predicate.kind === "gain" || predicate.kind === "more-equal") return false;
  return predicate.missions.every((id) => domains.includes(study.missions.get(id)?.domain ?? ""));
}

function planHypothesis(study: Study, hypothesis: Hypothesis, names: SetNames): PlannedHypothesis {
  const predicate = predicateOf(study, hypothesis);
  const threshold = thresholdOf(hypothesis);
  if (predicate === undefined || threshold === undefined)
    return { hypothesis, predicate: undefined, threshold, points: [], converse: [] };
  if (predicate.kind === "indispensable") {
    const grid = gridOf(hypothesis);
    return {
      hypothesis,
      predicate,
      threshold,
      points: grid.map((at) => verdictPoint(study, predicate, at, names, "package")),
      converse: grid.map((at) => verdictPoint(study, predicate, at, names, "complement")),
    };
  }
  const tested = names.set(predicate.package, packageLevers(study, predicate.package));
  const compares = predicate.kind === "gain" || predicate.kind === "more-equal";
  const other = compares ? predicate.versus : predicate.package;
  const versus = names.set(other, packageLevers(study, other));
  const combines = [tested, versus].every(({ levers }) => combine(study, levers));
  const reason = combines ? undefined : "levers-do-not-combine";
  const settings: readonly PlannedPoint["at"][] =
    predicate.kind === "more-equal" ? predicate.definitions.map((definition) => ({ definition })) : [{}];
  return {
    hypothesis,
    predicate,
    threshold,
    points: settings.map((at) => ({ at, floor: undefined, tested, versus, whole: versus, reason })),
    converse: [],
  };
}

/** All combinations of what the hypothesis is tried over, in the order written. */
function gridOf({ over }: Hypothesis): readonly Readonly<Record<string, string | number>>[] {
  return ["floor", "effort", "class"].reduce<readonly Readonly<Record<string, string | number>>[]>(
    (points, name) => {
      const values = over[name];
      return values === undefined || values.length === 0
        ? points
        : points.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
    },
    [{}],
  );
}

function verdictPoint(
  study: Study,
  predicate: Extract<Predicate, { readonly kind: "indispensable" }>,
  at: Readonly<Record<string, string | number>>,
  names: SetNames,
  against: "package" | "complement",
): PlannedPoint {
  const word = at["class"] ?? "as-stated";
  const classing = classingFrom(word);
  const stated = classing.kind === "as-stated" ? "" : `.${word}`;
  const all = packageLevers(study, predicate.package);
  const half = packageLevers(study, predicate.versus);
  const whole = classedLevers(study, all, classing);
  const isComplement = against === "complement";
  const rest = isComplement
    ? complementLevers(study, all, half, classing)
    : classedLevers(study, half, classing);
  const restName = isComplement ? `${predicate.package}-without-${predicate.versus}` : predicate.versus;
  const domains = [...new Set(predicate.missions.map((id) => study.missions.get(id)?.domain ?? ""))];
  const effort = typeof at["effort"] === "number" ? at["effort"] : undefined;
  const limit = effort ?? totalEffort(rest, names.effortOf);
  const order = (id: Id): readonly Id[] => study.packages.get(id)?.order ?? [];
  const cut = (levers: readonly Id[], id: Id): readonly Id[] =>
    cutPackage(study, levers, order(id), limit, names.effortOf, domains);
  const suffix = effort === undefined ? `.effort-of-${restName}` : `.effort-${effort}`;
  const tested = names.set(`${predicate.package}${suffix}${stated}`, cut(whole, predicate.package));
  const versus =
    effort === undefined
      ? names.set(`${restName}${stated}`, rest)
      : names.set(`${restName}${suffix}${stated}`, cut(rest, predicate.versus));
  const entire = names.set(`${restName}${stated}`, rest);
  const combines = [tested, versus, entire].every(({ levers }) => combine(study, levers));
  const floor = typeof at["floor"] === "number" ? at["floor"] : undefined;
  return {
    at,
    floor,
    tested,
    versus,
    whole: entire,
    reason: rest.length === 0 ? "no-complement" : combines ? undefined : "levers-do-not-combine",
  };
}

/** One name for each set of levers, so that sets alike are run once: that of a package of the study where it is one. */
class SetNames {
  readonly effortOf: (lever: Id) => number;
  readonly #known = new Map<string, LeverSet>();

  constructor(study: Study, futures: number) {
    for (const id of ["baseline", ...study.packages.keys()]) this.set(id, packageLevers(study, id));
    const values: FutureValues[] = [];
    const efforts = new Map<Id, number>();
    this.effortOf = (lever) => {
      const known = efforts.get(lever);
      if (known !== undefined) return known;
      const amount = study.levers.get(lever)?.effort?.amount;
      if (amount?.kind !== undefined && amount.kind !== "number" && values.length === 0)
        for (let index = 0; index < futures; index++)
          values.push(futureValues(study, sampleFuture(study, index)));
      const effort =
        amount === undefined
          ? 0
          : amount.kind === "number"
            ? amount.value
            : values.reduce((sum, future) => sum + amountValue(amount, future, noFacts) / values.length, 0);
      efforts.set(lever, effort);
      return effort;
    };
  }

  set(name: Id, levers: readonly Id[]): LeverSet {
    const key = levers.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made: LeverSet = { package: name, levers };
    this.#known.set(key, made);
    return made;
  }
}
