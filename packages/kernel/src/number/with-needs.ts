import type { Id, Study } from "@shikumi/model";

/** A lever with all that it needs, directly or not, without which it makes no study. */
export function withNeeds(study: Study, lever: Id): readonly Id[] {
  const all = new Set<Id>([lever]);
  for (const one of all) for (const needed of study.levers.get(one)?.needs ?? []) all.add(needed);
  return [...all];
}
