import type { Span } from "@shikumi/core/diagnostic";
import { type Dimension, parseQuantity, type Quantity } from "@shikumi/core/quantity";
import type { Raw } from "../tree/raw.ts";
import { wrongForm } from "./form.ts";
import type { Reading } from "./reading.ts";

/** What a quantity slot expects. */
export interface Expected {
  /** `undefined`: any, inferred from the first quantity written. */
  readonly dimension: Dimension | undefined;
  /** Accepted names of what is counted, the declared one first. */
  readonly units?: readonly string[];
  readonly sign?: "any" | "nonnegative" | "positive";
  /** Largest value accepted; 1 for chances and shares of a whole. */
  readonly most?: number;
  /** The unit of a bare number, where the slot declares it. */
  readonly bareUnit?: string;
}

/** One slot being read: what it expects, and what its quantities have in common so far. */
export class Measuring {
  readonly expected: Expected;
  dimension: Dimension | undefined;
  /** Currency of money, unit name of a count. */
  unit: string | undefined;
  /** Quantities refused so far: what depends on their values is not judged. */
  refused = 0;

  constructor(expected: Expected) {
    this.expected = expected;
    this.dimension = expected.dimension;
    this.unit = expected.dimension === "count" ? expected.units?.[0] : undefined;
  }

  /** The value of one written quantity in base units; 0 where it is refused. */
  read(raw: Raw, reading: Reading): number {
    if (raw.kind !== "scalar" || raw.value === null || typeof raw.value === "boolean") {
      wrongForm(raw, reading, this.word);
      this.refused += 1;
      return 0;
    }
    return this.readText(raw.text, raw.span, reading);
  }

  readText(text: string, span: Span, reading: Reading): number {
    const { bareUnit } = this.expected;
    const written = bareUnit !== undefined && /^[-+]?[\d.]+$/.test(text) ? `${text} ${bareUnit}` : text;
    const dimension = this.dimension ?? inferDimension(written);
    const units =
      dimension === "money" && this.unit !== undefined ? [this.unit] : this.#countUnits(dimension);
    const sign = this.expected.sign;
    const outcome = parseQuantity(written, {
      dimension,
      ...(sign === undefined ? {} : { sign }),
      ...(units === undefined ? {} : { units }),
    });
    if ("problem" in outcome) {
      reading.error(outcome.problem.code, span, outcome.problem.args);
      this.refused += 1;
      return 0;
    }
    this.#remember(outcome.quantity);
    const { value } = outcome.quantity;
    const { most } = this.expected;
    if (most !== undefined && value > most) {
      reading.error("out-of-range", span, { found: written, least: "0", most: String(most) });
    }
    return value;
  }

  /** The word of the message catalogue for what is expected. */
  get word(): string {
    return `quantity-${this.dimension ?? "any"}`;
  }

  #countUnits(dimension: Dimension): readonly string[] | undefined {
    if (dimension !== "count") return undefined;
    return this.expected.units ?? (this.unit === undefined ? undefined : [this.unit]);
  }

  #remember(quantity: Quantity): void {
    this.dimension ??= quantity.dimension;
    this.unit ??= quantity.currency ?? quantity.countUnit;
  }
}

const byUnit: readonly Dimension[] = ["time", "distance", "speed", "rate", "mass", "people", "money"];

/** The dimension a text can only have; `number` for a bare number and for what cannot be read at all. */
export function inferDimension(written: string): Dimension {
  const fitting = byUnit.find((dimension) => "quantity" in parseQuantity(written, { dimension }));
  if (fitting !== undefined) return fitting;
  if ("quantity" in parseQuantity(written, { dimension: "number" })) return "number";
  if ("quantity" in parseQuantity(written, { dimension: "share" })) return "share";
  return "quantity" in parseQuantity(written, { dimension: "count" }) ? "count" : "number";
}

/** Whether a value of one dimension may stand where another is expected: bare numbers, shares and bare counts mix. */
export function isCompatible(
  given: { readonly dimension: Dimension; readonly unit: string | undefined },
  wanted: { readonly dimension: Dimension; readonly unit: string | undefined },
): boolean {
  const plain: readonly Dimension[] = ["number", "share"];
  if (given.dimension === wanted.dimension) {
    return given.unit === undefined || wanted.unit === undefined || given.unit === wanted.unit;
  }
  if (plain.includes(given.dimension))
    return plain.includes(wanted.dimension) || wanted.dimension === "count";
  return given.dimension === "count" && plain.includes(wanted.dimension);
}
