import { AnalysisError, type Design, type Outcome, type RowUse, type Seed } from "../frame/index.ts";
import { type Bounds, type Box, boxOf } from "./box.ts";
import { type BoxMeasures, measureBounds } from "./box-measures.ts";
import { growTree, leafOf, leavesAt, type TreeNode } from "./classification-tree.ts";
import { type Interest, type InterestOptions, type Question, questionOf } from "./interest.ts";
import { dealParts, discoveryName } from "./random-parts.ts";
import { partOfRows, type SortedRows, sortRows } from "./sorted-rows.ts";

export interface TreeOptions extends InterestOptions {
  /** Least share of the fitted rows a leaf may hold, in (0, 0.5]. */
  readonly leastMass?: number | undefined;
  readonly mostDepth?: number | undefined;
  readonly folds?: number | undefined;
  readonly heldOutShare?: number | undefined;
  readonly seed?: Seed | undefined;
  readonly confidence?: number | undefined;
}

/** A leaf of the pruned tree as a box. Leaves are disjoint but for values exactly half-way between two that were split. */
export interface TreeLeaf {
  readonly box: Box;
  readonly fitted: BoxMeasures;
  readonly heldOut: BoxMeasures;
}

export interface TreeDiscovery {
  readonly use: RowUse;
  /** Leaves by falling density on the fitted rows; one, the whole space, if no split holds up. */
  readonly leaves: readonly TreeLeaf[];
  /** Leaves denser than one half together; absent if there are none. */
  readonly union?: { readonly fitted: BoxMeasures; readonly heldOut: BoxMeasures } | undefined;
  /** Complexity at which the tree was pruned, in Brier score a leaf, and the whole path: complexity, leaves, cross-validated Brier score and its standard error. */
  readonly complexity: number;
  readonly pruning: {
    readonly complexity: Float64Array;
    readonly leaves: Int32Array;
    readonly score: Float64Array;
    readonly error: Float64Array;
  };
}

/**
 * A classification tree (CART) grown by the Gini index and pruned by cost-complexity, with the complexity of the smallest tree whose cross-validated Brier score lies
 * within one standard error of the
 * best (Breiman, Friedman, Olshen & Stone 1984, §3.4.3). A part of the rows is kept apart to measure the leaves. Throws as `questionOf`, and `AnalysisError` `bad-
 * argument` for options out of range,
 * `too-few-rows` where the rows cannot be divided.
 */
export function discoverTree(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: TreeOptions = {},
): TreeDiscovery {
  const {
    leastMass = 0.05,
    mostDepth = 12,
    folds = 5,
    heldOutShare = 0.3,
    seed = 0,
    confidence = 0.95,
  } = options;
  const check = (isRight: boolean, what: string): void => {
    if (!isRight) throw new AnalysisError("bad-argument", what);
  };
  check(leastMass > 0 && leastMass <= 0.5, `leastMass must lie in (0, 0.5], got ${leastMass}`);
  check(
    Number.isInteger(mostDepth) && mostDepth >= 1 && mostDepth <= 30,
    `mostDepth must be a whole number from 1 to 30, got ${mostDepth}`,
  );
  check(
    Number.isInteger(folds) && folds >= 2 && folds <= 20,
    `folds must be a whole number from 2 to 20, got ${folds}`,
  );
  check(
    heldOutShare >= 0.1 && heldOutShare <= 0.9,
    `heldOutShare must lie in [0.1, 0.9], got ${heldOutShare}`,
  );
  const question = questionOf(design, outcome, interest, options);
  const name = discoveryName(seed, "tree");
  const part = dealParts(question, question.rows, [1 - heldOutShare, heldOutShare], name);
  const fit = partOfRows(sortRows(question), part, 0);
  const heldOut = question.rows.filter((row) => part[row] === 1);
  if (fit.rows.length < folds || heldOut.length === 0) {
    throw new AnalysisError("too-few-rows", `${question.rows.length} usable rows cannot be divided`);
  }
  const nodes = growTree(fit, { least: leastMass * fit.total, mostDepth });
  const pruning = crossValidate(question, fit, nodes, {
    leastMass,
    mostDepth,
    folds,
    fold: dealParts(
      question,
      fit.rows,
      new Array<number>(folds).fill(1 / folds),
      discoveryName(name, "folds"),
    ),
  });
  const best = pruning.score.reduce(
    (at, score, index) => (score < (pruning.score[at] as number) ? index : at),
    0,
  );
  const most = (pruning.score[best] as number) + (pruning.error[best] as number);
  let chosen = best;
  while (chosen + 1 < pruning.score.length && (pruning.score[chosen + 1] as number) <= most) chosen += 1;
  const complexity = pruning.complexity[chosen] as number;
  const picked = leavesAt(nodes, complexity)
    .map((at) => nodes[at] as TreeNode)
    .sort((a, b) => b.hits / b.weight - a.hits / a.weight || b.weight - a.weight);
  const measured = (union: readonly Bounds[]): { fitted: BoxMeasures; heldOut: BoxMeasures } => ({
    fitted: measureBounds(question, fit.rows, union, confidence),
    heldOut: measureBounds(question, heldOut, union, confidence),
  });
  const dense = picked.filter(({ hits, weight }) => 2 * hits > weight).map(({ bounds }) => bounds);
  return {
    use: question.use,
    leaves: picked.map(({ bounds }) => ({ box: boxOf(bounds, design.factors), ...measured([bounds]) })),
    ...(dense.length === 0 ? {} : { union: measured(dense) }),
    complexity,
    pruning,
  };
}

function crossValidate(
  question: Question,
  fit: SortedRows,
  nodes: readonly TreeNode[],
  {
    leastMass,
    mostDepth,
    folds,
    fold,
  }: { leastMass: number; mostDepth: number; folds: number; fold: Uint8Array },
): TreeDiscovery["pruning"] {
  const prices = [
    ...new Set([0, ...nodes.filter(({ factor }) => factor >= 0).map(({ collapse }) => collapse)]),
  ].sort((a, b) => a - b);
  const sums = new Float64Array(prices.length);
  const groupSums = prices.map(() => new Float64Array(question.groupCount));
  for (let index = 0; index < folds; index++) {
    const others = partOfRows(fit, fold, index, false);
    const tree = growTree(others, { least: leastMass * others.total, mostDepth });
    prices.forEach((price, at) => {
      const next = prices[at + 1];
      // The geometric mean stands for all trees between two prices; the last is the root alone.
      const complexity = next === undefined ? Number.POSITIVE_INFINITY : Math.sqrt(price * next);
      for (const row of fit.rows) {
        if (fold[row] !== index) continue;
        const leaf = tree[leafOf(tree, fit.columns, row, complexity)] as TreeNode;
        const isHit = (question.hits[row] as number) > 0 ? 1 : 0;
        const gap = isHit - leaf.hits / leaf.weight;
        const loss = (question.weight[row] as number) * gap * gap;
        sums[at] = (sums[at] as number) + loss;
        const own = groupSums[at] as Float64Array;
        const group = question.group[row] as number;
        own[group] = (own[group] as number) + loss;
      }
    });
  }
  const score = sums.map((sum) => sum / fit.total);
  const weights = new Float64Array(question.groupCount);
  for (const row of fit.rows) {
    const group = question.group[row] as number;
    weights[group] = (weights[group] as number) + (question.weight[row] as number);
  }
  const error = score.map((mean, at) => {
    let squares = 0;
    (groupSums[at] as Float64Array).forEach((sum, group) => {
      const gap = sum - mean * (weights[group] as number);
      squares += gap * gap;
    });
    return Math.sqrt(squares) / fit.total;
  });
  return {
    complexity: Float64Array.from(prices),
    leaves: Int32Array.from(prices, (price) => leavesAt(nodes, price).length),
    score,
    error,
  };
}
