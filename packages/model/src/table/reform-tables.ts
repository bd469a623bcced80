import { suggest } from "@shikumi/core/diagnostic";
import { type Table, table } from "../form/element-table.ts";
import { optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, wordOf, wrongForm } from "../form/form.ts";
import { listOf } from "../form/list.ts";
import { isContext } from "../form/name-index.ts";
import type { Reading } from "../form/reading.ts";
import { reference } from "../form/reference.ts";
import { choice, number, word } from "../form/scalar.ts";
import { selector } from "../form/selector.ts";
import { level, share, slot } from "../form/slot.ts";
import type { Id } from "../study/element.ts";
import { type Lever, leverKinds, type Package, type Patch } from "../study/reform.ts";
import { fieldOf, type Raw, wordsOf } from "../tree/raw.ts";

const operations = ["set", "add", "remove"] as const;

const patch: Form<Patch> = {
  blank: { op: "set", path: "", span: { file: "", start: 0, end: 0 } },
  words: "`{set: PATH, to: VALUE}`, `{add: PATH, to: VALUE}` or `{remove: PATH}`",
  schema: () => ({
    type: "object",
    properties: {
      set: { type: "string", description: "Path whose value is replaced" },
      add: { type: "string", description: "Path that is created, or list that grows" },
      remove: { type: "string", description: "Path that goes; with `to`, the item of its list that goes" },
      to: { description: "The value" },
      source: { type: "string" },
      grade: {},
      assumption: { type: "boolean" },
      flag: {},
      note: {},
    },
    additionalProperties: false,
  }),
  read(raw, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "patch");
      return this.blank;
    }
    const written = operations.filter((op) => raw.entries.has(op));
    const [op = "set"] = written;
    for (const [name, { key }] of raw.entries) {
      const known = [...operations, "to", "source", "grade", "assumption", "flag", "note"];
      if (!known.includes(name)) {
        reading.error("unknown-field", key, { field: name, suggestions: suggest(name, known).join(", ") });
      }
    }
    const value = fieldOf(raw, op);
    const path = value === undefined ? undefined : wordOf(value);
    if (written.length !== 1) reading.error("patch-operation", raw.span, { found: written.length });
    else if (path === undefined) wrongForm(value ?? raw, reading, "path");
    else if (op !== "remove" && !raw.entries.has("to")) {
      reading.error("missing-field", raw.span, { field: "to", element: reading.path.join(".") });
    }
    return { op, path: path ?? "", span: raw.span };
  },
};

/** A task, or a mission for all its tasks. */
const answered: Form<readonly Id[]> = {
  blank: [],
  words: "task `mission.task` or mission",
  schema: () => ({ type: ["string", "array"] }),
  read(raw, reading) {
    const items: readonly Raw[] = raw.kind === "list" ? raw.items : [raw];
    return [...new Set(items.flatMap((item) => tasksOf(item, reading)))];
  },
};

function tasksOf(raw: Raw, reading: Reading): readonly Id[] {
  const { names } = reading.world;
  const id = wordOf(raw);
  if (id === undefined || !names.has("missions", id))
    return [reference("tasks", "missions").read(raw, reading)];
  const tasks = fieldOf(names.raw("missions", id), "tasks");
  if (tasks?.kind !== "map") return [];
  return [...tasks.entries].flatMap(([task, entry]) => (isContext(entry) ? [] : [`${id}.${task}`]));
}

const classes: Form<readonly string[]> = {
  blank: [],
  words: "word, or `{disputed: [words]}`",
  schema: () => ({ type: ["string", "array", "object"] }),
  read(raw, reading) {
    const written = fieldOf(raw, "disputed") ?? raw;
    return listOf(word, { atLeast: 1 }).read(written, reading);
  },
};

const factor = number(0);

/** Map from lever to factor, or a list of `{lever, factor}`. */
const eases: Form<Lever["eases"]> = {
  blank: [],
  words: "map from lever to factor",
  schema: () => ({ type: "object", additionalProperties: { type: "number", minimum: 0 } }),
  read(raw, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "map");
      return [];
    }
    return [...raw.entries].map(([id, { key, value }]) => ({
      lever: reference("levers").read({ kind: "scalar", value: id, text: id, span: key }, reading),
      factor: factor.read(value, reading.at(id)),
    }));
  },
};

const proposed: Form<Id> = {
  ...reference("sources"),
  words: "id of a source, or `analyst`",
  read: (raw, reading) => (wordOf(raw) === "analyst" ? "analyst" : reference("sources").read(raw, reading)),
};

export const levers: Table<Lever> = table(
  "levers",
  "Changes to the model, as patches on the baseline",
  {
    kind: required(choice(leverKinds), "What is changed"),
    class: otherwiseValue(
      classes,
      [],
      "none",
      "Class for packages under test; `{disputed: [A, B]}` lists both",
    ),
    side: otherwiseValue(listOf(reference("parties")), [], "none", "Parties that must act"),
    instrument: optional(word, "How it is enacted: statute, order, agreement, budget, …"),
    answers: otherwiseValue(answered, [], "none", "Tasks it is meant for"),
    change: required(listOf(patch, { atLeast: 1 }), "The patches"),
    cost: optional(level("money"), "Money"),
    effort: optional(level("number"), "Political effort"),
    takes: otherwise(slot("time"), "0 h", "From decision to effect"),
    adopted: otherwise(share(), "1", "Chance that it is adopted"),
    used: otherwise(share(), "1", "Chance that it is used when it could be"),
    needs: otherwiseValue(listOf(reference("levers")), [], "none", "Levers without which it cannot be"),
    excludes: otherwiseValue(selector("levers"), [], "none", "Levers it cannot stand beside"),
    after: otherwiseValue(listOf(reference("levers")), [], "none", "Levers that come before it"),
    passes: optional(reference("deciders"), "The decider whose sittings it must pass"),
    eases: otherwiseValue(eases, [], "none", "Levers whose cost and effort it multiplies"),
    voids: otherwiseValue(listOf(reference("levers")), [], "none", "Levers that have no effect beside it"),
    reversible: optional(word, "How it can be undone"),
    proposed: required(proposed, "A source older than the baseline, or `analyst`"),
  },
  ({ class: ofClass, ...values }, { base, raw, reading }) => {
    const itself = ["needs", "excludes", "after", "voids"].filter((field) =>
      wordsOf(fieldOf(raw, field)).includes(base.id),
    );
    for (const field of itself) {
      reading.error("refers-to-itself", fieldOf(raw, field)?.span ?? raw.span, { found: base.id });
    }
    return { ...leverOf(values), ...base, classes: ofClass };
  },
  { shown: true },
);

function leverOf(
  values: Omit<Lever, "id" | "key" | "name" | "note" | "provenance" | "marking" | "span" | "classes">,
) {
  const {
    kind,
    side,
    instrument,
    answers,
    change,
    cost,
    effort,
    takes,
    adopted,
    used,
    needs,
    excludes,
    after,
  } = values;
  const { passes, eases: eased, voids, reversible, proposed: by } = values;
  return {
    ...{
      kind,
      side,
      instrument,
      answers,
      change,
      cost,
      effort,
      takes,
      adopted,
      used,
      needs,
      excludes,
      after,
    },
    ...{ passes, eases: eased, voids, reversible, proposed: by },
  };
}

export const packages: Table<Package> = table(
  "packages",
  "Sets of levers",
  {
    levers: otherwiseValue(selector("levers"), [], "none", "Its levers"),
    order: otherwiseValue(
      listOf(reference("levers")),
      [],
      "by key",
      "Order of decision; levers not named come after",
    ),
    budget: optional(level("money"), "Most money"),
    effort: optional(level("number"), "Most political effort"),
  },
  ({ levers: chosen, order, budget, effort }, { base, raw, reading }) => {
    if (base.id === "baseline" && chosen.length > 0) {
      reading.error("baseline-has-levers", fieldOf(raw, "levers")?.span ?? raw.span, {
        found: chosen.length,
      });
    }
    for (const id of order) {
      const isOutside = reading.world.names.has("levers", id) && !chosen.includes(id);
      if (isOutside)
        reading.error("not-in-package", fieldOf(raw, "order")?.span ?? raw.span, {
          lever: id,
          package: base.id,
        });
    }
    return { ...base, levers: chosen, order, budget, effort };
  },
  { shown: true },
);
