import type { Id } from "@shikumi/model";
import type { Story } from "./story.ts";
import type { Lane } from "./story-lanes.ts";

/** What one organisation knew of one task, was allowed and did, and when. Times in hours since the onset. */
export interface Knowledge {
  readonly organisation: Id;
  readonly task: Id;
  /** Information items that it had to know. */
  readonly items: readonly Id[];
  readonly lane: Lane;
}

/** Who knew what when, in the order in which they knew; those who never did come last. */
export function knowledgeOf({ study, tasks }: Story): readonly Knowledge[] {
  const items = new Map<Id, readonly Id[]>();
  for (const mission of study.missions.values())
    for (const { ref, knows } of mission.tasks.values()) items.set(ref, knows);
  const late = Number.POSITIVE_INFINITY;
  return tasks
    .flatMap(({ ref, lanes }) =>
      lanes.map((lane) => ({
        organisation: lane.organisation,
        task: ref,
        items: items.get(ref) ?? [],
        lane,
      })),
    )
    .sort((a, b) => (a.lane.knows ?? late) - (b.lane.knows ?? late) || 0);
}
