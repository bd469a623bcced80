import { sha256Hex } from "@shikumi/core/hash";
import type { Table } from "../form/element-table.ts";
import { compareText, isContext, NameIndex } from "../form/name-index.ts";
import { Reading, Tally, type World } from "../form/reading.ts";
import { type CollectionName, collectionNames } from "../study/collection-name.ts";
import type { Element, Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { tables } from "../table/all-tables.ts";
import { charterBasis } from "../table/charter-table.ts";
import type { ProblemList } from "../tree/problem-list.ts";
import { fieldOf, type Raw, type RawEntry, type RawMap } from "../tree/raw.ts";
import { canonicalTree } from "./canonical-tree.ts";
import { type ElaborateOptions, elaborate, withDisputed } from "./elaborate.ts";

/** Collections whose elements no other element looks into: changing one changes itself alone. */
const selfContained: ReadonlySet<CollectionName> = new Set([
  "deciders",
  "holdings",
  "routes",
  "situations",
  "incidents",
  "missions",
  "roles",
  "authorities",
  "mechanisms",
  "trust",
  "information",
]);

/** Of those, collections that nothing refers to: taking one away breaks nothing. */
const unreferenced: ReadonlySet<CollectionName> = new Set(["holdings", "routes", "roles", "mechanisms"]);

interface Change {
  readonly collection: CollectionName;
  readonly id: Id;
  readonly before: RawEntry | undefined;
  readonly after: RawEntry | undefined;
}

/**
 * What `elaborate` gives for `root`, when `study` is what it gives for `baseRoot` and has no error. Reads only the elements that
 * changed where no other can depend on them; else reads everything.
 */
export function elaborateChanges(
  study: Study,
  baseRoot: RawMap,
  root: RawMap,
  problems: ProblemList,
  options: ElaborateOptions = {},
): Study {
  const changes = changesBetween(baseRoot, root);
  if (!changes.every((change) => isLocal(change, baseRoot))) return elaborate(root, problems, options).study;
  const world = worldOf(study, root, problems);
  const top = new Reading(world);
  const collections: Partial<Record<CollectionName, ReadonlyMap<Id, Element>>> = {};
  for (const collection of new Set(changes.map((change) => change.collection))) {
    const ofCollection = changes.filter((change) => change.collection === collection);
    const changed = withChanges<Element>(study[collection], tables[collection], ofCollection, top);
    if (changed === undefined) return elaborate(root, problems, options).study;
    collections[collection] = changed;
  }
  const uncertainties = withDisputed(
    new Map([...study.uncertainties].filter(([id]) => !changes.some((change) => isDisputedIn(id, change)))),
    world,
  );
  const changed: Study = { ...study, ...(collections as Partial<Study>), uncertainties, digest: "" };
  return options.forProblemsOnly ? changed : withDigestOf(changed, root);
}

/** The study with its digest, which costs more than everything else about a change and is seldom asked for: made when it is first read. */
function withDigestOf(study: Study, root: RawMap): Study {
  let digest: string | undefined;
  return Object.defineProperty(study, "digest", {
    enumerable: true,
    configurable: true,
    get: () => {
      digest ??= sha256Hex(canonicalTree(root));
      return digest;
    },
  });
}

function changesBetween(baseRoot: RawMap, root: RawMap): readonly Change[] {
  return collectionNames.flatMap((collection) => {
    const before = fieldOf(baseRoot, collection);
    const after = fieldOf(root, collection);
    if (before === after) return [];
    const old = before?.kind === "map" ? before.entries : new Map<Id, RawEntry>();
    const now = after?.kind === "map" ? after.entries : new Map<Id, RawEntry>();
    const ids = new Set([...old.keys(), ...now.keys()]);
    return [...ids]
      .map((id): Change => ({ collection, id, before: old.get(id), after: now.get(id) }))
      .filter((change) => change.before?.value !== change.after?.value);
  });
}

function isLocal({ collection, id, before, after }: Change, baseRoot: RawMap): boolean {
  if (!selfContained.has(collection)) return false;
  if ([before, after].some((entry) => entry !== undefined && isContext(entry))) return false;
  // Parties, organisations and deciders share their ids, so a new decider is everybody's business.
  if (before === undefined) return collection !== "deciders";
  if (after === undefined) return unreferenced.has(collection) || !isMentioned(id, before, baseRoot);
  if (wordOf(before, "key") !== wordOf(after, "key")) return false;
  // Missions look at who makes an item, and others at a mission's tasks.
  if (collection === "information") return wordOf(before, "made-by") === wordOf(after, "made-by");
  return collection !== "missions" || hasSameTasks(before, after);
}

function wordOf(entry: RawEntry, field: string): string | undefined {
  const written = fieldOf(entry.value, field);
  return written?.kind === "scalar" ? written.text : undefined;
}

/** Whether anything outside the element and the levers says its id, alone or within a longer word. A lever that names what another took away is looked at when both are chosen. */
function isMentioned(id: Id, entry: RawEntry, baseRoot: RawMap): boolean {
  const own = new Map<string, number>();
  countWords(entry.value, own);
  const said = wordsIn(baseRoot).get(id) ?? 0;
  return said > (own.get(id) ?? 0) + 1;
}

const wordCounts = new WeakMap<RawMap, ReadonlyMap<string, number>>();

/** How often each word is written in a tree outside its levers, keys and parts of dotted words included. */
function wordsIn(root: RawMap): ReadonlyMap<string, number> {
  const known = wordCounts.get(root);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const [name, { value }] of root.entries) if (name !== "levers") countWords(value, counts);
  wordCounts.set(root, counts);
  return counts;
}

function countWords(raw: Raw, counts: Map<string, number>): void {
  if (raw.kind === "scalar") countText(raw.text, counts);
  else if (raw.kind === "list") for (const item of raw.items) countWords(item, counts);
  else
    for (const [name, { value }] of raw.entries) {
      countText(name, counts);
      countWords(value, counts);
    }
}

function countText(text: string, counts: Map<string, number>): void {
  for (const word of text.match(/[\p{L}\p{N}-]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function hasSameTasks(before: RawEntry, after: RawEntry): boolean {
  const old = fieldOf(before.value, "tasks");
  const now = fieldOf(after.value, "tasks");
  if (old?.kind !== "map" || now?.kind !== "map") return false;
  return old.entries.size === now.entries.size && [...old.entries.keys()].every((id) => now.entries.has(id));
}

function worldOf(study: Study, root: RawMap, problems: ProblemList): World {
  const declared = [...study.uncertainties.values()].filter((one) => !one.disputed);
  return {
    problems,
    names: new NameIndex(root),
    tally: new Tally(),
    ...charterBasis(root),
    dimensions: new Map(declared.map(({ id, dimension, unit }) => [id, { dimension, unit }])),
    disputed: new Map(),
  };
}

/** The collection with its changes; `undefined` where two elements would have one key, which only the full reading reports. */
function withChanges<T extends Element>(
  collection: ReadonlyMap<Id, T>,
  table: Table<T>,
  changes: readonly Change[],
  top: Reading,
): ReadonlyMap<Id, T> | undefined {
  const elements = new Map(collection);
  const reading = top.at(table.collection);
  for (const { id, after } of changes) {
    if (after === undefined) elements.delete(id);
    else elements.set(id, table.read(id, after, reading));
  }
  const sorted = [...elements.values()].sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id));
  if (sorted.some((element, i) => element.key === sorted[i - 1]?.key)) return undefined;
  return new Map(sorted.map((element) => [element.id, element]));
}

function isDisputedIn(uncertainty: Id, { collection, id }: Change): boolean {
  return uncertainty.startsWith(`disputed.${collection}.${id}.`);
}
