import type { Tally } from "./form/reading.ts";
import { type CollectionName, collectionNames } from "./study/collection-name.ts";
import type { Credibility, Reliability } from "./study/element.ts";
import type { Study } from "./study/study.ts";

/** What a study consists of, for the end of a check. */
export interface StudyCounts {
  /** Elements by collection; tasks apart from their missions. */
  readonly elements: Readonly<Record<CollectionName | "tasks", number>>;
  /** Sources by reliability. */
  readonly sources: Readonly<Record<Reliability, number>>;
  /** Numbers with provenance by the credibility of the item. */
  readonly items: Readonly<Record<Credibility | "ungraded", number>>;
  /** Numbers that matter: written quantities, chances and weights that have a source or are marked as assumptions. */
  readonly numbers: number;
  readonly assumptions: number;
  /** Numbers whose citation must still be checked. */
  readonly unchecked: number;
}

export function studyCounts(study: Study, tally: Tally): StudyCounts {
  const elements = Object.fromEntries(collectionNames.map((name) => [name, study[name].size]));
  const tasks = [...study.missions.values()].reduce((sum, mission) => sum + mission.tasks.size, 0);
  const sources = { A: 0, B: 0, C: 0, D: 0, E: 0, F: 0 };
  for (const source of study.sources.values()) sources[source.reliability] += 1;
  const items = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, ungraded: 0 };
  for (const [grade, count] of tally.byCredibility) items[grade] = count;
  return {
    elements: { ...(elements as Record<CollectionName, number>), tasks },
    sources,
    items,
    numbers: tally.numbers,
    assumptions: tally.assumptions,
    unchecked: tally.unchecked,
  };
}
