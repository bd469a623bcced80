import { canonicalTree } from "../elaborate/canonical-tree.ts";
import type { Study } from "../study/study.ts";
import type { RawMap } from "../tree/raw.ts";

/** What was written, by the study made from it. Kept apart so that a study is plain data; forgotten together with it. */
const trees = new WeakMap<Study, RawMap>();

export function rememberTree(study: Study, root: RawMap): void {
  trees.set(study, root);
}

/** Throws `TypeError` for a study that was not read by this package: a copy, or one built by hand. */
export function treeOf(study: Study): RawMap {
  const root = trees.get(study);
  if (root === undefined) throw new TypeError("the study was not made by parseStudy or applyLevers");
  return root;
}

/** What was written, where the study was read by this package. */
export function writtenTree(study: Study): RawMap | undefined {
  return trees.get(study);
}

/** The canonical form whose SHA-256 is the study's digest. Throws `TypeError` for a study not read by this package. */
export function canonicalStudy(study: Study): string {
  return canonicalTree(treeOf(study));
}
