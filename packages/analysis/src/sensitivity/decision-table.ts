import { log } from "@shikumi/core/math";
import { meanOf } from "./interval.ts";

/** What learning the class of a row is worth. */
export interface Learning {
  readonly learning: number;
  readonly learningAtMost: number;
  readonly reversals: number;
}

/** Outcomes of several options over the same rows, more being better. */
export class DecisionTable {
  readonly #options: number;
  readonly #rows: number;
  /** Row after row, the outcome of each option less the mean of the one best on average: sums keep their digits whatever the outcomes' zero. */
  readonly #gains: Float64Array;
  /** Best option of each row. */
  readonly #best: Int32Array;
  readonly means: Float64Array;
  readonly bestOnAverage: number;
  /** Rows in which each option is the best. */
  readonly bestCounts: Int32Array;

  constructor(columns: readonly Float64Array[]) {
    this.#options = columns.length;
    this.#rows = columns[0]?.length ?? 0;
    this.means = Float64Array.from(columns, meanOf);
    this.bestOnAverage = highest(this.means);
    this.#gains = new Float64Array(this.#rows * this.#options);
    const centre = this.means[this.bestOnAverage] as number;
    for (const [option, column] of columns.entries()) {
      for (let row = 0; row < this.#rows; row++) {
        this.#gains[row * this.#options + option] = (column[row] as number) - centre;
      }
    }
    this.#best = new Int32Array(this.#rows);
    this.bestCounts = new Int32Array(columns.length);
    for (let row = 0; row < this.#rows; row++) {
      let best = this.bestOnAverage;
      for (let option = 0; option < columns.length; option++) {
        if ((columns[option]?.[row] as number) > (columns[best]?.[row] as number)) best = option;
      }
      this.#best[row] = best;
      this.bestCounts[best] = (this.bestCounts[best] as number) + 1;
    }
  }

  #at(option: number, row: number): number {
    return this.#gains[row * this.#options + option] as number;
  }

  /** How much better than the option best on average each row's best option is. */
  regrets(): Float64Array {
    return this.#best.reduce((regrets, best, row) => {
      regrets[row] = this.#at(best, row) - this.#at(this.bestOnAverage, row);
      return regrets;
    }, new Float64Array(this.#rows));
  }

  /** What learning the class of a row before deciding is worth; `weights` say how often each row counts. */
  learning(classOf: Int32Array, classes: number, weights: Int32Array): Learning {
    const options = this.#options;
    const sums = new Float64Array(classes * options);
    const sizes = new Int32Array(classes);
    const totals = new Float64Array(options);
    let weightSum = 0;
    for (let row = 0; row < this.#rows; row++) {
      const weight = weights[row] as number;
      const own = classOf[row] as number;
      sizes[own] = (sizes[own] as number) + weight;
      weightSum += weight;
    }
    for (let row = 0; row < this.#rows; row++) {
      const weight = weights[row] as number;
      const from = (classOf[row] as number) * options;
      for (let option = 0; option < options; option++) {
        const part = weight * this.#at(option, row);
        sums[from + option] = (sums[from + option] as number) + part;
        totals[option] = (totals[option] as number) + part;
      }
    }
    const overall = highest(totals);
    let informed = 0;
    let uninformed = 0;
    let reversed = 0;
    for (let row = 0; row < this.#rows; row++) {
      const weight = weights[row] as number;
      if (weight === 0) continue;
      const own = classOf[row] as number;
      const without = this.#highestWithout(totals, 0, row, weight);
      const chosen =
        (sizes[own] as number) > weight ? this.#highestWithout(sums, own * options, row, weight) : without;
      informed += weight * this.#at(chosen, row);
      uninformed += weight * this.#at(without, row);
      if (chosen !== without) reversed += weight;
    }
    let atMost = -(totals[overall] as number);
    for (let own = 0; own < classes; own++) {
      if (sizes[own] === 0) continue;
      atMost += sums[own * options + highest(sums.subarray(own * options, (own + 1) * options))] as number;
    }
    return {
      learning: (informed - uninformed) / weightSum,
      learningAtMost: atMost / weightSum,
      reversals: reversed / weightSum,
    };
  }

  /** The option with the highest sum once a row's part is taken away; of equal ones the one best on average, else the first. */
  #highestWithout(sums: Float64Array, from: number, row: number, weight: number): number {
    let found = this.bestOnAverage;
    let most = (sums[from + found] as number) - weight * this.#at(found, row);
    for (let option = 0; option < this.#options; option++) {
      const sum = (sums[from + option] as number) - weight * this.#at(option, row);
      if (sum > most) {
        most = sum;
        found = option;
      }
    }
    return found;
  }

  /** Mutual information of the class and the best option as a share of the latter's entropy, less what chance gives; 0 where one option is always best. */
  information(classOf: Int32Array, classes: number, weights: Int32Array): number {
    const options = this.#options;
    const cells = new Int32Array(classes * options);
    const classSizes = new Int32Array(classes);
    const optionSizes = new Int32Array(options);
    let total = 0;
    for (let row = 0; row < this.#rows; row++) {
      const weight = weights[row] as number;
      const own = classOf[row] as number;
      const best = this.#best[row] as number;
      const cell = own * options + best;
      cells[cell] = (cells[cell] as number) + weight;
      classSizes[own] = (classSizes[own] as number) + weight;
      optionSizes[best] = (optionSizes[best] as number) + weight;
      total += weight;
    }
    const entropy = entropyOf(optionSizes, total);
    if (entropy === 0) return 0;
    const held = (sizes: Int32Array): number => sizes.reduce((count, size) => count + (size > 0 ? 1 : 0), 0);
    const chance = ((held(classSizes) - 1) * (held(optionSizes) - 1)) / (2 * total);
    return (entropy + entropyOf(classSizes, total) - entropyOf(cells, total) - chance) / entropy;
  }
}

/** Entropy of shares in natural units. */
function entropyOf(sizes: Int32Array, total: number): number {
  let entropy = 0;
  for (let at = 0; at < sizes.length; at++) {
    const share = (sizes[at] as number) / total;
    if (share > 0) entropy -= share * log(share);
  }
  return entropy;
}

/** Position of the highest value, the first of equal ones. */
function highest(values: Float64Array): number {
  let found = 0;
  for (let at = 1; at < values.length; at++)
    if ((values[at] as number) > (values[found] as number)) found = at;
  return found;
}
