import type { Dimension } from "@shikumi/core/quantity";
import type { Id, Provenance } from "./element.ts";

/**
 * A number that is the same in every case of one future, or depends on a known fact of the case alone. In base units: hours,
 * km, km/h, per hour, people, counts, shares, the currency named.
 */
export type Amount =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "future"; readonly uncertainty: Id }
  | {
      readonly kind: "case";
      readonly fact: string;
      readonly cases: readonly { readonly is: string; readonly amount: Amount }[];
      /** What holds where the fact is unknown or has another value. */
      readonly otherwise: Amount | undefined;
    };

/** How a quantity varies from case to case: one uniform through the inverse of one of these. */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: Amount }
  | { readonly kind: "uniform"; readonly low: Amount; readonly high: Amount }
  | { readonly kind: "triangular"; readonly low: Amount; readonly mode: Amount; readonly high: Amount }
  | { readonly kind: "normal"; readonly mean: Amount; readonly deviation: Amount }
  | { readonly kind: "lognormal"; readonly median: Amount; readonly sigma: Amount }
  | { readonly kind: "exponential"; readonly mean: Amount }
  | { readonly kind: "gamma"; readonly mean: Amount; readonly shape: Amount }
  | { readonly kind: "weibull"; readonly scale: Amount; readonly shape: Amount }
  /** Each value equally likely, in the order written. */
  | { readonly kind: "observed"; readonly values: readonly Amount[] }
  | {
      readonly kind: "discrete";
      readonly outcomes: readonly { readonly value: Amount; readonly weight: Amount }[];
    }
  | {
      readonly kind: "case";
      readonly fact: string;
      readonly cases: readonly { readonly is: string; readonly distribution: Distribution }[];
      readonly otherwise: Distribution | undefined;
    };

/** A quantity slot that may vary from case to case. */
export interface Slot {
  readonly dimension: Dimension;
  /** Currency of money, unit name of a count. */
  readonly unit: string | undefined;
  readonly distribution: Distribution;
  readonly provenance: Provenance;
}

/** A quantity slot that holds no chance: chances themselves, speeds, stocks, deadlines. */
export interface Level {
  readonly dimension: Dimension;
  readonly unit: string | undefined;
  readonly amount: Amount;
  readonly provenance: Provenance;
}

/** A property of the case, drawn once per incident. A yes/no fact has the values `yes` and `no`. */
export interface Fact {
  readonly name: string;
  /** In the order written. */
  readonly outcomes: readonly { readonly value: string; readonly weight: Amount }[];
  /** The value that has what the weights leave of 1, where those are chances that depend on a future or a fact. */
  readonly rest: string | undefined;
  readonly provenance: Provenance;
}
