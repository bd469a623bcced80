import { AnalysisError, type Design, designOf, type Factor, rangeOf } from "../frame/index.ts";
import { checkCount } from "./unit-design.ts";

/** A regular fraction of a two-level factorial. Sets of factors are bit masks: bit i is factor i. */
export interface Fraction {
  readonly factors: number;
  /** Factors that vary freely: the first ones. There are 2^basic runs. */
  readonly basic: number;
  readonly runs: number;
  /** Levels by factor and run: −1 and +1. Run r sets basic factor i to +1 where bit i of r is 1. */
  readonly signs: readonly Int8Array[];
  /** Words of the defining relation but the empty one, ascending: sets of factors whose product of signs is the same in all runs. */
  readonly words: readonly number[];
  /** Fewest factors in a word; `Infinity` for the full factorial. At resolution III main effects are mixed with effects of two factors, at IV with those of three, at V with those of four. */
  readonly resolution: number;
}

/**
 * The two-level fraction in which the first `basic` factors vary freely and each generator makes one more: the product of the basic factors it lists (numbers from 0), with the sign −1 if
 * `sign` says so. `fractionalFactorial(3, [{ of: [0, 1, 2] }])` is the half fraction of four factors at resolution IV (G. E. P. Box, J. S. Hunter 1961, Technometrics 3).
 *
 * Throws `AnalysisError` `bad-argument` for more than 24 basic factors or 30 in all, for generators that name an unknown factor or one twice, for one that names fewer than two, and for two that
 * are the same but for sign.
 */
export function fractionalFactorial(
  basic: number,
  generators: readonly { readonly of: readonly number[]; readonly sign?: 1 | -1 }[],
): Fraction {
  checkCount("the number of basic factors", basic, 1, 24);
  const factors = basic + generators.length;
  checkCount("the number of factors", factors, 1, 30);
  const masks = generators.map(({ of }) => maskOf(of, basic));
  if (new Set(masks).size !== masks.length)
    throw new AnalysisError("bad-argument", "two generators are the same");
  const runs = 1 << basic;
  const signs = Array.from({ length: factors }, (_, factor) => {
    const column = new Int8Array(runs);
    const isBasic = factor < basic;
    const mask = isBasic ? 1 << factor : (masks[factor - basic] as number);
    const sign = isBasic ? 1 : (generators[factor - basic]?.sign ?? 1);
    const size = bitsIn(mask);
    for (let run = 0; run < runs; run++) column[run] = (size - bitsIn(run & mask)) % 2 === 0 ? sign : -sign;
    return column;
  });
  const words = wordsOf(masks.map((mask, at) => mask | (1 << (basic + at))));
  return {
    factors,
    basic,
    runs,
    signs,
    words,
    resolution: words.reduce((least, word) => Math.min(least, bitsIn(word)), Number.POSITIVE_INFINITY),
  };
}

/** Effects that cannot be told from the effect of a set of factors (a bit mask), ascending; up to sign. */
export function aliasesOf(fraction: Fraction, effect: number): readonly number[] {
  checkCount("the set of factors", effect, 1, (1 << fraction.factors) - 1);
  return fraction.words.map((word) => word ^ effect).sort((a, b) => a - b);
}

/** The runs of a fraction with −1 at the lowest and +1 at the highest value of each factor. Categories must have two levels. Throws `AnalysisError` for another number of factors. */
export function fractionalDesign(factors: readonly Factor[], fraction: Fraction): Design {
  if (factors.length !== fraction.factors) {
    throw new AnalysisError(
      "another-length",
      `${factors.length} factors for a fraction of ${fraction.factors}`,
    );
  }
  const columns = factors.map((factor, at) => {
    if (factor.kind === "category" && factor.levels.length !== 2) {
      throw new AnalysisError("bad-argument", `"${factor.name}" has ${factor.levels.length} levels, not 2`);
    }
    const [low, high] = rangeOf(factor);
    return Float64Array.from(fraction.signs[at] as Int8Array, (sign) => (sign < 0 ? low : high));
  });
  return designOf(factors, columns);
}

function maskOf(of: readonly number[], basic: number): number {
  let mask = 0;
  for (const factor of of) {
    checkCount("a factor of a generator", factor, 0, basic - 1);
    mask |= 1 << factor;
  }
  if (bitsIn(mask) !== of.length || of.length < 2) {
    throw new AnalysisError(
      "bad-argument",
      `no generator: ${of.join(", ")}; it names two different factors or more`,
    );
  }
  return mask;
}

function wordsOf(generating: readonly number[]): readonly number[] {
  const words: number[] = [];
  for (const word of generating) words.push(word, ...words.map((other) => other ^ word));
  return words.sort((a, b) => a - b);
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
