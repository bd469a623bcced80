import { applyLevers, type Id, type Study } from "@shikumi/model";

/** Name of a lever tried alone among packages. No package's id holds a dot. */
export function aloneId(lever: Id): Id {
  return `lever.${lever}`;
}

/** What a run is chosen by, besides the study and how much is run. */
export interface RunChoice {
  readonly package: Id;
  readonly mode: "in-force" | "timed";
  readonly undetermined: "refused" | "granted";
  readonly relaxed?: boolean;
  readonly without?: Id;
  /** Traced for `validation`: as the study is, or the case that a row tells. */
  readonly observed?: { readonly replay: Id | undefined };
  /** Each uncertainty is moved through its range. */
  readonly moved?: boolean;
}

/** Key of a run (S1). */
export function runKey(choice: RunChoice): string {
  const ends = [
    ...(choice.relaxed === true ? ["relaxed"] : []),
    ...(choice.moved === true ? ["moved"] : []),
    ...(choice.without === undefined ? [] : [`without-${choice.without}`]),
    ...(choice.observed === undefined
      ? []
      : [choice.observed.replay === undefined ? "observed" : `replay-${choice.observed.replay}`]),
  ];
  return [choice.package, choice.mode, choice.undetermined, ...ends].join("/");
}

/** The lever and all that it needs, in the order of keys. */
export function leverClosure(study: Study, lever: Id): readonly Id[] {
  const wanted = new Set<Id>();
  const add = (id: Id): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    for (const needed of study.levers.get(id)?.needs ?? []) add(needed);
  };
  add(lever);
  return [...study.levers.keys()].filter((id) => wanted.has(id));
}

/** The levers of a package in the order of keys; none for a `baseline` that the study does not list. */
export function packageLevers(study: Study, packageId: Id): readonly Id[] {
  const levers = study.packages.get(packageId)?.levers ?? [];
  return [...study.levers.keys()].filter((id) => levers.includes(id));
}

/** Whether levers make a study together. */
export function combine(study: Study, levers: readonly Id[]): boolean {
  return applyLevers(study, levers).study !== undefined;
}
