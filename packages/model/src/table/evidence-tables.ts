import { type Table, table } from "../form/element-table.ts";
import { optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, wordOf, wrongForm } from "../form/form.ts";
import { listOf, mapOf } from "../form/list.ts";
import { Measuring } from "../form/quantity.ts";
import type { Reading } from "../form/reading.ts";
import { asRecord, record, reportUnknownFields } from "../form/record.ts";
import { reference } from "../form/reference.ts";
import { choice, flag, number, text, translatedText, word } from "../form/scalar.ts";
import { level, slot } from "../form/slot.ts";
import type { Hypothesis, Measure, Uncertainty, Validation } from "../study/reform.ts";
import type { Distribution } from "../study/slot.ts";
import type { Source, Term } from "../study/source.ts";
import { fieldOf, type Raw, wordsOf } from "../tree/raw.ts";

const anyValues = slot(undefined, { sign: "any" });

export const uncertainties: Table<Uncertainty> = table(
  "uncertainties",
  "What is not known: one value per future",
  {
    values: required(anyValues, "Where its value lies, as a distribution of plain quantities"),
    beliefs: otherwiseValue(mapOf(anyValues, "belief"), [], "none", "Named alternatives to `values`"),
    with: otherwiseValue(
      mapOf(number(-1, 1), "uncertainty"),
      [],
      "none",
      "Correlation with other uncertainties",
    ),
    group: optional(word, "Group it is shown in"),
  },
  (values, { base, raw, reading }) => {
    const { dimension, unit, distribution } = values.values;
    reportDependent(distribution, fieldOf(raw, "values") ?? raw, reading);
    for (const { name, value } of values.beliefs) {
      const written = fieldOf(fieldOf(raw, "beliefs"), name) ?? raw;
      reportDependent(value.distribution, written, reading);
      if (value.dimension !== dimension) {
        reading.error("future-dimension", written.span, {
          uncertainty: base.id,
          found: value.dimension,
          expected: dimension,
          foundUnit: value.unit ?? "",
          unit: unit ?? "",
        });
      }
    }
    for (const { name } of values.with) {
      const key = writtenKey(fieldOf(raw, "with"), name) ?? raw.span;
      const named: Raw = { kind: "scalar", value: name, text: name, span: key };
      reference("uncertainties").read(named, reading);
      if (name === base.id) reading.error("refers-to-itself", key, { found: name });
    }
    return {
      ...base,
      dimension,
      unit,
      values: distribution,
      beliefs: values.beliefs.map(({ name, value }) => ({ name, values: value.distribution })),
      with: values.with.map(({ name, value }) => ({ uncertainty: name, correlation: value })),
      group: values.group,
      disputed: false,
    };
  },
);

function writtenKey(raw: Raw | undefined, name: string): Raw["span"] | undefined {
  return raw?.kind === "map" ? raw.entries.get(name)?.key : undefined;
}

/** An uncertainty is what futures are made of, so it depends on no future and on no fact of a case. */
function reportDependent(distribution: Distribution, raw: Raw, reading: Reading): void {
  const words = JSON.stringify(distribution);
  if (words.includes('"kind":"future"') || words.includes('"kind":"case"')) {
    reading.error("uncertainty-depends", raw.span, { element: reading.path.join(".") });
  }
}

export const measures: Table<Measure> = table(
  "measures",
  "Numbers computed from runs",
  {
    kind: required(word, "Which measure"),
    of: otherwiseValue(listOf(word), [], "everything", "What it is taken of"),
    floor: optional(level("number"), "Value below which it has failed"),
    weights: otherwiseValue(mapOf(number(0), "domain"), [], "none", "Weights of domains for a total"),
    definition: optional(word, "Which definition, where there are several"),
  },
  ({ kind, of, floor, weights, definition }, { base }) => ({
    ...base,
    kind,
    of,
    floor,
    weights: weights.map(({ name, value }) => ({ domain: name, weight: value })),
    definition,
  }),
);

const predicateWords = [
  "largest-cause",
  "smallest-cause",
  "cause",
  "share-of-cause",
  "closing-set",
  "closes",
  "measure",
  "definition",
  "of",
  "task",
  "mission",
  "domain",
  "package",
  "versus",
  "lever",
  "class",
  "party",
  "future",
  "in-futures",
  "at-least",
  "at-most",
  "more-than",
  "less-than",
  "floor",
  "gain",
  "regret",
  "rank",
  "verdict",
  "effort",
  "budget",
];

/** Words and numbers as written; lists of words. */
const predicate: Form<Hypothesis["holdsIf"]> = {
  blank: {},
  words: `record (${predicateWords.join(", ")})`,
  schema: () => ({
    type: "object",
    properties: Object.fromEntries(
      predicateWords.map((one) => [one, { type: ["string", "number", "boolean", "array"] }]),
    ),
    additionalProperties: false,
  }),
  read(raw, reading) {
    const map = asRecord(raw);
    if (map === undefined || map.entries.size === 0) {
      wrongForm(raw, reading, "record");
      return {};
    }
    reportUnknownFields(map, predicateWords, reading);
    return Object.fromEntries(
      [...map.entries].map(([name, { value }]) => [name, plainWords(value, reading)]),
    );
  },
};

function plainWords(raw: Raw, reading: Reading): string | number | readonly string[] {
  if (raw.kind === "list") return raw.items.map((item) => wordOrReport(item, reading));
  if (raw.kind === "scalar" && typeof raw.value === "number") return raw.value;
  return wordOrReport(raw, reading);
}

function wordOrReport(raw: Raw, reading: Reading): string {
  const found = wordOf(raw);
  if (found === undefined) wrongForm(raw, reading, "word");
  return found ?? "";
}

/** What the hypothesis is tried over: packages, floors, effort, …: lists of words and numbers. */
const ranges: Form<Hypothesis["over"]> = {
  blank: {},
  words: "map from what is varied to a list of values",
  schema: () => ({ type: "object", additionalProperties: { type: ["array", "string", "number"] } }),
  read(raw, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "map");
      return {};
    }
    return Object.fromEntries(
      [...raw.entries].map(([name, { value }]) => {
        const items = value.kind === "list" ? value.items : [value];
        return [name, items.map((item) => oneOfRange(item, reading))];
      }),
    );
  },
};

function oneOfRange(raw: Raw, reading: Reading): string | number {
  return raw.kind === "scalar" && typeof raw.value === "number" ? raw.value : wordOrReport(raw, reading);
}

export const hypotheses: Table<Hypothesis> = table(
  "hypotheses",
  "Statements whose status is derived from runs",
  {
    text: required(translatedText, "The statement"),
    "holds-if": required(predicate, "When it holds"),
    over: otherwiseValue(ranges, {}, "nothing varied", "What it must hold over"),
  },
  (values, { base }) => ({ ...base, text: values.text, holdsIf: values["holds-if"], over: values.over }),
);

const ratio = record({
  first: optional(listOf(word, { atLeast: 1 }), "What came first, in order"),
  ratio: optional(listOf(number(), { atLeast: 2 }), "Lowest and highest"),
});

const observed: Form<Validation["observed"]> = {
  blank: { kind: "set", values: [] },
  words: "list of quantities, `{first: [words]}` or `{ratio: [low, high]}`",
  schema: (definitions) => ({ anyOf: [{ type: ["array", "string", "number"] }, ratio.schema(definitions)] }),
  read(raw, reading) {
    if (raw.kind === "map") {
      const { first, ratio: bounds } = ratio.read(raw, reading);
      if (first !== undefined) return { kind: "order", first };
      const [low = 0, high = 0] = bounds ?? [];
      if (bounds === undefined) wrongForm(raw, reading, "observed");
      else if (bounds.length > 2 || low > high) reading.error("not-ascending", raw.span, { kind: "ratio" });
      return { kind: "ratio", low, high };
    }
    const measuring = new Measuring({ dimension: undefined });
    const items = raw.kind === "list" ? raw.items : [raw];
    for (const item of items) reading.countNumber(item.span);
    return { kind: "set", values: items.map((item) => measuring.read(item, reading)) };
  },
};

const played = record({
  incident: required(reference("incidents"), "Stream the case belongs to"),
  at: optional(reference("places"), "Where it was; else as the stream says"),
  for: optional(reference("beneficiaries"), "Whom it concerned; else as the stream says"),
  facts: otherwiseValue(mapOf(word, "fact"), [], "drawn as the stream says", "What is known of it"),
  causes: otherwiseValue(
    mapOf(number(0, 1), "stream"),
    [],
    "drawn as the stream says",
    "Chances with which it causes others",
  ),
});

/** The case itself, or the id of the row that tells it. */
const replay: Form<Pick<Validation, "replay" | "played">> = {
  blank: { replay: undefined, played: undefined },
  fields: played.fields,
  words:
    "`{incident: STREAM, at: PLACE, for: BENEFICIARY, facts: {…}, causes: {…}}`, or id of the row that holds it",
  schema: (definitions) => ({ anyOf: [{ type: ["string", "number"] }, played.schema(definitions)] }),
  read(raw, reading) {
    if (raw.kind !== "map") return { replay: reference("validation").read(raw, reading), played: undefined };
    const { incident, at, for: whom, facts, causes } = played.read(raw, reading);
    return {
      replay: undefined,
      played: {
        incident,
        at,
        for: whom,
        facts: facts.map(({ name, value }) => ({ fact: name, value })),
        causes: causes.map(({ name, value }) => ({ incident: name, chance: value })),
      },
    };
  },
};

export const validation: Table<Validation> = table(
  "validation",
  "Cases that the study is compared with",
  {
    case: required(text, "The case"),
    observed: required(observed, "What was observed: values, an order, or a ratio"),
    of: required(
      word,
      "What is compared: a time (`MISSION.TASK.MOMENT`, `MISSION.TASK.MOMENT-to-MOMENT`, `MISSION.TASK.work`, each also with `.ORGANISATION`; `MISSION.TASK.people-N`, `order-to-first-effect.MISSION.TASK`, `finding.SITUATION`, `permit.AUTHORITY`, `authorities.AUTHORITY.STEP`, `lead-time.INSTRUMENT`), a number of units (`MISSION.TASK.people-within-N-h`, `MISSION.TASK.need`, `MISSION.TASK.need.NAME`), a rate (`rate.STREAM`), a share (`facts.STREAM.FACT.VALUE`, `severity.STREAM.VALUE`, `share-beyond-N-d.MISSION.TASK`, `share-beyond-a-month.MISSION.TASK`, `years-with.STREAM`) or an order (`order-of-first-effects`, `order-of-permits`, `order-of-knowledge.MISSION`, `roles.MISSION.TASK`); MOMENT is `opened`, `informed`, `permitted`, `combined`, `departed`, `arrived`, `first-effect` (also where none is written) or `closed`",
    ),
    since: optional(
      word,
      "Moment from which time is counted, `MISSION.TASK.MOMENT`; else the onset of the incident",
    ),
    replay: optional(
      replay,
      "The case to be run again, or the row that tells it; else the runs of the study",
    ),
    use: required(choice(["calibrated-on", "held-out"]), "Only `held-out` cases are evidence"),
  },
  ({ case: story, observed: seen, of, since, replay: again, use }, { base }) => ({
    ...base,
    case: story,
    observed: seen,
    of,
    since,
    replay: again?.played === undefined ? again?.replay : base.id,
    played: again?.played,
    use,
  }),
);

const authors: Form<string> = {
  ...word,
  words: "name, or list of names",
  schema: () => ({ type: ["string", "array", "object"] }),
  read: (raw, reading) => {
    const items = raw.kind === "list" ? raw.items : [raw];
    return items.map((item) => personName(item, reading)).join("; ");
  },
};

/** A name as one string, or as CSL writes it. */
function personName(raw: Raw, reading: Reading): string {
  if (raw.kind !== "map") return word.read(raw, reading);
  const literal = wordsOf(fieldOf(raw, "literal"));
  const parts = [...literal, ...wordsOf(fieldOf(raw, "family")), ...wordsOf(fieldOf(raw, "given"))];
  reportUnknownFields(raw, ["literal", "family", "given"], reading);
  return parts.join(", ");
}

const cslWords = [
  "container-title",
  "volume",
  "issue",
  "page",
  "DOI",
  "ISBN",
  "archive",
  "accessed",
  "language",
  "number",
  "genre",
  "publisher-place",
];

export const sources: Table<Source> = table(
  "sources",
  "Where facts come from, in the shape of CSL-JSON",
  {
    type: otherwise(word, "document", "Type of document"),
    author: optional(authors, "Who wrote it"),
    publisher: optional(text, "Who published it"),
    issued: optional(word, "When: `2012`, `2012-03` or `2012-03-31`"),
    "as-of": optional(
      word,
      "Date of the latest fact taken from it, where it was issued later or cannot be dated",
    ),
    URL: optional(word, "Where it can be found"),
    reliability: optional(
      choice(["A", "B", "C", "D", "E", "F"]),
      "From A (completely reliable) to F (cannot be judged)",
    ),
    sha256: optional(word, "SHA-256 of the document relied on"),
    licence: optional(word, "Licence of the document"),
    ...Object.fromEntries(cslWords.map((name) => [name, optional(text, `As in CSL-JSON (${name})`)])),
  },
  (values, { base, raw, reading }) => {
    const { issued, "as-of": asOf } = values;
    if (issued !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(issued)) {
      reading.error("not-a-date", fieldOf(raw, "issued")?.span ?? raw.span, { found: issued });
    }
    if (values.sha256 !== undefined && !/^[0-9a-f]{64}$/.test(values.sha256)) {
      reading.error("bad-sha256", fieldOf(raw, "sha256")?.span ?? raw.span, { found: values.sha256 });
    }
    if (values.reliability === undefined) reading.warning("no-reliability", raw.span, { source: base.id });
    return {
      ...base,
      type: values.type,
      title: base.name,
      author: values.author,
      publisher: values.publisher,
      issued,
      ...(asOf === undefined ? {} : { asOf }),
      url: values.URL,
      reliability: values.reliability ?? "F",
      sha256: values.sha256,
      licence: values.licence,
    };
  },
);

export const glossary: Table<Term> = table(
  "glossary",
  "Words of the study in both languages",
  {
    ja: required(word, "In Japanese"),
    en: required(word, "In English"),
    locked: otherwise(flag, "false", "Always translated like this"),
  },
  ({ ja, en, locked }, { base }) => ({ ...base, name: { ja, en }, ja, en, locked }),
);
