import { wilsonInterval } from "@shikumi/analysis";
import { amountValue, causes, type FutureValues, noFacts } from "@shikumi/kernel";
import { applyLevers, type Id, type Study } from "@shikumi/model";
import type {
  Bracket,
  Figure,
  HypothesisDomain,
  HypothesisFinding,
  HypothesisPoint,
  HypothesisStatus,
  NotEvaluatedReason,
} from "../findings.ts";
import { splitShortfall } from "../measure/cause-split.ts";
import { valueByCluster } from "../measure/effectiveness.ts";
import { equalityGap, type GapDefinition, isOfStudy, isSmaller } from "../measure/equality-gap.ts";
import { figure, plainFigure } from "../measure/figure.ts";
import { weighsContributions } from "../measure/study-equality.ts";
import { type RunChoice, runKey } from "../run/run-choice.ts";
import { type RunResults, scopeIndices } from "../run/run-results.ts";
import { holesOf } from "./holes.ts";
import type { LeverSet, PlannedHypothesis, PlannedPoint } from "./plan-hypotheses.ts";
import { type Bound, type CauseName, keeps, type Predicate } from "./predicate.ts";

/** What an evaluation reads: the runs by key, and the values of each future. */
export interface HypothesisData {
  readonly study: Study;
  readonly runs: ReadonlyMap<string, RunResults>;
  readonly futures: readonly FutureValues[];
}

/** Whether a predicate holds in each cluster; `undefined` where a cluster says nothing. */
type Holds = readonly (boolean | undefined)[];

/** What a point shows under one reading of undetermined law. */
interface Shown {
  readonly holds: Holds;
  readonly missions: readonly Id[];
  readonly substitutable: readonly Id[];
  /** The same in every future because the study alone decides it: no sample, so no interval. */
  readonly isExact?: boolean;
}

/** What runs say of a hypothesis: at every point of its grid, and from them its status (H2, H3). */
export function evaluateHypothesis(data: HypothesisData, planned: PlannedHypothesis): HypothesisFinding {
  const { hypothesis, predicate, threshold } = planned;
  const id = `hypothesis/${hypothesis.id}`;
  const limit = plainFigure(
    { id: `${id}/threshold`, unit: "share", run: "study" },
    threshold?.value ?? Number.NaN,
  );
  if (predicate === undefined || threshold === undefined)
    return {
      hypothesis: hypothesis.id,
      status: "not-evaluated",
      reason: "predicate-not-known",
      threshold: limit,
      points: [],
      domains: [],
      converse: undefined,
    };
  const evaluated = (address: string, points: readonly PlannedPoint[]): readonly HypothesisPoint[] =>
    points.map((point, index) =>
      evaluatePoint(data, predicate, threshold, point, `${address}/point-${index + 1}`),
    );
  const points = evaluated(id, planned.points);
  const converse = evaluated(`${id}/converse`, planned.converse);
  return {
    hypothesis: hypothesis.id,
    ...overall(points),
    threshold: limit,
    points,
    domains:
      predicate.kind === "indispensable" ? domainsOf(data.study, predicate, planned.points, points) : [],
    converse: predicate.kind === "indispensable" ? { ...overall(converse), points: converse } : undefined,
  };
}

/**
 * The status over a grid (H3): supported only if supported at every point; mixed if some points support and some refute it; not supported if none supports and some refutes it.
 */
export function overall(points: readonly Pick<HypothesisPoint, "status" | "reason">[]): {
  readonly status: HypothesisStatus;
  readonly reason: NotEvaluatedReason | undefined;
} {
  const has = (status: HypothesisStatus): boolean => points.some((point) => point.status === status);
  const reason = points.find((point) => point.reason !== undefined)?.reason;
  if (points.length === 0 || points.every(({ status }) => status === "not-evaluated"))
    return { status: "not-evaluated", reason: reason ?? "no-demand" };
  if (has("mixed") || (has("supported") && has("not-supported")))
    return { status: "mixed", reason: undefined };
  if (has("not-supported")) return { status: "not-supported", reason: undefined };
  if (has("undecided") || has("not-evaluated")) return { status: "undecided", reason };
  return { status: "supported", reason: undefined };
}

/** The status of a share of futures with its interval against a limit: undecided where the interval straddles it. */
export function shareStatus(
  { low, high }: { readonly low: number; readonly high: number },
  bound: Bound,
): HypothesisStatus {
  const ends = [low, high].map((end) => keeps(end, bound));
  if (ends.every(Boolean)) return "supported";
  return ends.some(Boolean) ? "undecided" : "not-supported";
}

function evaluatePoint(
  data: HypothesisData,
  predicate: Predicate,
  threshold: Bound,
  point: PlannedPoint,
  address: string,
): HypothesisPoint {
  const shown = (undetermined: "refused" | "granted"): Shown | undefined =>
    point.reason === undefined ? showAt(data, predicate, point, undetermined) : undefined;
  const refused = shown("refused");
  const granted = isAboutCauses(predicate) ? refused : shown("granted");
  const key = (undetermined: "refused" | "granted"): string =>
    runKey(choiceOf(predicate, point.tested, undetermined));
  const share: Bracket = {
    refused: shareOf(refused, `${address}/share`, key("refused")),
    granted: shareOf(granted, `${address}/share/granted`, key("granted")),
  };
  const counted = (refused?.holds ?? []).filter((one) => one !== undefined).length;
  const statuses = [share.refused, share.granted].map((one) => shareStatus(one, threshold));
  const [first = "undecided", second = first] = statuses;
  const isOpposed = statuses.includes("supported") && statuses.includes("not-supported");
  const reason = point.reason ?? (counted > 0 ? undefined : emptyReason(predicate));
  return {
    at: point.at,
    status:
      reason !== undefined ? "not-evaluated" : first === second ? first : isOpposed ? "mixed" : "undecided",
    reason,
    share,
    counted: plainFigure({ id: `${address}/counted`, unit: "count", run: key("refused") }, counted),
    missions: refused?.missions ?? [],
    substitutable: refused?.substitutable ?? [],
  };
}

/** Why a predicate says nothing in any future. */
function emptyReason(predicate: Predicate): NotEvaluatedReason {
  if (isAboutCauses(predicate)) return "no-shortfall";
  return predicate.kind === "more-equal" ? "not-defined" : "no-demand";
}

function isAboutCauses({ kind }: Predicate): boolean {
  return kind === "extreme-cause" || kind === "share-of-cause";
}

function choiceOf(predicate: Predicate, set: LeverSet, undetermined: "refused" | "granted"): RunChoice {
  return isAboutCauses(predicate)
    ? { package: set.package, mode: "in-force", undetermined: "granted", relaxed: true }
    : { package: set.package, mode: "in-force", undetermined };
}

function shareOf(shown: Shown | undefined, id: string, run: string): Figure {
  const said = (shown?.holds ?? []).filter((one) => one !== undefined);
  const held = said.filter(Boolean).length;
  const mean = held / said.length;
  const interval = shown?.isExact === true ? { low: mean, high: mean } : wilsonInterval(held, said.length);
  return figure({ id, unit: "share", run }, { mean, ...interval });
}

function showAt(
  data: HypothesisData,
  predicate: Predicate,
  point: PlannedPoint,
  undetermined: "refused" | "granted",
): Shown | undefined {
  const runOf = (set: LeverSet): RunResults | undefined =>
    data.runs.get(runKey(choiceOf(predicate, set, undetermined)));
  const tested = runOf(point.tested);
  const versus = runOf(point.versus);
  const whole = runOf(point.whole);
  if (tested === undefined) return undefined;
  switch (predicate.kind) {
    case "indispensable":
      return versus === undefined || whole === undefined
        ? undefined
        : showVerdict(data, predicate.missions, point, { tested, versus, whole });
    case "extreme-cause":
    case "share-of-cause":
      return only(causeHolds(tested, predicate));
    case "gain":
      return versus === undefined
        ? undefined
        : only(
            gainHolds(
              effects(tested, predicate.missions),
              effects(versus, predicate.missions),
              predicate.bounds,
            ),
          );
    case "more-equal": {
      const definition = predicate.definitions.find((one) => one === point.at["definition"]);
      return versus === undefined || definition === undefined
        ? undefined
        : only(isCloser(data, definition, predicate.between, tested, versus), isOfStudy(definition));
    }
    case "effectiveness":
      return only(
        effects(tested, predicate.missions).map((value) =>
          Number.isNaN(value) ? undefined : predicate.bounds.every((bound) => keeps(value, bound)),
        ),
      );
  }
}

/** Whether two parties are less far apart under the package tested (H9), by future. */
function isCloser(
  { futures }: HypothesisData,
  definition: GapDefinition,
  between: readonly [Id, Id],
  tested: RunResults,
  versus: RunResults,
): Holds {
  const isWeighedAlike = weighsContributions(tested.study) === weighsContributions(versus.study);
  if (definition === "bases-and-support" && !isWeighedAlike) return futures.map(() => undefined);
  const before = equalityGap(versus, futures, definition, between);
  return [...equalityGap(tested, futures, definition, between)].map((gap, future) =>
    isSmaller(gap, before[future] as number),
  );
}

function only(holds: Holds, isExact = false): Shown {
  return { holds, missions: [], substitutable: [], isExact };
}

/** Effectiveness of a scope by cluster; `NaN` without demand. */
function effects(run: RunResults, missions: readonly Id[]): readonly number[] {
  const [credited, demand] = valueByCluster(
    run,
    scopeIndices(run, (id) => missions.includes(id)),
  );
  return Array.from(credited, (value, cluster) => value / (demand[cluster] ?? 0));
}

function gainHolds(a: readonly number[], b: readonly number[], bounds: readonly Bound[]): Holds {
  return a.map((value, cluster) => {
    const gain = value - (b[cluster] ?? Number.NaN);
    return Number.isNaN(gain) ? undefined : bounds.every((bound) => keeps(gain, bound));
  });
}

/** By mission and cluster: below the floor under what it is compared with, cut and whole, and at the floor under what is tested (H6). */
function showVerdict(
  { study, futures }: HypothesisData,
  missions: readonly Id[],
  { floor: given }: PlannedPoint,
  runs: { readonly tested: RunResults; readonly versus: RunResults; readonly whole: RunResults },
): Shown {
  const verdicts = missions.map((id) => {
    const stated = study.missions.get(id)?.floor?.amount;
    const [tested, versus, whole] = [runs.tested, runs.versus, runs.whole].map((run) => effects(run, [id]));
    const verdict = (tested ?? []).map((value, cluster): "needed" | "replaced" | "neither" | undefined => {
      const values = futures.length > 1 ? futures[cluster] : futures[0];
      const own =
        stated === undefined || values === undefined ? Number.NaN : amountValue(stated, values, noFacts);
      const floor = given ?? own;
      const [cut = Number.NaN, entire = Number.NaN] = [versus?.[cluster], whole?.[cluster]];
      if ([value, cut, entire, floor].some(Number.isNaN)) return undefined;
      if (!(value >= floor && cut < floor)) return "neither";
      return entire < floor ? "needed" : "replaced";
    });
    return { id, verdict };
  });
  const clusters = verdicts[0]?.verdict.length ?? 0;
  const often = (what: "needed" | "replaced"): readonly Id[] =>
    verdicts
      .filter(({ verdict }) => {
        const said = verdict.filter((one) => one !== undefined);
        return said.length > 0 && 2 * said.filter((one) => one === what).length >= said.length;
      })
      .map(({ id }) => id);
  return {
    holds: Array.from({ length: clusters }, (_, cluster) => {
      const said = verdicts.flatMap(({ verdict }) => verdict[cluster] ?? []);
      return said.length === 0 ? undefined : said.includes("needed");
    }),
    missions: often("needed"),
    substitutable: often("replaced"),
  };
}

function causeHolds(
  run: RunResults,
  predicate: Extract<Predicate, { readonly kind: "extreme-cause" | "share-of-cause" }>,
): Holds {
  const split = splitShortfall(
    run,
    scopeIndices(run, (id) => predicate.missions.includes(id)),
  );
  const part = (name: CauseName, cluster: number): number =>
    causes.reduce(
      (sum, cause, index) =>
        cause === name || (name === "law" && cause.startsWith("law."))
          ? sum + (split.parts[index]?.[cluster] ?? 0)
          : sum,
      0,
    );
  const rivals = causes.filter(
    (cause) => cause !== predicate.cause && !(predicate.cause === "law" && cause.startsWith("law.")),
  );
  return Array.from(split.shortfall, (shortfall, cluster) => {
    if (!(shortfall > 0)) return undefined;
    const own = part(predicate.cause, cluster);
    if (predicate.kind === "share-of-cause")
      return predicate.bounds.every((bound) => keeps(own / shortfall, bound));
    return rivals.every((rival) =>
      predicate.largest ? own > part(rival, cluster) : own < part(rival, cluster),
    );
  });
}

/** Structural where a mission that carries the verdict has a task that nobody both may and can do under all that it is compared with, and somebody under what is tested (H7). */
function domainsOf(
  study: Study,
  predicate: Extract<Predicate, { readonly kind: "indispensable" }>,
  planned: readonly PlannedPoint[],
  points: readonly HypothesisPoint[],
): readonly HypothesisDomain[] {
  const carrying = new Set(points.flatMap(({ missions }) => missions));
  const [point] = planned;
  const whole = point === undefined ? undefined : applyLevers(study, point.whole.levers).study;
  const tested = applyLevers(study, study.packages.get(predicate.package)?.levers ?? []).study;
  const domains = [...new Set(predicate.missions.map((id) => study.missions.get(id)?.domain ?? ""))];
  return domains.map((domain) => {
    const missions = [...carrying].filter((id) => study.missions.get(id)?.domain === domain);
    const open = whole === undefined ? [] : holesOf(whole, missions);
    const closed = tested === undefined ? [] : holesOf(tested, missions);
    const tasks = open.filter((task) => !closed.includes(task));
    const label = missions.length === 0 ? "none" : tasks.length > 0 ? "structural" : "contingent";
    return { domain, label, tasks };
  });
}
