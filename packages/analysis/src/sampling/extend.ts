import { AnalysisError } from "../frame/index.ts";
import { fillHalton, primes } from "./halton.ts";
import { doubledColumn } from "./latin-hypercube.ts";
import { fillMonteCarlo } from "./monte-carlo.ts";
import { partOf } from "./seed.ts";
import { fillSobol } from "./sobol.ts";
import { checkCount, type UnitDesign } from "./unit-design.ts";

/**
 * The same design with more rows: the old rows come first, bit for bit, and the whole is what the method gives for `rows` (Sobol', Halton, Monte Carlo) or a Latin hypercube of `rows`
 * points, which must be the old number times a power of 2. Throws `AnalysisError` `bad-argument` for fewer rows, for another multiple, and for designs to which nothing can be added.
 */
export function extend(design: UnitDesign, rows: number): UnitDesign {
  checkCount("the number of rows", rows, design.rows);
  const { recipe } = design;
  switch (recipe.method) {
    case "sobol":
      return {
        rows,
        recipe,
        columns: longer(design, rows, (column, at) => fillSobol(column, design.rows, at, recipe)),
      };
    case "halton": {
      const bases = primes(design.columns.length);
      const fill = (column: Float64Array, at: number): void =>
        fillHalton(column, design.rows, at, bases[at] as number, recipe);
      return { rows, recipe, columns: longer(design, rows, fill) };
    }
    case "monte-carlo":
      return {
        rows,
        recipe,
        columns: longer(design, rows, (column, at) => fillMonteCarlo(column, design.rows, at, recipe.name)),
      };
    case "latin-hypercube": {
      let { columns } = design;
      let length = design.rows;
      for (; length < rows; length *= 2) {
        columns = columns.map((column, at) => doubledColumn(column, partOf(recipe.name, at), recipe.base));
      }
      if (length !== rows) {
        throw new AnalysisError(
          "bad-argument",
          `a Latin hypercube of ${design.rows} points can be doubled, not brought to ${rows}`,
        );
      }
      return { rows, recipe, columns };
    }
    case "closed":
      throw new AnalysisError("bad-argument", `no points can be added to ${recipe.about}`);
  }
}

function longer(
  design: UnitDesign,
  rows: number,
  fill: (column: Float64Array, at: number) => void,
): readonly Float64Array[] {
  return design.columns.map((old, at) => {
    const column = new Float64Array(rows);
    column.set(old);
    fill(column, at);
    return column;
  });
}
