import { type CalendarDate, hoursBetween, parseDate } from "@shikumi/core/date";
import type { Condition, Id, LegalQuestion, Study } from "@shikumi/model";
import type { Params } from "../../route/route.ts";

/** A question to the law of two organisations side by side, as it stands in the link. */
export interface LawChoice {
  readonly activity: string;
  readonly left: Id;
  readonly right: Id | undefined;
  readonly beneficiary: Id | undefined;
  readonly place: Id | undefined;
  readonly situation: Id | undefined;
  readonly date: CalendarDate;
  readonly facts: Readonly<Record<string, string>>;
  readonly levers: readonly Id[];
}

/** Every activity that a task asks for or a provision covers, ascending. */
export function activitiesOf(study: Study): readonly string[] {
  const found = new Set<string>();
  for (const mission of study.missions.values())
    for (const task of mission.tasks.values()) found.add(task.activity);
  for (const authority of study.authorities.values())
    for (const activity of authority.activities) found.add(activity);
  return [...found].toSorted();
}

/** Organisations that a provision lets do an activity, in the order of the study. */
export function actorsOf(study: Study, activity: string): readonly Id[] {
  const found = new Set<Id>();
  for (const authority of study.authorities.values())
    if (authority.activities.includes(activity)) for (const id of authority.actsThrough) found.add(id);
  return [...study.organisations.keys()].filter((id) => found.has(id));
}

/** The question of a link; what it does not say, or what the study does not have, is chosen: an activity of the first task, the first organisation a provision lets act, and the first of another party. */
export function lawChoice(study: Study, params: Params): LawChoice {
  const activities = activitiesOf(study);
  const [mission] = study.missions.values();
  const [task] = mission?.tasks.values() ?? [];
  const asked = params["activity"] ?? "";
  const activity = activities.includes(asked) ? asked : (task?.activity ?? activities[0] ?? "");
  const actors = [...actorsOf(study, activity), ...study.organisations.keys()];
  const partyOf = (id: Id): Id => study.organisations.get(id)?.party ?? "";
  const organisation = (name: string): Id | undefined => {
    const id = params[name] ?? "";
    return study.organisations.has(id) ? id : undefined;
  };
  const left = organisation("left") ?? actors[0] ?? "";
  const right = organisation("right") ?? actors.find((id) => partyOf(id) !== partyOf(left));
  const known = (id: string | undefined, collection: ReadonlyMap<Id, unknown>): Id | undefined =>
    id !== undefined && collection.has(id) ? id : undefined;
  return {
    activity,
    left,
    right,
    beneficiary: known(params["beneficiary"], study.beneficiaries),
    place: known(params["place"], study.places),
    situation: known(params["situation"], study.situations),
    date: parseDate(params["date"] ?? "") ?? study.charter.start,
    facts: readFacts(params["facts"]),
    levers: (params["levers"] ?? "").split(",").filter((id) => study.levers.has(id)),
  };
}

/** The question to the law for one of the two. */
export function legalQuestion(study: Study, choice: LawChoice, actor: Id): LegalQuestion {
  const { activity, beneficiary, place, situation, date, facts } = choice;
  return {
    actor,
    activity,
    hours: hoursBetween(study.charter.start, date),
    sinceOnset: 0,
    facts,
    ...(beneficiary === undefined ? {} : { beneficiary }),
    ...(place === undefined ? {} : { place }),
    ...(situation === undefined ? {} : { situations: [situation] }),
  };
}

/** Facts that the provisions on an activity ask for, with the values they or the cases name. */
export function factsAsked(study: Study, activity: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (fact: string, values: readonly string[]): void => {
    const known = found.get(fact) ?? new Set<string>();
    for (const value of values) known.add(value);
    found.set(fact, known);
  };
  const visit = (condition: Condition): void => {
    if (condition.kind === "fact") add(condition.fact, condition.is);
    else if (condition.kind === "all" || condition.kind === "any") condition.of.forEach(visit);
    else if (condition.kind === "not") visit(condition.of);
  };
  for (const authority of study.authorities.values())
    if (authority.activities.includes(activity)) [...authority.when, ...authority.unless].forEach(visit);
  for (const stream of study.incidents.values())
    for (const fact of stream.facts)
      if (found.has(fact.name))
        add(
          fact.name,
          fact.outcomes.map(({ value }) => value),
        );
  return new Map([...found].map(([fact, values]) => [fact, [...values].toSorted()]));
}

function readFacts(text: string | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(text ?? ""));
}

/** Facts as they stand in a link, one more or less of them; an empty value takes one away. */
export function factsText(facts: Readonly<Record<string, string>>, fact: string, value: string): string {
  const next = Object.entries({ ...facts, [fact]: value }).filter(([, one]) => one !== "");
  return new URLSearchParams(next.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** Levers with one switched on, with what it needs, or switched off, with what needs it. */
export function switched(study: Study, levers: readonly Id[], lever: Id, isOn: boolean): readonly Id[] {
  const next = new Set(levers);
  if (isOn) {
    const add = (id: Id): void => {
      if (next.has(id)) return;
      next.add(id);
      for (const needed of study.levers.get(id)?.needs ?? []) add(needed);
    };
    add(lever);
  } else {
    const remove = (id: Id): void => {
      if (!next.delete(id)) return;
      for (const other of [...next]) if (study.levers.get(other)?.needs.includes(id) === true) remove(other);
    };
    remove(lever);
  }
  return [...next].toSorted();
}
