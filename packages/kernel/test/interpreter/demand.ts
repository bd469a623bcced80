import { log1p } from "@shikumi/core/math";
import type { Name } from "@shikumi/core/random";
import {
  type Amount,
  applyLevers,
  type Fact,
  type Id,
  type IncidentStream,
  type Slot,
  type Study,
} from "@shikumi/model";
import { amountValue, distributionValue, noFacts } from "../../src/number/amount.ts";
import { monthAt } from "../../src/number/calendar.ts";
import { draw } from "../../src/number/future.ts";
import { weightedIndex } from "../../src/number/inverse.ts";
import { never, ticksOf } from "../../src/number/ticks.ts";
import { nameText } from "../../src/run-spec.ts";
import { recordMission, scheduleClose, settle } from "./closing.ts";
import { allHold } from "./condition.ts";
import { add, note, noteTask } from "./record.ts";
import { moveTrust, suppression } from "./stock.ts";
import { drawn, drawnTicks, inForce, level, liesIn, named } from "./version.ts";
import type { Incident, MissionCase, TaskCase, World } from "./world.ts";

/** K10: schedules the first potential incident of rate, and all of dates, of every stream. */
export function scheduleDemand(world: World): void {
  const versions = [
    world.baseline,
    ...[...world.baseline.levers.keys()].flatMap(
      (id) => applyLevers(world.baseline, withNeeds(world.baseline, id)).study ?? [],
    ),
  ];
  const horizon = ticksOf(world.baseline.charter.horizon);
  for (const id of world.outputs.layout.streams) {
    const stated = versions.flatMap((study) => study.incidents.get(id) ?? []);
    const [first] = stated;
    if (first === undefined) continue;
    const name = named(world.run, `incidents/${first.key}`);
    const highest = highestRate(world, stated);
    const bursts = new Bursts(world, first, name);
    if (highest > 0) scheduleNext(world, { id, name, highest, bursts, horizon }, 0, 0);
    first.dates.forEach((hours, k) => {
      const tick = ticksOf(hours);
      if (hours < 0 || tick >= horizon) return;
      const incident = named(name, "date", k);
      schedulePotential(world, incident, tick, () => dated(world, id, incident));
    });
  }
}

/** A lever with all that it needs, without which it makes no study. */
export function withNeeds(study: Study, id: Id): readonly Id[] {
  const all = new Set([id]);
  for (const one of all) for (const needed of study.levers.get(one)?.needs ?? []) all.add(needed);
  return [...all];
}

/** K10: largest rate × largest season multiplier × largest `times`, over baseline and single levers. */
function highestRate(world: World, stated: readonly IncidentStream[]): number {
  const rates = stated.map((stream) => (stream.rate === undefined ? 0 : level(world, stream.rate)));
  const seasons = stated.flatMap((stream) => stream.season);
  const times = stated.map((stream) =>
    stream.clusters === undefined ? 1 : level(world, stream.clusters.times),
  );
  return Math.max(...rates) * Math.max(...seasons) * Math.max(1, ...times);
}

interface RatedStream {
  readonly id: Id;
  readonly name: Name;
  readonly highest: number;
  readonly bursts: Bursts;
  readonly horizon: number;
}

function scheduleNext(world: World, stream: RatedStream, k: number, after: number): void {
  const incident = named(stream.name, k);
  const tick = after + ticksOf(-log1p(-draw(incident, "gap")) / stream.highest);
  if (tick >= stream.horizon) return;
  schedulePotential(world, incident, tick, () => {
    scheduleNext(world, stream, k + 1, tick);
    rated(world, stream, incident);
  });
}

function schedulePotential(world: World, name: Name, tick: number, happen: () => void): void {
  world.events.schedule({ tick, kind: "onset", name, owner: {}, happen });
}

/** K11: the bursts of a stream, as far as they have been asked for. */
class Bursts {
  readonly #world: World;
  readonly #stream: IncidentStream;
  readonly #name: Name;
  readonly #known: { readonly from: number; readonly until: number }[] = [];

  constructor(world: World, stream: IncidentStream, name: Name) {
    this.#world = world;
    this.#stream = stream;
    this.#name = name;
  }

  holds(tick: number): boolean {
    const { clusters } = this.#stream;
    if (clusters === undefined) return false;
    while ((this.#known.at(-1)?.from ?? -1) <= tick) {
      const j = this.#known.length;
      const gap = burstTicks(this.#world, clusters.gap, draw(this.#name, "burst-gap", j));
      const lasts = burstTicks(this.#world, clusters.lasts, draw(this.#name, "burst-lasts", j));
      const from = (this.#known.at(-1)?.until ?? 0) + Math.max(1, gap);
      this.#known.push({ from, until: from + lasts });
    }
    return this.#known.some((burst) => burst.from <= tick && tick < burst.until);
  }
}

function burstTicks(world: World, slot: Slot, u: number): number {
  return ticksOf(distributionValue(slot.distribution, world.values, noFacts, u));
}

/** K11: an incident of rate happens, is averted, or neither. */
function rated(world: World, { id, highest, bursts }: RatedStream, incident: Name): void {
  const stream = inForce(world).incidents.get(id);
  if (stream === undefined) return;
  const season = stream.season[monthAt(world.calendar, world.now)] ?? 1;
  const times =
    stream.clusters !== undefined && bursts.holds(world.now) ? level(world, stream.clusters.times) : 1;
  const rate = stream.rate === undefined ? 0 : level(world, stream.rate);
  const valid = liesIn(stream.valid, world.now) ? 1 : 0;
  const now = rate * season * times * valid;
  const u = draw(incident, "happens");
  const happens = imposed(world, incident) ?? u < (now * suppression(world, stream)) / highest;
  if (happens) happen(world, stream, incident);
  else if (u < now / highest) avert(world, stream, incident);
}

/** K11: an incident of a date happens or is averted. */
function dated(world: World, id: Id, incident: Name): void {
  const stream = inForce(world).incidents.get(id);
  if (stream === undefined) return;
  const happens = imposed(world, incident) ?? draw(incident, "happens") < suppression(world, stream);
  if (happens) happen(world, stream, incident);
  else avert(world, stream, incident);
}

/** K71: a relaxed run takes the incidents that happen from the unrelaxed one. */
function imposed(world: World, incident: Name): boolean | undefined {
  return world.imposedHappened?.has(nameText(incident));
}

function happen(world: World, stream: IncidentStream, name: Name): void {
  const before = world.happened.get(stream.id) ?? [];
  before.push(name);
  world.happened.set(stream.id, before);
  onset(world, stream, incidentOf(world, stream, name, undefined));
}

/** K12, K13: place, beneficiary and facts of an incident that arises now. */
function incidentOf(
  world: World,
  stream: IncidentStream,
  name: Name,
  parent: Incident | undefined,
): Incident {
  const place =
    choose(world, stream.at, name, "at")?.place ?? (stream.at.length === 0 ? parent?.place : undefined);
  const beneficiary = choose(world, stream.for, name, "for")?.beneficiary;
  const facts = new Map(parent?.facts ?? []);
  for (const fact of stream.facts) {
    const outcome = choose(world, outcomesOf(world, fact), name, `fact/${fact.name}`);
    if (outcome !== undefined) facts.set(fact.name, outcome.value);
  }
  return {
    ...{ name, text: nameText(name), stream: stream.id, onset: world.now, place, beneficiary, facts },
    cells: new Map(),
  };
}

/** The values of a fact; what the others leave falls to `rest`. */
function outcomesOf(world: World, { outcomes, rest }: Fact): Fact["outcomes"] {
  if (rest === undefined) return outcomes;
  const others = outcomes.reduce(
    (sum, outcome) => sum + amountValue(outcome.weight, world.values, noFacts),
    0,
  );
  return [...outcomes, { value: rest, weight: { kind: "number", value: Math.max(0, 1 - others) } }];
}

function choose<Choice extends { readonly weight: Amount }>(
  world: World,
  choices: readonly Choice[],
  name: Name,
  purpose: string,
): Choice | undefined {
  const weights = choices.map((choice) => amountValue(choice.weight, world.values, noFacts));
  return choices.length === 0
    ? undefined
    : choices[weightedIndex(weights, 0, weights.length, draw(name, purpose))];
}

/** K14: what an incident does at its onset. */
function onset(world: World, stream: IncidentStream, incident: Incident): void {
  note(world, "onset", { incident: incident.text, subject: stream.id });
  add(world.outputs.happened, world.outputs.layout.streams.indexOf(stream.id), 1);
  for (const move of stream.moves) moveTrust(world, move.trust, move.by, incident);
  cascade(world, stream, incident);
  for (const mission of calledMissions(world, stream, incident)) {
    beginMission(world, makeMission(world, mission, incident, "happens"));
  }
}

/** K13: incidents that this one causes. */
function cascade(world: World, stream: IncidentStream, parent: Incident): void {
  const horizon = ticksOf(world.baseline.charter.horizon);
  const ordinals = new Map<Id, number>();
  for (const rule of stream.causes) {
    const ordinal = ordinals.get(rule.incident) ?? 0;
    ordinals.set(rule.incident, ordinal + 1);
    const key = inForce(world).incidents.get(rule.incident)?.key ?? rule.incident;
    const name = named(parent.name, `causes/${key}`, ordinal);
    if (!allHold(world, parent, rule.when)) continue;
    if (!(draw(name, "chance") < level(world, rule.chance, parent.facts))) continue;
    const tick = world.now + drawnTicks(world, rule.after, name, "after", parent.facts);
    if (tick >= horizon) continue;
    schedulePotential(world, name, tick, () => {
      const caused = inForce(world).incidents.get(rule.incident);
      if (caused !== undefined) onset(world, caused, incidentOf(world, caused, name, parent));
    });
  }
}

/** K14: missions called, each once. */
function calledMissions(world: World, stream: IncidentStream, incident: Incident): readonly Id[] {
  const called = stream.calls
    .filter((call) => allHold(world, incident, call.when))
    .map((call) => call.mission);
  return [...new Set(called)];
}

/** K14: a mission's tasks, read at the onset. An averted one only draws its demand. */
function makeMission(
  world: World,
  id: Id,
  incident: Incident,
  how: "happens" | "averted",
): MissionCase | undefined {
  const study: Study = inForce(world, incident);
  const mission = study.missions.get(id);
  if (mission === undefined) return undefined;
  const floor = mission.floor === undefined ? undefined : level(world, mission.floor, incident.facts);
  const index = world.outputs.layout.missions.indexOf(id);
  const made: MissionCase = {
    incident,
    id,
    index,
    priority: mission.priority,
    recalls: mission.recalls === "lower-priority",
    floor,
    tasks: [],
    demanded: 0,
  };
  for (const task of mission.tasks.values()) {
    const name = named(incident.name, `mission/${mission.key}`, `task/${task.key}`);
    const skipped = !allHold(world, incident, task.when);
    const value = task.outcome && !skipped ? drawn(world, task.value, name, "value", incident.facts) : 0;
    const expires = task.expires === undefined ? never : ticksOf(level(world, task.expires, incident.facts));
    const standard =
      task.standard === undefined ? expires : ticksOf(level(world, task.standard, incident.facts));
    const one: TaskCase = {
      ...{ incident, mission: made, task, index: world.outputs.layout.tasks.indexOf(task.ref), name },
      ...{ place: task.at ?? incident.place, beneficiary: task.for ?? incident.beneficiary, value, skipped },
      ...{ enough: level(world, task.enough, incident.facts), standard, expires },
      ...{
        state: skipped ? "closed" : "waiting",
        cancelled: false,
        fulfilled: skipped,
        opened: 0,
        needs: [],
      },
      ...{ shares: [], askers: new Map(), met: 0, metAtStandard: 0, delivered: 0, firstEffect: undefined },
      ...{ presenceTicks: 0, accruedTo: 0, cell: undefined, latestRefusal: undefined },
    };
    made.tasks.push(one);
    made.demanded += value;
    if (how === "averted") continue;
    if (skipped) noteTask(world, "skipped", one);
    else add(world.outputs.instances, one.index, 1);
    add(world.outputs.demanded, one.index, value);
  }
  return made;
}

/** K14, K20: what has no predecessor opens now. */
function beginMission(world: World, mission: MissionCase | undefined): void {
  if (mission === undefined) return;
  add(world.outputs.missionInstances, mission.index, 1);
  for (const task of mission.tasks) {
    if (task.state === "closed") continue;
    if (task.task.from === "onset" && task.expires < never)
      scheduleClose(world, task, world.now + task.expires);
    settle(world, task);
  }
  recordMission(world, mission);
}

/** K15: an averted incident draws its attributes and the value of what it would have called for. */
function avert(world: World, stream: IncidentStream, name: Name): void {
  note(world, "averted", { incident: nameText(name), subject: stream.id });
  add(world.outputs.avertedIncidents, world.outputs.layout.streams.indexOf(stream.id), 1);
  const incident = incidentOf(world, stream, name, undefined);
  for (const id of calledMissions(world, stream, incident)) {
    const mission = makeMission(world, id, incident, "averted");
    if (mission === undefined) continue;
    add(world.outputs.avertedInstances, mission.index, 1);
    add(world.outputs.averted, mission.index, mission.demanded);
  }
}
