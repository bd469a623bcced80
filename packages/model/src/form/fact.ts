import { parseQuantity } from "@shikumi/core/quantity";
import type { Amount, Fact } from "../study/slot.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { amountWords, formWord, readAmount, unwrap } from "./amount.ts";
import { reportWeightless, weightMeasuring } from "./distribution.ts";
import { type Form, wordOf, wrongForm } from "./form.ts";
import { provenanceFields, readingInside } from "./provenance.ts";
import { Measuring } from "./quantity.ts";
import { noProvenance, type Reading } from "./reading.ts";
import { distributionSchema } from "./slot-schema.ts";

const chance = { dimension: "share", sign: "nonnegative", most: 1 } as const;

/** One fact: a chance of `yes`, a map from word to weight (also under `discrete`), or a word that always holds. */
export function factNamed(name: string): Form<Fact> {
  return {
    blank: { name, outcomes: [], rest: undefined, provenance: noProvenance },
    words: "chance, map from word to weight, or word",
    schema: (definitions) => ({
      anyOf: [
        distributionSchema(chance, false, definitions),
        { type: ["string", "boolean"] },
        { type: "object", additionalProperties: distributionSchema(chance, false, definitions) },
      ],
    }),
    read: (raw, reading) => readFact(name, raw, reading),
  };
}

/** Facts by name. */
export const facts: Form<readonly Fact[]> = {
  blank: [],
  words: "map from fact to chance, weights or word",
  schema: (definitions) => ({ type: "object", additionalProperties: factNamed("").schema(definitions) }),
  read(raw, reading) {
    if (raw.kind !== "map") {
      wrongForm(raw, reading, "map");
      return [];
    }
    const inside = readingInside(raw, reading);
    return [...raw.entries]
      .filter(([name]) => !provenanceFields.includes(name))
      .map(([name, { value }]) => readFact(name, value, inside.at(name)));
  },
};

function readFact(name: string, raw: Raw, reading: Reading): Fact {
  const fixed = raw.kind === "scalar" ? fixedWord(raw, wordOf(raw)) : undefined;
  if (fixed !== undefined) {
    const certain = { value: fixed, weight: { kind: "number", value: 1 } } as const;
    return { name, outcomes: [certain], rest: undefined, provenance: readingInside(raw, reading).provenance };
  }
  const word = raw.kind === "map" ? formWord(raw) : undefined;
  if (raw.kind === "map" && word === "discrete") {
    const inside = readingInside(raw, reading);
    return readOutcomes(name, fieldOf(raw, "discrete") ?? raw, inside);
  }
  if (raw.kind === "map" && !(amountWords as readonly (string | undefined)[]).includes(word)) {
    return readOutcomes(name, raw, reading);
  }
  return readChance(name, raw, reading);
}

/** A word that is no number. */
function fixedWord(raw: Raw, word: string | undefined): string | undefined {
  if (word === undefined || (raw.kind === "scalar" && typeof raw.value === "number")) return undefined;
  return /^[-+.\d]/.test(word) && "quantity" in parseQuantity(word, { dimension: "share" })
    ? undefined
    : word;
}

function readChance(name: string, raw: Raw, reading: Reading): Fact {
  const measuring = new Measuring(chance);
  const inner = unwrap(raw, measuring, reading);
  const yes: Amount = inner.disputed ?? readAmount(inner.raw, measuring, inner.reading);
  const { provenance } = inner;
  if (yes.kind !== "number")
    return { name, outcomes: [{ value: "yes", weight: yes }], rest: "no", provenance };
  const no: Amount = { kind: "number", value: 1 - yes.value };
  const outcomes = [
    { value: "yes", weight: yes },
    { value: "no", weight: no },
  ];
  return { name, outcomes, rest: undefined, provenance };
}

function readOutcomes(name: string, raw: Raw, outer: Reading): Fact {
  if (raw.kind !== "map") {
    wrongForm(raw, outer, "map");
    return { name, outcomes: [], rest: undefined, provenance: noProvenance };
  }
  const reading = readingInside(raw, outer);
  const outcomes = weightedWords(raw, reading);
  reportWeightless(outcomes, raw, reading);
  return { name, outcomes, rest: undefined, provenance: reading.provenance };
}

function weightedWords(raw: RawMap, reading: Reading): { readonly value: string; readonly weight: Amount }[] {
  return [...raw.entries]
    .filter(([word]) => !provenanceFields.includes(word))
    .map(([word, { value }]) => {
      const measuring = weightMeasuring();
      const inner = unwrap(value, measuring, reading.at(word));
      const weight = inner.disputed ?? readAmount(inner.raw, measuring, inner.reading);
      return { value: word === "true" ? "yes" : word === "false" ? "no" : word, weight };
    });
}
