import type { Condition } from "../study/condition.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { optional, otherwise, required } from "./field.ts";
import { type Form, named, wordOf, wrongForm } from "./form.ts";
import { listOf } from "./list.ts";
import type { Reading } from "./reading.ts";
import { record } from "./record.ts";
import { reference } from "./reference.ts";
import { word } from "./scalar.ts";
import { level, share } from "./slot.ts";

const factTest = record({
  fact: required(word, "Name of a fact of the case"),
  is: optional(listOf(word, { atLeast: 1 }), "Values that satisfy"),
});

const judgementTest = record({
  judgement: required(word, "Name of an open norm"),
  by: required(reference("deciders", "organisations"), "Who judges"),
  given: otherwise(share(), "1", "Chance that it is found to hold"),
});

const withinTest = record({ within: required(level("time"), "Longest time since the onset") });

const kinds = ["fact", "judgement", "within", "any", "all", "not"] as const;

const nothing: Condition = { kind: "all", of: [] };

/** One condition; `judgements: false` refuses open norms where no person is asked. */
export function condition(options: { readonly judgements?: boolean } = {}): Form<Condition> {
  const { judgements = true } = options;
  const form: Form<Condition> = {
    blank: nothing,
    words: "condition",
    schema: (definitions) => ({
      anyOf: [
        { type: "string", description: "A fact that must be `yes`" },
        factTest.schema(definitions),
        ...(judgements ? [judgementTest.schema(definitions)] : []),
        withinTest.schema(definitions),
        {
          type: "object",
          properties: { any: {}, all: {}, not: {} },
          minProperties: 1,
          additionalProperties: false,
        },
      ],
    }),
    read(raw, reading) {
      if (raw.kind === "map") return readConditionMap(raw, reading, judgements, form);
      const fact = wordOf(raw);
      if (fact === undefined) wrongForm(raw, reading, "condition");
      return { kind: "fact", fact: fact ?? "", is: ["yes"] };
    },
  };
  return named(judgements ? "condition" : "condition-of-fact", form);
}

/** A list of conditions: all of them must hold. */
export function conditions(options: { readonly judgements?: boolean } = {}): Form<readonly Condition[]> {
  return listOf(condition(options));
}

function readConditionMap(
  raw: RawMap,
  reading: Reading,
  judgements: boolean,
  form: Form<Condition>,
): Condition {
  const kind = kinds.find((one) => raw.entries.has(one));
  switch (kind) {
    case "fact": {
      const { fact, is } = factTest.read(raw, reading);
      return { kind, fact, is: is ?? ["yes"] };
    }
    case "judgement": {
      if (!judgements) reading.error("judgement-not-here", raw.span);
      return { kind, ...judgementTest.read(raw, reading) };
    }
    case "within":
      return { kind, time: withinTest.read(raw, reading).within };
    case "any":
    case "all":
      return { kind, of: readParts(raw, kind, reading, form) };
    case "not": {
      const [first = nothing, ...others] = readParts(raw, kind, reading, form);
      return { kind, of: others.length === 0 ? first : { kind: "all", of: [first, ...others] } };
    }
    case undefined:
      wrongForm(raw, reading, "condition");
      return nothing;
  }
}

function readParts(
  raw: RawMap,
  kind: "any" | "all" | "not",
  reading: Reading,
  form: Form<Condition>,
): readonly Condition[] {
  for (const [name, { key }] of raw.entries) {
    if (name !== kind) reading.error("unknown-field", key, { field: name, suggestions: "" });
  }
  const written: Raw | undefined = fieldOf(raw, kind);
  return written === undefined ? [] : listOf(form, { atLeast: 1 }).read(written, reading.at(kind));
}
