import type { Id, Study } from "@shikumi/model";
import type { Schedule } from "../program.ts";

/** What `leverStarts` reads of a study, as plain data without texts and places in files. */
export function scheduleOf(study: Study, packageId: Id, levers: readonly Id[]): Schedule {
  const passed = new Set(levers.map((id) => study.levers.get(id)?.passes));
  return {
    packageId,
    seed: study.charter.seed,
    sway: study.charter.sway,
    start: study.charter.start,
    levers: [...study.levers.values()]
      .filter(({ id }) => levers.includes(id))
      .map(({ id, key, adopted, takes, needs, after, voids, passes }) => ({
        id,
        key,
        adopted: { amount: adopted.amount },
        takes: { distribution: takes.distribution },
        needs,
        after,
        voids,
        passes,
      })),
    packages: [...study.packages.values()]
      .filter(({ id }) => id === packageId)
      .map((one) => ({ id: one.id, levers: one.levers, order: one.order })),
    deciders: [...study.deciders.values()]
      .filter(({ id }) => passed.has(id))
      .map(({ id, sits }) => ({
        id,
        sits: sits && { perYear: { amount: sits.perYear.amount }, closed: sits.closed },
      })),
  };
}

/** The part of a study that `leverStarts` reads, made of a program's schedule again. */
export function studyOfSchedule(schedule: Schedule): Study {
  const byId = (elements: readonly unknown[]): ReadonlyMap<Id, unknown> =>
    new Map(elements.map((element) => [(element as { id: Id }).id, element]));
  const { seed, sway, start } = schedule;
  // Every field that `leverStarts` reads is here; the others were left out when the program was compiled.
  return {
    charter: { seed, sway, start },
    levers: byId(schedule.levers),
    packages: byId(schedule.packages),
    deciders: byId(schedule.deciders),
  } as unknown as Study;
}
