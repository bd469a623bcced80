import { addHours, type CalendarDate, parseDate } from "@shikumi/core/date";
import { type Fields, optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, mapped, wordOf, wrongForm } from "../form/form.ts";
import { reportWrongId } from "../form/identifier.ts";
import { listOf } from "../form/list.ts";
import { Measuring } from "../form/quantity.ts";
import { noProvenance, type Reading } from "../form/reading.ts";
import { type RecordForm, record } from "../form/record.ts";
import { integer, number, text, translatedText, word } from "../form/scalar.ts";
import { level, slot } from "../form/slot.ts";
import type { Charter, Person } from "../study/study.ts";
import { fieldOf, type Raw, type RawMap, wordsOf } from "../tree/raw.ts";

/** Classifications of a study that does not state its own, lowest first. */
export const usualClassifications: readonly string[] = [
  "open",
  "restricted",
  "confidential",
  "secret",
  "top-secret",
];

/** Longest horizon, in hours: 100 Julian years. */
const longestHorizon = 100 * 365.25 * 24;

const calendarDate: Form<CalendarDate> = {
  blank: { year: 1970, month: 1, day: 1, minuteOfDay: 0 },
  words: "date",
  schema: () => ({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$" }),
  read(raw, reading) {
    const written = wordOf(raw);
    const found = written === undefined ? undefined : parseDate(written);
    if (written === undefined) wrongForm(raw, reading, "date");
    else if (found === undefined) reading.error("not-a-date", raw.span, { found: written });
    return found ?? calendarDate.blank;
  },
};

/** A plain duration, in hours. */
const duration: Form<number> = {
  blank: 0,
  words: "time",
  schema: () => ({ type: "string" }),
  read(raw, reading) {
    const hours = new Measuring({ dimension: "time", sign: "positive" }).read(raw, reading);
    if (hours > longestHorizon) {
      reading.error("horizon-too-long", raw.span, {
        found: raw.kind === "scalar" ? raw.text : "",
        limit: "100 yr",
      });
    }
    return hours;
  },
};

const personRecord = record({
  name: required(text, "Name"),
  affiliation: optional(text, "Affiliation at the time"),
});

const person: Form<Person> = {
  ...personRecord,
  words: "name, or `{name, affiliation}`",
  schema: (definitions) => ({ anyOf: [{ type: "string" }, personRecord.schema(definitions)] }),
  read: (raw, reading) =>
    raw.kind === "scalar"
      ? { name: text.read(raw, reading), affiliation: undefined }
      : personRecord.read(raw, reading),
};

const adHocCell = mapped(
  record({
    "stands-up": otherwise(slot("time"), "24 h", "Time to set up a cell where none exists"),
    handles: otherwise(level("number", { sign: "positive" }), "1", "Tasks it handles at once"),
  }),
  (values): Charter["adHocCell"] => ({ standsUp: values["stands-up"], handles: values.handles }),
  { standsUp: slot("time").blank, handles: level("number").blank },
);

const usualCell: Charter["adHocCell"] = {
  standsUp: {
    dimension: "time",
    unit: undefined,
    distribution: { kind: "fixed", value: { kind: "number", value: 24 } },
    provenance: { ...noProvenance, assumption: true },
  },
  handles: {
    dimension: "number",
    unit: undefined,
    amount: { kind: "number", value: 1 },
    provenance: { ...noProvenance, assumption: true },
  },
};

const charterRecord = record({
  id: optional(word, "Id of the study; `study` when absent"),
  title: required(translatedText, "Title"),
  question: optional(translatedText, "The question it asks"),
  hypothesis: optional(translatedText, "What it supposes"),
  disclaimer: optional(translatedText, "What readers must be told first"),
  period: optional(text, "Period of the project"),
  lead: optional(person, "Principal investigator"),
  members: otherwiseValue(listOf(person), [], "none", "Members"),
  baseline: required(calendarDate, "Nothing learned later enters"),
  start: optional(calendarDate, "Time zero of every run; the day after the baseline when absent"),
  horizon: required(duration, "How long incidents arrive"),
  seed: otherwise(integer(0, 9_007_199_254_740_991), "1", "Names all random draws"),
  futures: otherwise(integer(1, 1_000_000), "20", "Futures sampled"),
  replications: otherwise(integer(1, 1_000_000), "10", "Runs per future"),
  closing: otherwise(number(0, 1), "0.9", "Share of replications in which relaxing a set must close a task"),
  "ad-hoc-cell": otherwiseValue(
    adHocCell,
    usualCell,
    "{stands-up: 24 h, handles: 1}, an assumption",
    "The cell where none exists",
  ),
  classifications: otherwiseValue(
    listOf(word, { atLeast: 1 }),
    usualClassifications,
    usualClassifications.join(", "),
    "Classifications, lowest first",
  ),
  sway: otherwise(
    number(0, 1),
    "0",
    "Half-width of the shift that politics gives to every chance of adoption in one future",
  ),
});

/** Fields of `study`, for the schema and the reference. */
export const charterFields: Fields = charterRecord.fields;

export const charterForm: RecordForm<unknown> = charterRecord;

/** What must be known of the charter before anything else can be read; usual values where it cannot be read. */
export function charterBasis(root: RawMap): {
  readonly start: CalendarDate;
  readonly classifications: readonly string[];
} {
  const raw = fieldOf(root, "study");
  const [start] = wordsOf(fieldOf(raw, "start")).flatMap((one) => parseDate(one) ?? []);
  const [baseline] = wordsOf(fieldOf(raw, "baseline")).flatMap((one) => parseDate(one) ?? []);
  const classifications = wordsOf(fieldOf(raw, "classifications"));
  return {
    start: start ?? (baseline === undefined ? calendarDate.blank : dayAfter(baseline)),
    classifications: classifications.length > 0 ? classifications : usualClassifications,
  };
}

function dayAfter(date: CalendarDate): CalendarDate {
  return { ...addHours({ ...date, minuteOfDay: 0 }, 24), minuteOfDay: 0 };
}

/** Reads `study`. A study without one cannot run. */
export function readCharter(root: RawMap, outer: Reading): Charter {
  const raw: Raw | undefined = fieldOf(root, "study");
  if (raw === undefined) outer.error("missing-study", root.span);
  const reading = outer.element("study", "study");
  const values = raw === undefined ? charterRecord.blank : charterRecord.read(raw, reading);
  const written = fieldOf(raw, "id");
  if (written !== undefined && values.id !== undefined) reportWrongId(values.id, written.span, reading);
  if (fieldOf(raw, "ad-hoc-cell") === undefined) {
    outer.world.tally.count(usualCell.standsUp.provenance);
    outer.world.tally.count(usualCell.handles.provenance);
  }
  const source = fieldOf(raw, "source");
  reading.closeElement();
  return {
    id: values.id ?? "study",
    title: values.title,
    question: values.question,
    hypothesis: values.hypothesis,
    disclaimer: values.disclaimer,
    period: values.period,
    lead: values.lead,
    members: values.members,
    source: source === undefined ? undefined : wordOf(source),
    baseline: values.baseline,
    start: outer.world.start,
    horizon: values.horizon,
    seed: values.seed,
    futures: values.futures,
    replications: values.replications,
    closing: values.closing,
    adHocCell: values["ad-hoc-cell"],
    classifications: values.classifications,
    sway: values.sway,
  };
}
