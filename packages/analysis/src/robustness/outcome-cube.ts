import { Fingerprint } from "../frame/fingerprint.ts";
import type { Direction } from "../pareto/index.ts";

export type { Direction };

import { AnalysisError, type Design } from "../frame/index.ts";

/**
 * One measure of every alternative in every future and replication. Cells of one row and replication met the same luck (common random numbers), so alternatives are
 * compared within a cell. A run that failed is `NaN`.
 */
export interface OutcomeCube {
  /** `Design.id` of the design whose rows are the futures, in its order. */
  readonly designId: string;
  /** Names, all different. */
  readonly alternatives: readonly string[];
  /** Futures. */
  readonly rows: number;
  /** Replications of each future. */
  readonly replications: number;
  /** `values[(alternative * rows + row) * replications + replication]`, in the measure's unit. */
  readonly values: Float64Array;
  readonly direction: Direction;
}

/** A cube over the rows of a design. Throws `AnalysisError` as `checkCube`. */
export function cubeOf(
  design: Pick<Design, "id" | "rows">,
  alternatives: readonly string[],
  replications: number,
  values: Float64Array,
  direction: Direction,
): OutcomeCube {
  const cube = { designId: design.id, alternatives, rows: design.rows, replications, values, direction };
  checkCube(cube);
  return cube;
}

/** Throws `AnalysisError`: `another-length` where the values do not fill the cube, `bad-argument` without alternatives or replications or with two alternatives of one name. */
export function checkCube({ alternatives, rows, replications, values }: OutcomeCube): void {
  if (alternatives.length === 0) throw new AnalysisError("bad-argument", "no alternatives");
  if (new Set(alternatives).size !== alternatives.length) {
    throw new AnalysisError("bad-argument", "two alternatives share a name");
  }
  if (!(Number.isInteger(replications) && replications >= 1 && Number.isInteger(rows) && rows >= 0)) {
    throw new AnalysisError("bad-argument", `${rows} rows of ${replications} replications`);
  }
  if (values.length !== alternatives.length * rows * replications) {
    throw new AnalysisError(
      "another-length",
      `${values.length} values for ${alternatives.length} alternatives × ${rows} rows × ${replications} replications`,
    );
  }
}

/** Fingerprint of a cube: names, shape, direction, design and every bit of the values. 32 hex digits. */
export function cubeId(cube: OutcomeCube): string {
  const { designId, alternatives, rows, replications, direction } = cube;
  const fingerprint = new Fingerprint();
  fingerprint.addText(JSON.stringify([designId, alternatives, rows, replications, direction]));
  fingerprint.addColumn(cube.values);
  return fingerprint.hex();
}

/** Throws `AnalysisError` unless both cubes hold the same alternatives over the same rows of the same design. */
export function checkSameFrame(a: OutcomeCube, b: OutcomeCube): void {
  if (a.designId !== b.designId) {
    throw new AnalysisError("another-design", `cubes of designs ${a.designId} and ${b.designId}`);
  }
  if (a.rows !== b.rows) throw new AnalysisError("another-length", `cubes of ${a.rows} and ${b.rows} rows`);
  if (JSON.stringify(a.alternatives) !== JSON.stringify(b.alternatives)) {
    throw new AnalysisError("bad-argument", "cubes of different alternatives, or in another order");
  }
}
