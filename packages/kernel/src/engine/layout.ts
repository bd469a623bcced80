import {
  amountColumns,
  authorityColumns,
  capabilityColumns,
  conditionColumns,
  deciderColumns,
  holdingColumns,
  informationColumns,
  mechanismColumns,
  missionColumns,
  needColumns,
  placeColumns,
  roleColumns,
  situationColumns,
  slotColumns,
  stepColumns,
  streamColumns,
  taskColumns,
} from "../program.ts";

import { type RowKind, rowKinds } from "./row-kinds.ts";

export { type RowKind, rowKinds } from "./row-kinds.ts";

/**
 * One table says where everything lies in the memory of an engine. The accessors in `../memory` are made from it, and the host reads the same offsets, so that both
 * engines and the host agree by construction. Addresses and widths are bytes.
 */

/** Tables of the program, by the field of `Program` that holds them. All columns are integers. */
export const tables: Readonly<Record<string, readonly string[]>> = {
  amounts: amountColumns,
  slots: slotColumns,
  conditions: conditionColumns,
  holdings: holdingColumns,
  capabilities: capabilityColumns,
  places: placeColumns,
  deciders: deciderColumns,
  situations: situationColumns,
  information: informationColumns,
  roles: roleColumns,
  mechanisms: mechanismColumns,
  authorities: authorityColumns,
  steps: stepColumns,
  streams: streamColumns,
  missions: missionColumns,
  tasks: taskColumns,
  needs: needColumns,
  trust: ["starts", "kept", "leak", "broken", "returns"],
};

/** Columns by element: fields of `Program`, or made with its image, that are one column of integers each. */
export const columns: readonly string[] = [
  "nameHi",
  "nameLo",
  "organisationParty",
  "organisationFree",
  "organisationOver",
  "organisationName",
  "beneficiaryParty",
  "trustBetween",
  "capabilityName",
  "capabilityHoldings",
  "holdingName",
  "holdingSupplies",
  "holdingLevers",
  "situationName",
  "authorityName",
  "authorityPermitName",
  "informationName",
  "mechanismName",
  "missionName",
  "streamName",
  "streamDates",
  "streamGap",
  "streamLasts",
  "taskRoles",
  "activityAuthorities",
  "mechanismsWith",
  "leverName",
  "leverUsed",
  "leverNeeds",
  // 1 for missions whose closings some stream asks for.
  "isLogged",
  // Part of each stream, of those that share nothing.
  "streamPart",
];

/** Collections whose elements have a row for each combination of levers: fields of `Program`. */
export const versions: readonly string[] = [
  "holdingIn",
  "capabilityIn",
  "placeIn",
  "networkIn",
  "deciderIn",
  "situationIn",
  "informationIn",
  "roleIn",
  "mechanismIn",
  "authorityIn",
  "streamIn",
  "missionIn",
];

/** Numbers of elements and widths: fields of `ProgramCounts`. */
export const counts: readonly string[] = [
  "organisations",
  "organisationWords",
  "parties",
  "deciders",
  "capabilities",
  "holdings",
  "places",
  "situations",
  "authorities",
  "mechanisms",
  "missions",
  "streams",
  "trust",
  "levers",
  "leverWords",
  "facts",
  "knows",
];

/** What a run keeps by element, with what it starts from. `reals` hold doubles. */
export const stateColumns: Readonly<
  Record<string, { readonly by: string; readonly from: 0 | -1; readonly real?: true }>
> = {
  bound: { by: "holdings", from: 0, real: true },
  boundHead: { by: "holdings", from: -1 },
  poolHead: { by: "capabilities", from: -1 },
  poolTail: { by: "capabilities", from: -1 },
  serveEvent: { by: "capabilities", from: -1 },
  deciderFree: { by: "deciders", from: 0 },
  situationUntil: { by: "situations", from: 0 },
  situationFinding: { by: "situations", from: -1 },
  situationTries: { by: "situations", from: 0 },
  permitUntil: { by: "authorities", from: 0 },
  permitPending: { by: "authorities", from: -1 },
  permitTries: { by: "authorities", from: 0 },
  streamNext: { by: "streams", from: 0 },
  streamTick: { by: "streams", from: 0 },
  streamImposed: { by: "streams", from: 0 },
  burstNext: { by: "streams", from: 0 },
  burstStart: { by: "streams", from: -1 },
  burstEnd: { by: "streams", from: 0 },
  trustTick: { by: "trust", from: -1 },
  trustLast: { by: "trust", from: 0, real: true },
  closingHead: { by: "missions", from: -1 },
  closingTail: { by: "missions", from: -1 },
  instanceFree: { by: "missionRows", from: -1 },
  deskOf: { by: "mechanisms", from: -1 },
  candidateStamp: { by: "organisations", from: 0 },
  candidateExpected: { by: "organisations", from: 0 },
  stamped: { by: "organisations", from: 0 },
  mayActStamp: { by: "organisations", from: 0 },
  mayActValue: { by: "organisations", from: 0 },
  candidateOrganisation: { by: "candidates", from: 0 },
  candidateAlternative: { by: "candidates", from: 0 },
  candidateRank: { by: "candidates", from: 0 },
  candidateTicks: { by: "candidates", from: 0 },
  usable: { by: "holdings", from: 0 },
  usableTravel: { by: "holdings", from: 0 },
  orgWords: { by: "organisationWords", from: 0 },
  weight: { by: "weights", from: 0, real: true },
};

/** Columns of the outputs of a run: fields of `Outputs`. All doubles but the last. */
export const outputColumns: readonly string[] = [
  "instances",
  "demanded",
  "delivered",
  "fulfilled",
  "standardMet",
  "effective",
  "firstEffectHours",
  "waitHours",
  "refusals",
  "deliveredBy",
  "sharesBy",
  "refusedBy",
  "unitHoursBy",
  "hazardBy",
  "recalled",
  "missionInstances",
  "belowFloor",
  "averted",
  "avertedInstances",
  "answered",
  "refused",
  "benefitBy",
  "happened",
  "avertedIncidents",
  "firstEffectBins",
];

/** Single integers of a run. */
export const cells: readonly string[] = [
  // What the host says before a run.
  "relax",
  "withdrawn",
  "granted",
  "isImposed",
  "isTracing",
  "isRecording",
  "budget",
  "parts",
  "runHi",
  "runLo",
  "horizon",
  "firstMonth",
  "monthCount",
  "adHocStandsUp",
  "adHocHandles",
  "isRecalling",
  "arenaFirst",
  "zeroFirst",
  "zeroEnd",
  "minusFirst",
  "minusEnd",
  "freeFirst",
  "freeEnd",
  // Where columns lie that are no tables.
  "realsAt",
  "amountsAt",
  "startsAt",
  "kmAt",
  "highestRateAt",
  "monthStartsAt",
  "imposedHappenedAt",
  "imposedTrustAt",
  // What a run changes.
  "now",
  "touched",
  "events",
  "farAt",
  "farSize",
  "farCapacity",
  "nearAt",
  "nearSize",
  "nearCapacity",
  "arenaTop",
  "endedInstance",
  "stamp",
  "candidateCount",
  "stampedCount",
  "usableCount",
  "outTicks",
  "firstRecall",
  "lastRecall",
  "firstEntry",
  "lastEntry",
  "firstHappened",
  "lastHappened",
  "firstMoved",
  "lastMoved",
];

const headAt = 1024;
/** Where `Program.lists` begins: fixed, so that an entry is read with one load. */
export const listsAt = 16384;
const laneCount = 16;

const addresses = new Map<string, number>();
let top = headAt;
function place(name: string, words = 1): void {
  addresses.set(name, top);
  top += 4 * words;
}
for (const cell of cells) place(cell);
place("lanes", laneCount);
for (const count of counts) place(`count.${count}`);
for (const [table, names] of Object.entries(tables)) for (const name of names) place(`${table}.${name}`);
for (const column of columns) place(column);
for (const collection of versions) place(collection, 3);
for (const column of Object.keys(stateColumns)) place(`state.${column}`);
for (const column of outputColumns) place(`out.${column}`);
for (const kind of Object.keys(rowKinds)) place(`free.${kind}`);
for (const kind of Object.keys(rowKinds)) place(`width.${kind}`);
if (top > listsAt) throw new RangeError(`the head of the memory ends at ${top}, beyond ${listsAt}`);

/** Address of a cell, of the address of a column, or of the first of three addresses of versions. */
export function addressOf(name: string): number {
  const address = addresses.get(name);
  if (address === undefined) throw new RangeError(`nothing in the memory is called "${name}"`);
  return address;
}

/** Offset of a column in its kind of row; arrays begin at the width of the fixed part. */
export function offsetOf(kind: string, column: string): number {
  const { reals, ints } = kindOf(kind);
  const real = reals.indexOf(column);
  if (real >= 0) return 8 * real;
  const at = [...ints, "link"].indexOf(column);
  if (at < 0) throw new RangeError(`a row of "${kind}" has no column "${column}"`);
  return 8 * reals.length + 4 * at;
}

/** Bytes of the columns that every row of a kind has, without its arrays. */
export function fixedWidth(kind: string): number {
  const { reals, ints } = kindOf(kind);
  return 8 * reals.length + 4 * (ints.length + 1);
}

/** Bytes of a whole row, a multiple of eight. */
export function widthOf(kind: string, countOf: (count: string) => number): number {
  let width = fixedWidth(kind);
  for (const count of Object.values(kindOf(kind).arrays ?? {})) width += 4 * countOf(count);
  return (width + 7) & ~7;
}

function kindOf(kind: string): RowKind {
  const found = rowKinds[kind];
  if (found === undefined) throw new RangeError(`there is no kind of row called "${kind}"`);
  return found;
}
