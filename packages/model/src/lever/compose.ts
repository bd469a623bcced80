import type { Span } from "@shikumi/core/diagnostic";
import { compareText } from "../form/name-index.ts";
import type { Id } from "../study/element.ts";
import type { Lever } from "../study/reform.ts";
import type { Study } from "../study/study.ts";
import type { ProblemList } from "../tree/problem-list.ts";
import { fieldOf, type Raw, type RawMap } from "../tree/raw.ts";
import { pathParts, type WrittenPatch } from "./patch-tree.ts";

/** The levers in the order in which their patches are applied: after what they come after and need, then by key. */
export function composeLevers(study: Study, ids: readonly Id[], problems: ProblemList): readonly Lever[] {
  const chosen = new Map<Id, Lever>();
  for (const id of ids) {
    const lever = study.levers.get(id);
    if (lever === undefined) problems.error("unknown-lever", startOf(study), { lever: id });
    else chosen.set(id, lever);
  }
  const levers = [...chosen.values()].sort((a, b) => compareText(a.key, b.key));
  for (const lever of levers) reportCompany(lever, chosen, problems);
  return inOrder(levers, chosen, problems);
}

function reportCompany(lever: Lever, chosen: ReadonlyMap<Id, Lever>, problems: ProblemList): void {
  for (const needed of lever.needs) {
    if (!chosen.has(needed)) problems.error("lever-needs", lever.span, { lever: lever.id, needed });
  }
  for (const id of lever.excludes) {
    const other = chosen.get(id);
    if (other === undefined || (other.excludes.includes(lever.id) && compareText(other.key, lever.key) < 0))
      continue;
    const related = [{ span: other.span, role: "other" }];
    problems.error("lever-excluded", lever.span, { lever: lever.id, other: id }, related);
  }
}

function inOrder(
  levers: readonly Lever[],
  chosen: ReadonlyMap<Id, Lever>,
  problems: ProblemList,
): readonly Lever[] {
  const ordered: Lever[] = [];
  const taken = new Set<Id>();
  const waiting = [...levers];
  while (waiting.length > 0) {
    const next = waiting.findIndex((lever) =>
      [...lever.after, ...lever.needs].every((id) => taken.has(id) || !chosen.has(id)),
    );
    const [lever] = waiting.splice(Math.max(next, 0), 1);
    if (lever === undefined) break;
    if (next < 0) problems.error("lever-order-cycle", lever.span, { lever: lever.id });
    ordered.push(lever);
    taken.add(lever.id);
  }
  return ordered;
}

/** Reports pairs of levers whose patches would depend on their order, unless that order is stated. */
export function reportConflicts(
  levers: readonly Lever[],
  patches: ReadonlyMap<Id, readonly WrittenPatch[]>,
  problems: ProblemList,
): void {
  const seen: { readonly lever: Lever; readonly patch: WrittenPatch }[] = [];
  const byElement = new Map<string, typeof seen>();
  for (const lever of levers) {
    for (const patch of patches.get(lever.id) ?? []) {
      const place = patch.path.slice(0, 2).join(".");
      const others = byElement.get(place) ?? [];
      for (const other of others) {
        const isSame =
          other.lever.id === lever.id || isStated(lever, other.lever) || isStated(other.lever, lever);
        if (isSame || !collide(patch, other.patch)) continue;
        const args = { lever: lever.id, other: other.lever.id, path: patch.path.join(".") };
        problems.error("patch-conflict", patch.raw.span, args, [
          { span: other.patch.raw.span, role: "other" },
        ]);
      }
      others.push({ lever, patch });
      byElement.set(place, others);
    }
  }
}

function isStated(later: Lever, earlier: Lever): boolean {
  return later.needs.includes(earlier.id) && later.after.includes(earlier.id);
}

function collide(a: WrittenPatch, b: WrittenPatch): boolean {
  return (replaces(a) && isPrefix(a.path, b.path)) || (replaces(b) && isPrefix(b.path, a.path));
}

/** Whether a patch says what stands at its path as a whole. */
function replaces(patch: WrittenPatch): boolean {
  return patch.op === "set" || (patch.op === "remove" && patch.to === undefined);
}

function isPrefix(a: readonly string[], b: readonly string[]): boolean {
  return a.length <= b.length && a.every((part, i) => part === b[i]);
}

/** The patches of a lever as written, with the lever's provenance lent to their values. */
export function patchesOf(root: RawMap, id: Id): readonly WrittenPatch[] {
  const lever = fieldOf(fieldOf(root, "levers"), id);
  const change = fieldOf(lever, "change");
  if (lever?.kind !== "map" || change === undefined) return [];
  const items: readonly Raw[] = change.kind === "list" ? change.items : [change];
  return items.flatMap((item) => (item.kind === "map" ? writtenPatch(lever, item) : []));
}

function writtenPatch(lever: RawMap, raw: RawMap): readonly WrittenPatch[] {
  const to = fieldOf(raw, "to");
  for (const op of ["set", "add", "remove"] as const) {
    const path = fieldOf(raw, op);
    if (path?.kind !== "scalar") continue;
    return [{ op, path: pathParts(path.text.trim()), raw, to: to && { ...to, enclosing: [lever, raw] } }];
  }
  return [];
}

function startOf(study: Study): Span {
  const [lever] = study.levers.values();
  return lever === undefined
    ? { file: "study.yaml", start: 0, end: 0 }
    : { ...lever.span, end: lever.span.start };
}
