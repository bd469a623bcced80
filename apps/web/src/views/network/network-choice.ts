import type { Id, Mechanism, Study } from "@shikumi/model";
import type { Params } from "../../route/route.ts";

/** What the link says of the network; what the study lacks is left out. */
export interface NetworkChoice {
  readonly organisation: Id | undefined;
  readonly mechanism: Id | undefined;
  /** Type of information. */
  readonly type: string | undefined;
  readonly situation: Id | undefined;
}

/** Reads the choice from the link. */
export function networkChoice(study: Study, params: Params): NetworkChoice {
  const known = (name: string, collection: ReadonlyMap<Id, unknown>): Id | undefined => {
    const id = params[name];
    return id !== undefined && collection.has(id) ? id : undefined;
  };
  const type = params["type"];
  return {
    organisation: known("organisation", study.organisations),
    mechanism: known("mechanism", study.mechanisms),
    type: type !== undefined && informationTypes(study).includes(type) ? type : undefined,
    situation: known("situation", study.situations),
  };
}

/** Every type of information that an item has or a channel carries, ascending. */
export function informationTypes(study: Study): readonly string[] {
  return [
    ...new Set([
      ...[...study.information.values()].map(({ type }) => type),
      ...[...study.mechanisms.values()].flatMap(({ information }) =>
        information.flatMap(({ types }) => types),
      ),
    ]),
  ].sort();
}

/** The mechanisms that a filter leaves: those that carry the type, and that work in the situation (always, or in it by name). */
export function mechanismsLeft(
  study: Study,
  { mechanism, type, situation }: Omit<NetworkChoice, "organisation">,
): readonly Mechanism[] {
  return [...study.mechanisms.values()].filter(
    (one) =>
      (mechanism === undefined || one.id === mechanism) &&
      (type === undefined || one.information.some(({ types }) => types.includes(type))) &&
      (situation === undefined || one.in.length === 0 || one.in.includes(situation)),
  );
}

/** What a mechanism unlocks. */
export type Unlocked = "information" | "cell" | "access" | "logistics" | "planning" | "agreement" | "duty";

/** What a mechanism unlocks, in a fixed order. */
export function unlocks(mechanism: Mechanism): readonly Unlocked[] {
  const { information, cell, access, logistics, planning, agreement, duties } = mechanism;
  const found: readonly (readonly [Unlocked, boolean])[] = [
    ["information", information.length > 0],
    ["cell", cell !== undefined],
    ["access", access.length > 0],
    ["logistics", logistics.length > 0],
    ["planning", planning],
    ["agreement", agreement.length > 0],
    ["duty", duties.length > 0],
  ];
  return found.filter(([, isThere]) => isThere).map(([one]) => one);
}
