import { type Bounds, copyBounds, openBounds } from "./box.ts";
import { partOfRows, type SortedRows, seenLevels } from "./sorted-rows.ts";

/** A node of a tree; node 0 is the root. Rows at or below the cut, or with a level marked 1, go to `left`. */
export interface TreeNode {
  readonly bounds: Bounds;
  readonly weight: number;
  readonly hits: number;
  /** Index of the factor split on, −1 for a leaf. */
  factor: number;
  cut: number;
  levels: Uint8Array | undefined;
  left: number;
  right: number;
  /** Complexity at and above which the node is a leaf; 0 for one that was never split. */
  collapse: number;
}

export interface GrowSettings {
  /** Least weight of a leaf. */
  readonly least: number;
  readonly mostDepth: number;
}

/**
 * Grows a classification tree by the Gini index (Breiman, Friedman, Olshen & Stone 1984): each split is the one that lowers Σ n p (1 − p) most; levels of a category are
 * split in the order of their
 * density, which finds the best of all divisions for two classes (ibid., theorem 4.5). Then finds, by weakest links, the complexity at which each node becomes a leaf, in
 * units of the
 * Brier score (Σ n p (1 − p) ÷ n). Equal splits: the factor first by name, the lower cut.
 */
export function growTree(sorted: SortedRows, settings: GrowSettings): TreeNode[] {
  const nodes: TreeNode[] = [];
  grow(nodes, sorted, openBounds(sorted.factors), settings, 0);
  findCollapses(nodes);
  return nodes;
}

/** Leaf a row ends in when the tree is pruned at a complexity. */
export function leafOf(
  nodes: readonly TreeNode[],
  columns: readonly Float64Array[],
  row: number,
  complexity: number,
): number {
  let at = 0;
  for (;;) {
    const node = nodes[at] as TreeNode;
    if (node.factor < 0 || node.collapse <= complexity) return at;
    const value = columns[node.factor]?.[row] as number;
    const isLeft = node.levels === undefined ? value <= node.cut : node.levels[value] === 1;
    at = isLeft ? node.left : node.right;
  }
}

/** Leaves of the tree pruned at a complexity, left to right. */
export function leavesAt(nodes: readonly TreeNode[], complexity: number, at = 0): number[] {
  const node = nodes[at] as TreeNode;
  if (node.factor < 0 || node.collapse <= complexity) return [at];
  return [...leavesAt(nodes, complexity, node.left), ...leavesAt(nodes, complexity, node.right)];
}

function grow(
  nodes: TreeNode[],
  sorted: SortedRows,
  bounds: Bounds,
  settings: GrowSettings,
  depth: number,
): number {
  const at = nodes.length;
  const { total, interest } = sorted;
  const node: TreeNode = {
    bounds,
    weight: total,
    hits: interest,
    factor: -1,
    cut: 0,
    levels: undefined,
    left: -1,
    right: -1,
    collapse: 0,
  };
  nodes.push(node);
  const split = depth < settings.mostDepth ? bestSplit(sorted, settings.least) : undefined;
  if (split === undefined) return at;
  node.factor = split.factor;
  node.cut = split.cut;
  node.levels = split.levels;
  const goesLeft = new Uint8Array(sorted.weight.length);
  const column = sorted.columns[split.factor] as Float64Array;
  for (const row of sorted.rows) {
    const value = column[row] as number;
    goesLeft[row] = (split.levels === undefined ? value <= split.cut : split.levels[value] === 1) ? 1 : 0;
  }
  const [left, right] = [copyBounds(bounds), copyBounds(bounds)];
  if (split.levels === undefined) {
    left.high[split.factor] = split.cut;
    right.low[split.factor] = split.above;
  } else {
    const seen = seenLevels(sorted, split.factor);
    left.levels[split.factor] = split.levels;
    right.levels[split.factor] = seen.map((is, level) => (is === 1 && split.levels?.[level] === 0 ? 1 : 0));
  }
  node.left = grow(nodes, partOfRows(sorted, goesLeft, 1), left, settings, depth + 1);
  node.right = grow(nodes, partOfRows(sorted, goesLeft, 0), right, settings, depth + 1);
  return at;
}

interface Split {
  readonly factor: number;
  /** Largest value that goes left, and the lower limit of what goes right. */
  readonly cut: number;
  readonly above: number;
  readonly levels: Uint8Array | undefined;
  readonly gain: number;
}

/** The split that raises Σ hits² ÷ weight most, which is to lower Σ n p (1 − p) most. */
function bestSplit(sorted: SortedRows, least: number): Split | undefined {
  const { total, interest, byName, factors } = sorted;
  if (interest === 0 || interest >= total) return undefined;
  let best: Split | undefined;
  for (const factor of byName) {
    const split =
      factors[factor]?.kind === "category"
        ? levelSplit(sorted, factor, least)
        : valueSplit(sorted, factor, least);
    if (split !== undefined && split.gain > Math.max(best?.gain ?? 0, 1e-12 * total)) best = split;
  }
  return best;
}

function gainOf(hits: number, weight: number, { interest, total }: SortedRows): number {
  const others = interest - hits;
  return (hits * hits) / weight + (others * others) / (total - weight) - (interest * interest) / total;
}

function valueSplit(sorted: SortedRows, factor: number, least: number): Split | undefined {
  const order = sorted.orders[factor] as Int32Array;
  const first = sorted.firsts[factor] as Uint8Array;
  const column = sorted.columns[factor] as Float64Array;
  const { weight: weights, hits: found, total, interest } = sorted;
  const none = (interest * interest) / total;
  let weight = 0;
  let hits = 0;
  let gain = 0;
  let place = -1;
  for (let at = 0; at + 1 < order.length; at++) {
    const row = order[at] as number;
    weight += weights[row] as number;
    hits += found[row] as number;
    if (first[at + 1] === 0 || weight < least || total - weight < least) continue;
    // As `gainOf`, written out.
    const others = interest - hits;
    const own = (hits * hits) / weight + (others * others) / (total - weight) - none;
    if (own <= gain) continue;
    gain = own;
    place = at;
  }
  if (place < 0) return undefined;
  const below = column[order[place] as number] as number;
  const above = column[order[place + 1] as number] as number;
  const middle = below / 2 + above / 2;
  if (sorted.factors[factor]?.kind === "integer") {
    const cut = Math.max(below, Math.min(above - 1, Math.floor(middle)));
    return { factor, cut, above: Math.min(above, cut + 1), levels: undefined, gain };
  }
  const isBetween = below < middle && middle < above;
  return {
    factor,
    cut: isBetween ? middle : below,
    above: isBetween ? middle : above,
    levels: undefined,
    gain,
  };
}

function levelSplit(sorted: SortedRows, factor: number, least: number): Split | undefined {
  const column = sorted.columns[factor] as Float64Array;
  const seen = seenLevels(sorted, factor);
  const weights = new Float64Array(seen.length);
  const found = new Float64Array(seen.length);
  for (const row of sorted.rows) {
    const level = column[row] as number;
    weights[level] = (weights[level] as number) + (sorted.weight[row] as number);
    found[level] = (found[level] as number) + (sorted.hits[row] as number);
  }
  const density = (level: number): number => (found[level] as number) / (weights[level] as number);
  const order = Array.from(seen.keys())
    .filter((level) => seen[level] === 1)
    .sort((a, b) => density(b) - density(a) || a - b);
  let weight = 0;
  let hits = 0;
  let gain = 0;
  let taken = 0;
  for (let at = 0; at + 1 < order.length; at++) {
    weight += weights[order[at] as number] as number;
    hits += found[order[at] as number] as number;
    if (weight < least || sorted.total - weight < least) continue;
    const own = gainOf(hits, weight, sorted);
    if (own <= gain) continue;
    gain = own;
    taken = at + 1;
  }
  if (taken === 0) return undefined;
  const levels = new Uint8Array(seen.length);
  for (const level of order.slice(0, taken)) levels[level] = 1;
  return { factor, cut: 0, above: 0, levels, gain };
}

/** Risk of a node as a leaf, n p (1 − p). */
function riskOf({ weight, hits }: TreeNode): number {
  return hits - (hits * hits) / weight;
}

/** Weakest-link pruning (Breiman et al. 1984, §3.3): again and again the split that buys least risk a leaf is given up, at that price. */
function findCollapses(nodes: TreeNode[]): void {
  const total = nodes[0]?.weight ?? 1;
  for (const node of nodes) if (node.factor >= 0) node.collapse = Number.POSITIVE_INFINITY;
  let price = 0;
  for (;;) {
    let weakest: { at: number; price: number } | undefined;
    const judge = (at: number): { leaves: number; risk: number } => {
      const node = nodes[at] as TreeNode;
      if (node.collapse < Number.POSITIVE_INFINITY) return { leaves: 1, risk: riskOf(node) };
      const left = judge(node.left);
      const right = judge(node.right);
      const leaves = left.leaves + right.leaves;
      const risk = left.risk + right.risk;
      const own = (riskOf(node) - risk) / (leaves - 1) / total;
      if (weakest === undefined || own < weakest.price) weakest = { at, price: own };
      return { leaves, risk };
    };
    judge(0);
    if (weakest === undefined) return;
    price = Math.max(price, weakest.price);
    (nodes[weakest.at] as TreeNode).collapse = price;
  }
}
