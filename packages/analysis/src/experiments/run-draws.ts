import { childHigh, childLow, type Name, uniformOf } from "@shikumi/core/random";
import { AnalysisError } from "../frame/index.ts";
import type { Draw } from "./model.ts";

/** Draws of one run after the other. The name of a run is worked out when its first number is drawn, so a model without chance pays nothing. */
export class RunDraws {
  readonly #seed: Name;
  #row = 0;
  #replication = 0;
  #isNamed = false;
  #high = 0;
  #low = 0;

  constructor(seed: Name) {
    this.#seed = seed;
  }

  /** What a model is given; the same function for every run. */
  readonly draw: Draw = (index) => {
    if (!this.#isNamed) this.#name();
    if ((index | 0) !== index || index < 0) {
      throw new AnalysisError("bad-argument", `draws are numbered from 0 to 2^31 − 1, not ${index}`);
    }
    const high = childHigh(this.#high, this.#low, 0, index);
    return uniformOf(high, childLow());
  };

  /** Moves to another run. */
  moveTo(row: number, replication: number): void {
    this.#row = row;
    this.#replication = replication;
    this.#isNamed = false;
  }

  #name(): void {
    const [hi, lo] = this.#seed;
    const rowHigh = childHigh(hi, lo, 0, this.#row);
    this.#high = childHigh(rowHigh, childLow(), 0, this.#replication);
    this.#low = childLow();
    this.#isNamed = true;
  }
}
