import type { Amount, Distribution } from "../study/slot.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { caseParts, chanceWords, formWord, readAmount, reportExtraFields, zero } from "./amount.ts";
import { wrongForm } from "./form.ts";
import { provenanceFields, readingInside } from "./provenance.ts";
import { Measuring } from "./quantity.ts";
import type { Reading } from "./reading.ts";
import { reportUnknownFields } from "./record.ts";

type ChanceWord = (typeof chanceWords)[number];

const nothing: Distribution = { kind: "fixed", value: zero };

/** How a quantity varies: any amount, or a distribution whose parameters are amounts. */
export function readDistribution(raw: Raw, measuring: Measuring, reading: Reading): Distribution {
  const word = raw.kind === "map" ? formWord(raw) : undefined;
  if (raw.kind !== "map" || word === undefined || word === "future") {
    return { kind: "fixed", value: readAmount(raw, measuring, reading) };
  }
  if (word === "case") return readCases(raw, measuring, reading);
  if (!isChanceWord(word)) {
    wrongForm(raw, reading, measuring.word);
    return nothing;
  }
  reportExtraFields(raw, word, reading);
  return readers[word](fieldOf(raw, word) ?? raw, measuring, reading);
}

function isChanceWord(word: string): word is ChanceWord {
  return (chanceWords as readonly string[]).includes(word);
}

function readCases(raw: RawMap, measuring: Measuring, reading: Reading): Distribution {
  const { fact, branches, otherwise } = caseParts(raw, reading);
  return {
    kind: "case",
    fact,
    cases: branches.map(({ is, value }) => ({
      is,
      distribution: readDistribution(value, measuring, readingInside(value, reading.at(is))),
    })),
    otherwise: otherwise && readDistribution(otherwise, measuring, reading.at("otherwise")),
  };
}

const readers: Readonly<
  Record<ChanceWord, (raw: Raw, measuring: Measuring, reading: Reading) => Distribution>
> = {
  uniform(raw, measuring, reading) {
    const [low = zero, high = zero] = readPoints(raw, 2, measuring, reading);
    if (measuring.refused === 0) reportDisorder("uniform", raw, [low, high], reading);
    return { kind: "uniform", low, high };
  },
  triangular(raw, measuring, reading) {
    const [low = zero, mode = zero, high = zero] = readPoints(raw, 3, measuring, reading);
    if (measuring.refused === 0) reportDisorder("triangular", raw, [low, mode, high], reading);
    return { kind: "triangular", low, mode, high };
  },
  normal(raw, measuring, reading) {
    const part = parameters(raw, ["mean", "deviation"], reading);
    return {
      kind: "normal",
      mean: part("mean", measuring),
      deviation: part("deviation", measuring),
    };
  },
  lognormal(raw, measuring, reading) {
    const part = parameters(raw, ["median", "sigma"], reading);
    return { kind: "lognormal", median: part("median", measuring), sigma: part("sigma", pure()) };
  },
  exponential(raw, measuring, reading) {
    return { kind: "exponential", mean: readAmount(raw, measuring, reading) };
  },
  gamma(raw, measuring, reading) {
    const part = parameters(raw, ["mean", "shape"], reading);
    return { kind: "gamma", mean: part("mean", measuring), shape: part("shape", pure()) };
  },
  weibull(raw, measuring, reading) {
    const part = parameters(raw, ["scale", "shape"], reading);
    return { kind: "weibull", scale: part("scale", measuring), shape: part("shape", pure()) };
  },
  observed(raw, measuring, reading) {
    const items = raw.kind === "list" ? raw.items : [raw];
    if (items.length === 0) reading.error("too-few", raw.span, { found: 0, least: 1 });
    return { kind: "observed", values: items.map((item) => readAmount(item, measuring, reading)) };
  },
  discrete(raw, measuring, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "map");
      return nothing;
    }
    const outcomes = [...raw.entries]
      .filter(([name]) => !provenanceFields.includes(name))
      .map(([name, { key, value }]) => ({
        value: { kind: "number", value: measuring.readText(name, key, reading) } as const,
        weight: readAmount(value, weightMeasuring(), reading),
      }));
    reportWeightless(outcomes, raw, reading);
    return { kind: "discrete", outcomes };
  },
};

function pure(): Measuring {
  return new Measuring({ dimension: "number", sign: "positive" });
}

export function weightMeasuring(): Measuring {
  return new Measuring({ dimension: "share", sign: "nonnegative" });
}

/** Reports weights that sum to nothing. */
export function reportWeightless(
  outcomes: readonly { readonly weight: Amount }[],
  raw: Raw,
  reading: Reading,
): void {
  if (outcomes.every(({ weight }) => weight.kind === "number" && weight.value === 0)) {
    reading.error("weights-sum-to-nothing", raw.span);
  }
}

function readPoints(raw: Raw, count: number, measuring: Measuring, reading: Reading): readonly Amount[] {
  if (raw.kind !== "list") {
    wrongForm(raw, reading, "list");
    return [];
  }
  if (raw.items.length !== count) {
    reading.error("wrong-length", raw.span, { found: raw.items.length, expected: count });
    return [];
  }
  return raw.items.map((item) => readAmount(item, measuring, reading));
}

function reportDisorder(kind: string, raw: Raw, points: readonly Amount[], reading: Reading): void {
  const plain = points.flatMap((point) => (point.kind === "number" ? [point.value] : []));
  if (plain.some((value, i) => value < (plain[i - 1] ?? value)))
    reading.error("not-ascending", raw.span, { kind });
}

function parameters(
  raw: Raw,
  names: readonly string[],
  reading: Reading,
): (name: string, measuring: Measuring) => Amount {
  if (raw.kind !== "map") {
    wrongForm(raw, reading, "record");
    return () => zero;
  }
  reportUnknownFields(raw, names, reading);
  return (name, measuring) => {
    const written = fieldOf(raw, name);
    if (written !== undefined) return readAmount(written, measuring, reading);
    reading.error("missing-field", raw.span, { field: name, element: reading.path.join(".") });
    return zero;
  };
}
