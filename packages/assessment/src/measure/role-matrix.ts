import { estimateRatio } from "@shikumi/analysis";
import {
  type Authority,
  type Id,
  type Mission,
  type Study,
  type Task,
  type VerdictKind,
  verdict,
} from "@shikumi/model";
import type { Figure, RoleCell, RoleRow } from "../findings.ts";
import { domainsOf, futureSums, type RunResults } from "../run/run-results.ts";
import { plainFigure, shareFigure } from "./figure.ts";
import { caseSettings, factsAsked } from "./task-setting.ts";

/** Verdicts from best to worst (R1). */
const preference: readonly VerdictKind[] = [
  "obliged",
  "permitted",
  "undetermined",
  "not-encoded",
  "prohibited",
  "no-basis",
];

/** Whether an act under this verdict is lawful. */
export function isLawful(kind: VerdictKind): boolean {
  return kind === "obliged" || kind === "permitted";
}

const ablePerTask = new WeakMap<Task, ReadonlyMap<Study, ReadonlySet<Id>>>();

/** Whether an organisation holds, or shares, what at least one need of a task asks for (R2). */
export function isAble(study: Study, task: Task, organisation: Id): boolean {
  const known = ablePerTask.get(task)?.get(study);
  if (known !== undefined) return known.has(organisation);
  const wanted = new Set(task.needs.flatMap((need) => need.alternatives.map((way) => way.capability)));
  const holdings = [...study.holdings.values()].filter((holding) => wanted.has(holding.what));
  const able = new Set(holdings.flatMap((holding) => [holding.of, ...holding.sharedWith]));
  ablePerTask.set(task, new Map([[study, able]]));
  return able.has(organisation);
}

/** A verdict and the provision that decided. */
type Best = { readonly kind: VerdictKind; readonly by: Id | undefined };

const bestKnown = new WeakMap<Study, Map<string, Best>>();

/**
 * The best verdict on an organisation doing a task, read at the start of a run, over every kind of case the task meets (R1). The law tells organisations apart
 * only by what their kind may do without a basis and by the provisions that let them act, so those alike in both are asked about once.
 */
export function bestVerdict(study: Study, mission: Mission, task: Task, organisation: Id): Best {
  const provisions = [...study.authorities.values()].filter(
    (authority) =>
      authority.activities.includes(task.activity) && authority.actsThrough.includes(organisation),
  );
  const kind = study.organisations.get(organisation)?.kind ?? "";
  const alike = [mission.id, task.ref, kind, ...provisions.map(({ id }) => id)].join(" ");
  const known = bestKnown.get(study) ?? new Map<string, Best>();
  bestKnown.set(study, known);
  const best = known.get(alike) ?? bestOver(study, mission, task, organisation, provisions);
  known.set(alike, best);
  return best;
}

function bestOver(
  study: Study,
  mission: Mission,
  task: Task,
  organisation: Id,
  provisions: readonly Authority[],
): Best {
  const asked = new Set(
    provisions.flatMap((authority) => factsAsked([...authority.when, ...authority.unless])),
  );
  const settings = caseSettings(study, mission.id, task, asked);
  let best: Best | undefined;
  for (const { beneficiary, place, facts } of settings.length > 0 ? settings : [noSetting]) {
    const { kind, by } = verdict(study, {
      actor: organisation,
      activity: task.activity,
      hours: 0,
      sinceOnset: 0,
      facts,
      ...(beneficiary === undefined ? {} : { beneficiary }),
      ...(place === undefined ? {} : { place }),
    });
    if (best === undefined || preference.indexOf(kind) < preference.indexOf(best.kind)) best = { kind, by };
    if (kind === "obliged") break;
  }
  return best ?? { kind: "no-basis", by: undefined };
}

const noSetting = { beneficiary: undefined, place: undefined, facts: {} };

/**
 * Task × organisation on the present arrangement: lead, support, lawful, able, accountable, and the share of the task's demand delivered (R1, R2). An organisation has a cell
 * where it has a role, is accountable or able, or where a provision that speaks of it lets it act or might.
 */
export function roleMatrix(run: RunResults): readonly RoleRow[] {
  const { study } = run;
  return [...study.missions.values()].flatMap((mission) =>
    [...mission.tasks.values()].map((task) => {
      const cells = [...study.organisations.keys()].flatMap((organisation) =>
        roleCell(run, mission, task, organisation),
      );
      return {
        task: task.ref,
        mission: mission.id,
        domain: mission.domain,
        outcome: task.outcome,
        cells,
        hole: !cells.some((cell) => isLawful(cell.verdict) && canAct(task, cell)),
      };
    }),
  );
}

/** A task without needs binds no unit: whoever has a role in it can do it (K21). */
function canAct(task: Task, cell: RoleCell): boolean {
  return cell.able || (task.needs.length === 0 && (cell.role !== "none" || cell.accountable));
}

function roleCell(run: RunResults, mission: Mission, task: Task, organisation: Id): readonly RoleCell[] {
  const { study } = run;
  const plan = [...study.roles.values()].find((role) => role.task === task.ref);
  const role =
    plan?.lead === organisation ? "lead" : plan?.supports.includes(organisation) ? "support" : "none";
  const able = isAble(study, task, organisation);
  const accountable = task.accountable.some((entry) => entry.organisation === organisation);
  const { kind, by } = bestVerdict(study, mission, task, organisation);
  const speaks = by !== undefined && kind !== "prohibited" && kind !== "no-basis";
  if (role === "none" && !able && !accountable && !speaks) return [];
  return [
    {
      organisation,
      role,
      verdict: kind,
      able,
      accountable,
      delivered: deliveredShare(run, task.ref, organisation),
    },
  ];
}

function deliveredShare(run: RunResults, task: Id, organisation: Id): Figure {
  const place = {
    id: `role/${task}/${organisation}/delivered`,
    unit: "share",
    run: run.reference.key,
  } as const;
  const row = run.layout.tasks.indexOf(task);
  const column = run.layout.organisations.indexOf(organisation);
  if (row < 0 || column < 0) return plainFigure(place, Number.NaN);
  const { replications } = run.reference;
  const demanded = Float64Array.from(run.results, (result) => {
    let sum = 0;
    for (let replication = 0; replication < replications; replication++)
      sum += result.demanded[replication * run.layout.tasks.length + row] as number;
    return sum;
  });
  const delivered = futureSums(run, "deliveredBy", [row * run.layout.organisations.length + column]);
  return shareFigure(place, estimateRatio(delivered, demanded));
}

/** Share of the pairs task × organisation able that are lawful at the start of a run, by domain (R3). */
export function permissionCoverage(study: Study, address: string, run: string): ReadonlyMap<string, Figure> {
  return new Map(
    domainsOf(study).map((domain) => {
      let pairs = 0;
      let lawful = 0;
      for (const mission of study.missions.values()) {
        if (mission.domain !== domain) continue;
        for (const task of mission.tasks.values()) {
          for (const organisation of study.organisations.keys()) {
            if (!isAble(study, task, organisation)) continue;
            pairs++;
            if (isLawful(bestVerdict(study, mission, task, organisation).kind)) lawful++;
          }
        }
      }
      const id = `permission-coverage/${address}/domain/${domain}`;
      return [domain, plainFigure({ id, unit: "share", run }, lawful / pairs)];
    }),
  );
}
