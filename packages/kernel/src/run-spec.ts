import type { Name } from "@shikumi/core/random";
import type { Id } from "@shikumi/model";

/** In force: every lever from the start. Timed: each as it would be adopted, take effect and be used. */
export type Mode = "in-force" | "timed";

/**
 * One setting of all uncertainties: values in base units, in the order of the study's uncertainties (by
 * key).
 */
export interface Future {
  readonly index: number;
  readonly values: Float64Array;
}

/** What of a run is chosen besides program and future. */
export interface RunSpec {
  readonly replication: number;
  /** Mask of relaxed causes (K70). Default 0. */
  readonly relax?: number;
  /** What undetermined and not-encoded provisions do (K72). Default `refused`. */
  readonly undetermined?: "refused" | "granted";
  /** Demand, trust and suppression to be taken from an unrelaxed run (K71). */
  readonly imposed?: Imposed;
  /** A party that is withdrawn: its organisations are nobody's candidates (K73). */
  readonly without?: Id;
  /** Events after which the run stops (K81). Default 2,000,000. */
  readonly budget?: number;
  /** Mask of the parts of `independentParts` whose streams run (K83). All unless given. */
  readonly parts?: number;
}

/** The demand and stocks of an unrelaxed run, to be imposed on its relaxations. */
export interface Imposed {
  /** Names of the incidents of rate or date that happened, by stream, in order: hi and lo lanes in turn. */
  readonly happened: readonly Int32Array[];
  /** Path of every stock of trust: tick and value of each move, by stock. */
  readonly trust: readonly { readonly ticks: Int32Array; readonly values: Float64Array }[];
}

/** Why a run ended. */
export interface RunStatus {
  readonly ended: "complete" | "budget";
  readonly events: number;
  readonly lastTick: number;
}

/** Sixteen hexadecimal digits of a name, for traces. */
export function nameText([hi, lo]: Name): string {
  const lane = (value: number): string => (value >>> 0).toString(16).padStart(8, "0");
  return lane(hi) + lane(lo);
}
