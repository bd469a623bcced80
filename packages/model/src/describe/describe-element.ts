import type { Span } from "@shikumi/core/diagnostic";
import type { Fields } from "../form/field.ts";
import { NameIndex } from "../form/name-index.ts";
import { readingInside } from "../form/provenance.ts";
import { Reading, Tally } from "../form/reading.ts";
import { treeOf } from "../lever/study-tree.ts";
import { collectionNames } from "../study/collection-name.ts";
import type { Id, Provenance } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { tables } from "../table/all-tables.ts";
import { charterBasis, charterFields } from "../table/charter-table.ts";
import { taskFields } from "../table/mission-tables.ts";
import { ProblemList } from "../tree/problem-list.ts";
import { fieldOf, type Raw, writtenForm } from "../tree/raw.ts";

/** One element as a person wrote it, with every default that holds beside what was written. */
export interface ElementDescription {
  /** `authorities.L-JP-SDF82`, `missions.answer.tasks.arrive`, `study`. */
  readonly path: string;
  readonly span: Span;
  readonly fields: readonly FieldDescription[];
}

export interface FieldDescription {
  readonly path: string;
  readonly field: string;
  /** As written, or the default as one would write it; empty for an optional field that was left out. */
  readonly value: string;
  readonly status: "written" | "default" | "absent";
  /** What the field means, in English. */
  readonly about: string;
  /** What its numbers inherit; `undefined` unless written. */
  readonly provenance: Provenance | undefined;
}

/**
 * Everything an id can name: a path (`holdings.h`, `missions.m.tasks.t`), a task (`m.t`), `study`, or an id alone, which may name
 * elements of several collections. Empty when there is none. Throws `TypeError` for a study not made by this package.
 */
export function describeElement(study: Study, id: string): readonly ElementDescription[] {
  const root = treeOf(study);
  const world = {
    problems: new ProblemList(),
    names: new NameIndex(root).whole,
    tally: new Tally(),
    ...charterBasis(root),
    dimensions: new Map(),
    disputed: new Map(),
  };
  const reading = new Reading(world);
  const charter = fieldOf(root, "study");
  const found = collectionNames.flatMap((collection) => {
    const bare = id.startsWith(`${collection}.`) ? id.slice(collection.length + 1) : id;
    const raw = world.names.raw(collection, bare);
    return raw === undefined
      ? []
      : [described(`${collection}.${bare}`, raw, tables[collection].fields, reading)];
  });
  const task = taskNamed(id, world.names, reading);
  return [
    ...(id === "study" && charter !== undefined ? [described("study", charter, charterFields, reading)] : []),
    ...found,
    ...(task === undefined ? [] : [task]),
  ];
}

function taskNamed(id: string, names: NameIndex, reading: Reading): ElementDescription | undefined {
  const [, mission = "", task = ""] = /^(?:missions\.)?([^.]+)\.(?:tasks\.)?([^.]+)$/.exec(id) ?? [];
  const raw = names.raw("tasks", `${mission}.${task}` as Id);
  const outer = names.raw("missions", mission);
  if (raw === undefined || outer === undefined) return undefined;
  return described(`missions.${mission}.tasks.${task}`, raw, taskFields, readingInside(outer, reading));
}

function described(path: string, raw: Raw, fields: Fields, outer: Reading): ElementDescription {
  const reading = readingInside(raw, outer);
  return {
    path,
    span: raw.span,
    fields: Object.entries(fields).map(([name, field]) => {
      const written = fieldOf(raw, name);
      const common = { path: `${path}.${name}`, field: name, about: field.about };
      if (written !== undefined) {
        const { provenance } = readingInside(written, reading);
        return { ...common, value: writtenForm(written, 400), status: "written", provenance };
      }
      const status = field.shownDefault === undefined ? "absent" : "default";
      return { ...common, value: field.shownDefault ?? "", status, provenance: undefined };
    }),
  };
}
