import type { Dimension } from "@shikumi/core/quantity";
import type { Amount, Distribution, Level, Slot } from "../study/slot.ts";
import { readAmount, unwrap } from "./amount.ts";
import { readDistribution } from "./distribution.ts";
import type { Form } from "./form.ts";
import { type Expected, Measuring } from "./quantity.ts";
import { noProvenance } from "./reading.ts";
import { distributionSchema } from "./slot-schema.ts";

/** Options of a slot beyond its dimension. */
export type SlotOptions = Omit<Expected, "dimension">;

/** Durations, amounts and rates are not negative unless a slot says otherwise. */
const usual: SlotOptions = { sign: "nonnegative" };

/** A quantity that may vary from case to case. */
export function slot(dimension: Dimension | undefined, options: SlotOptions = usual): Form<Slot> {
  const expected = { dimension, ...options };
  const unit = dimension === "count" ? options.units?.[0] : undefined;
  const nothing: Distribution = { kind: "fixed", value: { kind: "number", value: 0 } };
  return {
    blank: { dimension: dimension ?? "number", unit, distribution: nothing, provenance: noProvenance },
    words: `quantity, may vary (${dimension ?? "any dimension"})`,
    schema: (definitions) => distributionSchema(expected, true, definitions),
    read(raw, reading) {
      const measuring = new Measuring(expected);
      const inner = unwrap(raw, measuring, reading);
      const distribution: Distribution = inner.disputed
        ? { kind: "fixed", value: inner.disputed }
        : readDistribution(inner.raw, measuring, inner.reading);
      return {
        dimension: measuring.dimension ?? "number",
        unit: measuring.unit,
        distribution,
        provenance: inner.provenance,
      };
    },
  };
}

/** A quantity that holds no chance. */
export function level(dimension: Dimension | undefined, options: SlotOptions = usual): Form<Level> {
  const expected = { dimension, ...options };
  const unit = dimension === "count" ? options.units?.[0] : undefined;
  const nothing: Amount = { kind: "number", value: 0 };
  return {
    blank: { dimension: dimension ?? "number", unit, amount: nothing, provenance: noProvenance },
    words: `quantity (${dimension ?? "any dimension"})`,
    schema: (definitions) => distributionSchema(expected, false, definitions),
    read(raw, reading) {
      const measuring = new Measuring(expected);
      const inner = unwrap(raw, measuring, reading);
      const amount = inner.disputed ?? readAmount(inner.raw, measuring, inner.reading);
      return {
        dimension: measuring.dimension ?? "number",
        unit: measuring.unit,
        amount,
        provenance: inner.provenance,
      };
    },
  };
}

/** A chance or a share of a whole, from 0 to 1. */
export function share(): Form<Level> {
  return level("share", { sign: "nonnegative", most: 1 });
}
