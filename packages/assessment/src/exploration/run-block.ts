import {
  allocateOutputs,
  amountValue,
  causes,
  compile,
  createState,
  type EngineTarget,
  type Future,
  type FutureValues,
  futureValues,
  layoutOf,
  noFacts,
  type Outputs,
  type PreparedFuture,
  type Program,
  prepare,
  run,
  type State,
  uncertaintiesOf,
} from "@shikumi/kernel";
import { fastestEngine } from "@shikumi/kernel/webassembly";
import { applyLevers, type Id, type Study } from "@shikumi/model";
import { unitHoursHeld } from "../measure/run-equality.ts";
import { exploredDomains } from "./exploration-plan.ts";
import { columnName, type RunColumn, type RunValues, runColumns } from "./run-columns.ts";

/** Some futures of one package: what is computed and stored at once. */
export interface ExplorationBlock {
  readonly package: Id;
  readonly levers: readonly Id[];
  readonly mode: "in-force" | "timed";
  readonly replications: number;
  readonly budget: number | undefined;
  readonly futures: readonly Future[];
}

interface ReadyPackage {
  readonly study: Study;
  readonly program: Program;
  readonly state: State;
  readonly outputs: Outputs;
  readonly places: Places;
}

/** What the blocks of one study share on one thread. A cache only; no result depends on it. */
export interface ExplorationContext {
  readonly study: Study;
  readonly columns: readonly RunColumn[];
  readonly domains: readonly string[];
  readonly engine: EngineTarget;
  readonly packages: Map<string, ReadyPackage>;
}

/** An empty context on the fastest engine this thread may use, unless one is given. */
export function createExploration(study: Study, engine: EngineTarget = fastestEngine()): ExplorationContext {
  return {
    study,
    columns: runColumns(study),
    domains: exploredDomains(study),
    engine,
    packages: new Map(),
  };
}

/**
 * Runs a block: rows by future, then replication, in the columns of `runColumns` (EX3). A run that fails is a row with its cause and no measures; one cut off at its budget says so.
 * Depends on nothing but study and block.
 */
export function runBlock(context: ExplorationContext, block: ExplorationBlock): readonly RunValues[] {
  const { study, columns } = context;
  const rows = block.futures.length * block.replications;
  const texts: string[][] = columns.map(() => []);
  const numbers = columns.map(({ kind }) => new Float64Array(kind === "text" ? 0 : rows).fill(Number.NaN));
  const placeOf = new Map(columns.map(({ name }, at) => [name, at]));
  const put = (name: string, row: number, value: number): void => {
    const column = numbers[placeOf.get(name) ?? -1];
    if (column !== undefined) column[row] = value;
  };
  const told = (name: string, text: string): void => {
    texts[placeOf.get(name) ?? -1]?.push(text);
  };
  const ids = uncertaintiesOf(study).map(({ id }) => columnName("uncertainty", id));
  let row = 0;
  for (const future of block.futures) {
    const started = startedFuture(context, block, future);
    for (let replication = 0; replication < block.replications; replication++, row++) {
      told("package", block.package);
      put("future", row, future.index);
      put("replication", row, replication);
      ids.forEach((name, at) => {
        put(name, row, future.values[at] as number);
      });
      const ended = started.kind === "failed" ? started : oneRun(started, block, replication);
      told("status", ended.kind);
      told("cause", ended.kind === "failed" ? ended.cause : "");
      if (ended.kind === "failed" || started.kind === "failed") continue;
      put("events", row, ended.events);
      const at = row;
      measure(started.ready, context.domains, started, (name, value) => put(name, at, value));
    }
  }
  return columns.map(({ kind }, at) =>
    kind === "text" ? (texts[at] as string[]) : (numbers[at] as Float64Array),
  );
}

interface StartedFuture {
  readonly kind: "started";
  readonly ready: ReadyPackage;
  readonly prepared: PreparedFuture;
  readonly values: FutureValues;
  /** By party: unit-hours its organisations hold. */
  readonly held: Float64Array;
  readonly effort: number;
}

interface FailedRun {
  readonly kind: "failed";
  readonly cause: string;
}

function startedFuture(
  context: ExplorationContext,
  block: ExplorationBlock,
  future: Future,
): StartedFuture | FailedRun {
  try {
    const ready = readyPackage(context, block);
    const values = futureValues(context.study, future);
    const { study } = ready;
    const held = Float64Array.from([...study.parties.keys()], (party) =>
      [...study.holdings.values()]
        .filter(({ of }) => study.organisations.get(of)?.party === party)
        .reduce((sum, holding) => sum + unitHoursHeld(study, holding, values), 0),
    );
    const effort = block.levers.reduce((sum, id) => {
      const stated = context.study.levers.get(id)?.effort;
      return stated === undefined ? sum : sum + amountValue(stated.amount, values, noFacts);
    }, 0);
    return { kind: "started", ready, prepared: prepare(ready.program, future), values, held, effort };
  } catch (error) {
    return failed(error);
  }
}

function oneRun(
  { ready: { program, state, outputs }, prepared }: StartedFuture,
  { budget }: ExplorationBlock,
  replication: number,
): { readonly kind: "complete" | "cut"; readonly events: number } | FailedRun {
  try {
    const spec = {
      replication,
      undetermined: "refused" as const,
      ...(budget === undefined ? {} : { budget }),
    };
    const { ended, events } = run(program, prepared, state, spec, outputs);
    return { kind: ended === "complete" ? "complete" : "cut", events };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): FailedRun {
  const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: "failed", cause: told.split("\n")[0] ?? "" };
}

function readyPackage(context: ExplorationContext, { levers, mode }: ExplorationBlock): ReadyPackage {
  const key = `${mode} ${levers.join(" ")}`;
  const kept = context.packages.get(key);
  if (kept !== undefined) return kept;
  const program = compile(context.study, levers, { mode });
  const study = applyLevers(context.study, levers).study ?? context.study;
  const outputs = allocateOutputs(layoutOf(program));
  const ready = {
    study,
    program,
    state: createState(program, context.engine),
    outputs,
    places: placesOf(study, outputs),
  };
  context.packages.set(key, ready);
  return ready;
}

/** Where things stand in the outputs of one program. */
interface Places {
  /** By mission: its domain, and its floor's amount. */
  readonly domainOf: readonly string[];
  /** By organisation and by node: place of its party among the parties, −1 for none. */
  readonly partyOfOrganisation: Int32Array;
  readonly partyOfNode: Int32Array;
}

function placesOf(study: Study, { layout }: Outputs): Places {
  const parties = [...study.parties.keys()];
  const place = (party: Id | undefined): number => (party === undefined ? -1 : parties.indexOf(party));
  return {
    domainOf: layout.missions.map((id) => study.missions.get(id)?.domain ?? ""),
    partyOfOrganisation: Int32Array.from(layout.organisations, (id) =>
      place(study.organisations.get(id)?.party),
    ),
    partyOfNode: Int32Array.from(layout.nodes, (id) =>
      place((study.deciders.get(id) ?? study.organisations.get(id))?.party),
    ),
  };
}

type Put = (name: string, value: number) => void;

function measure(ready: ReadyPackage, domains: readonly string[], started: StartedFuture, put: Put): void {
  measureDomains(ready, domains, started.values, put);
  measureCauses(ready.outputs, put);
  measureParties(ready, started.held, put);
  put("effort", started.effort);
}

function measureDomains(
  { study, outputs, places: { domainOf } }: ReadyPackage,
  domains: readonly string[],
  values: FutureValues,
  put: Put,
): void {
  const { layout, averted, belowFloor, missionInstances } = outputs;
  const demanded = new Float64Array(domainOf.length);
  const delivered = new Float64Array(domainOf.length);
  layout.missionOfTask.forEach((mission, task) => {
    demanded[mission] = (demanded[mission] as number) + (outputs.demanded[task] as number);
    delivered[mission] = (delivered[mission] as number) + (outputs.delivered[task] as number);
  });
  for (const domain of domains) {
    const sums = {
      demanded: 0,
      delivered: 0,
      averted: 0,
      asked: 0,
      reached: 0,
      floored: 0,
      cases: 0,
      below: 0,
    };
    domainOf.forEach((own, mission) => {
      if (own !== domain) return;
      const credit = (delivered[mission] as number) + (averted[mission] as number);
      const demand = (demanded[mission] as number) + (averted[mission] as number);
      sums.demanded += demanded[mission] as number;
      sums.delivered += delivered[mission] as number;
      sums.averted += averted[mission] as number;
      sums.cases += missionInstances[mission] as number;
      sums.below += belowFloor[mission] as number;
      const floor = study.missions.get(layout.missions[mission] as string)?.floor;
      if (floor === undefined) return;
      sums.asked += demand * amountValue(floor.amount, values, noFacts);
      sums.reached += credit;
      sums.floored += demand;
    });
    put(columnName("value-demanded", domain), sums.demanded);
    put(columnName("value-delivered", domain), sums.delivered);
    put(columnName("value-averted", domain), sums.averted);
    put(columnName("floor-asked", domain), sums.asked);
    put(columnName("floor-reached", domain), sums.reached);
    put(columnName("floor-demanded", domain), sums.floored);
    put(columnName("cases", domain), sums.cases);
    put(columnName("cases-below-floor", domain), sums.below);
  }
}

function measureCauses({ refusals, waitHours }: Outputs, put: Put): void {
  causes.forEach((cause, bit) => {
    let refused = 0;
    let waited = 0;
    for (let at = bit; at < refusals.length; at += causes.length) {
      refused += refusals[at] as number;
      waited += waitHours[at] as number;
    }
    put(columnName("refusals", cause), refused);
    put(columnName("wait", cause), waited);
  });
}

function measureParties({ study, outputs, places }: ReadyPackage, held: Float64Array, put: Put): void {
  const parties = [...study.parties.keys()];
  const { layout } = outputs;
  const count = layout.organisations.length;
  const sums = (): Float64Array => new Float64Array(parties.length);
  const [delivered, hazard, unitHours, answered] = [sums(), sums(), sums(), sums()];
  const add = (to: Float64Array, place: number, value: number): void => {
    if (place >= 0) to[place] = (to[place] as number) + value;
  };
  let allHazard = 0;
  let allAnswered = 0;
  for (let pair = 0; pair < outputs.hazardBy.length; pair++) {
    const place = places.partyOfOrganisation[pair % count] as number;
    allHazard += outputs.hazardBy[pair] as number;
    add(hazard, place, outputs.hazardBy[pair] as number);
    add(delivered, place, outputs.deliveredBy[pair] as number);
    add(unitHours, place, outputs.unitHoursBy[pair] as number);
  }
  outputs.answered.forEach((value, node) => {
    allAnswered += value;
    add(answered, places.partyOfNode[node] as number, value);
  });
  const width = layout.parties.length + 1;
  parties.forEach((party, at) => {
    const place = layout.parties.indexOf(party);
    let benefit = 0;
    if (place >= 0) {
      for (let index = place; index < outputs.benefitBy.length; index += width)
        benefit += outputs.benefitBy[index] as number;
    }
    put(columnName("benefit", party), benefit);
    put(columnName("decision", party), ratio(answered[at] as number, allAnswered));
    put(columnName("risk", party), ratio(hazard[at] as number, allHazard));
    put(columnName("contribution-capacity", party), ratio(unitHours[at] as number, held[at] as number));
    put(columnName("contribution-benefit", party), ratio(delivered[at] as number, benefit));
  });
}

/** A share of nothing is no share. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN;
}
