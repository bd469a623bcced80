import { uncertaintiesOf } from "@shikumi/kernel";
import {
  type CollectionName,
  collectionNames,
  type Id,
  type Provenance,
  type Study,
  type Uncertainty,
} from "@shikumi/model";
import type { RangedAssumption, RunReference, UnrangedAssumption, WeakestAssumptions } from "../findings.ts";
import { figure, type Interval, plainFigure, ratioDifference } from "../measure/figure.ts";
import type { JobResult } from "../plan.ts";
import { domainsOf } from "../run/run-results.ts";
import { leaningTasks } from "./leaning-tasks.ts";
import { isUnrangedAssumption, type Unranged } from "./scaled-study.ts";
import { swingColumns, swingEnds, valueAtEnd } from "./swing.ts";

/** Collections whose numbers do not touch the present arrangement. */
const besideIt: ReadonlySet<CollectionName> = new Set([
  "levers",
  "packages",
  "uncertainties",
  "measures",
  "hypotheses",
  "validation",
  "sources",
  "glossary",
]);

/** Uncertainties that some number of the present arrangement reads, by key. What only levers read moves nothing there. */
export function triedUncertainties(study: Study): readonly Uncertainty[] {
  const read = new Set<Id>();
  const look = (record: Record): void => {
    const { kind, uncertainty } = record;
    if (kind === "future" && typeof uncertainty === "string") read.add(uncertainty);
  };
  visit(study.charter, look);
  for (const name of collectionNames) if (!besideIt.has(name)) visit(study[name], look);
  return uncertaintiesOf(study).filter(({ id }) => read.has(id));
}

/**
 * How weak the ground of a number is, from 1/6 to 1 (WA2): an assumption 1; else the worse of the source's reliability (A–F) and the item's credibility (1–6, 6 where it is not graded),
 * one step worse where the citation still has to be checked, in sixths.
 */
export function weaknessOf(study: Study, { assumption, source, credibility, unchecked }: Provenance): number {
  if (assumption || source === undefined) return 1;
  const reliability = "ABCDEF".indexOf(study.sources.get(source)?.reliability ?? "F") + 1;
  const worst = Math.max(reliability, credibility ?? 6) + (unchecked ? 1 : 0);
  return Math.min(6, worst) / 6;
}

/** What is moved to find the weakest assumptions: uncertainties, then as many elements without a range as are asked for. */
export function triedAssumptions(
  study: Study,
  asked: number,
  within: readonly string[] | undefined,
): readonly (Id | Unranged)[] {
  const elements = usedAssumptions(study, within).slice(0, asked);
  return [
    ...triedUncertainties(study).map(({ id }) => id),
    ...elements.map(({ collection, element }) => ({ collection, element })),
  ];
}

/** The weakest assumptions of a study, from the jobs that moved each, in the order of `triedAssumptions` (WA1–WA4). */
export function weakestAssumptions(
  study: Study,
  { key }: RunReference,
  results: readonly JobResult[],
  asked: number,
  within: readonly string[] | undefined,
): WeakestAssumptions {
  const tried = triedUncertainties(study);
  const ranged = tried.map((one, at) => rangedAssumption(study, one, results[at], key, within));
  const used = usedAssumptions(study, within);
  const unranged = used
    .slice(0, asked)
    .map((one, at) => unrangedAssumption(study, one, results[tried.length + at], key, within));
  return {
    run: key,
    asked,
    tried: plainFigure({ id: "weakest/tried", unit: "count", run: "study" }, tried.length),
    ranged: ranged
      .sort(
        (a, b) =>
          Number(b.isAboveChance) - Number(a.isAboveChance) ||
          b.weight.value - a.weight.value ||
          (a.uncertainty < b.uncertainty ? -1 : 1),
      )
      .filter(({ weight }) => weight.value > 0)
      .slice(0, asked),
    candidates: plainFigure({ id: "weakest/candidates", unit: "count", run: "study" }, used.length),
    unranged: unranged.toSorted(
      (a, b) =>
        Number(b.isAboveChance) - Number(a.isAboveChance) ||
        Math.abs(b.swing.value) - Math.abs(a.swing.value),
    ),
  };
}

interface LargestSwing {
  readonly domain: string | undefined;
  readonly interval: Interval;
  readonly isAboveChance: boolean;
}

/** The largest swing of a domain whose interval leaves zero out, else the largest of all (WA1). */
function largestSwing(
  study: Study,
  columns: Float64Array,
  within: readonly string[] | undefined,
): LargestSwing {
  const domains = domainsOf(study);
  const found = domains.flatMap((domain, at) => {
    if (within !== undefined && !within.includes(domain)) return [];
    const interval = ratioDifference(
      swingColumns(columns, domains.length, at, 1),
      swingColumns(columns, domains.length, at, 0),
    );
    if (!Number.isFinite(interval.mean)) return [];
    return [{ domain, interval, isAboveChance: interval.low > 0 || interval.high < 0 }];
  });
  const [most] = found.toSorted(
    (a, b) =>
      Number(b.isAboveChance) - Number(a.isAboveChance) ||
      Math.abs(b.interval.mean) - Math.abs(a.interval.mean),
  );
  const none = { mean: 0, low: Number.NaN, high: Number.NaN };
  return most ?? { domain: undefined, interval: none, isAboveChance: false };
}

const noColumns = new Float64Array(0);

function rangedAssumption(
  study: Study,
  uncertainty: Uncertainty,
  result: JobResult | undefined,
  run: string,
  within: readonly string[] | undefined,
): RangedAssumption {
  const { id, provenance } = uncertainty;
  const { domain, interval, isAboveChance } = largestSwing(study, result?.swings ?? noColumns, within);
  const weakness = weaknessOf(study, provenance);
  const place = (part: string): string => `weakest/${id}/${part}`;
  const end = (share: number, part: string) =>
    plainFigure({ id: place(part), unit: "value", run: "study" }, valueAtEnd(uncertainty, share));
  const [low, high] = swingEnds;
  return {
    uncertainty: id,
    domain,
    low: end(low, "low"),
    high: end(high, "high"),
    swing: figure({ id: place("swing"), unit: "points", run }, interval),
    isAboveChance,
    weakness: plainFigure({ id: place("weakness"), unit: "share", run: "study" }, weakness),
    weight: plainFigure({ id: place("weight"), unit: "share", run }, weakness * Math.abs(interval.mean)),
  };
}

function unrangedAssumption(
  study: Study,
  { collection, element, numbers, tasks }: UsedAssumption,
  result: JobResult | undefined,
  run: string,
  within: readonly string[] | undefined,
): UnrangedAssumption {
  const { domain, interval, isAboveChance } = largestSwing(study, result?.swings ?? noColumns, within);
  const place = (part: string): string => `weakest/${collection}/${element}/${part}`;
  const count = (part: string, value: number) =>
    plainFigure({ id: place(part), unit: "count", run: "study" }, value);
  return {
    collection,
    element,
    numbers: count("numbers", numbers),
    tasks: count("tasks", tasks.length),
    domains: domainsOfTasks(study, tasks),
    domain,
    swing: figure({ id: place("swing"), unit: "points", run }, interval),
    isAboveChance,
  };
}

interface UsedAssumption extends Unranged {
  readonly numbers: number;
  readonly tasks: readonly Id[];
}

function domainsOfTasks(study: Study, tasks: readonly Id[]): readonly string[] {
  const domains = tasks.map((task) => study.missions.get(task.slice(0, task.indexOf(".")))?.domain ?? "");
  return [...new Set(domains)];
}

/** Elements with assumed numbers that no uncertainty gives a range, those first on which tasks of most domains, then most tasks, lean (WA4). */
function usedAssumptions(study: Study, within: readonly string[] | undefined): readonly UsedAssumption[] {
  const leaning = leaningTasks(study);
  const found: (UsedAssumption & { readonly domains: number })[] = [];
  const add = (collection: Unranged["collection"], element: Id, value: unknown): void => {
    let numbers = 0;
    visit(value, (record) => {
      if (isUnrangedAssumption(record)) numbers += 1;
    });
    const tasks = [...(leaning.get(`${collection}.${element}`) ?? [])].filter(
      (task) => within === undefined || domainsOfTasks(study, [task]).some((one) => within.includes(one)),
    );
    if (numbers === 0 || tasks.length === 0) return;
    found.push({ collection, element, numbers, tasks, domains: domainsOfTasks(study, tasks).length });
  };
  add("study", "ad-hoc-cell", study.charter.adHocCell);
  for (const name of collectionNames) {
    if (besideIt.has(name) || name === "missions") continue;
    for (const one of study[name].values()) add(name, one.id, one);
  }
  for (const mission of study.missions.values())
    for (const task of mission.tasks.values()) add("tasks", task.ref, task);
  return found.sort(
    (a, b) =>
      b.domains - a.domains ||
      b.tasks.length - a.tasks.length ||
      b.numbers - a.numbers ||
      (`${a.collection}.${a.element}` < `${b.collection}.${b.element}` ? -1 : 1),
  );
}

type Record = { readonly [name: string]: unknown };

function visit(value: unknown, look: (record: Record) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (value instanceof Map) for (const item of value.values()) visit(item, look);
  else {
    look(value as Record);
    for (const item of Object.values(value)) visit(item, look);
  }
}
