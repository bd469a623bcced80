import {
  applyLevers,
  authorityOrder,
  type IncidentStream,
  type Study,
  touchedElements,
} from "@shikumi/model";
import { ticksOf } from "../number/ticks.ts";
import { withNeeds } from "../number/with-needs.ts";
import {
  type authorityColumns,
  type holdingColumns,
  type mechanismColumns,
  mechanismKind,
  type Program,
  type roleColumns,
  type Table,
  type taskColumns,
  type Versions,
} from "../program.ts";
import type { Encoder } from "./encoder.ts";
import type { LeverSet } from "./lever-set.ts";
import type { VersionedTable } from "./versions.ts";

/** What the tables that do not depend on the future are made from. */
export interface StaticSources {
  readonly study: Study;
  readonly encoder: Encoder;
  readonly levers: LeverSet;
  readonly tables: {
    readonly holdings: VersionedTable<typeof holdingColumns>;
    readonly roles: VersionedTable<typeof roleColumns>;
    readonly authorities: VersionedTable<typeof authorityColumns>;
    readonly mechanisms: VersionedTable<typeof mechanismColumns>;
    readonly tasks: Table<typeof taskColumns>;
  };
}

type StaticTables = Pick<
  Program,
  | "counts"
  | "organisationParty"
  | "organisationFree"
  | "organisationOver"
  | "organisationName"
  | "beneficiaryParty"
  | "trust"
  | "trustBetween"
  | "capabilityName"
  | "capabilityHoldings"
  | "holdingName"
  | "holdingSupplies"
  | "holdingLevers"
  | "situationName"
  | "authorityName"
  | "authorityPermitName"
  | "informationName"
  | "mechanismName"
  | "missionName"
  | "streamName"
  | "streamDates"
  | "streamGap"
  | "streamLasts"
  | "streamRates"
  | "streamSeasons"
  | "streamTimes"
  | "taskRoles"
  | "activityAuthorities"
  | "mechanismsWith"
  | "adHocStandsUp"
  | "adHocHandles"
  | "leverName"
  | "leverUsed"
  | "leverNeeds"
>;

/** Everything of a program that is read by element and not by version. */
export function staticTables(sources: StaticSources): StaticTables {
  const { encoder, levers, study } = sources;
  const { elements, builder } = encoder;
  const { statics } = elements;
  const names = (prefix: string, keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => builder.name(prefix + key));
  return {
    ...organisationTables(encoder),
    ...holdingTables(sources),
    ...streamTables(sources),
    ...lawTables(sources),
    beneficiaryParty: Int32Array.from(elements.beneficiaries.ids, (id) =>
      elements.parties.indexOf(statics.beneficiaries.get(id)?.party),
    ),
    ...trustTables(encoder),
    capabilityName: names("serve/", elements.capabilities.keys),
    situationName: names("situation/", elements.situations.keys),
    informationName: names("information/", elements.information.keys),
    mechanismName: names("cell/", elements.mechanisms.keys),
    missionName: names("mission/", elements.missions.keys),
    adHocStandsUp: encoder.slot(statics.charter.adHocCell.standsUp),
    adHocHandles: encoder.level(statics.charter.adHocCell.handles),
    leverName: names(
      "lever/",
      levers.ids.map((id) => study.levers.get(id)?.key ?? id),
    ),
    leverUsed: Int32Array.from(levers.ids, (id) => encoder.level(study.levers.get(id)?.used)),
    leverNeeds: Int32Array.from(levers.needs, (needed) => builder.list(needed)),
    counts: {
      organisations: elements.organisations.ids.length,
      organisationWords: Math.ceil(elements.organisations.ids.length / 32),
      parties: elements.parties.ids.length,
      deciders: elements.deciders.ids.length,
      capabilities: elements.capabilities.ids.length,
      holdings: elements.holdings.ids.length,
      places: elements.places.ids.length,
      situations: elements.situations.ids.length,
      authorities: elements.authorities.ids.length,
      mechanisms: elements.mechanisms.ids.length,
      missions: elements.missions.ids.length,
      streams: elements.incidents.ids.length,
      trust: elements.trust.ids.length,
      levers: levers.ids.length,
      leverWords: Math.ceil(levers.ids.length / 32),
      facts: encoder.facts.size,
      knows: mostKnown(sources),
    },
  };
}

function organisationTables(
  encoder: Encoder,
): Pick<StaticTables, "organisationParty" | "organisationFree" | "organisationOver" | "organisationName"> {
  const { elements, builder } = encoder;
  const { ids, keys } = elements.organisations;
  const { organisations, kinds } = elements.statics;
  const words = Math.ceil(ids.length / 32);
  const over = new Int32Array(ids.length * words);
  ids.forEach((id, index) => {
    for (const superior of elements.superiors(id)) {
      const at = elements.organisations.indexOf(superior);
      const word = index * words + (at >> 5);
      if (at >= 0) over[word] = (over[word] as number) | (1 << (at & 31));
    }
  });
  return {
    organisationParty: Int32Array.from(ids, (id) => elements.parties.indexOf(organisations.get(id)?.party)),
    organisationFree: Int32Array.from(ids, (id) =>
      kinds.get(organisations.get(id)?.kind ?? "")?.default === "free-unless-barred" ? 1 : 0,
    ),
    organisationOver: over,
    organisationName: Int32Array.from(keys, (key) => builder.name(`organisation/${key}`)),
  };
}

function trustTables(encoder: Encoder): Pick<StaticTables, "trust" | "trustBetween"> {
  const { elements } = encoder;
  const parties = elements.parties.ids.length;
  const between = new Int32Array(parties * parties).fill(-1);
  const stocks = elements.trust.ids.map((id) => elements.statics.trust.get(id));
  stocks.forEach((stock, index) => {
    const of = elements.parties.indexOf(stock?.of);
    const into = elements.parties.indexOf(stock?.in);
    const at = of * parties + into;
    if (of >= 0 && into >= 0 && between[at] === -1) between[at] = index;
  });
  return {
    trust: {
      starts: Int32Array.from(stocks, (stock) => encoder.level(stock?.starts)),
      kept: Int32Array.from(stocks, (stock) => encoder.level(stock?.kept)),
      leak: Int32Array.from(stocks, (stock) => encoder.level(stock?.leak)),
      broken: Int32Array.from(stocks, (stock) => encoder.level(stock?.broken)),
      returns: Int32Array.from(stocks, (stock) => encoder.level(stock?.returns)),
    },
    trustBetween: between,
  };
}

function holdingTables({
  study,
  encoder,
  levers,
  tables,
}: StaticSources): Pick<
  StaticTables,
  "capabilityHoldings" | "holdingName" | "holdingSupplies" | "holdingLevers"
> {
  const { elements, builder } = encoder;
  const { ids, keys } = elements.holdings;
  const holders = elementsBy(tables.holdings, ids.length, elements.capabilities.ids.length, (row) => [
    tables.holdings.table.what[row] as number,
  ]);
  const touched = levers.ids.map((id) => touchedElements(study, id));
  return {
    capabilityHoldings: Int32Array.from(holders, (list) => builder.list(list)),
    holdingName: Int32Array.from(keys, (key) => builder.name(`supply/${key}`)),
    holdingSupplies: Int32Array.from(ids, (id) => {
      const versions = [study, elements.statics].flatMap((one) => one.holdings.get(id) ?? []);
      return builder.list([
        ...new Set(versions.flatMap(({ arrives }) => arrives.map(({ at }) => encoder.level(at)))),
      ]);
    }),
    holdingLevers: Int32Array.from(ids, (id) =>
      builder.list(
        levers.ids.flatMap((_, lever) => (touched[lever]?.includes(`holdings.${id}`) ? [lever] : [])),
      ),
    ),
  };
}

/**
 * What the potential incidents of each stream follow from: the baseline and each single lever of the study
 * (K10).
 */
function streamTables({
  study,
  encoder,
}: StaticSources): Pick<
  StaticTables,
  "streamName" | "streamDates" | "streamGap" | "streamLasts" | "streamRates" | "streamSeasons" | "streamTimes"
> {
  const { elements, builder } = encoder;
  const { ids, keys } = elements.incidents;
  const levered = [...study.levers.keys()]
    .filter((id) => touchedElements(study, id).some((path) => path.startsWith("incidents.")))
    .flatMap((id) => applyLevers(study, withNeeds(study, id)).study ?? []);
  const versions = ids.map((id): readonly IncidentStream[] =>
    [study, ...levered, elements.statics].flatMap((one) => one.incidents.get(id) ?? []),
  );
  const amounts = (pick: (stream: IncidentStream) => number): Int32Array =>
    Int32Array.from(versions, (streams) =>
      builder.list([...new Set(streams.map(pick))].filter((amount) => amount >= 0)),
    );
  return {
    streamName: Int32Array.from(keys, (key) => builder.name(`incidents/${key}`)),
    streamDates: Int32Array.from(versions, ([first]) => builder.list((first?.dates ?? []).map(datedTick))),
    streamGap: Int32Array.from(versions, ([first]) => encoder.slot(first?.clusters?.gap)),
    streamLasts: Int32Array.from(versions, ([first]) => encoder.slot(first?.clusters?.lasts)),
    streamRates: amounts((stream) => encoder.level(stream.rate)),
    streamSeasons: amounts((stream) => builder.reals(stream.season)),
    streamTimes: amounts((stream) => encoder.level(stream.clusters?.times)),
  };
}

/** Dates before the start are kept in the list, so that the others keep their numbers; -1 marks them. */
function datedTick(hours: number): number {
  return hours < 0 ? -1 : ticksOf(hours);
}

function lawTables({
  study,
  encoder,
  tables,
}: StaticSources): Pick<
  StaticTables,
  "authorityName" | "authorityPermitName" | "activityAuthorities" | "mechanismsWith" | "taskRoles"
> {
  const { elements, builder } = encoder;
  const inPackage = authorityOrder(elements.statics);
  const order = [...inPackage, ...authorityOrder(study).filter((id) => !inPackage.includes(id))];
  const walked = [...order, ...elements.authorities.ids.filter((id) => !order.includes(id))].map((id) =>
    elements.authorities.indexOf(id),
  );
  const { authorities, mechanisms, roles } = tables;
  const speaking = elementsBy(authorities, elements.authorities.ids.length, encoder.activities.size, (row) =>
    builder.entries(authorities.table.activities[row] as number),
  );
  const place = new Map(walked.map((authority, at) => [authority, at]));
  const placeOf = (authority: number): number => place.get(authority) ?? 0;
  const mechanismsThat = (has: (row: number) => boolean): number =>
    builder.list(
      elements.mechanisms.ids.flatMap((_, index) =>
        rowsOf(mechanisms.versions, index).some(has) ? [index] : [],
      ),
    );
  const filled = (column: Int32Array) => (row: number) => builder.entries(column[row] as number).length > 0;
  const kinds: Record<keyof typeof mechanismKind, number> = {
    channel: mechanismsThat(filled(mechanisms.table.information)),
    access: mechanismsThat(filled(mechanisms.table.access)),
    logistics: mechanismsThat(filled(mechanisms.table.logistics)),
    planning: mechanismsThat((row) => mechanisms.table.planning[row] === 1),
    cell: mechanismsThat((row) => (mechanisms.table.members[row] as number) >= 0),
    agreement: mechanismsThat(filled(mechanisms.table.agreement)),
  };
  const mechanismsWith = new Int32Array(6);
  for (const [kind, at] of Object.entries(mechanismKind))
    mechanismsWith[at] = kinds[kind as keyof typeof mechanismKind];
  return {
    authorityName: Int32Array.from(elements.authorities.keys, (key) => builder.name(`authority/${key}`)),
    authorityPermitName: Int32Array.from(elements.authorities.keys, (key) => builder.name(`permit/${key}`)),
    activityAuthorities: Int32Array.from(speaking, (list) =>
      builder.list([...list].sort((a, b) => placeOf(a) - placeOf(b))),
    ),
    mechanismsWith,
    taskRoles: Int32Array.from(
      elementsBy(roles, elements.roles.ids.length, elements.tasks.length, (row) => [
        roles.table.task[row] as number,
      ]),
      (list) => builder.list(list),
    ),
  };
}

function mostKnown({ encoder, tables }: StaticSources): number {
  return tables.tasks.knows.reduce((most, list) => Math.max(most, encoder.builder.entries(list).length), 1);
}

/** By row of another table, the elements that point at it in some version, ascending. */
function elementsBy<Columns extends readonly string[]>(
  { versions }: VersionedTable<Columns>,
  elements: number,
  targets: number,
  pointsAt: (row: number) => readonly number[],
): readonly (readonly number[])[] {
  const found = Array.from({ length: targets }, (): number[] => []);
  for (let element = 0; element < elements; element++)
    for (const target of new Set(rowsOf(versions, element).flatMap(pointsAt))) found[target]?.push(element);
  return found;
}

/** Rows an element has in some version. */
function rowsOf(versions: Versions, element: number): readonly number[] {
  const next = versions.first[element + 1] ?? versions.rows.length;
  return [...versions.rows.subarray(versions.first[element], next)].filter((row) => row >= 0);
}
