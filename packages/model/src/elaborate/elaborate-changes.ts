import { sha256Hex } from "@shikumi/core/hash";
import type { Table } from "../form/element-table.ts";
import { compareText, NameIndex } from "../form/name-index.ts";
import { Reading, Tally, type World } from "../form/reading.ts";
import { type CollectionName, collectionNames } from "../study/collection-name.ts";
import type { Element, Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { tables } from "../table/all-tables.ts";
import { charterBasis } from "../table/charter-table.ts";
import type { ProblemList } from "../tree/problem-list.ts";
import { fieldOf, type RawEntry, type RawMap } from "../tree/raw.ts";
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
  if (!changes.every(isLocal)) return elaborate(root, problems, options).study;
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

function isLocal({ collection, before, after }: Change): boolean {
  if (!selfContained.has(collection)) return false;
  // Parties, organisations and deciders share their ids, so a new decider is everybody's business.
  if (before === undefined) return collection !== "deciders";
  if (after === undefined) return unreferenced.has(collection);
  return keyText(before) === keyText(after) && (collection !== "missions" || hasSameTasks(before, after));
}

function keyText(entry: RawEntry): string | undefined {
  const key = fieldOf(entry.value, "key");
  return key?.kind === "scalar" ? key.text : undefined;
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
