import type { WhatIf } from "@shikumi/assessment";
import type { Id, Study } from "@shikumi/model";
import type { Params } from "../../route/route.ts";

/** The choice that a link holds: `levers=a,b&hold=x:1.5,y:3&mode=timed`. What the study does not have, and what is no number, is passed over. */
export function choiceOf(params: Params, study: Study, uncertainties: ReadonlySet<Id>): WhatIf {
  const wanted = new Set((params["levers"] ?? "").split(","));
  const fixed: Record<Id, number> = {};
  for (const part of (params["hold"] ?? "").split(",")) {
    const at = part.lastIndexOf(":");
    const id = part.slice(0, at);
    const value = Number(part.slice(at + 1));
    if (at > 0 && uncertainties.has(id) && part.length > at + 1 && Number.isFinite(value)) fixed[id] = value;
  }
  return {
    levers: [...study.levers.keys()].filter((id) => wanted.has(id)),
    fixed,
    mode: params["mode"] === "timed" ? "timed" : "in-force",
  };
}

/** A choice as it stands in a link. */
export function paramsOf({ levers, fixed, mode }: WhatIf): Params {
  return {
    levers: levers.join(","),
    hold: Object.entries(fixed)
      .map(([id, value]) => `${id}:${value}`)
      .join(","),
    mode: mode === "timed" ? "timed" : "",
  };
}

/**
 * The levers after one is switched: switched on, all that it needs comes with it, and what it or they exclude goes; switched off, all that needs it goes with it. In the order of keys.
 */
export function switched(study: Study, levers: readonly Id[], lever: Id, isOn: boolean): readonly Id[] {
  const chosen = new Set(levers);
  const drop = (id: Id): void => {
    if (!chosen.delete(id)) return;
    for (const other of study.levers.values()) if (other.needs.includes(id)) drop(other.id);
  };
  const take = (id: Id): void => {
    if (chosen.has(id)) return;
    chosen.add(id);
    const one = study.levers.get(id);
    for (const needed of one?.needs ?? []) take(needed);
    for (const other of study.levers.values())
      if (one?.excludes.includes(other.id) === true || other.excludes.includes(id)) drop(other.id);
  };
  if (isOn) take(lever);
  else drop(lever);
  return [...study.levers.keys()].filter((id) => chosen.has(id));
}

/** Domains of the tasks a lever is meant for; none where it names no task. */
export function domainsOfLever(study: Study, lever: Id): ReadonlySet<string> {
  return new Set(
    (study.levers.get(lever)?.answers ?? []).flatMap(
      (task) => study.missions.get(task.slice(0, task.indexOf(".")))?.domain ?? [],
    ),
  );
}

/** The package whose levers these are; `""` for none chosen, `undefined` for a choice of one's own. */
export function packageOf(study: Study, levers: readonly Id[]): Id | undefined {
  if (levers.length === 0) return "";
  return [...study.packages.values()].find(
    (one) => one.levers.length === levers.length && one.levers.every((id) => levers.includes(id)),
  )?.id;
}
