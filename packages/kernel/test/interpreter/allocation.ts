import type { Holding, Id } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { amountValue } from "../../src/number/amount.ts";
import { tickAfter, ticksOf } from "../../src/number/ticks.ts";
import { scheduleGo } from "./cell.ts";
import { testEnd } from "./closing.ts";
import { allHold } from "./condition.ts";
import { mayAct } from "./law.ts";
import { giveUp, recallable, type Way, wayFrom } from "./recall.ts";
import { add, chargeWait, countRefusal, noteTask, pairIndex } from "./record.ts";
import { travelTicks } from "./travel.ts";
import { byKey, drawnTicks, inForce, isRelaxed, level, meanHours, named } from "./version.ts";
import type { Asker, NeedCase, Share, TaskCase, World } from "./world.ts";

interface Usable {
  readonly holding: Holding;
  readonly travel: number;
}

interface Candidate {
  readonly organisation: Id;
  readonly alternative: number;
  /** `""` for none. */
  readonly capability: Id;
  readonly per: number;
  readonly rank: number;
  readonly expected: number;
  readonly usable: readonly Usable[];
}

/** K23: shares r of a need among the candidates of now. */
export function allocate(world: World, task: TaskCase, need: NeedCase, r: number): void {
  if (task.state !== "open" || r <= 0) return;
  const found = candidates(world, task, need);
  const allowed = found.filter(
    ({ organisation }) =>
      mayAct(world, organisation, task) && task.askers.get(organisation)?.state !== "refused",
  );
  const [first] = allowed;
  if (first === undefined) {
    lose(world, task, need, r, found);
    return;
  }
  if (need.need === undefined || isRelaxed(world, "capability")) {
    const units = need.need === undefined ? 0 : Math.ceil(r * first.per);
    createShare(world, task, need, first, { x: need.need === undefined ? 1 : r, units, usable: undefined });
    return;
  }
  let left = r;
  for (const candidate of allowed) left -= grant(world, task, need, candidate, left);
  if (task.mission.recalls)
    for (const candidate of allowed) left -= recall(world, task, need, candidate, left);
  if (left > 0) pool(world, task, need, first, left);
}

/** K23: what a candidate's holdings give now, of at most r; returns how much. */
function grant(world: World, task: TaskCase, need: NeedCase, candidate: Candidate, r: number): number {
  let left = r;
  for (const usable of candidate.usable) {
    const { holding } = usable;
    const spare = Math.max(0, unitsOf(world, holding) - (world.bound.get(holding.id) ?? 0));
    const x = Math.min(left, Math.floor(spare / candidate.per));
    if (!(x > 0)) continue;
    const units = Math.ceil(x * candidate.per);
    world.bound.set(holding.id, (world.bound.get(holding.id) ?? 0) + units);
    createShare(world, task, need, candidate, { x, units, usable });
    left -= x;
  }
  return r - left;
}

/** K90, K91: what a candidate may recall, of at most r; returns how much. */
function recall(world: World, task: TaskCase, need: NeedCase, candidate: Candidate, r: number): number {
  let left = r;
  const holdings = candidate.usable.map(({ holding }) => holding);
  for (const share of recallable(world, task, holdings)) {
    const x = Math.min(left, Math.floor(share.units / candidate.per));
    const usable = candidate.usable.find(({ holding }) => holding.id === share.holding);
    if (!(x > 0) || usable === undefined) continue;
    const units = Math.ceil(x * candidate.per);
    const way = wayFrom(world, share, usable.holding, task.place);
    giveUp(world, share, units);
    world.bound.set(usable.holding.id, (world.bound.get(usable.holding.id) ?? 0) + units);
    createShare(world, task, need, candidate, { x, units, usable, way });
    left -= x;
  }
  return r - left;
}

/** K92: what recalled shares have lost is allocated again once the event is over, in the order of recall. */
export function allocateRecalled(world: World): void {
  for (let next = world.recalled.shift(); next !== undefined; next = world.recalled.shift()) {
    const { task } = next.share.asker;
    if (task.state !== "open") continue;
    allocate(world, task, next.share.need, next.x);
    testEnd(world, task);
  }
}

/** K23: quantity in force and arrivals whose time has come. */
function unitsOf(world: World, holding: Holding): number {
  return holding.arrives
    .filter((arrival) => ticksOf(level(world, arrival.at)) <= world.now)
    .reduce((sum, arrival) => sum + countOf(world, arrival.quantity), countOf(world, holding.quantity));
}

/** K4: a count, rounded half up, at least 0. */
function countOf(world: World, quantity: Holding["quantity"]): number {
  return Math.max(0, Math.floor(level(world, quantity) + 0.5));
}

/** K22: pairs of organisation and alternative, whoever may act or has been refused, in order. */
function candidates(world: World, task: TaskCase, need: NeedCase): readonly Candidate[] {
  const { incident } = task;
  const study = inForce(world, incident);
  const role = [...study.roles.values()].find((plan) => plan.task === task.task.ref);
  const planned = role === undefined ? [] : [role.lead ?? "", ...role.supports];
  const rank = (organisation: Id): number => {
    const place = planned.indexOf(organisation);
    return place < 0 ? planned.length : place;
  };
  const accountable = task.task.accountable.map((entry) => entry.organisation);
  if (need.need === undefined) {
    const named = [...new Set([...planned, ...accountable])].filter((id) => isPresent(world, id));
    return named.map((organisation) => ({
      ...{ organisation, alternative: 0, capability: "", per: 1 },
      ...{ rank: 0, expected: 0, usable: [] },
    }));
  }
  const open = need.need.alternatives
    .map((alternative, index) => ({ ...alternative, index }))
    .filter((alternative) => allHold(world, incident, alternative.when));
  const boundless = isRelaxed(world, "capability");
  const present = [...world.whole.organisations.values()].filter(({ id }) => isPresent(world, id));
  const found = present.flatMap((organisation) =>
    open.flatMap(({ capability, per, index }): readonly Candidate[] => {
      const held = holdingsOf(world, organisation.id, capability);
      const usable = reachable(world, task, held);
      const extra =
        index === open[0]?.index && (organisation.id === role?.lead || accountable.includes(organisation.id));
      if (boundless ? held.length === 0 && !extra : usable.length === 0) return [];
      const each = amountValue(per, world.values, incident.facts);
      const expected = Math.min(...usable.map((one) => expectedTicks(world, task, one)));
      return [
        {
          ...{ organisation: organisation.id, alternative: index, capability, per: each > 0 ? each : 1 },
          ...{ rank: rank(organisation.id), expected: boundless ? 0 : expected, usable },
        },
      ];
    }),
  );
  const key = (id: Id): string => world.whole.organisations.get(id)?.key ?? id;
  return found.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.expected - b.expected ||
      byKey({ key: key(a.organisation) }, { key: key(b.organisation) }) ||
      a.alternative - b.alternative,
  );
}

/** K73: an organisation of the study whose party is not withdrawn. */
function isPresent(world: World, organisation: Id): boolean {
  const party = world.whole.organisations.get(organisation)?.party;
  return party !== undefined && party !== world.spec.without;
}

function expectedTicks(world: World, task: TaskCase, { holding, travel }: Usable): number {
  return tickAfter(ticksOf(meanHours(world, holding.ready, task.incident.facts)), travel);
}

/** Holdings of a capability that are an organisation's own or shared with it, by key. */
function holdingsOf(world: World, organisation: Id, capability: Id): readonly Holding[] {
  return [...inForce(world).holdings.values()].filter(
    (holding) =>
      holding.what === capability &&
      (holding.of === organisation || holding.sharedWith.includes(organisation)),
  );
}

/** Holdings from which the task's place can be reached, by (travel ticks, key). */
function reachable(world: World, task: TaskCase, holdings: readonly Holding[]): readonly Usable[] {
  return holdings
    .map((holding) => ({ holding, travel: travelTicks(world, holding, holding.at, task.place) }))
    .filter((usable) => !Number.isNaN(usable.travel))
    .sort((a, b) => a.travel - b.travel || byKey(a.holding, b.holding));
}

/** K24: a share, and what its asker does now. */
function createShare(
  world: World,
  task: TaskCase,
  need: NeedCase,
  candidate: Candidate,
  bound: {
    readonly x: number;
    readonly units: number;
    readonly usable: Usable | undefined;
    readonly way?: Way | undefined;
  },
): void {
  const asker = askerOf(world, task, candidate.organisation);
  const study = inForce(world);
  const key = candidate.capability === "" ? "" : (study.capabilities.get(candidate.capability)?.key ?? "");
  const part = `need/${need.name}/${key}`;
  const ordinal = asker.ordinals.get(part) ?? 0;
  asker.ordinals.set(part, ordinal + 1);
  const share: Share = {
    ...blankShare(asker, need, candidate),
    ...{ name: named(asker.name, part, ordinal), x: bound.x, units: bound.units, state: "asking" },
    ...{ holding: bound.usable?.holding.id, travel: bound.usable?.travel ?? 0, since: world.now },
    ...{ home: bound.usable?.travel ?? 0, origin: bound.usable?.holding.at, ...bound.way },
  };
  task.shares.push(share);
  if (share.holding !== undefined) world.granted.push(share);
  if (task.task.prepare === "on-open" && share.ready === undefined)
    share.ready = tickAfter(world.now, readyTicks(world, share));
  add(world.outputs.sharesBy, pairIndex(world, task, asker.organisation), 1);
  noteTask(world, "share", task, {
    ...{ organisation: asker.organisation, subject: share.holding ?? "" },
    ...{ amount: share.x, ticks: share.units },
  });
  if (asker.state === "permitted") scheduleGo(world, share);
  else scheduleFirstAsk(world, asker);
}

/** K46: ticks until the units of a share are ready; 0 for what comes from no holding. */
export function readyTicks(world: World, share: Share): number {
  const holding = share.holding === undefined ? undefined : inForce(world).holdings.get(share.holding);
  if (holding === undefined) return 0;
  return drawnTicks(world, holding.ready, share.name, "ready", share.asker.task.incident.facts);
}

function blankShare(asker: Asker, need: NeedCase, candidate: Candidate): Share {
  return {
    ...{
      asker,
      need,
      alternative: candidate.alternative,
      capability: candidate.capability,
      name: asker.name,
    },
    ...{
      x: 0,
      units: 0,
      holding: undefined,
      origin: undefined,
      travel: 0,
      home: 0,
      back: undefined,
      state: "waiting",
      done: false,
      since: 0,
    },
    ...{ ready: undefined, departs: undefined, arrived: undefined, workFrom: 0, workTicks: 0, effect: 0 },
  };
}

/** The asker of an organisation in a task, made when first needed. */
function askerOf(world: World, task: TaskCase, organisation: Id): Asker {
  const known = task.askers.get(organisation);
  if (known !== undefined) return known;
  const key = world.whole.organisations.get(organisation)?.key ?? organisation;
  const asker: Asker = {
    ...{ task, organisation, name: named(task.name, `organisation/${key}`), state: "asking", asked: false },
    ...{
      resume: undefined,
      walk: 0,
      fitted: false,
      latestDenial: undefined,
      request: undefined,
      weapons: undefined,
    },
    ...{ informed: new Map(), access: "unknown", renewing: false, ordinals: new Map() },
  };
  task.askers.set(organisation, asker);
  return asker;
}

function scheduleFirstAsk(world: World, asker: Asker): void {
  if (asker.asked) return;
  asker.asked = true;
  world.events.schedule({
    tick: world.now,
    kind: "ask",
    name: asker.name,
    owner: asker,
    happen: () => world.react.ask(asker),
  });
}

/** K23: a wait in the pool of the first candidate. */
function pool(world: World, task: TaskCase, need: NeedCase, first: Candidate, r: number): void {
  const asker = askerOf(world, task, first.organisation);
  const share: Share = { ...blankShare(asker, need, first), x: r, since: world.now };
  task.shares.push(share);
  world.pool.add(share);
  noteTask(world, "pooled", task, {
    ...{ organisation: first.organisation, subject: first.capability, cause: "capability", amount: r },
  });
}

/** K22, K23: nobody is left to ask. */
function lose(world: World, task: TaskCase, need: NeedCase, r: number, found: readonly Candidate[]): void {
  const cause = causeOfLoss(world, task, found);
  noteTask(world, "lost", task, { subject: need.name, cause, amount: r });
  countRefusal(world, task, cause);
}

function causeOfLoss(world: World, task: TaskCase, found: readonly Candidate[]): Cause {
  if (found.length === 0) return "capability";
  const refused = found.some(({ organisation }) => mayAct(world, organisation, task));
  return refused && task.latestRefusal !== undefined ? task.latestRefusal : "law.basis";
}

/** K26: who waits for a capability is served, in order. */
export function serve(world: World, capability: Id): void {
  const waiting = [...world.pool].filter((share) => share.capability === capability).sort(compareWaiting);
  for (const share of waiting) {
    const { task, organisation } = share.asker;
    if (share.state !== "waiting") continue;
    const alternative = share.need.need?.alternatives[share.alternative];
    const each =
      alternative === undefined ? 1 : amountValue(alternative.per, world.values, task.incident.facts);
    const usable = reachable(world, task, holdingsOf(world, organisation, capability));
    const candidate: Candidate = {
      ...{ organisation, alternative: share.alternative, capability, per: each > 0 ? each : 1 },
      ...{ rank: 0, expected: 0, usable },
    };
    const granted = grant(world, task, share.need, candidate, share.x);
    if (granted === 0) continue;
    chargeWait(world, task, "capability", world.now - share.since);
    share.since = world.now;
    share.x -= granted;
    if (share.x > 0) continue;
    share.state = "ended";
    world.pool.delete(share);
  }
}

/** K26: priority, highest first; opening; name of the task; order of creation. */
function compareWaiting(a: Share, b: Share): number {
  const [x, y] = [a.asker.task, b.asker.task];
  if (x.mission.priority !== y.mission.priority) return y.mission.priority - x.mission.priority;
  if (x.opened !== y.opened) return x.opened - y.opened;
  if (x !== y) return compareTaskNames(x, y);
  return x.shares.indexOf(a) - x.shares.indexOf(b);
}

function compareTaskNames(x: TaskCase, y: TaskCase): number {
  return (x.name[0] >>> 0) - (y.name[0] >>> 0) || (x.name[1] >>> 0) - (y.name[1] >>> 0);
}
