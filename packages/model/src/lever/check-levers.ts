import type { Diagnostic, Span } from "@shikumi/core/diagnostic";
import { elaborateChanges } from "../elaborate/elaborate-changes.ts";
import { isContext } from "../form/name-index.ts";
import type { Id } from "../study/element.ts";
import type { Lever } from "../study/reform.ts";
import type { Study } from "../study/study.ts";
import { ProblemList } from "../tree/problem-list.ts";
import { fieldOf, type Raw, type RawEntry } from "../tree/raw.ts";
import { packageStudy, patchedTree } from "./apply-levers.ts";
import { patchesOf } from "./compose.ts";
import { treeOf } from "./study-tree.ts";

/** Applies every lever (with what it needs) to the baseline, and every package, and reports what does not work. */
export function checkLevers(study: Study, problems: ProblemList): void {
  for (const lever of study.levers.values()) checkLever(study, lever, problems);
  if (problems.hasErrors) return;
  for (const one of study.packages.values()) {
    const { diagnostics } = packageStudy(study, one.id);
    for (const found of diagnostics)
      problems.addAll([
        { ...found, related: [...(found.related ?? []), { span: one.span, role: "package" }] },
      ]);
  }
}

function checkLever(study: Study, lever: Lever, problems: ProblemList): void {
  const found = new ProblemList();
  const root = patchedTree(study, withNeeded(study, lever.id), found);
  for (const { path, raw } of patchesOf(treeOf(study), lever.id)) {
    const [collection = "", id = ""] = path;
    const entry = entryOf(fieldOf(treeOf(study), collection), id);
    if (entry !== undefined && isContext(entry)) problems.error("context-used", raw.span, { found: id });
  }
  const ofLever = found.sorted().filter((one) => isInside(one.span, lever.span));
  problems.addAll(ofLever);
  if (found.hasErrors) return;
  elaborateChanges(study, treeOf(study), root, found, { forProblemsOnly: true });
  const inPatch = (span: Span) => lever.change.some((patch) => isInside(span, patch.span));
  const others = [...study.levers.values()].filter((other) => other.id !== lever.id);
  for (const one of found.sorted()) {
    if (one.severity !== "error") continue;
    if (inPatch(one.span)) problems.addAll([one]);
    else if (!others.some((other) => isInside(one.span, other.span))) reportBreakage(lever, one, problems);
  }
}

/** A lever that breaks something written elsewhere is reported at the lever, with the place that breaks. */
function reportBreakage(lever: Lever, broken: Diagnostic, problems: ProblemList): void {
  const span = lever.change[0]?.span ?? lever.span;
  const args = {
    lever: lever.id,
    problem: broken.code,
    found: broken.args["found"] ?? broken.args["element"] ?? "",
  };
  problems.error("lever-breaks", span, args, [{ span: broken.span, role: "broken" }]);
}

function entryOf(raw: Raw | undefined, id: Id): RawEntry | undefined {
  return raw?.kind === "map" ? raw.entries.get(id) : undefined;
}

function withNeeded(study: Study, id: Id): readonly Id[] {
  const all = new Set<Id>([id]);
  for (const one of all) {
    for (const needed of study.levers.get(one)?.needs ?? []) all.add(needed);
  }
  return [...all];
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
