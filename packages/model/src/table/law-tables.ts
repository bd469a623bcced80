import { conditions } from "../form/condition.ts";
import { type Making, type Table, table } from "../form/element-table.ts";
import { optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, named, wordOf, wrongForm } from "../form/form.ts";
import { listOf } from "../form/list.ts";
import { provenanceFields, readingLent } from "../form/provenance.ts";
import type { Reading } from "../form/reading.ts";
import { record, reportUnknownFields } from "../form/record.ts";
import { reference } from "../form/reference.ts";
import { choice, text, word } from "../form/scalar.ts";
import { selector } from "../form/selector.ts";
import { level, share, slot } from "../form/slot.ts";
import { validity, validWindows, windows } from "../form/window.ts";
import type { Id } from "../study/element.ts";
import { type Authority, type Citation, ranks, type Situation, type Step, stepKinds } from "../study/law.ts";
import type { Raw, RawMap } from "../tree/raw.ts";

const whom = reference("deciders", "organisations");

const stepFields = {
  takes: otherwise(slot("time"), "0 h", "How long it takes when nothing holds it back"),
  hesitates: otherwise(slot("time"), "0 h", "How long it is held back besides"),
  given: otherwise(share(), "1", "Chance that it is given"),
  deadline: optional(level("time"), "The deadline the law sets; never a delay"),
  when: otherwiseValue(
    conditions({ judgements: false }),
    [],
    "always",
    "The step is skipped unless all hold",
  ),
};

const stepRecord = record(stepFields);

const step: Form<Step> = named("step", {
  blank: { kind: "request", whom: "", ...stepRecord.blank },
  fields: stepFields,
  words: "step `{KIND: WHOM, …}`",
  schema: (definitions) => ({
    anyOf: stepKinds.map((kind) =>
      record({ [kind]: required(whom, "Who"), ...stepFields }).schema(definitions),
    ),
  }),
  read(raw, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "step");
      return step.blank;
    }
    const written = stepKinds.filter((kind) => raw.entries.has(kind));
    const [kind = "request"] = written;
    if (written.length !== 1) {
      reportUnknownFields(raw, [...stepKinds, ...Object.keys(stepFields), ...provenanceFields], reading);
      const isUnknown = [...raw.entries.keys()].some((name) => !knownInStep.includes(name));
      if (!isUnknown || written.length > 1)
        reading.error("step-kind", raw.span, { found: written.length, known: stepKinds.join(", ") });
      return step.blank;
    }
    const value = raw.entries.get(kind)?.value ?? raw;
    const rest: RawMap = { ...raw, entries: new Map([...raw.entries].filter(([name]) => name !== kind)) };
    return { kind, whom: whom.read(value, reading.at(kind)), ...stepRecord.read(rest, reading) };
  },
});

const knownInStep: readonly string[] = [...stepKinds, ...Object.keys(stepFields), ...provenanceFields];

const stages: Form<readonly (readonly Step[])[]> = {
  blank: [],
  fields: stepFields,
  words: `list of steps \`{KIND: WHOM, …}\`, KIND one of ${stepKinds.join(", ")}`,
  schema(definitions) {
    const one = step.schema(definitions);
    return {
      anyOf: [one, { type: "array", items: { anyOf: [one, { type: "array", items: one, minItems: 1 }] } }],
    };
  },
  read(raw, outer) {
    const reading = readingLent(raw, outer);
    const items: readonly Raw[] = raw.kind === "list" ? raw.items : [raw];
    return items.map((item, i) => {
      const at = reading.at(String(i));
      if (item.kind !== "list") return [step.read(item, at)];
      if (item.items.length === 0) reading.error("too-few", item.span, { found: 0, least: 1 });
      return item.items.map((one, j) => step.read(one, at.at(String(j))));
    });
  },
};

const citationRecord = record({
  ja: optional(text, "As cited in Japanese"),
  en: optional(text, "As cited in English"),
  law: optional(word, "Number of the law"),
  article: optional(word, "Article, paragraph, item"),
});

const citation: Form<Citation> = {
  ...citationRecord,
  blank: { ja: "", en: "", law: undefined, article: undefined },
  words: "citation: `{ja, en, law, article}` or one string",
  schema: (definitions) => ({ anyOf: [{ type: "string" }, citationRecord.schema(definitions)] }),
  read(raw, reading) {
    if (raw.kind === "scalar") {
      const written = wordOf(raw) ?? "";
      if (written === "") wrongForm(raw, reading, "text");
      return { ja: written, en: written, law: undefined, article: undefined };
    }
    const { ja, en, law, article } = citationRecord.read(raw, reading);
    if (ja === undefined && en === undefined) {
      reading.error("missing-field", raw.span, { field: "ja, en", element: reading.path.join(".") });
    }
    return { ja: (ja ?? en)?.ja ?? "", en: (en ?? ja)?.en ?? "", law, article };
  },
};

export const authorities: Table<Authority> = table(
  "authorities",
  "Provisions: who may, must or must not do what, for whom, where, when, by whose decision",
  {
    says: required(choice(["may", "must", "must-not"]), "What it says; an obligation is also a permission"),
    cites: optional(citation, "The article it stands for"),
    rank: otherwise(choice(ranks), "statute", "Rank of the instrument"),
    empowers: optional(whom, "Who holds the power"),
    "defined-by": optional(reference("authorities", "sources"), "What says who that is"),
    "acts-through": optional(
      selector("organisations", { partiesToo: true }),
      "Organisations it lets act; the one it empowers when absent",
    ),
    activities: required(listOf(word, { atLeast: 1 }), "What may or may not be done"),
    for: optional(selector("beneficiaries"), "For whom; anybody when absent"),
    at: optional(
      selector("places", { withInside: true }),
      "Where, with all places inside; anywhere when absent",
    ),
    in: otherwiseValue(
      listOf(reference("situations")),
      [],
      "always",
      "Situations in one of which it may be used",
    ),
    when: otherwiseValue(conditions(), [], "always", "Facts and judgements that must all hold"),
    unless: otherwiseValue(conditions(), [], "never", "Facts and judgements of which none may hold"),
    weapons: optional(word, "Name of the weapons-use standard"),
    steps: otherwiseValue(stages, [], "none", "Decisions in order; a nested list runs in parallel"),
    lasts: optional(
      slot("time"),
      "A permit lasts this long and covers what it fits; one permit per share when absent",
    ),
    over: otherwiseValue(
      listOf(reference("authorities")),
      [],
      "none",
      "Where both fit, this one and not those",
    ),
    ...validity,
    "not-encoded": optional(text, "What of the provision is left out on purpose"),
  },
  (values, making) => ({
    ...making.base,
    says: values.says,
    cites: values.cites,
    rank: values.rank,
    empowers: values.empowers,
    definedBy: values["defined-by"],
    actsThrough: actingOrganisations(values["acts-through"], values.empowers, making),
    activities: values.activities,
    for: values.for,
    at: values.at,
    in: values.in,
    when: values.when,
    unless: values.unless,
    weapons: values.weapons,
    steps: values.steps,
    lasts: values.lasts,
    over: values.over,
    valid: validWindows(values, making.raw, making.reading),
    notEncoded: values["not-encoded"],
  }),
  { shown: true },
);

function actingOrganisations(
  written: readonly Id[] | undefined,
  empowers: Id | undefined,
  making: Making,
): readonly Id[] {
  if (written !== undefined) return written;
  const { names } = making.reading.world;
  if (empowers !== undefined && names.has("organisations", empowers)) return [empowers];
  const isKnown = empowers === undefined || names.has("deciders", empowers);
  if (isKnown) reportMissingActor(making.raw, making.reading, empowers);
  return [];
}

function reportMissingActor(raw: Raw, reading: Reading, empowers: Id | undefined): void {
  const span = raw.kind === "map" ? (raw.entries.get("empowers")?.value.span ?? raw.span) : raw.span;
  reading.error("acts-through-missing", span, { authority: reading.path[1] ?? "", empowers: empowers ?? "" });
}

export const situations: Table<Situation> = table(
  "situations",
  "Declared states in which laws and mechanisms become usable; opening one is a decision",
  {
    "found-by": otherwiseValue(listOf(whom), [], "nobody", "Who finds that it exists"),
    takes: otherwise(slot("time"), "0 h", "How long a finding takes"),
    found: otherwise(share(), "1", "Chance that a finding sought is made"),
    lasts: optional(slot("time"), "How long it stays open; to the end of the run when absent"),
    needs: optional(reference("situations"), "Another situation that must be open before"),
    open: otherwiseValue(windows, [], "never", "When it is open without a finding"),
  },
  (values, { base }) => ({
    ...base,
    foundBy: values["found-by"],
    takes: values.takes,
    found: values.found,
    lasts: values.lasts,
    needs: values.needs,
    open: values.open,
  }),
  { shown: true },
);
