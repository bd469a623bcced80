import {
  type Id,
  type Information,
  isCovered,
  type Mechanism,
  type Study,
  type Window,
} from "@shikumi/model";

/** What an organisation can tell over one channel. */
export interface Channel {
  readonly mechanism: Mechanism;
  readonly types: readonly string[];
  /** Highest classification that it carries. */
  readonly upTo: string;
  /** Parties that are covered as a whole, the organisation's own left out unless no other is covered. */
  readonly parties: readonly Id[];
  /** Organisations that are covered one by one. */
  readonly organisations: readonly Id[];
}

/** The channels of an organisation: what it can tell whom through what, in the order of the mechanisms. */
export function channelsOf(
  study: Study,
  organisation: Id,
  mechanisms: readonly Mechanism[],
): readonly Channel[] {
  return mechanisms
    .filter(({ between }) => isCovered(study, between, organisation))
    .flatMap((mechanism) =>
      mechanism.information.map(({ types, upTo }) => ({
        mechanism,
        types,
        upTo,
        parties: mechanism.between.filter((id) => study.parties.has(id)),
        organisations: mechanism.between.filter((id) => id !== organisation && study.organisations.has(id)),
      })),
    );
}

/** Why an item does not come over a channel: none carries its type between the two; one does, but not so highly classified, not now, or in situations only. */
export type Hindrance =
  | { readonly kind: "none" }
  | { readonly kind: "classified"; readonly channel: Id; readonly upTo: string }
  | { readonly kind: "not-in-force"; readonly channel: Id }
  | { readonly kind: "situation"; readonly channel: Id; readonly situations: readonly Id[] };

/** An item that somebody needs and that no channel brings at once. */
export interface Obstacle {
  readonly direction: "tells" | "learns";
  readonly item: Information;
  /** The other side: who needs it, or who originates it. */
  readonly other: Id;
  readonly hindrance: Hindrance;
  /** Tasks that need it. */
  readonly tasks: readonly Id[];
}

/** What stands in the way of what an organisation has to tell or to learn, for the tasks of those with a part in them. */
export function obstaclesOf(study: Study, organisation: Id, type: string | undefined): readonly Obstacle[] {
  const found = new Map<string, Obstacle>();
  const add = (direction: Obstacle["direction"], item: Information, other: Id, task: Id): void => {
    const [from, to] = direction === "tells" ? [organisation, other] : [other, organisation];
    const hindrance = hindranceOf(study, item, from, to);
    if (hindrance === undefined) return;
    const key = `${direction} ${item.id} ${other}`;
    const before = found.get(key)?.tasks ?? [];
    found.set(key, {
      direction,
      item,
      other,
      hindrance,
      tasks: before.includes(task) ? before : [...before, task],
    });
  };
  for (const { ref, item, doers } of needed(study, type)) {
    const reached = (to: Id): boolean =>
      item.from.includes(to) || item.from.some((from) => hindranceOf(study, item, from, to) === undefined);
    if (item.from.includes(organisation))
      for (const doer of doers) if (!reached(doer)) add("tells", item, doer, ref);
    if (doers.includes(organisation) && !reached(organisation))
      for (const from of item.from) add("learns", item, from, ref);
  }
  return [...found.values()];
}

/** Every item that a task needs, with the organisations that have a part in the task. */
function needed(
  study: Study,
  type: string | undefined,
): readonly { readonly ref: Id; readonly item: Information; readonly doers: readonly Id[] }[] {
  const roles = new Map([...study.roles.values()].map((role) => [role.task, role]));
  return [...study.missions.values()].flatMap(({ tasks }) =>
    [...tasks.values()].flatMap(({ ref, knows, accountable }) => {
      const role = roles.get(ref);
      const doers = new Set([
        ...(role?.lead === undefined ? [] : [role.lead]),
        ...(role?.supports ?? []),
        ...accountable.map((one) => one.organisation),
      ]);
      return knows.flatMap((id) => {
        const item = study.information.get(id);
        return item === undefined || (type !== undefined && item.type !== type)
          ? []
          : [{ ref, item, doers: [...doers] }];
      });
    }),
  );
}

/** Why an item does not come from one organisation to another at once; `undefined` where a channel brings it. */
export function hindranceOf(study: Study, item: Information, from: Id, to: Id): Hindrance | undefined {
  const levels = study.charter.classifications;
  const joining = [...study.mechanisms.values()].filter(
    ({ between }) => isCovered(study, between, from) && isCovered(study, between, to),
  );
  const hindrances = joining.flatMap((mechanism): readonly (Hindrance | undefined)[] =>
    mechanism.information
      .filter(({ types }) => types.includes(item.type))
      .map(({ upTo }) => {
        if (levels.indexOf(upTo) < levels.indexOf(item.classed))
          return { kind: "classified", channel: mechanism.id, upTo };
        if (!isInForce(mechanism.valid)) return { kind: "not-in-force", channel: mechanism.id };
        if (mechanism.in.length > 0 && !mechanism.in.some((id) => isOpen(study, id)))
          return { kind: "situation", channel: mechanism.id, situations: mechanism.in };
        return undefined;
      }),
  );
  if (hindrances.includes(undefined)) return undefined;
  const order = ["situation", "not-in-force", "classified", "none"];
  return hindrances.reduce<Hindrance>(
    (best, one) => (one !== undefined && order.indexOf(one.kind) < order.indexOf(best.kind) ? one : best),
    { kind: "none" },
  );
}

/** At the study's start. */
function isInForce(windows: readonly Window[]): boolean {
  return windows.some(({ from, until }) => from <= 0 && until > 0);
}

function isOpen(study: Study, situation: Id): boolean {
  return isInForce(study.situations.get(situation)?.open ?? []);
}
