import { suggest } from "@shikumi/core/diagnostic";
import { type Table, table } from "../form/element-table.ts";
import { optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, mapped, wordOf, wrongForm } from "../form/form.ts";
import { listOf } from "../form/list.ts";
import { record } from "../form/record.ts";
import { reference } from "../form/reference.ts";
import { flag, word } from "../form/scalar.ts";
import { selector } from "../form/selector.ts";
import { level, share, slot } from "../form/slot.ts";
import { validity, validWindows } from "../form/window.ts";
import type { Id } from "../study/element.ts";
import type { Information, Mechanism, Trust } from "../study/mechanism.ts";

const linked = reference("parties", "organisations");

/** One of the study's classifications. */
const classification: Form<string> = {
  blank: "",
  words: "classification",
  schema: () => ({ type: "string" }),
  read(raw, reading) {
    const found = wordOf(raw);
    const known = reading.world.classifications;
    if (found === undefined) wrongForm(raw, reading, "word");
    else if (!known.includes(found)) {
      const suggestions = suggest(found, known).join(", ");
      reading.error("unknown-word", raw.span, { found, known: known.join(", "), suggestions });
    }
    return found ?? "";
  },
};

/** Parties and organisations, as written: a party covers all its organisations, an organisation those under it. */
const covered: Form<readonly Id[]> = listOf(linked, { atLeast: 1 });

const informationUnlock = record({
  types: required(listOf(word, { atLeast: 1 }), "Types of information it carries"),
  "up-to": required(classification, "Highest classification it carries"),
  takes: otherwise(slot("time"), "0 h", "How long passing takes"),
});

const accessUnlock = record({
  at: required(selector("places", { withInside: true }), "Where"),
  to: optional(covered, "For whom among those it links; all when absent"),
  for: optional(listOf(word, { atLeast: 1 }), "For which activities; all when absent"),
});

const logisticsUnlock = record({
  to: optional(covered, "For whom among those it links; all when absent"),
  for: optional(listOf(word, { atLeast: 1 }), "For which activities; all when absent"),
});

const cell = record({
  members: optional(covered, "Who sits in it; those the mechanism links when absent"),
  for: optional(listOf(word, { atLeast: 1 }), "For tasks of which activities; all when absent"),
  "stands-up": otherwise(slot("time"), "0 h", "Time to set it up"),
  handles: otherwise(level("number", { sign: "positive" }), "1", "Tasks handled at once"),
});

const agreementRecord = record({
  activities: required(listOf(word, { atLeast: 1 }), "Activities it lets them do jointly"),
});

const agreement: Form<readonly string[]> = {
  blank: [],
  words: "activities, or `{activities}`",
  schema: (definitions) => ({ anyOf: [{ type: ["string", "array"] }, agreementRecord.schema(definitions)] }),
  read: (raw, reading) =>
    raw.kind === "map"
      ? agreementRecord.read(raw, reading).activities
      : listOf(word, { atLeast: 1 }).read(raw, reading),
};

const duty = mapped(
  record({
    of: required(linked, "Who has the duty"),
    to: required(linked, "To whom"),
    for: required(listOf(word, { atLeast: 1 }), "For which activities"),
  }),
  (values) => ({ of: values.of, to: values.to, activities: values.for }),
  { of: "", to: "", activities: [] },
);

const contribution = record({
  by: required(linked, "Who bears it"),
  to: required(linked, "Who benefits"),
  kind: required(word, "What it is: base, host support, risk of entrapment, …"),
  worth: optional(level(undefined), "What it is worth"),
});

const unlockRecord = record({
  information: otherwiseValue(listOf(informationUnlock), [], "nothing", "Channels for information"),
  access: otherwiseValue(listOf(accessUnlock), [], "nothing", "Access to places"),
  logistics: otherwiseValue(listOf(logisticsUnlock), [], "nothing", "Logistics support"),
  planning: otherwise(flag, "false", "Common planning"),
  cell: optional(cell, "A coordination cell"),
  agreement: otherwiseValue(agreement, [], "nothing", "Activities that those it links may do jointly"),
  duties: otherwiseValue(listOf(duty), [], "none", "Duties to act for another"),
  contributions: otherwiseValue(listOf(contribution), [], "none", "What one brings or bears besides acting"),
});

export const mechanisms: Table<Mechanism> = table(
  "mechanisms",
  "Agreements, channels, cells and procedures: what they unlock, between whom, in which situations",
  {
    between: required(listOf(linked, { atLeast: 2 }), "Parties and organisations it links"),
    in: otherwiseValue(
      listOf(reference("situations")),
      [],
      "always",
      "Situations in one of which it may be used",
    ),
    ...validity,
    unlocks: optional(unlockRecord, "What it makes possible"),
  },
  ({ unlocks = unlockRecord.blank, ...values }, { base, raw, reading }) => ({
    ...base,
    between: values.between,
    in: values.in,
    valid: validWindows(values, raw, reading),
    information: unlocks.information.map((one) => ({
      types: one.types,
      upTo: one["up-to"],
      takes: one.takes,
    })),
    access: unlocks.access,
    logistics: unlocks.logistics,
    planning: unlocks.planning,
    cell: unlocks.cell && {
      members: unlocks.cell.members ?? values.between,
      for: unlocks.cell.for,
      standsUp: unlocks.cell["stands-up"],
      handles: unlocks.cell.handles,
    },
    agreement: unlocks.agreement,
    duties: unlocks.duties,
    contributions: unlocks.contributions,
  }),
  { shown: true },
);

const release = record({
  chance: required(share(), "Chance that the originator releases it"),
  takes: otherwise(slot("time"), "0 h", "How long that takes"),
});

export const information: Table<Information> = table(
  "information",
  "What a task needs to know",
  {
    type: required(word, "Type, as channels name it"),
    from: otherwiseValue(listOf(reference("organisations")), [], "nobody", "Originators"),
    classed: optional(classification, "Classification; the study's lowest when absent"),
    "stale-after": optional(level("time"), "Of no use after this long"),
    release: optional(release, "Ad hoc release where no channel exists; never when absent"),
    "made-by": optional(reference("tasks"), "The task `mission.task` that makes it"),
  },
  (values, { base, raw, reading }) => {
    const madeBy = values["made-by"];
    if (values.from.length === 0 && madeBy === undefined) {
      reading.error("missing-field", raw.span, { field: "from", element: reading.path.join(".") });
    }
    return {
      ...base,
      type: values.type,
      from: values.from,
      classed: values.classed ?? reading.world.classifications[0] ?? "",
      staleAfter: values["stale-after"],
      release: values.release,
      madeBy,
    };
  },
);

export const trust: Table<Trust> = table(
  "trust",
  "Trust of one party in another, from 0 to 1; it scales chance and delay of ad hoc release",
  {
    of: required(reference("parties"), "Who trusts"),
    in: required(reference("parties"), "Who is trusted"),
    starts: required(share(), "Where it starts"),
    kept: otherwise(share(), "0", "How much a kept commitment adds"),
    leak: otherwise(share(), "0", "How much a leak takes away"),
    broken: otherwise(share(), "0", "How much a broken commitment takes away"),
    returns: optional(level("rate"), "Rate at which it returns to where it started"),
  },
  ({ of, in: trusted, starts, kept, leak, broken, returns }, { base }) => ({
    ...base,
    of,
    in: trusted,
    starts,
    kept,
    leak,
    broken,
    returns,
  }),
);
