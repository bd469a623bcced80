import { exp, log, log1p, normalCdf, normalQuantile } from "@shikumi/core/math";
import { AnalysisError, type Design, type Outcome, type RowUse } from "../frame/index.ts";
import { type Interest, type InterestOptions, type Question, questionOf } from "./interest.ts";

/** One coefficient: change of the log-odds of being of interest by one unit of a factor, or for a level against the reference level. */
export interface LogisticTerm {
  readonly factor: string;
  /** The level of a category this term stands for; absent for numeric factors. */
  readonly level?: string | undefined;
  readonly coefficient: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  /** Coefficient for one standard deviation of the column: for comparing factors of different units. */
  readonly standardised: number;
  /** Wald's two-sided p-value. */
  readonly pValue: number;
}

export interface LogisticOptions extends Omit<InterestOptions, "groups"> {
  readonly confidence?: number | undefined;
}

export interface LogisticCheck {
  readonly use: RowUse;
  /** Why there is no fit. */
  readonly reason?: "no-interest" | "all-interest" | "too-few-rows" | undefined;
  readonly terms: readonly LogisticTerm[];
  /** Columns left out since the others (in the order of the design) say the same or they hold one value. */
  readonly aliased: readonly { readonly factor: string; readonly level?: string | undefined }[];
  readonly intercept?: number | undefined;
  /** Whether the fitted plane leaves all rows of interest on one side and all others on the other: ordinary logistic regression would have no answer there. */
  readonly isSeparated: boolean;
  /** Chance that a row of interest has the higher fitted log-odds than one that is not (area under the curve, ties one half), on the fitted rows. */
  readonly concordance?: number | undefined;
  readonly iterations: number;
  readonly isConverged: boolean;
}

/**
 * Logistic regression on all factors, as a check on boxes: by maximum likelihood with Jeffreys' penalty (Firth 1993; Heinze & Schemper 2002), whose estimates are finite
 * also where a plane separates the
 * classes. Newton steps with halving on standardised columns; categories by indicators against their first level seen. Weights are taken as given and scaled to add up to
 * Kish's effective number of rows.
 * Intervals are Wald's. Throws as `questionOf`, and `AnalysisError` `bad-argument` for a confidence outside (0.5, 1).
 */
export function logisticCheck(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: LogisticOptions = {},
): LogisticCheck {
  const { confidence = 0.95 } = options;
  if (!(confidence > 0.5 && confidence < 1))
    throw new AnalysisError("bad-argument", `confidence must lie in (0.5, 1), got ${confidence}`);
  const question = questionOf(design, outcome, interest, options);
  const none = {
    use: question.use,
    terms: [],
    aliased: [],
    isSeparated: false,
    iterations: 0,
    isConverged: false,
  };
  const hitRows = question.rows.filter((row) => (question.hits[row] as number) > 0).length;
  if (hitRows === 0) return { ...none, reason: question.rows.length === 0 ? "too-few-rows" : "no-interest" };
  if (hitRows === question.rows.length) return { ...none, reason: "all-interest" };
  const { columns, aliased } = independentColumns(design, question);
  if (question.rows.length < columns.length + 2) return { ...none, aliased, reason: "too-few-rows" };
  const labels = Uint8Array.from(question.rows, (row) => ((question.hits[row] as number) > 0 ? 1 : 0));
  const weights = Float64Array.from(question.rows, (row) => question.weight[row] as number);
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  for (let at = 0; at < weights.length; at++) weights[at] = ((weights[at] as number) * total) / squares;
  const fit = firthFit(
    columns.map(({ values }) => values),
    labels,
    weights,
  );
  const z = normalQuantile(0.5 + confidence / 2);
  const terms = columns.map(({ factor, level, scale }, at): LogisticTerm => {
    const standardised = fit.coefficients[at + 1] as number;
    const coefficient = standardised / scale;
    const error = (fit.errors[at + 1] as number) / scale;
    return {
      factor,
      ...(level === undefined ? {} : { level }),
      coefficient,
      error,
      low: coefficient - z * error,
      high: coefficient + z * error,
      standardised,
      pValue: 2 * normalCdf(-Math.abs(coefficient / error)),
    };
  });
  let intercept = fit.coefficients[0] as number;
  columns.forEach(({ centre, scale }, at) => {
    intercept -= ((fit.coefficients[at + 1] as number) * centre) / scale;
  });
  return {
    use: question.use,
    terms,
    aliased,
    intercept,
    ...separationOf(fit.scores, labels),
    iterations: fit.iterations,
    isConverged: fit.isConverged,
  };
}

interface Column {
  readonly factor: string;
  readonly level?: string;
  readonly centre: number;
  readonly scale: number;
  /** Standardised, one entry a row in question. */
  readonly values: Float64Array;
}

/** Standardised columns without those that the ones before them (nearly) make up, by Gram–Schmidt: less than 10⁻⁸ of their variance left. */
function independentColumns(
  design: Design,
  { rows }: Question,
): { columns: Column[]; aliased: LogisticCheck["aliased"] } {
  const columns: Column[] = [];
  const aliased: { factor: string; level?: string }[] = [];
  const basis: Float64Array[] = [];
  const offer = (factor: string, level: string | undefined, raw: Float64Array): void => {
    const named = level === undefined ? { factor } : { factor, level };
    const centre = raw.reduce((sum, value) => sum + value / raw.length, 0);
    let squares = 0;
    for (const value of raw) squares += ((value - centre) * (value - centre)) / raw.length;
    const scale = Math.sqrt(squares);
    if (!(scale > 1e-12 * Math.max(1e-300, Math.abs(centre))) || raw.every((value) => value === raw[0])) {
      aliased.push(named);
      return;
    }
    const values = raw.map((value) => (value - centre) / scale);
    const left = values.slice();
    for (let pass = 0; pass < 2; pass++) {
      for (const direction of basis) {
        let along = 0;
        for (let at = 0; at < left.length; at++) along += (left[at] as number) * (direction[at] as number);
        for (let at = 0; at < left.length; at++)
          left[at] = (left[at] as number) - along * (direction[at] as number);
      }
    }
    let remaining = 0;
    for (const value of left) remaining += value * value;
    if (remaining < 1e-8 * raw.length) {
      aliased.push(named);
      return;
    }
    const length = Math.sqrt(remaining);
    basis.push(left.map((value) => value / length));
    columns.push({ ...named, centre, scale, values });
  };
  design.factors.forEach((factor, at) => {
    const raw = Float64Array.from(rows, (row) => design.columns[at]?.[row] as number);
    if (factor.kind !== "category") offer(factor.name, undefined, raw);
    else {
      const seen = factor.levels.map((_, level) => level).filter((level) => raw.includes(level));
      if (seen.length < 2) aliased.push({ factor: factor.name });
      for (const level of seen.slice(1)) {
        offer(
          factor.name,
          factor.levels[level],
          raw.map((value) => (value === level ? 1 : 0)),
        );
      }
    }
  });
  return { columns, aliased };
}

interface Fit {
  readonly coefficients: Float64Array;
  readonly errors: Float64Array;
  readonly scores: Float64Array;
  readonly iterations: number;
  readonly isConverged: boolean;
}

interface State {
  readonly penalised: number;
  readonly inverse: Float64Array;
  readonly scores: Float64Array;
}

/** Firth's modified score U*(β) = Σ w (y − π + h (½ − π) ÷ w) x with h the leverages, by Newton steps that are halved until the penalised likelihood rises. */
function firthFit(columns: readonly Float64Array[], labels: Uint8Array, weights: Float64Array): Fit {
  const size = columns.length + 1;
  let beta = new Float64Array(size);
  let state = stateOf(columns, labels, weights, beta);
  let iterations = 0;
  let isConverged = false;
  for (; iterations < 100 && !isConverged; iterations++) {
    const step = times(state.inverse, firthScore(columns, labels, weights, state), size);
    let largest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    let scale = largest > 5 ? 5 / largest : 1;
    let next = state;
    let moved = beta;
    for (let halving = 0; halving < 30; halving++) {
      const by = scale;
      moved = beta.map((value, at) => value + by * (step[at] as number));
      next = stateOf(columns, labels, weights, moved);
      if (next.penalised >= state.penalised - 1e-12 * Math.abs(state.penalised)) break;
      scale /= 2;
    }
    largest *= scale;
    beta = moved;
    state = next;
    isConverged = largest < 1e-9;
  }
  const errors = Float64Array.from({ length: size }, (_, at) =>
    Math.sqrt(state.inverse[at * size + at] as number),
  );
  return { coefficients: beta, errors, scores: state.scores, iterations, isConverged };
}

/** Row r of the regression: 1, then the columns. */
function entryOf(columns: readonly Float64Array[], at: number, row: number): number {
  return at === 0 ? 1 : ((columns[at - 1] as Float64Array)[row] as number);
}

function stateOf(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  weights: Float64Array,
  beta: Float64Array,
): State {
  const size = beta.length;
  const scores = new Float64Array(labels.length).fill(beta[0] as number);
  columns.forEach((column, at) => {
    const slope = beta[at + 1] as number;
    for (let row = 0; row < scores.length; row++)
      scores[row] = (scores[row] as number) + slope * (column[row] as number);
  });
  let likelihood = 0;
  const information = new Float64Array(size * size);
  const row = new Float64Array(size);
  for (let at = 0; at < labels.length; at++) {
    const score = scores[at] as number;
    const weight = weights[at] as number;
    const towards = labels[at] === 1 ? score : -score;
    likelihood += weight * (towards > 0 ? -log1p(exp(-towards)) : towards - log1p(exp(towards)));
    const spread = weight * varianceOf(score);
    for (let i = 0; i < size; i++) row[i] = entryOf(columns, i, at);
    for (let i = 0; i < size; i++) {
      const scaled = spread * (row[i] as number);
      for (let j = 0; j <= i; j++)
        information[i * size + j] = (information[i * size + j] as number) + scaled * (row[j] as number);
    }
  }
  const { inverse, logDeterminant } = inverted(information, size);
  return { penalised: likelihood + logDeterminant / 2, inverse, scores };
}

function varianceOf(score: number): number {
  const tail = exp(-Math.abs(score));
  return tail / ((1 + tail) * (1 + tail));
}

function firthScore(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  weights: Float64Array,
  { inverse, scores }: State,
): Float64Array {
  const size = columns.length + 1;
  const sums = new Float64Array(size);
  const row = new Float64Array(size);
  for (let at = 0; at < labels.length; at++) {
    const score = scores[at] as number;
    const tail = exp(-Math.abs(score));
    const chance = score >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    for (let i = 0; i < size; i++) row[i] = entryOf(columns, i, at);
    let leverage = 0;
    for (let i = 0; i < size; i++) {
      let along = 0;
      for (let j = 0; j < size; j++) along += (inverse[i * size + j] as number) * (row[j] as number);
      leverage += along * (row[i] as number);
    }
    leverage *= (weights[at] as number) * varianceOf(score);
    const residual = (weights[at] as number) * ((labels[at] as number) - chance) + leverage * (0.5 - chance);
    for (let i = 0; i < size; i++) sums[i] = (sums[i] as number) + residual * (row[i] as number);
  }
  return sums;
}

/**
 * Inverse and log-determinant of a positive definite matrix given by its lower half, by Cholesky; a pivot below 10⁻³⁰⁰ counts as that, so that a step too far is
 * refused and not `NaN`.
 */
function inverted(lower: Float64Array, size: number): { inverse: Float64Array; logDeterminant: number } {
  const factor = new Float64Array(size * size);
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      factor[i * size + j] =
        i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / (factor[j * size + j] as number);
    }
    logDeterminant += 2 * log(factor[i * size + i] as number);
  }
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const solved = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= (factor[i * size + k] as number) * (solved[k] as number);
      solved[i] = sum / (factor[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = solved[i] as number;
      for (let k = i + 1; k < size; k++)
        sum -= (factor[k * size + i] as number) * (inverse[k * size + column] as number);
      inverse[i * size + column] = sum / (factor[i * size + i] as number);
    }
  }
  return { inverse, logDeterminant };
}

function times(matrix: Float64Array, vector: Float64Array, size: number): Float64Array {
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (matrix[i * size + j] as number) * (vector[j] as number);
    return sum;
  });
}

function separationOf(
  scores: Float64Array,
  labels: Uint8Array,
): { isSeparated: boolean; concordance: number } {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let others = 0;
  let pairs = 0;
  let hits = 0;
  let isSeparated = true;
  for (let at = 0; at < order.length; ) {
    let end = at;
    let tiedHits = 0;
    while (end < order.length && scores[order[end] as number] === scores[order[at] as number]) {
      tiedHits += labels[order[end] as number] as number;
      end += 1;
    }
    const tiedOthers = end - at - tiedHits;
    if (tiedOthers > 0 && hits + tiedHits > 0) isSeparated = false;
    pairs += tiedHits * (others + tiedOthers / 2);
    hits += tiedHits;
    others += tiedOthers;
    at = end;
  }
  return { isSeparated, concordance: pairs / (hits * others) };
}
