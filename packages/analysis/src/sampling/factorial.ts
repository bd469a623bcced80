import { AnalysisError, type Design, designOf, type Factor } from "../frame/index.ts";
import { checkCount, largestRows, type UnitDesign } from "./unit-design.ts";

/**
 * All combinations of levels as points of the unit cube: level l of L lies at (l + ½) ÷ L, so each stands for an equal share of a distribution. The last dimension changes fastest. Throws `AnalysisError`
 * `bad-argument` for no dimensions, for levels below 1 and for more than 2^30 rows.
 */
export function fullFactorial(levels: readonly number[]): UnitDesign {
  const codes = combinations(levels);
  const columns = codes.map((column, at) =>
    Float64Array.from(column, (code) => (code + 0.5) / (levels[at] as number)),
  );
  return { rows: codes[0]?.length ?? 0, columns, recipe: { method: "closed", about: "a full factorial" } };
}

/**
 * All combinations of levels of factors, from the lowest value to the highest in equal steps, both ends included; one level is the middle. Categories take all their levels, integers the
 * nearest whole number. The last factor changes fastest. Throws `AnalysisError` `bad-argument` if a category is given another number of levels, if two levels of an integer are one number, and as
 * `fullFactorial` does.
 */
export function factorialDesign(factors: readonly Factor[], levels: readonly number[]): Design {
  if (levels.length !== factors.length) {
    throw new AnalysisError(
      "another-length",
      `${factors.length} factors, but ${levels.length} numbers of levels`,
    );
  }
  const codes = combinations(levels);
  const columns = factors.map((factor, at) => {
    const values = levelsOf(factor, levels[at] as number);
    return Float64Array.from(codes[at] as Int32Array, (code) => values[code] as number);
  });
  return designOf(factors, columns);
}

function levelsOf(factor: Factor, count: number): Float64Array {
  if (factor.kind === "category") {
    if (count !== factor.levels.length) {
      throw new AnalysisError(
        "bad-argument",
        `"${factor.name}" has ${factor.levels.length} levels, not ${count}`,
      );
    }
    return Float64Array.from({ length: count }, (_, code) => code);
  }
  const { low, high } = factor;
  const values = Float64Array.from({ length: count }, (_, at) => {
    const share = count === 1 ? 0.5 : at / (count - 1);
    const value = low * (1 - share) + high * share;
    return factor.kind === "integer" ? Math.round(value) : Math.min(high, Math.max(low, value));
  });
  if (factor.kind === "integer" && new Set(values).size !== count) {
    throw new AnalysisError(
      "bad-argument",
      `"${factor.name}" has no ${count} whole numbers from ${low} to ${high}`,
    );
  }
  return values;
}

function combinations(levels: readonly number[]): readonly Int32Array[] {
  if (levels.length === 0) throw new AnalysisError("bad-argument", "a factorial needs a factor");
  for (const count of levels) checkCount("the number of levels", count, 1);
  const rows = levels.reduce((product, count) => product * count, 1);
  checkCount("the number of rows", rows, 1, largestRows);
  let run = rows;
  return levels.map((count) => {
    run /= count;
    const each = run;
    return Int32Array.from({ length: rows }, (_, row) => Math.floor(row / each) % count);
  });
}
