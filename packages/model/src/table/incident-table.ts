import { amount } from "../form/amount.ts";
import { conditions } from "../form/condition.ts";
import { type Making, type Table, table } from "../form/element-table.ts";
import { factNamed, facts } from "../form/fact.ts";
import { optional, otherwiseValue, required } from "../form/field.ts";
import { type Form, mapped, wrongForm } from "../form/form.ts";
import { listOf } from "../form/list.ts";
import { readingLent } from "../form/provenance.ts";
import { record } from "../form/record.ts";
import { reference } from "../form/reference.ts";
import { choice, date } from "../form/scalar.ts";
import { level, share, slot } from "../form/slot.ts";
import { weighted } from "../form/weighted.ts";
import { validity, validWindows } from "../form/window.ts";
import type { IncidentStream } from "../study/demand.ts";
import type { Fact } from "../study/slot.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthFactor = amount({ dimension: "number", sign: "nonnegative" });

const season: Form<readonly number[]> = {
  blank: [],
  words: "map from month (`jan` … `dec`) to factor",
  schema: () => ({
    type: "object",
    properties: Object.fromEntries(months.map((month) => [month, { type: "number", minimum: 0 }])),
    additionalProperties: false,
  }),
  read(raw, outer) {
    const reading = readingLent(raw, outer);
    const factors = months.map(() => 1);
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "map");
      return factors;
    }
    for (const [name, { key, value }] of raw.entries) {
      const month = months.indexOf(name);
      if (month < 0)
        reading.error("unknown-word", key, { found: name, known: months.join(", "), suggestions: "" });
      const factor = monthFactor.read(value, reading.at(name));
      if (factor.kind !== "number") wrongForm(value, reading, "number");
      else if (month >= 0) factors[month] = factor.value;
    }
    return factors;
  },
};

const clusters = record({
  gap: required(slot("time"), "Time between bursts"),
  lasts: required(slot("time"), "Length of a burst"),
  times: required(level("number", { sign: "nonnegative" }), "How many times the rate while it lasts"),
});

const call = record({
  mission: required(reference("missions"), "The mission called for"),
  when: otherwiseValue(
    conditions({ judgements: false }),
    [],
    "always",
    "Facts of the case that must all hold",
  ),
});

/** A mission's id, or `{mission, when}`. */
const calls: Form<IncidentStream["calls"]> = listOf({
  ...call,
  words: "mission, or `{mission, when}`",
  schema: (definitions) => ({ anyOf: [{ type: "string" }, call.schema(definitions)] }),
  read: (raw, reading) =>
    raw.kind === "scalar"
      ? { mission: reference("missions").read(raw, reading), when: [] }
      : call.read(raw, reading),
});

const cause = record({
  incident: required(reference("incidents"), "The incident it causes"),
  chance: required(share(), "Chance that it does"),
  after: optional(slot("time"), "After how long; at once when absent"),
  when: otherwiseValue(
    conditions({ judgements: false }),
    [],
    "always",
    "Facts of the case that must all hold",
  ),
});

const suppressionRecord = record({
  mission: required(reference("missions"), "The mission whose effect lowers the rate"),
  lag: required(level("time", { sign: "positive" }), "Effect of this long ago, up to twice as long ago"),
  "at-most": required(share(), "Largest part of the rate that can be suppressed"),
});

const suppression = mapped(
  suppressionRecord,
  ({ mission, lag, "at-most": atMost }): IncidentStream["suppressedBy"] => ({ mission, lag, atMost }),
  undefined,
);

const move = record({
  trust: required(reference("trust"), "The stock moved"),
  by: required(choice(["kept", "leak", "broken"]), "Which of its moves"),
});

export const incidents: Table<IncidentStream> = table(
  "incidents",
  "Where demands come from",
  {
    at: required(
      weighted("places"),
      "Where: a place, a list (equally likely), a selector, or a map of weights",
    ),
    rate: optional(level("rate"), "How often on average"),
    dates: otherwiseValue(listOf(date), [], "none", "A historical list of dates"),
    season: otherwiseValue(
      season,
      months.map(() => 1),
      "1 in every month",
      "Factor of the rate by month",
    ),
    clusters: optional(clusters, "Bursts"),
    severity: optional(factNamed("severity"), "The fact `severity`: map from word to weight"),
    facts: otherwiseValue(
      facts,
      [],
      "none",
      "Facts of the case: a chance of `yes`, a map from word to weight, or a word",
    ),
    for: otherwiseValue(
      weighted("beneficiaries"),
      [],
      "nobody in particular",
      "Who is affected, as for `at`",
    ),
    calls: otherwiseValue(calls, [], "none", "Missions it calls for"),
    causes: otherwiseValue(listOf(cause), [], "none", "Incidents it may cause"),
    "suppressed-by": optional(suppression, "Success that lowers the rate later"),
    moves: otherwiseValue(listOf(move), [], "none", "Stocks of trust moved at its onset"),
    ...validity,
  },
  (values, making) => ({
    ...making.base,
    at: values.at.map(({ id, weight }) => ({ place: id, weight })),
    rate: values.rate,
    dates: [...values.dates].sort((a, b) => a - b),
    valid: validWindows(values, making.raw, making.reading),
    season: values.season,
    clusters: values.clusters,
    facts: allFacts(values.facts, values.severity, making),
    for: values.for.map(({ id, weight }) => ({ beneficiary: id, weight })),
    calls: values.calls,
    causes: values.causes.map((one) => ({ ...one, after: one.after ?? noDelay() })),
    suppressedBy: values["suppressed-by"],
    moves: values.moves,
  }),
  { shown: true },
);

function noDelay(): IncidentStream["causes"][number]["after"] {
  return slot("time").blank;
}

function allFacts(
  facts: readonly Fact[],
  severity: Fact | undefined,
  { raw, reading }: Making,
): readonly Fact[] {
  if (severity === undefined) return facts;
  if (facts.some((fact) => fact.name === "severity"))
    reading.error("repeated-field", raw.span, { field: "severity" });
  return [severity, ...facts];
}
