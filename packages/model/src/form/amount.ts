import type { Id, Provenance } from "../study/element.ts";
import type { Uncertainty } from "../study/reform.ts";
import type { Amount } from "../study/slot.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { type Form, wordOf, wrongForm } from "./form.ts";
import { provenanceFields, readingInside, withNote } from "./provenance.ts";
import { type Expected, isCompatible, Measuring } from "./quantity.ts";
import type { Reading } from "./reading.ts";
import { isKnown, reportUnknown } from "./reference.ts";
import { distributionSchema } from "./slot-schema.ts";

/** Words that begin a distribution: chance, where a level accepts none. */
export const chanceWords = [
  "uniform",
  "triangular",
  "normal",
  "lognormal",
  "exponential",
  "gamma",
  "weibull",
  "observed",
  "discrete",
] as const;

/** Words that begin an amount. */
export const amountWords = ["value", "future", "case", "disputed"] as const;

export const zero: Amount = { kind: "number", value: 0 };

/** The one word of a map that says which form it has; provenance words and what belongs to that form aside. */
export function formWord(map: RawMap): string | undefined {
  const known: readonly string[] = [...amountWords, ...chanceWords];
  return known.find((word) => map.entries.has(word));
}

/** Reports fields beside the word that says the form. */
export function reportExtraFields(map: RawMap, word: string, reading: Reading): void {
  for (const [name, { key }] of map.entries) {
    if (name !== word && !provenanceFields.includes(name)) {
      reading.error("unknown-field", key, { field: name, suggestions: "" });
    }
  }
}

/** A number, a future's value, or one by a fact of the case. A distribution is refused. */
export function readAmount(raw: Raw, measuring: Measuring, reading: Reading): Amount {
  if (raw.kind !== "map") return { kind: "number", value: measuring.read(raw, reading) };
  const word = formWord(raw);
  if (word === "future") return readFuture(raw, measuring, reading);
  if (word === "case") return readCase(raw, measuring, reading);
  if (word !== undefined && (chanceWords as readonly string[]).includes(word)) {
    const { key } = raw.entries.get(word) ?? { key: raw.span };
    reading.error("varies-where-fixed", key, { found: word });
  } else wrongForm(raw, reading, measuring.word);
  return zero;
}

function readFuture(raw: RawMap, measuring: Measuring, reading: Reading): Amount {
  reportExtraFields(raw, "future", reading);
  const written = fieldOf(raw, "future") ?? raw;
  const id = wordOf(written);
  if (id === undefined) {
    wrongForm(written, reading, "id");
    return zero;
  }
  if (!isKnown(id, ["uncertainties"], reading)) {
    reportUnknown(id, written, ["uncertainties"], reading);
    return zero;
  }
  const given = reading.world.dimensions.get(id);
  const { dimension, unit } = measuring;
  if (given !== undefined && dimension !== undefined && !isCompatible(given, { dimension, unit })) {
    const args = {
      uncertainty: id,
      found: given.dimension,
      expected: dimension,
      foundUnit: given.unit ?? "",
      unit: unit ?? "",
    };
    reading.error("future-dimension", written.span, args);
  }
  measuring.dimension ??= given?.dimension;
  measuring.unit ??= given?.unit;
  return { kind: "future", uncertainty: id };
}

function readCase(raw: RawMap, measuring: Measuring, reading: Reading): Amount {
  const { fact, branches, otherwise } = caseParts(raw, reading);
  return {
    kind: "case",
    fact,
    cases: branches.map(({ is, value }) => ({ is, amount: readAmount(value, measuring, reading.at(is)) })),
    otherwise: otherwise && readAmount(otherwise, measuring, reading.at("otherwise")),
  };
}

/** The parts of `{case: FACT, VALUE: …, otherwise: …}`. */
export function caseParts(
  raw: RawMap,
  reading: Reading,
): {
  readonly fact: string;
  readonly branches: readonly { readonly is: string; readonly value: Raw }[];
  readonly otherwise: Raw | undefined;
} {
  const written = fieldOf(raw, "case") ?? raw;
  const fact = wordOf(written);
  if (fact === undefined) wrongForm(written, reading, "word");
  const branches = [...raw.entries]
    .filter(([name]) => name !== "case" && name !== "otherwise" && !provenanceFields.includes(name))
    .map(([name, { value }]) => ({ is: name === "true" ? "yes" : name === "false" ? "no" : name, value }));
  if (branches.length === 0) reading.error("case-without-values", raw.span, { fact: fact ?? "" });
  return { fact: fact ?? "", branches, otherwise: fieldOf(raw, "otherwise") };
}

/** A slot without its wrapper: what was written inside, the provenance in reach, and the amount if it is a disputed one. */
export interface Unwrapped {
  readonly raw: Raw;
  readonly reading: Reading;
  readonly provenance: Provenance;
  readonly disputed: Amount | undefined;
}

/** Takes `{value: …, source: …}` apart, makes an uncertainty of disputed figures, and counts the number. */
export function unwrap(raw: Raw, measuring: Measuring, reading: Reading): Unwrapped {
  const inside = readingInside(raw, reading);
  if (raw.kind !== "map") {
    inside.countNumber(raw.span);
    return { raw, reading: inside, provenance: inside.provenance, disputed: undefined };
  }
  const provenance = withNote(raw, inside.provenance, inside);
  const word = formWord(raw);
  if (word === "disputed") {
    reportExtraFields(raw, "disputed", reading);
    return { raw, reading: inside, ...readDisputed(fieldOf(raw, "disputed") ?? raw, measuring, inside) };
  }
  if (word === "value") {
    reportExtraFields(raw, "value", reading);
    const inner = unwrap(fieldOf(raw, "value") ?? raw, measuring, inside);
    return { ...inner, provenance: inner.provenance === inside.provenance ? provenance : inner.provenance };
  }
  inside.countNumber(raw.span);
  return { raw, reading: inside, provenance, disputed: undefined };
}

function readDisputed(
  raw: Raw,
  measuring: Measuring,
  reading: Reading,
): { readonly provenance: Provenance; readonly disputed: Amount } {
  const items = raw.kind === "list" ? raw.items : [];
  if (raw.kind !== "list") wrongForm(raw, reading, "list");
  else if (items.length < 2) reading.error("too-few", raw.span, { found: items.length, least: 2 });
  const figures = items.map((item) => {
    const inside = readingInside(item, reading);
    const value = fieldOf(item, "value") ?? item;
    if (item.kind === "map") reportExtraFields(item, "value", reading);
    inside.countNumber(value.span);
    return { value: measuring.read(value, inside), provenance: inside.provenance };
  });
  const provenance = figures[0]?.provenance ?? reading.provenance;
  const id: Id = `disputed.${reading.path.join(".")}`;
  const values = figures.map(({ value }): Amount => ({ kind: "number", value }));
  const uncertainty: Uncertainty = {
    id,
    key: `disputed.${reading.keyPath.join(".")}`,
    name: { ja: id, en: id },
    note: undefined,
    provenance,
    marking: undefined,
    span: raw.span,
    dimension: measuring.dimension ?? "number",
    unit: measuring.unit,
    values: {
      kind: "discrete",
      outcomes: values.map((value) => ({ value, weight: { kind: "number", value: 1 } })),
    },
    beliefs: [],
    with: [],
    group: undefined,
    disputed: true,
  };
  reading.world.disputed.set(id, uncertainty);
  return { provenance, disputed: { kind: "future", uncertainty: id } };
}

/** A plain weight or multiplier: a number, a future's value or a case. It takes its provenance from the record around it. */
export function amount(expected: Expected): Form<Amount> {
  return {
    blank: zero,
    words: "number",
    schema: (definitions) => distributionSchema(expected, false, definitions),
    read(raw, reading) {
      const measuring = new Measuring(expected);
      const inner = unwrap(raw, measuring, reading);
      return inner.disputed ?? readAmount(inner.raw, measuring, inner.reading);
    },
  };
}
