import {
  AnalysisError,
  type Design,
  designOf,
  type Factor,
  type Outcome,
  outcomeOf,
  type RowUse,
} from "../frame/index.ts";
import { type Interest, type InterestOptions, questionOf } from "./interest.ts";

/** A rotation: component c of a row is Σ over factors of `weights[c][f]` × (value − `centre[f]`) ÷ `scale[f]`, so a limit on it can be told in the factors' own units. */
export interface Rotation {
  /** Rotated factors, in the order of `centre`, `scale` and of each component's weights. */
  readonly factors: readonly string[];
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** Names of the components in the rotated design. */
  readonly components: readonly string[];
  /** One row of unit length a component, orthogonal to the others; of two signs that whose largest weight is positive. */
  readonly weights: readonly Float64Array[];
  /** Variance of the rows of interest along each component, falling, in squared standard deviations of all rows. */
  readonly variances: Float64Array;
}

/**
 * The design turned to the principal axes of the rows of interest, for peeling boxes that lie askew (PCA-PRIM; Dalal, Han, Lempert, Jaycocks & Hackbarth 2013). Numeric
 * factors that vary are
 * standardised over all usable rows and rotated; categories and constant factors are kept as they are. Rows without a usable outcome are rotated too. The outcome
 * returned belongs to the new
 * design. Throws as `questionOf`, and `AnalysisError` `too-few-rows` with fewer than two rows of interest or fewer than two numeric factors that vary.
 */
export function rotateDesign(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: InterestOptions = {},
): { readonly use: RowUse; readonly design: Design; readonly outcome: Outcome; readonly rotation: Rotation } {
  const question = questionOf(design, outcome, interest, options);
  const moments = design.columns.map((column) => momentsOf(column, question.rows, question.weight));
  const turned: number[] = [];
  design.factors.forEach((factor, at) => {
    if (factor.kind !== "category" && (moments[at]?.deviation as number) > 0) turned.push(at);
  });
  const wanted = question.rows.filter((row) => (question.hits[row] as number) > 0);
  if (wanted.length < 2 || turned.length < 2) {
    throw new AnalysisError(
      "too-few-rows",
      `a rotation of ${turned.length} factors by ${wanted.length} rows of interest`,
    );
  }
  const centre = Float64Array.from(turned, (at) => moments[at]?.mean as number);
  const scale = Float64Array.from(turned, (at) => moments[at]?.deviation as number);
  const standard = turned.map((at, index) =>
    (design.columns[at] as Float64Array).map(
      (value) => (value - (centre[index] as number)) / (scale[index] as number),
    ),
  );
  const { values, vectors } = principalAxes(covarianceOf(standard, wanted, question.weight));
  const taken = new Set(design.factors.map(({ name }) => name));
  const components = vectors.map((_, index) => {
    let name = `component ${index + 1}`;
    while (taken.has(name)) name = `${name}'`;
    return name;
  });
  const columns: Float64Array[] = [];
  const factors: Factor[] = [];
  vectors.forEach((weights, component) => {
    const column = new Float64Array(design.rows);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < design.rows; row++) {
      let sum = 0;
      for (let at = 0; at < weights.length; at++)
        sum += (weights[at] as number) * (standard[at]?.[row] as number);
      column[row] = sum;
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
    columns.push(column);
    factors.push({ kind: "real", name: components[component] as string, low, high });
  });
  design.factors.forEach((factor, at) => {
    if (turned.includes(at)) return;
    factors.push(factor);
    columns.push(design.columns[at] as Float64Array);
  });
  const rotated = designOf(factors, columns);
  return {
    use: question.use,
    design: rotated,
    outcome: outcomeOf(rotated, outcome.name, outcome.values, outcome.failures),
    rotation: {
      factors: turned.map((at) => design.factors[at]?.name ?? ""),
      centre,
      scale,
      components,
      weights: vectors,
      variances: values,
    },
  };
}

function momentsOf(
  column: Float64Array,
  rows: Int32Array,
  weight: Float64Array,
): { mean: number; deviation: number } {
  let total = 0;
  let sum = 0;
  for (const row of rows) {
    total += weight[row] as number;
    sum += (weight[row] as number) * (column[row] as number);
  }
  const mean = sum / total;
  let squares = 0;
  for (const row of rows) {
    const gap = (column[row] as number) - mean;
    squares += (weight[row] as number) * gap * gap;
  }
  const deviation = Math.sqrt(squares / total);
  const isConstant = rows.every((row) => column[row] === column[rows[0] as number]);
  return { mean, deviation: isConstant || !Number.isFinite(deviation) ? 0 : deviation };
}

function covarianceOf(
  columns: readonly Float64Array[],
  rows: Int32Array,
  weight: Float64Array,
): Float64Array[] {
  const means = columns.map((column) => {
    let total = 0;
    let sum = 0;
    for (const row of rows) {
      total += weight[row] as number;
      sum += (weight[row] as number) * (column[row] as number);
    }
    return sum / total;
  });
  let total = 0;
  for (const row of rows) total += weight[row] as number;
  return columns.map((one, a) =>
    Float64Array.from(columns, (other, b) => {
      let sum = 0;
      for (const row of rows) {
        sum +=
          (weight[row] as number) *
          ((one[row] as number) - (means[a] as number)) *
          ((other[row] as number) - (means[b] as number));
      }
      return sum / total;
    }),
  );
}

/** Eigenvalues, falling, and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, "Matrix Computations", §8.5). */
function principalAxes(matrix: readonly Float64Array[]): { values: Float64Array; vectors: Float64Array[] } {
  const size = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = matrix.map((_, at) => Float64Array.from({ length: size }, (__, to) => (to === at ? 1 : 0)));
  const entry = (row: number, column: number): number => a[row]?.[column] as number;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += entry(p, q) * entry(p, q);
    if (off < 1e-28) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(entry(p, q)) < 1e-300) continue;
        const theta = (entry(q, q) - entry(p, p)) / (2 * entry(p, q));
        const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        turn(a, vectors, p, q, cosine, tangent * cosine);
      }
    }
  }
  const order = Array.from(a.keys()).sort((x, y) => entry(y, y) - entry(x, x) || x - y);
  return {
    values: Float64Array.from(order, (at) => Math.max(0, entry(at, at))),
    vectors: order.map((at) => {
      const vector = vectors[at] as Float64Array;
      const largest = vector.reduce(
        (best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best),
        0,
      );
      return largest < 0 ? vector.map((value) => -value) : vector;
    }),
  };
}

/** One Jacobi rotation of rows and columns p and q; `vectors` holds one eigenvector a row. */
function turn(
  a: Float64Array[],
  vectors: Float64Array[],
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  const rotate = (first: Float64Array, second: Float64Array): void => {
    for (let at = 0; at < first.length; at++) {
      const [x, y] = [first[at] as number, second[at] as number];
      first[at] = cosine * x - sine * y;
      second[at] = sine * x + cosine * y;
    }
  };
  rotate(a[p] as Float64Array, a[q] as Float64Array);
  for (const row of a) {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  rotate(vectors[p] as Float64Array, vectors[q] as Float64Array);
}
