import type { Diagnostic } from "@shikumi/core/diagnostic";
import { elaborateChanges } from "../elaborate/elaborate-changes.ts";
import { compareText } from "../form/name-index.ts";
import type { Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { ProblemList } from "../tree/problem-list.ts";
import type { RawMap } from "../tree/raw.ts";
import { composeLevers, patchesOf, reportConflicts } from "./compose.ts";
import { patchTree } from "./patch-tree.ts";
import { rememberTree, treeOf } from "./study-tree.ts";

export interface LeveredStudy {
  /** `undefined` exactly when there is an error. */
  readonly study: Study | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Results by study and by its levers in canonical order; a study is immutable, so they never change. */
const known = new WeakMap<Study, Map<string, LeveredStudy>>();

/**
 * The study with these levers in force from the start. The order and repetition of `levers` has no influence; none gives the same
 * study. Throws `TypeError` for a study not made by this package.
 */
export function applyLevers(study: Study, levers: readonly Id[]): LeveredStudy {
  if (levers.length === 0) return { study, diagnostics: [] };
  const ids = [...new Set(levers)].sort(compareText);
  const name = ids.join("\n");
  const results = known.get(study) ?? new Map<string, LeveredStudy>();
  known.set(study, results);
  const before = results.get(name);
  if (before !== undefined) return before;
  const result = applied(study, ids);
  results.set(name, result);
  return result;
}

/** The study with all levers of a package. `baseline` always exists and has none. */
export function packageStudy(study: Study, packageId: Id): LeveredStudy {
  const chosen = study.packages.get(packageId);
  if (chosen !== undefined) return applyLevers(study, chosen.levers);
  if (packageId === "baseline") return { study, diagnostics: [] };
  const span = { file: study.packages.values().next().value?.span.file ?? "study.yaml", start: 0, end: 0 };
  return {
    study: undefined,
    diagnostics: [{ code: "unknown-package", severity: "error", span, args: { package: packageId } }],
  };
}

/** Elements a lever changes, adds or removes: `authorities.L-X`, `missions.m`. Ascending, each once. */
export function touchedElements(study: Study, lever: Id): readonly string[] {
  const touched = patchesOf(treeOf(study), lever).map((patch) => patch.path.slice(0, 2).join("."));
  return [...new Set(touched)].sort(compareText);
}

function applied(study: Study, ids: readonly Id[]): LeveredStudy {
  const problems = new ProblemList();
  const root = patchedTree(study, ids, problems);
  if (problems.hasErrors) return { study: undefined, diagnostics: problems.sorted() };
  const changed = elaborateChanges(study, treeOf(study), root, problems);
  const diagnostics = problems.sorted().filter((one) => one.severity === "error");
  if (diagnostics.length > 0) return { study: undefined, diagnostics };
  rememberTree(changed, root);
  return { study: changed, diagnostics };
}

/** The tree with the patches of these levers, in canonical order; a lever voided by another of them changes nothing. */
export function patchedTree(study: Study, ids: readonly Id[], problems: ProblemList): RawMap {
  const base = treeOf(study);
  const ordered = composeLevers(study, ids, problems);
  const voided = new Set(ordered.flatMap((lever) => lever.voids));
  const effective = ordered.filter((lever) => !voided.has(lever.id));
  const patches = new Map(effective.map((lever) => [lever.id, patchesOf(base, lever.id)]));
  reportConflicts(effective, patches, problems);
  let root = base;
  for (const [id, ofLever] of patches) {
    for (const patch of ofLever) {
      const result = patchTree(root, patch);
      if ("root" in result) root = result.root;
      else problems.error(result.problem.code, patch.raw.span, { lever: id, ...result.problem.args });
    }
  }
  return root;
}
