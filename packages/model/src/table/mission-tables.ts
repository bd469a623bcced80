import { suggest } from "@shikumi/core/diagnostic";
import { amount } from "../form/amount.ts";
import { conditions } from "../form/condition.ts";
import { elementsForm, type Making, type Table, table } from "../form/element-table.ts";
import { type Fields, optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, wordOf, wrongForm } from "../form/form.ts";
import { listOf, mapOf } from "../form/list.ts";
import { isContext } from "../form/name-index.ts";
import { provenanceFields, readingInside } from "../form/provenance.ts";
import type { Reading } from "../form/reading.ts";
import { record } from "../form/record.ts";
import { reference } from "../form/reference.ts";
import { choice, flag, number, word } from "../form/scalar.ts";
import { level, share, slot } from "../form/slot.ts";
import { distributionSchema } from "../form/slot-schema.ts";
import type { Mission, Need, Role, Task } from "../study/demand.ts";
import type { Id } from "../study/element.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { needSlot } from "./capability-unit.ts";

/** Another task of the same mission, by its id there. */
const sibling: Form<Id> = {
  blank: "",
  words: "id of a task of this mission",
  schema: () => ({ type: ["string", "number"] }),
  read(raw, reading) {
    const written = wordOf(raw);
    if (written === undefined) {
      wrongForm(raw, reading, "id");
      return "";
    }
    const mission = reading.path[1] ?? "";
    const id = written.startsWith(`${mission}.`) ? written.slice(mission.length + 1) : written;
    const tasks = siblingsOf(mission, reading);
    if (!tasks.includes(id)) {
      const suggestions = suggest(id, tasks).join(", ");
      reading.error("unknown-reference", raw.span, {
        found: written,
        collection: `missions.${mission}.tasks`,
        suggestions,
      });
    } else if (id === reading.path[3]) reading.error("refers-to-itself", raw.span, { found: written });
    return id;
  },
};

function siblingsOf(mission: Id, reading: Reading): readonly Id[] {
  const tasks = fieldOf(reading.world.names.raw("missions", mission), "tasks");
  if (tasks?.kind !== "map") return [];
  return [...tasks.entries].flatMap(([id, entry]) => (isContext(entry) ? [] : [id]));
}

const perUnit = amount({ dimension: "number", sign: "positive" });

const alternativeFields = {
  when: otherwiseValue(
    conditions({ judgements: false }),
    [],
    "always",
    "Facts of the case that must all hold",
  ),
};

/** `needs`: capability and quantity, or a name of one's own with alternatives under `either`. */
const needs: Form<readonly Need[]> = {
  blank: [],
  words: "map from capability to quantity, or from a name to `{either, quantity}`",
  schema: (definitions) => {
    const quantity = distributionSchema({ dimension: undefined }, true, definitions);
    const either = {
      type: ["object", "array"],
      description: "Capabilities of which any will do, with units per unit of need",
    };
    return {
      type: "object",
      additionalProperties: {
        anyOf: [
          quantity,
          { type: "object", properties: { either, quantity }, required: ["either", "quantity"] },
        ],
      },
    };
  },
  read(raw, outer) {
    if (raw.kind !== "map") {
      wrongForm(raw, outer, "map");
      return [];
    }
    const reading = readingInside(raw, outer);
    return [...raw.entries]
      .filter(([name]) => !provenanceFields.includes(name))
      .map(([name, { key, value }]) => {
        const at = reading.at(name);
        if (fieldOf(value, "either") !== undefined && value.kind === "map")
          return eitherNeed(name, value, at);
        const named: Raw = { kind: "scalar", value: name, text: name, span: key };
        const capability = reference("capabilities").read(named, at);
        const isKnown = reading.world.names.has("capabilities", capability);
        const quantity = needSlot(isKnown ? capability : undefined, at).read(value, at);
        return {
          name,
          quantity,
          alternatives: [{ capability, per: { kind: "number", value: 1 }, when: [] }],
        };
      });
  },
};

const eitherRecord = record({
  quantity: required(slot(undefined), "How much is needed"),
  either: required(alternatives(), "Capabilities of which any will do"),
});

function eitherNeed(name: string, raw: RawMap, reading: Reading): Need {
  const { quantity, either } = eitherRecord.read(raw, reading);
  return { name, quantity, alternatives: either };
}

function alternatives(): Form<Need["alternatives"]> {
  return {
    blank: [],
    words: "map from capability to units per unit of need, or a list of such maps with `when`",
    schema: () => ({ type: ["object", "array"] }),
    read(raw, reading) {
      const items = raw.kind === "list" ? raw.items : [raw];
      if (items.length === 0) reading.error("too-few", raw.span, { found: 0, least: 1 });
      return items.flatMap((item) => alternativesIn(item, reading));
    },
  };
}

function alternativesIn(raw: Raw, outer: Reading): Need["alternatives"] {
  if (raw.kind !== "map") {
    wrongForm(raw, outer, "map");
    return [];
  }
  const reading = readingInside(raw, outer);
  const condition = raw.entries.get("when");
  const when = alternativeFields.when.read(condition?.value, reading.at("when"));
  return [...raw.entries]
    .filter(([name]) => name !== "when" && !provenanceFields.includes(name))
    .map(([name, { key, value }]) => {
      const named: Raw = { kind: "scalar", value: name, text: name, span: key };
      return {
        capability: reference("capabilities").read(named, reading),
        per: perUnit.read(value, reading.at(name)),
        when,
      };
    });
}

const halfLife = record({
  "half-life": required(level("time", { sign: "positive" }), "Time in which the value halves"),
});
const plainDecay = choice(["none", "step", "linear"]);

const decays: Form<Task["decays"]> = {
  blank: { kind: "none" },
  words: "`none`, `step`, `linear` or `{half-life: TIME}`",
  schema: (definitions) => ({ anyOf: [plainDecay.schema(definitions), halfLife.schema(definitions)] }),
  read(raw, reading) {
    if (raw.kind !== "map") return { kind: plainDecay.read(raw, reading) };
    return { kind: "exponential", halfLife: halfLife.read(raw, reading)["half-life"] };
  },
};

/** Which party an organisation belongs to is checked elsewhere; here both must exist. */
const accountable: Form<Task["accountable"]> = {
  blank: [],
  words: "map from party to organisation",
  schema: () => ({ type: "object", additionalProperties: { type: "string" } }),
  read(raw, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "map");
      return [];
    }
    return [...raw.entries].map(([name, { key, value }]) => ({
      party: reference("parties").read({ kind: "scalar", value: name, text: name, span: key }, reading),
      organisation: reference("organisations").read(value, reading.at(name)),
    }));
  },
};

const tasks: Table<Task> = table(
  "tasks",
  "Steps of a mission",
  {
    activity: required(word, "What is done, as authorities name it"),
    after: otherwiseValue(listOf(sibling), [], "none", "Tasks that must have closed before"),
    "any-of": otherwiseValue(
      listOf(sibling),
      [],
      "none",
      "Tasks that are cancelled when this or one of them is fulfilled",
    ),
    "even-if-failed": otherwise(flag, "false", "Opens although what it comes after failed"),
    when: otherwiseValue(conditions(), [], "always", "Skipped unless all hold"),
    needs: otherwiseValue(needs, [], "none", "Capabilities needed, and how much"),
    knows: otherwiseValue(listOf(reference("information")), [], "nothing", "Information the actor must have"),
    takes: otherwise(slot("time"), "0 h", "Work time"),
    "hands-over": otherwise(slot("time"), "0 h", "Time before recalled units on scene can leave"),
    accrues: otherwise(choice(["at-end", "evenly", "presence"]), "at-end", "When the effect comes"),
    at: optional(reference("places"), "Where it is done; where the incident is when absent"),
    outcome: otherwise(flag, "false", "Carries value"),
    value: optional(slot("number"), "Value when met in full; needed for an outcome"),
    standard: optional(level("time"), "Until when it counts in full; `expires` when absent"),
    expires: optional(level("time"), "From when it counts for nothing; needed for an outcome"),
    decays: otherwise(decays, "none", "How value falls from the standard on"),
    hazard: otherwise(level("number"), "0", "Danger to those who do it, per unit of need"),
    for: optional(reference("beneficiaries"), "For whom; the incident's beneficiary when absent"),
    from: otherwise(choice(["onset", "open"]), "onset", "From when standard, expiry and decay count"),
    enough: otherwise(share(), "1", "Share of the need that lets what comes after open"),
    prepare: otherwise(choice(["on-open", "on-permit"]), "on-permit", "From when units get ready"),
    uncombined: otherwise(share(), "0", "Effect without a cell where one is needed"),
    joint: otherwise(flag, "false", "All who act need a verdict, and an agreement that links them"),
    accountable: otherwiseValue(accountable, [], "none", "Accountable organisation by party"),
    weapons: otherwiseValue(
      mapOf(level("number"), "weapons-use standard"),
      [],
      "1",
      "Effect by weapons-use standard",
    ),
    "without-logistics": optional(share(), "Effect where no mechanism supports the actor"),
    "without-planning": optional(share(), "Effect where parties act together without a planning mechanism"),
    commits: optional(reference("trust"), "Trust that rises when it is fulfilled and falls when not"),
  },
  makeTask,
);

/** Fields of a task, for the reference and the explanation of a task. */
export const taskFields: Fields = tasks.fields;

type TaskValues = Parameters<typeof makeTask>[0];

function makeTask(
  values: {
    readonly activity: string;
    readonly after: readonly Id[];
    readonly "any-of": readonly Id[];
    readonly "even-if-failed": boolean;
    readonly "hands-over": Task["handsOver"];
    readonly value: Task["value"] | undefined;
    readonly standard: Task["standard"];
    readonly expires: Task["expires"];
    readonly weapons: readonly { readonly name: string; readonly value: Task["hazard"] }[];
    readonly "without-logistics": Task["withoutLogistics"];
    readonly "without-planning": Task["withoutPlanning"];
  } & Pick<
    Task,
    | "when"
    | "needs"
    | "knows"
    | "takes"
    | "accrues"
    | "at"
    | "outcome"
    | "decays"
    | "hazard"
    | "for"
    | "from"
    | "enough"
    | "prepare"
    | "uncombined"
    | "joint"
    | "accountable"
    | "commits"
  >,
  making: Making,
): Task {
  reportIncomplete(values, making);
  const { base, reading } = making;
  const [, mission = ""] = reading.path;
  const [, missionKey = ""] = reading.keyPath;
  const made = values.knows.flatMap((item) => makerOf(item, mission, base.id, reading));
  return {
    ...base,
    key: `${missionKey}.${base.key}`,
    ref: `${mission}.${base.id}`,
    activity: values.activity,
    after: [...new Set([...values.after, ...made])],
    anyOf: values["any-of"],
    evenIfFailed: values["even-if-failed"],
    when: values.when,
    needs: values.needs,
    knows: values.knows,
    takes: values.takes,
    handsOver: values["hands-over"],
    accrues: values.accrues,
    at: values.at,
    outcome: values.outcome,
    value: values.value ?? slot("number").blank,
    standard: values.standard ?? values.expires,
    expires: values.expires,
    decays: values.decays,
    hazard: values.hazard,
    for: values.for,
    from: values.from,
    enough: values.enough,
    prepare: values.prepare,
    uncombined: values.uncombined,
    joint: values.joint,
    accountable: values.accountable,
    weapons: values.weapons.map(({ name, value }) => ({ standard: name, effect: value })),
    withoutLogistics: values["without-logistics"],
    withoutPlanning: values["without-planning"],
    commits: values.commits,
  };
}

function reportIncomplete(values: TaskValues, { raw, reading }: Making): void {
  const task = reading.path.join(".");
  const spanOf = (field: string) =>
    raw.kind === "map" ? (raw.entries.get(field)?.value.span ?? raw.span) : raw.span;
  if (values.outcome && values.expires === undefined)
    reading.error("outcome-needs-expiry", spanOf("outcome"), { task });
  if (values.outcome && values.value === undefined)
    reading.error("outcome-needs-value", spanOf("outcome"), { task });
  if (values.accrues === "evenly" && values.needs.length > 1) {
    reading.error("accrues-with-one-need", spanOf("accrues"), {
      task,
      found: values.accrues,
      needs: values.needs.length,
    });
  }
  const { standard, expires } = values;
  if (
    standard?.amount.kind === "number" &&
    expires?.amount.kind === "number" &&
    standard.amount.value > expires.amount.value
  ) {
    reading.error("standard-after-expiry", spanOf("standard"), { task });
  }
}

/** The task of the same mission that makes an item, so that what needs the item comes after it. */
function makerOf(item: Id, mission: Id, task: Id, reading: Reading): readonly Id[] {
  const [maker = ""] = reading.world.names.words("information", item, "made-by");
  const [makerMission, makerTask] = maker.split(".");
  if (makerMission !== mission || makerTask === undefined || makerTask === task) return [];
  return siblingsOf(mission, reading).includes(makerTask) ? [makerTask] : [];
}

export const missions: Table<Mission> = table(
  "missions",
  "What an incident calls for",
  {
    domain: required(word, "The domain it belongs to"),
    floor: optional(share(), "Share of its value below which it has failed"),
    priority: otherwise(number(), "0", "Higher is served first"),
    recalls: otherwise(
      choice(["nothing", "lower-priority"]),
      "nothing",
      "Takes units away from missions of lower priority where too few are free",
    ),
    tasks: required(elementsForm(tasks), "Its steps by id"),
  },
  ({ domain, floor, priority, recalls, tasks: steps }, { base }) => ({
    ...base,
    domain,
    floor,
    priority,
    recalls,
    tasks: steps,
  }),
  { shown: true },
);

export const roles: Table<Role> = table(
  "roles",
  "The role plan: who is asked first, by task",
  {
    task: optional(reference("tasks"), "The task `mission.task`; the id when absent"),
    lead: optional(reference("organisations"), "Who is asked first"),
    supports: otherwiseValue(
      listOf(reference("organisations")),
      [],
      "nobody",
      "Who is asked next, in this order",
    ),
  },
  ({ task, lead, supports }, { base, raw, reading }) => {
    if (task === undefined && !reading.world.names.has("tasks", base.id)) {
      const span =
        base.span.end > base.span.start ? { ...base.span, end: base.span.start + base.id.length } : raw.span;
      const suggestions = suggest(base.id, [...reading.world.names.entries("tasks").keys()]).join(", ");
      reading.error("unknown-reference", span, { found: base.id, collection: "tasks", suggestions });
    }
    return { ...base, task: task ?? base.id, lead, supports };
  },
  { dottedId: true },
);
