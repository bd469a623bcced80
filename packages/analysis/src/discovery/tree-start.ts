import { type Bounds, holds } from "./box.ts";
import { growTree, leavesAt, type TreeNode } from "./classification-tree.ts";
import type { Fold } from "./cross-validation.ts";
import type { JudgedBox } from "./drop-limits.ts";
import { settleLimits } from "./settle-limits.ts";
import type { SortedRows } from "./sorted-rows.ts";
import type { Score } from "./target.ts";

const MOST_DEPTH = 5;

/** A box to start from with its like in each fold, and their score on the rows of the folds. */
export interface TreeStart {
  readonly bounds: Bounds;
  readonly boxes: readonly JudgedBox[];
  readonly score: number;
}

/**
 * The leaf of a shallow classification tree that scores best, settled: where peeling from the whole space finds nothing, as between two dense regions, of which each peel
 * must cut into one, a tree
 * still parts them. In each fold the leaf of its own tree that shares most of its rows with this one stands for it.
 */
export function treeStart(
  sorted: SortedRows,
  folds: readonly Fold[],
  score: Score,
  least: number,
): TreeStart | undefined {
  const leaves = leavesOf(sorted, least);
  let best: TreeNode | undefined;
  for (const leaf of leaves) {
    const own = score(leaf.hits, leaf.weight, sorted.interest);
    if (best === undefined || own > score(best.hits, best.weight, sorted.interest)) best = leaf;
  }
  // What does not beat the whole space on the very rows it was grown on will not on others.
  const whole = score(sorted.interest, sorted.total, sorted.interest);
  if (best === undefined || score(best.hits, best.weight, sorted.interest) <= whole) return undefined;
  const bounds = settleLimits(sorted, best.bounds, { score, least });
  let weight = 0;
  let hits = 0;
  let interest = 0;
  const boxes = folds.map((fold): JudgedBox => {
    const share = (least * fold.total) / sorted.total;
    const others = fold.sortedBy();
    const like = mostAlike(leavesOf(others, share), bounds, others);
    const settled = settleLimits(others, like, { score, least: share });
    for (const row of fold.rows) {
      interest += sorted.hits[row] as number;
      if (!holds(settled, sorted.columns, row)) continue;
      weight += sorted.weight[row] as number;
      hits += sorted.hits[row] as number;
    }
    return { bounds: settled, rows: fold.rows };
  });
  return { bounds, boxes, score: score(hits, weight, interest) };
}

function leavesOf(sorted: SortedRows, least: number): TreeNode[] {
  const nodes = growTree(sorted, { least, mostDepth: MOST_DEPTH });
  return leavesAt(nodes, 0).map((at) => nodes[at] as TreeNode);
}

/** The leaf with the largest share of common rows among the rows of either (Jaccard's index). */
function mostAlike(leaves: readonly TreeNode[], bounds: Bounds, sorted: SortedRows): Bounds {
  const members = sorted.rows.filter((row) => holds(bounds, sorted.columns, row));
  const own = members.reduce((sum, row) => sum + (sorted.weight[row] as number), 0);
  let best = leaves[0]?.bounds ?? bounds;
  let alike = -1;
  for (const leaf of leaves) {
    let common = 0;
    for (const row of members)
      if (holds(leaf.bounds, sorted.columns, row)) common += sorted.weight[row] as number;
    const share = common / (leaf.weight + own - common);
    if (share <= alike) continue;
    alike = share;
    best = leaf.bounds;
  }
  return best;
}
