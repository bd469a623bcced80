import { AnalysisError } from "../frame/index.ts";
import type { Input } from "./input.ts";

/** Σ coefficient × input ≤ atMost, in the inputs' own units. Inputs not named have the coefficient 0. "At least" is the same with all signs turned. */
export interface LinearConstraint {
  readonly coefficients: Readonly<Record<string, number>>;
  readonly atMost: number;
}

/**
 * Numbers of the rows that meet all constraints, ascending. Each row is judged by itself, in the order of the inputs, so more rows keep the answers on the old. Throws `AnalysisError`
 * `bad-argument` for an input that is unknown or a category, or a number that is not finite.
 */
export function rowsMeeting(
  inputs: readonly Input[],
  columns: readonly Float64Array[],
  constraints: readonly LinearConstraint[],
): Int32Array {
  const rows = columns[0]?.length ?? 0;
  const isOut = new Uint8Array(rows);
  for (const constraint of constraints) {
    checkConstraint(inputs, constraint);
    const sums = new Float64Array(rows);
    inputs.forEach(({ name }, at) => {
      const coefficient = Object.hasOwn(constraint.coefficients, name)
        ? (constraint.coefficients[name] as number)
        : 0;
      if (coefficient === 0) return;
      const column = columns[at] as Float64Array;
      for (let row = 0; row < rows; row++) {
        sums[row] = (sums[row] as number) + coefficient * (column[row] as number);
      }
    });
    for (let row = 0; row < rows; row++) if (!((sums[row] as number) <= constraint.atMost)) isOut[row] = 1;
  }
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (isOut[row] === 0) kept[count++] = row;
  return kept.slice(0, count);
}

function checkConstraint(inputs: readonly Input[], { coefficients, atMost }: LinearConstraint): void {
  for (const [name, coefficient] of [...Object.entries(coefficients), ["the bound", atMost] as const]) {
    if (!Number.isFinite(coefficient)) {
      throw new AnalysisError("bad-argument", `"${name}" of a constraint is ${coefficient}`);
    }
  }
  for (const name of Object.keys(coefficients)) {
    const input = inputs.find((one) => one.name === name);
    if (input === undefined || input.distribution.kind === "category") {
      throw new AnalysisError(
        "bad-argument",
        `a constraint names "${name}", which is ${input === undefined ? "no input" : "a category"}`,
      );
    }
  }
}
