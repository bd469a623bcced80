import type { Diagnostic } from "@shikumi/core/diagnostic";
import { amountBounds } from "../law/amount-bounds.ts";
import type { Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";
import { findLoops } from "./find-cycles.ts";

/** Pivots at or below this count as zero, so that rounding does not let a cascade of exactly one child pass. */
const SMALLEST_PIVOT = 1e-9;

/**
 * Cascades whose expected number of descendants is not finite, with every chance at its highest over futures and cases and all
 * conditions true. It is finite exactly where the matrix of mean children has a spectral radius below 1.
 */
export function checkCascades(study: Study): Diagnostic[] {
  const children = (id: Id): readonly Id[] =>
    study.incidents.get(id)?.causes.map(({ incident }) => incident) ?? [];
  return findLoops([...study.incidents.keys()], children).flatMap((loop) => {
    if (dieOut(meanChildren(study, loop))) return [];
    const [first, ...others] = loop.flatMap((id) => study.incidents.get(id) ?? []);
    if (!first) return [];
    const related = others.map(({ span }) => ({ span, role: "part" }));
    return [finding("cascade-endless", first.span, { incidents: loop.join(", ") }, related)];
  });
}

/** Row: parent; column: child; the highest mean number of such children of one incident. */
function meanChildren(study: Study, loop: readonly Id[]): number[][] {
  return loop.map((parent) =>
    loop.map((child) => {
      let mean = 0;
      for (const cause of study.incidents.get(parent)?.causes ?? []) {
        if (cause.incident !== child) continue;
        mean += Math.min(1, Math.max(0, amountBounds(study, cause.chance.amount).high));
      }
      return mean;
    }),
  );
}

/**
 * Whether the spectral radius of a matrix without negative entries is below 1: exactly where all pivots of I − M in elimination
 * without exchange of rows are positive (Berman and Plemmons, "Nonnegative Matrices in the Mathematical Sciences", 1994,
 * theorem 6.2.3). O(n³).
 */
function dieOut(matrix: readonly (readonly number[])[]): boolean {
  const rest = matrix.map((row, i) => row.map((mean, j) => (i === j ? 1 : 0) - mean));
  for (const [k, pivotRow] of rest.entries()) {
    const pivot = pivotRow[k] ?? 0;
    if (!(pivot > SMALLEST_PIVOT)) return false;
    for (const row of rest.slice(k + 1)) {
      const factor = (row[k] ?? 0) / pivot;
      for (let j = k; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return true;
}
