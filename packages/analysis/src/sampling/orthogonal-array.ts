import { AnalysisError, type Seed } from "../frame/index.ts";
import { inStrata } from "./latin-hypercube.ts";
import { partOf, permutation, samplingName } from "./seed.ts";
import { checkCount, type UnitDesign } from "./unit-design.ts";

export interface OrthogonalArrayOptions {
  /** Levels of a dimension: a prime. The design has levels² rows. */
  readonly levels: number;
  /** At most levels + 1. */
  readonly dimensions: number;
  /** Default 0. */
  readonly seed?: Seed;
}

/**
 * Bose's orthogonal array of strength 2 with p² rows and p levels (R. C. Bose 1938, Sankhyā 3): in any two columns each of the p² pairs of levels stands once. Row i p + j holds
 * i, j, i + j, i + 2 j, …, i + (p − 1) j modulo p. Throws `AnalysisError` `bad-argument` if p is no prime or there are more than p + 1 columns.
 */
export function orthogonalArray(levels: number, dimensions: number): readonly Int32Array[] {
  checkCount("the number of levels", levels, 2, 8191);
  for (let divisor = 2; divisor * divisor <= levels; divisor++) {
    if (levels % divisor === 0) {
      throw new AnalysisError("bad-argument", `${levels} levels: an orthogonal array needs a prime`);
    }
  }
  checkCount("the number of dimensions", dimensions, 1, levels + 1);
  return Array.from({ length: dimensions }, (_, at) => {
    const column = new Int32Array(levels * levels);
    for (let i = 0; i < levels; i++) {
      for (let j = 0; j < levels; j++)
        column[i * levels + j] = at === 0 ? i : at === 1 ? j : (i + (at - 1) * j) % levels;
    }
    return column;
  });
}

/**
 * A Latin hypercube of p² points that also fills every p × p grid of any two dimensions, one point a cell (B. Tang 1993, Journal of the American Statistical Association 88): Bose's array with its levels
 * in random order, each level's p points spread over p strata at random. Random places in the strata; values in (0, 1); no points can be added. Errors of `orthogonalArray`.
 */
export function orthogonalLatinHypercube({
  levels,
  dimensions,
  seed = 0,
}: OrthogonalArrayOptions): UnitDesign {
  const rows = levels * levels;
  const name = samplingName(seed, "orthogonal-latin-hypercube");
  const columns = orthogonalArray(levels, dimensions).map((array, at) => {
    const part = partOf(name, at);
    const symbols = permutation(levels, partOf(part, 0));
    const places = Array.from({ length: levels }, (_, level) =>
      permutation(levels, partOf(partOf(part, 1), level)),
    );
    const seen = new Int32Array(levels);
    const strata = array.map((level) => {
      const time = seen[level] as number;
      seen[level] = time + 1;
      return (symbols[level] as number) * levels + (places[level]?.[time] as number);
    });
    return inStrata(strata, rows, partOf(part, 2));
  });
  return { rows, columns, recipe: { method: "closed", about: "a Latin hypercube from an orthogonal array" } };
}
