import type { Id } from "../study/element.ts";
import type { Amount } from "../study/slot.ts";
import type { Raw, RawMap } from "../tree/raw.ts";
import { readAmount, unwrap } from "./amount.ts";
import { reportWeightless, weightMeasuring } from "./distribution.ts";
import type { Form } from "./form.ts";
import { provenanceFields, readingInside } from "./provenance.ts";
import type { Reading } from "./reading.ts";
import { isKnown, reportUnknown } from "./reference.ts";
import { selector } from "./selector.ts";

export interface Weighted {
  readonly id: Id;
  readonly weight: Amount;
}

const selectorWords = ["state", "inside", "access", "party"];

/** A selector (each equally likely), or a map from ids to weights. Ascending by key. */
export function weighted(collection: "places" | "beneficiaries"): Form<readonly Weighted[]> {
  const choice = selector(collection);
  return {
    blank: [],
    words: `${choice.words}, or map from id to weight`,
    schema: () => ({ type: ["string", "number", "array", "object"] }),
    read(raw, reading) {
      if (raw.kind === "map" && !isSelector(raw, collection, reading))
        return readWeights(raw, collection, reading);
      return choice.read(raw, reading).map((id) => ({ id, weight: { kind: "number", value: 1 } }));
    },
  };
}

function isSelector(raw: RawMap, collection: "places" | "beneficiaries", reading: Reading): boolean {
  return [...raw.entries.keys()].every(
    (name) => selectorWords.includes(name) && !reading.world.names.has(collection, name),
  );
}

function readWeights(
  raw: RawMap,
  collection: "places" | "beneficiaries",
  outer: Reading,
): readonly Weighted[] {
  const reading = readingInside(raw, outer);
  const found = new Map<Id, Amount>();
  for (const [id, { key, value }] of raw.entries) {
    if (provenanceFields.includes(id)) continue;
    const at: Raw = { kind: "scalar", value: id, text: id, span: key };
    if (!isKnown(id, [collection], reading)) reportUnknown(id, at, [collection], reading);
    const measuring = weightMeasuring();
    const inner = unwrap(value, measuring, reading.at(id));
    found.set(id, inner.disputed ?? readAmount(inner.raw, measuring, inner.reading));
  }
  const sorted = reading.world.names.sorted(collection, found.keys());
  const weights = sorted.map(
    (id): Weighted => ({ id, weight: found.get(id) ?? { kind: "number", value: 0 } }),
  );
  reportWeightless(weights, raw, reading);
  return weights;
}
