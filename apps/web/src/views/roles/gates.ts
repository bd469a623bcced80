import { caseSettings, type RoleCell, type RoleRow } from "@shikumi/assessment";
import {
  type Condition,
  type Holding,
  type Id,
  type Information,
  isCovered,
  type Mechanism,
  type Mission,
  type Need,
  type Place,
  type Study,
  type Task,
  type Verdict,
  verdict,
} from "@shikumi/model";

/** The six gates of a task, in their order. */
export const gateIds = ["inform", "permit", "combine", "reach", "act", "release"] as const;
export type GateId = (typeof gateIds)[number];

/** One thing a task must know, and how each organisation can come to know it. */
export interface InformFact {
  readonly item: Information;
  readonly ways: readonly {
    readonly organisation: Id;
    readonly way: "originator" | "channel" | "release" | "none";
    /** The channels that carry it. */
    readonly channels: readonly Id[];
  }[];
}

/** A cell in which shares could be combined. */
export interface CombineFact {
  readonly mechanism: Mechanism;
  /** Those of the organisations it has as members. */
  readonly members: readonly Id[];
}

/** What one need of a task asks for, and who holds it. */
export interface NeedFact {
  readonly need: Need;
  readonly holdings: readonly Holding[];
}

/** What the study says of one task at each gate. */
export interface GateFacts {
  readonly mission: Mission;
  readonly task: Task;
  /** Those the gates are read for: who has a role, is accountable or able first, then whom the law speaks of. */
  readonly cells: readonly RoleCell[];
  readonly inform: readonly InformFact[];
  readonly combining: readonly CombineFact[];
  readonly agreements: readonly Mechanism[];
  readonly places: readonly Place[];
  readonly needs: readonly NeedFact[];
}

/** The task of a row with its mission; `undefined` where the study has none (a lever's task). */
export function taskOf(
  study: Study,
  ref: Id,
): { readonly mission: Mission; readonly task: Task } | undefined {
  for (const mission of study.missions.values())
    for (const task of mission.tasks.values()) if (task.ref === ref) return { mission, task };
  return undefined;
}

/** What the study says of a task at its gates; `undefined` where it has no such task. */
export function gateFacts(study: Study, row: RoleRow): GateFacts | undefined {
  const found = taskOf(study, row.task);
  if (found === undefined) return undefined;
  const { mission, task } = found;
  const cells = row.cells.toSorted((a, b) => closeness(b) - closeness(a));
  const organisations = cells.map(({ organisation }) => organisation);
  const near = cells.filter((cell) => closeness(cell) > 0).map(({ organisation }) => organisation);
  const mechanisms = [...study.mechanisms.values()];
  return {
    mission,
    task,
    cells,
    inform: task.knows.flatMap((id) => {
      const item = study.information.get(id);
      return item === undefined ? [] : [informFact(study, item, near)];
    }),
    combining: mechanisms.flatMap((mechanism) => {
      const covering = mechanism.cell?.members ?? [];
      const members = near.filter((one) => isCovered(study, covering, one));
      return members.length < 2 ? [] : [{ mechanism, members }];
    }),
    agreements: mechanisms.filter(({ agreement }) => agreement.includes(task.activity)),
    places: placesMet(study, mission, task),
    needs: task.needs.map((need) => ({
      need,
      holdings: [...study.holdings.values()].filter(
        ({ of, what, sharedWith }) =>
          need.alternatives.some(({ capability }) => capability === what) &&
          (organisations.includes(of) || sharedWith.some((one) => organisations.includes(one))),
      ),
    })),
  };
}

function closeness({ role, able, accountable }: RoleCell): number {
  return (role === "lead" ? 4 : role === "support" ? 3 : 0) + (accountable ? 2 : 0) + (able ? 1 : 0);
}

function informFact(study: Study, item: Information, organisations: readonly Id[]): InformFact {
  const levels = study.charter.classifications;
  const carries = (mechanism: Mechanism): boolean =>
    mechanism.information.some(
      ({ types, upTo }) => types.includes(item.type) && levels.indexOf(upTo) >= levels.indexOf(item.classed),
    );
  const carriers = [...study.mechanisms.values()].filter(carries);
  return {
    item,
    ways: organisations.map((organisation) => {
      if (item.from.includes(organisation)) return { organisation, way: "originator", channels: [] };
      const channels = carriers
        .filter(
          ({ between }) =>
            isCovered(study, between, organisation) &&
            item.from.some((from) => isCovered(study, between, from)),
        )
        .map(({ id }) => id);
      const way = channels.length > 0 ? "channel" : item.release === undefined ? "none" : "release";
      return { organisation, way, channels };
    }),
  };
}

function placesMet(study: Study, mission: Mission, task: Task): readonly Place[] {
  const ids = new Set(
    caseSettings(study, mission.id, task, new Set()).flatMap(({ place }) =>
      place === undefined ? [] : [place],
    ),
  );
  return [...ids].flatMap((id) => study.places.get(id) ?? []);
}

/** The law on one organisation's doing the task, in the kind of case that gave its verdict in the matrix. */
export interface LawFact {
  readonly verdict: Verdict;
  readonly beneficiary: Id | undefined;
  readonly place: Id | undefined;
  readonly facts: Readonly<Record<string, string>>;
}

/** Reads the law for one cell, at the start of a run. */
export function lawFact(study: Study, { mission, task }: GateFacts, cell: RoleCell): LawFact {
  const asked = new Set(
    [...study.authorities.values()]
      .filter(
        ({ activities, actsThrough }) =>
          activities.includes(task.activity) && actsThrough.includes(cell.organisation),
      )
      .flatMap(({ when, unless }) => [...when, ...unless].flatMap(factNames)),
  );
  const settings = caseSettings(study, mission.id, task, asked);
  let first: LawFact | undefined;
  for (const { beneficiary, place, facts } of settings.length > 0
    ? settings
    : [{ beneficiary: undefined, place: undefined, facts: {} }]) {
    const answer = verdict(study, {
      actor: cell.organisation,
      activity: task.activity,
      hours: 0,
      sinceOnset: 0,
      facts,
      ...(beneficiary === undefined ? {} : { beneficiary }),
      ...(place === undefined ? {} : { place }),
    });
    const fact = { verdict: answer, beneficiary, place, facts };
    if (answer.kind === cell.verdict) return fact;
    first ??= fact;
  }
  return first as LawFact;
}

function factNames(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "fact":
      return [condition.fact];
    case "all":
    case "any":
      return condition.of.flatMap(factNames);
    case "not":
      return factNames(condition.of);
    case "judgement":
    case "within":
      return [];
  }
}

/** The provisions that mention an activity and let one organisation act or forbid it, in the order of their keys. */
export function provisionsOn(study: Study, activity: string, organisation: Id): readonly Id[] {
  return [...study.authorities.values()]
    .filter(
      ({ activities, actsThrough }) => activities.includes(activity) && actsThrough.includes(organisation),
    )
    .map(({ id }) => id);
}
