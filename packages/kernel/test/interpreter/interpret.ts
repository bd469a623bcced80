import { runName } from "@shikumi/core/random";
import {
  applyLevers,
  authorityOrder,
  type Id,
  packageStudy,
  type Study,
  touchedElements,
} from "@shikumi/model";

import { KernelError } from "../../src/kernel-error.ts";
import { calendarFrom } from "../../src/number/calendar.ts";
import { futureValues } from "../../src/number/future.ts";
import { leverStarts, packageOrder } from "../../src/number/schedule.ts";
import { never, ticksOf } from "../../src/number/ticks.ts";
import { allocateOutputs, type OutputLayout, type Outputs } from "../../src/outputs.ts";
import {
  type Future,
  type Imposed,
  type Mode,
  nameText,
  type RunSpec,
  type RunStatus,
} from "../../src/run-spec.ts";
import type { TraceEntry } from "../../src/trace.ts";
import { allocateRecalled, serve } from "./allocation.ts";
import { callServe } from "./closing.ts";
import { scheduleDemand, withNeeds } from "./demand.ts";
import { EventList } from "./event-list.ts";
import { go } from "./go.ts";
import { open } from "./opening.ts";
import { answered, ask } from "./permit.ts";
import { scheduleAnswer } from "./request.ts";
import { byKey, inForce, level, named } from "./version.ts";
import type { World } from "./world.ts";

export interface Interpretation {
  readonly outputs: Outputs;
  readonly trace: readonly TraceEntry[];
  readonly status: RunStatus;
  readonly imposed: Imposed;
}

/** One run, read off SPEC.md rule by rule and with no thought of speed. */
export function interpret(
  study: Study,
  packageId: Id,
  mode: Mode,
  future: Future,
  spec: RunSpec,
): Interpretation {
  const world = makeWorld(study, packageId, mode, future, spec);
  scheduleSupplies(world);
  scheduleDemand(world);
  const budget = spec.budget ?? 2_000_000;
  let events = 0;
  let next = world.events.takeNext();
  while (next !== undefined && events < budget) {
    world.now = next.tick;
    events += 1;
    next.happen();
    allocateRecalled(world);
    next = world.events.takeNext();
  }
  const ended = next === undefined ? "complete" : "budget";
  return {
    outputs: world.outputs,
    trace: world.trace,
    status: { ended, events, lastTick: world.now },
    imposed: imposedBy(world),
  };
}

function makeWorld(baseline: Study, packageId: Id, mode: Mode, future: Future, spec: RunSpec): World {
  const whole = packageStudy(baseline, packageId).study;
  if (whole === undefined)
    throw new KernelError("levers", `the levers of "${packageId}" make no study together`);
  const values = futureValues(baseline, future);
  const starts = leverStarts(baseline, packageId, mode, values, future.index);
  const world: World = {
    ...{ baseline, whole, mode, values, spec },
    levers: packageOrder(baseline, packageId).map((id, i) => ({ id, starts: starts[i] ?? never })),
    run: runName(baseline.charter.seed, future.index, spec.replication),
    calendar: calendarFrom(baseline.charter.start),
    provisions: provisionsOf(baseline, whole, packageId),
    ...{ events: new EventList(), now: 0, bound: new Map(), deciderFree: new Map(), situations: new Map() },
    ...{ standing: new Map(), cells: new Map(), closedMissions: [], trustMoves: new Map(), pool: new Set() },
    ...{ granted: [], recalled: [] },
    happened: new Map(),
    imposedHappened: imposedNames(spec.imposed),
    react: {
      open: (task) => open(world, task),
      serve: (capability) => serve(world, capability),
      ask: (asker) => ask(world, asker),
      go: (share) => go(world, share),
      answer: (request) => answered(world, request),
      tell: (request) => scheduleAnswer(world, request, world.now),
    },
    outputs: allocateOutputs(layoutOf(baseline, whole)),
    trace: [],
  };
  return world;
}

/** K35: the order with all levers of the package, then of the baseline; last those that only a voided lever brings, by key. */
function provisionsOf(baseline: Study, whole: Study, packageId: Id): readonly Id[] {
  const brought = packageOrder(baseline, packageId)
    .flatMap((id) => [...(applyLevers(baseline, withNeeds(baseline, id)).study?.authorities.values() ?? [])])
    .sort(byKey)
    .map((authority) => authority.id);
  return [...new Set([...authorityOrder(whole), ...authorityOrder(baseline), ...brought])];
}

/** Names and order of the columns: whatever is in the baseline or in the study with all levers of the package. */
function layoutOf(baseline: Study, whole: Study): OutputLayout {
  const keyed = (
    pick: (study: Study) => Iterable<{ readonly id: Id; readonly key: string }>,
  ): readonly Id[] => {
    const known = new Map([...pick(baseline), ...pick(whole)].map((element) => [element.id, element]));
    return [...known.values()].sort(byKey).map((element) => element.id);
  };
  const missions = keyed((study) => study.missions.values());
  const tasks = missions.map((mission) => ({
    mission,
    ids: keyed((study) => study.missions.get(mission)?.tasks.values() ?? []),
  }));
  const organisations = keyed((study) => study.organisations.values());
  return {
    ...{ missions, organisations },
    tasks: tasks.flatMap(({ mission, ids }) => ids.map((id) => `${mission}.${id}`)),
    missionOfTask: Int32Array.from(tasks.flatMap(({ ids }, index) => ids.map(() => index))),
    parties: keyed((study) => study.parties.values()),
    nodes: [...keyed((study) => study.deciders.values()), ...organisations],
    streams: keyed((study) => study.incidents.values()),
  };
}

/** K25: more units may be had when some arrive, and when a lever that touches a holding starts. */
function scheduleSupplies(world: World): void {
  const supply = (holding: Id, key: string, tick: number): void => {
    const happen = (): void => {
      const capability = inForce(world).holdings.get(holding)?.what;
      if (capability !== undefined) callServe(world, capability);
    };
    world.events.schedule({
      tick,
      kind: "supply",
      name: named(world.run, `supply/${key}`),
      owner: {},
      happen,
    });
  };
  for (const study of [world.baseline, world.whole]) {
    for (const holding of study.holdings.values()) {
      for (const arrival of holding.arrives)
        supply(holding.id, holding.key, ticksOf(level(world, arrival.at)));
    }
  }
  if (world.mode === "in-force") return;
  for (const { id, starts } of world.levers) {
    for (const path of touchedElements(world.baseline, id)) {
      const holding = path.startsWith("holdings.") ? path.slice("holdings.".length) : undefined;
      if (holding === undefined) continue;
      const key = (world.whole.holdings.get(holding) ?? world.baseline.holdings.get(holding))?.key ?? holding;
      supply(holding, key, starts);
    }
  }
}

function imposedNames(imposed: Imposed | undefined): ReadonlySet<string> | undefined {
  if (imposed === undefined) return undefined;
  const names = imposed.happened.flatMap((lanes) =>
    Array.from({ length: lanes.length / 2 }, (_, i) =>
      nameText([lanes[2 * i] as number, lanes[2 * i + 1] as number]),
    ),
  );
  return new Set(names);
}

function imposedBy(world: World): Imposed {
  if (world.spec.imposed !== undefined) return world.spec.imposed;
  return {
    happened: world.outputs.layout.streams.map((id) =>
      Int32Array.from((world.happened.get(id) ?? []).flat()),
    ),
    trust: [...world.whole.trust.keys()].map((id) => {
      const moves = world.trustMoves.get(id) ?? [];
      return {
        ticks: Int32Array.from(moves, (move) => move.tick),
        values: Float64Array.from(moves, (move) => move.value),
      };
    }),
  };
}
