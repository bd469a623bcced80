import type { Args } from "../diagnostic/index.ts";
import type { Rational } from "./rational.ts";

/**
 * What a slot expects. Base units: time h, distance km, speed km/h, rate /h, mass t, people one person, money one
 * unit of its currency, share 1 (= 100 %), count one of its named unit, number 1.
 */
export type Dimension =
  | "time"
  | "distance"
  | "speed"
  | "rate"
  | "mass"
  | "people"
  | "money"
  | "share"
  | "count"
  | "number";

/** A number with its unit, converted exactly to the base unit of its dimension. */
export interface Quantity {
  readonly dimension: Dimension;
  /** In the base unit; the double nearest to `exact`. */
  readonly value: number;
  /** In the base unit, without rounding. */
  readonly exact: Rational;
  /** As written; empty for a bare number. */
  readonly unit: string;
  /** ISO 4217 code, for money. Currencies are never converted into each other. */
  readonly currency?: string;
  /** The declared name of what is counted, or the name as written where none was declared. */
  readonly countUnit?: string;
}

/** What a slot accepts. */
export interface Expectation {
  readonly dimension: Dimension;
  /** `any` unless given. */
  readonly sign?: "any" | "nonnegative" | "positive";
  /** Counts: the unit's declared singular, then other accepted names. Money: the accepted currencies. */
  readonly units?: readonly string[];
}

/** Why a text is not the quantity a slot expects. */
export type QuantityProblemCode =
  | "quantity-empty"
  | "quantity-too-long"
  | "quantity-not-a-number"
  | "quantity-not-one-number"
  | "quantity-not-finite"
  | "quantity-out-of-range"
  | "quantity-full-width"
  | "quantity-grouped-digits"
  | "quantity-no-unit"
  | "quantity-unexpected-unit"
  | "quantity-unknown-unit"
  | "quantity-ambiguous-unit"
  | "quantity-month"
  | "quantity-compound"
  | "quantity-wrong-dimension"
  | "quantity-wrong-count-unit"
  | "quantity-no-currency"
  | "quantity-unknown-currency"
  | "quantity-currency-symbol"
  | "quantity-wrong-currency"
  | "quantity-negative"
  | "quantity-not-positive";

/** A problem without its place; the caller knows the span. */
export interface QuantityProblem {
  readonly code: QuantityProblemCode;
  readonly args: Args;
}

/** Either the quantity or the one reason why there is none. */
export type QuantityOutcome = { readonly quantity: Quantity } | { readonly problem: QuantityProblem };
