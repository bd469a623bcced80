/** Outcomes of the usable points of one scramble, by block. All columns are as long as `a`. */
export interface BlockColumns {
  /** All blocks one after the other. */
  readonly blocks: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ab: readonly Float64Array[];
  /** Absent in a design without second order. */
  readonly ba: readonly Float64Array[] | undefined;
}

/** An index of one scramble as a ratio: above ÷ below. */
export interface RatioSums {
  readonly above: number;
  readonly below: number;
}

/** First and total order of one scramble, with mean and variance of its outcome. */
export interface ScrambleSums {
  readonly points: number;
  readonly mean: number;
  readonly variance: number;
  readonly first: readonly RatioSums[];
  readonly total: readonly RatioSums[];
}

/**
 * Sums behind first and total order, per point.
 *
 * First order with the blocks BA: S = 2 Σ (BA − B)(A − AB) ÷ Σ [(A − B)² + (AB − BA)²], of I. Azzini, T. A. Mara, R. Rosati, "Comparison of two sets of Monte Carlo estimators of Sobol'
 * indices", Environmental Modelling & Software 144 (2021). Without them: S = Σ B (AB − A), centred, over the variance of A and B together (A. Saltelli et al., Computer Physics Communications
 * 181 (2010), table 2 (b)).
 *
 * Total order by both halves, where the blocks BA are there: T = ¼ Σ [(A − AB)² + (B − BA)²] over the variance of all blocks together. Else T = ½ Σ (A − AB)² (ibid. (f), M. J. W. Jansen
 * 1999), over that of A and B. Of one long net the half of A alone errs less, because A lies in the first dimensions of the sequence; of several short ones both halves do.
 */
export function firstAndTotal(columns: BlockColumns, totalBy: "both-halves" | "half-of-a"): ScrambleSums {
  const { blocks, a, b, ab, ba } = columns;
  const points = a.length;
  const { mean, variance } = momentsOf(blocks);
  const first: RatioSums[] = [];
  const total: RatioSums[] = [];
  const base = momentsOf(blocks.subarray(0, 2 * points));
  for (let factor = 0; factor < ab.length; factor++) {
    const column = ab[factor] as Float64Array;
    const mirror = ba?.[factor];
    if (mirror === undefined) {
      const { product, moved } = plainSums(base.mean, a, b, column);
      first.push({ above: product / points, below: base.variance });
      total.push({ above: moved / (2 * points), below: base.variance });
    } else {
      const { product, movedA, movedB, spread } = mirroredSums(a, b, column, mirror);
      first.push({ above: (2 * product) / points, below: spread / points });
      total.push(
        totalBy === "both-halves"
          ? { above: (movedA + movedB) / (4 * points), below: variance }
          : { above: movedA / (2 * points), below: base.variance },
      );
    }
  }
  return { points, mean, variance, first, total };
}

function plainSums(
  mean: number,
  a: Float64Array,
  b: Float64Array,
  ab: Float64Array,
): { readonly product: number; readonly moved: number } {
  let product = 0;
  let moved = 0;
  for (let point = 0; point < a.length; point++) {
    const step = (ab[point] as number) - (a[point] as number);
    product += ((b[point] as number) - mean) * step;
    moved += step * step;
  }
  return { product, moved };
}

interface MirroredSums {
  readonly product: number;
  readonly movedA: number;
  readonly movedB: number;
  readonly spread: number;
}

function mirroredSums(a: Float64Array, b: Float64Array, ab: Float64Array, ba: Float64Array): MirroredSums {
  let product = 0;
  let movedA = 0;
  let movedB = 0;
  let spread = 0;
  for (let point = 0; point < a.length; point++) {
    const fromA = (a[point] as number) - (ab[point] as number);
    const fromB = (ba[point] as number) - (b[point] as number);
    const base = (a[point] as number) - (b[point] as number);
    const mirror = (ab[point] as number) - (ba[point] as number);
    product += fromA * fromB;
    movedA += fromA * fromA;
    movedB += fromB * fromB;
    spread += base * base + mirror * mirror;
  }
  return { product, movedA, movedB, spread };
}

/**
 * Sums behind the second order of every pair (0, 1), (0, 2), …, per point, of a scramble with the blocks BA:
 *
 *     S_ij = 3 Σ [(AB_i + AB_j − A)(BA_i + BA_j − B) − (A B + AB_i BA_i + AB_j BA_j) ÷ 3] ÷ Σ [(A − B)² + (AB_i − BA_i)² + (AB_j − BA_j)²],
 *
 * outcomes centred. Multiplied out, the product holds each mean of a pair of blocks that share {i, j}, i, j or nothing twice (nothing thrice), so that its expectation is 2 V_ij + f₀²:
 * the first-order parts are subtracted point by point, not as estimates with errors of their own. This use of the blocks is Shikumi's; its errors are about half of those of the
 * usual difference of estimates (SPEC-sensitivity.md).
 */
export function pairSums(columns: BlockColumns): readonly RatioSums[] {
  const { blocks, a, b, ab, ba } = columns;
  const sums: RatioSums[] = [];
  if (ba === undefined) return sums;
  const { mean } = momentsOf(blocks);
  for (let one = 0; one < ab.length; one++) {
    for (let other = one + 1; other < ab.length; other++) {
      sums.push(
        pairSum(
          mean,
          a,
          b,
          [ab[one] as Float64Array, ba[one] as Float64Array],
          [ab[other] as Float64Array, ba[other] as Float64Array],
        ),
      );
    }
  }
  return sums;
}

function pairSum(
  mean: number,
  a: Float64Array,
  b: Float64Array,
  [abOne, baOne]: readonly [Float64Array, Float64Array],
  [abOther, baOther]: readonly [Float64Array, Float64Array],
): RatioSums {
  let above = 0;
  let below = 0;
  for (let point = 0; point < a.length; point++) {
    const atA = (a[point] as number) - mean;
    const atB = (b[point] as number) - mean;
    const oneA = (abOne[point] as number) - mean;
    const oneB = (baOne[point] as number) - mean;
    const otherA = (abOther[point] as number) - mean;
    const otherB = (baOther[point] as number) - mean;
    above += (oneA + otherA - atA) * (oneB + otherB - atB) - (atA * atB + oneA * oneB + otherA * otherB) / 3;
    below +=
      (atA - atB) * (atA - atB) + (oneA - oneB) * (oneA - oneB) + (otherA - otherB) * (otherA - otherB);
  }
  return { above: (3 * above) / a.length, below: below / a.length };
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const distance = (values[at] as number) - mean;
    squares += distance * distance;
  }
  return { mean, variance: squares / values.length };
}
