import { estimateRatio } from "@shikumi/analysis";
import { amountValue, type FutureValues, noFacts } from "@shikumi/kernel";
import type { Id, Mechanism, Organisation, Study, Window } from "@shikumi/model";
import type { Interval } from "./figure.ts";
import { isAble } from "./role-matrix.ts";

/** One number per party. */
export type ByParty = ReadonlyMap<Id, Interval>;

/** Whether something with these windows is in force at the run's start (hours 0). */
function isInForce(windows: readonly Window[]): boolean {
  return windows.some(({ from, until }) => from <= 0 && 0 < until);
}

function mechanismsInForce(study: Study): readonly Mechanism[] {
  return [...study.mechanisms.values()].filter((mechanism) => isInForce(mechanism.valid));
}

/** E2: share of the duties in force that a party bears; one duty for every activity it names. */
export function obligation(study: Study): ByParty {
  const duties = mechanismsInForce(study).flatMap((mechanism) => mechanism.duties);
  const weight = (duty: (typeof duties)[number]): number => Math.max(1, duty.activities.length);
  const bearer = bearerIn(study);
  const all = duties.reduce((sum, duty) => sum + weight(duty), 0);
  return byParty(study, (party) =>
    exact(duties.reduce((sum, duty) => sum + (bearer(duty.of) === party ? weight(duty) : 0), 0) / all),
  );
}

/** E3: share of a party's information needs that only others can fill. */
export function informationDependence(study: Study): ByParty {
  const partyOf = (organisation: Id): Id | undefined => study.organisations.get(organisation)?.party;
  return byParty(study, (party) => {
    let needs = 0;
    let dependent = 0;
    for (const organisation of organisationsOf(study, party)) {
      for (const task of tasksOf(study)) {
        if (!isAble(study, task, organisation.id)) continue;
        for (const id of task.knows) {
          const originators = study.information.get(id)?.from ?? [];
          if (originators.length === 0) continue;
          needs++;
          if (!originators.some((originator) => partyOf(originator) === party)) dependent++;
        }
      }
    }
    return exact(dependent / needs);
  });
}

/** E8: share of the planning mechanisms in force that link the party or an organisation of it. */
export function planning(study: Study): ByParty {
  const mechanisms = mechanismsInForce(study).filter((mechanism) => mechanism.planning);
  return byParty(study, (party) => {
    const own = mechanisms.filter((mechanism) =>
      mechanism.between.some((id) => id === party || study.organisations.get(id)?.party === party),
    );
    return exact(own.length / mechanisms.length);
  });
}

/** Whether E9 weighs contributions by their worth: all in force state one, in one unit. Otherwise it counts them. */
export function weighsContributions(study: Study): boolean {
  const units = contributionsInForce(study).map(
    ({ worth }) => worth && `${worth.dimension} ${worth.unit ?? ""}`,
  );
  return new Set(units).size === 1 && units[0] !== undefined;
}

/** E9: share of the contributions in force (bases, host support, risk of entrapment …) that a party bears. */
export function basesAndSupport(study: Study, values: readonly FutureValues[]): ByParty {
  const all = contributionsBorne(study, values, undefined);
  return byParty(study, (party) => estimateRatio(contributionsBorne(study, values, party), all));
}

/** What a party bears of the contributions in force, by future: their worth, or their number. What all bear, for no party. */
export function contributionsBorne(
  study: Study,
  values: readonly FutureValues[],
  party: Id | undefined,
): Float64Array {
  const weighs = weighsContributions(study);
  const bearer = bearerIn(study);
  const own = contributionsInForce(study).filter(
    (contribution) => party === undefined || bearer(contribution.by) === party,
  );
  return Float64Array.from(values, (future) =>
    own.reduce(
      (sum, { worth }) => sum + (weighs && worth ? amountValue(worth.amount, future, noFacts) : 1),
      0,
    ),
  );
}

/** Number of contributions in force. */
export function contributionCount(study: Study): number {
  return contributionsInForce(study).length;
}

function contributionsInForce(study: Study): readonly Mechanism["contributions"][number][] {
  return mechanismsInForce(study).flatMap((mechanism) => mechanism.contributions);
}

/** The party a name stands for: itself, or that of an organisation. */
function bearerIn(study: Study): (id: Id) => Id | undefined {
  return (id) => (study.parties.has(id) ? id : study.organisations.get(id)?.party);
}

function organisationsOf(study: Study, party: Id): readonly Organisation[] {
  return [...study.organisations.values()].filter((organisation) => organisation.party === party);
}

function tasksOf(study: Study) {
  return [...study.missions.values()].flatMap((mission) => [...mission.tasks.values()]);
}

function byParty(study: Study, value: (party: Id) => Interval): ByParty {
  return new Map([...study.parties.keys()].map((party) => [party, value(party)]));
}

/** A number read from the study has no interval. */
function exact(mean: number): Interval {
  return { mean, low: Number.NaN, high: Number.NaN };
}
