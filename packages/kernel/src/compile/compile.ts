import { applyLevers, type Collection, type Element, type Id, type Study } from "@shikumi/model";
import { KernelError } from "../kernel-error.ts";
import { distributionRange } from "../number/amount.ts";
import { calendarFrom } from "../number/calendar.ts";
import { uncertaintiesOf } from "../number/future.ts";
import { leverStarts, packageOrder } from "../number/schedule.ts";
import { hoursOf, never, ticksOf } from "../number/ticks.ts";
import type { OutputLayout } from "../outputs.ts";
import {
  authorityColumns,
  capabilityColumns,
  deciderColumns,
  holdingColumns,
  informationColumns,
  mechanismColumns,
  missionColumns,
  networkColumns,
  type Program,
  placeColumns,
  roleColumns,
  situationColumns,
  streamColumns,
} from "../program.ts";
import type { Mode } from "../run-spec.ts";
import { choicePackage } from "./choice-package.ts";
import { missionRow, streamRow } from "./demand-rows.ts";
import { ElementList, Elements } from "./elements.ts";
import { Encoder } from "./encoder.ts";
import { LeverSet } from "./lever-set.ts";
import {
  authorityRow,
  capabilityRow,
  deciderRow,
  holdingRow,
  informationRow,
  mechanismRow,
  networkRow,
  placeRow,
  type RowOf,
  roleRow,
  situationRow,
} from "./rows.ts";
import { scheduleOf } from "./schedule-of.ts";
import { staticTables } from "./static-tables.ts";
import { compileVersions, type RowMaker, touchesOf, untouchable, type VersionedTable } from "./versions.ts";

/** Collections whose elements are rows of versioned tables. */
type Tabled =
  | "holdings"
  | "capabilities"
  | "places"
  | "deciders"
  | "situations"
  | "information"
  | "roles"
  | "mechanisms"
  | "authorities"
  | "incidents"
  | "missions";

/** What the elements of each of those collections are. */
type Tables = { readonly [Name in Tabled]: Study[Name] extends Collection<infer T> ? T : never };

/** Options of {@link compile}. */
export interface CompileOptions {
  readonly mode?: Mode;
}

/**
 * The program of a study with one package, or with some levers on their own. In mode `in-force` it holds the
 * one version with all levers of the package, in mode `timed` all versions that its levers can make. Throws
 * `KernelError` `unknown-package`, `unknown-lever`, `levers` or `name-collision`.
 */
export function compile(
  study: Study,
  choice: Id | readonly Id[],
  { mode = "in-force" }: CompileOptions = {},
): Program {
  const { packageId, packaged } = choicePackage(study, choice);
  const order = packageOrder(packaged, packageId);
  const starts = leverStarts(packaged, packageId, "in-force", new Map(), 0);
  const inForce = order.filter((_, index) => (starts[index] as number) < never);
  const whole = leveredStudy(study, order);
  const full = leveredStudy(study, inForce);
  const levers = new LeverSet(study, mode === "timed" ? order : []);
  const versions = [study, whole, ...levers.ids.map((_, lever) => levers.study([lever]))];
  const uncertainties = uncertaintiesOf(study);
  const elements = new Elements(
    versions,
    whole,
    new ElementList([new Map(uncertainties.map((one) => [one.id, one]))]),
  );
  const encoder = new Encoder(elements);
  const atRest = mode === "timed" ? levers : { study: (): Study => full };
  const touches = mode === "timed" ? touchesOf(study, levers) : () => untouchable;
  const versioned = <Columns extends readonly string[]>(
    collection: string,
    columns: Columns,
    ids: readonly Id[],
    make: RowMaker<Columns>,
  ): VersionedTable<Columns> =>
    compileVersions(encoder.builder, columns, ids, make, atRest, touches(collection));
  const tableOf = <Name extends Tabled, Columns extends readonly string[]>(
    name: Name,
    columns: Columns,
    make: (encoder: Encoder, element: Tables[Name], study: Study) => RowOf<Columns>,
  ): VersionedTable<Columns> =>
    versioned(name, columns, elements[name].ids, (one, id) => {
      const collection: Collection<Tables[Name]> = collectionOf(one, name);
      const element = collection.get(id);
      return element === undefined ? undefined : make(encoder, element, one);
    });

  const holdings = tableOf("holdings", holdingColumns, holdingRow);
  const capabilities = tableOf("capabilities", capabilityColumns, capabilityRow);
  const places = tableOf("places", placeColumns, placeRow);
  const networks = versioned("network", networkColumns, ["network"], (one) => networkRow(encoder, one));
  const deciders = tableOf("deciders", deciderColumns, deciderRow);
  const situations = tableOf("situations", situationColumns, situationRow);
  const information = tableOf("information", informationColumns, informationRow);
  const roles = tableOf("roles", roleColumns, roleRow);
  const mechanisms = tableOf("mechanisms", mechanismColumns, mechanismRow);
  const authorities = tableOf("authorities", authorityColumns, authorityRow);
  const streams = tableOf("incidents", streamColumns, streamRow);
  const missions = tableOf("missions", missionColumns, missionRow);
  const statics = staticTables({
    study,
    encoder,
    levers,
    tables: { holdings, roles, authorities, mechanisms, tasks: encoder.tasks.table() },
  });
  const built = encoder.builder.finish();
  const ranges = elements.uncertainties.ids.map((id) => {
    const one = uncertainties.find((uncertainty) => uncertainty.id === id);
    return one === undefined ? ([0, 0] as const) : distributionRange(one.values);
  });
  return {
    mode,
    ids: {
      levers: levers.ids,
      uncertainties: uncertainties.map(({ id }) => id),
      holdings: elements.holdings.ids,
      capabilities: elements.capabilities.ids,
      places: elements.places.ids,
      situations: elements.situations.ids,
      authorities: elements.authorities.ids,
      mechanisms: elements.mechanisms.ids,
      words: encoder.builder.words,
    },
    layout: layoutFrom(elements),
    schedule: scheduleOf(packaged, packageId, levers.ids),
    calendar: calendarFrom(study.charter.start),
    seed: study.charter.seed,
    horizon: horizonOf(study),
    uncertaintyLow: Float64Array.from(ranges, ([low]) => low),
    uncertaintyHigh: Float64Array.from(ranges, ([, high]) => high),
    ...built,
    ...encoder.finishAmounts(built.reals),
    slots: encoder.slots.table(),
    conditions: encoder.conditions.table(),
    steps: encoder.steps.table(),
    tasks: encoder.tasks.table(),
    needs: encoder.needs.table(),
    holdings: holdings.table,
    holdingIn: holdings.versions,
    capabilities: capabilities.table,
    capabilityIn: capabilities.versions,
    places: places.table,
    placeIn: places.versions,
    networks: networks.table,
    networkIn: networks.versions,
    deciders: deciders.table,
    deciderIn: deciders.versions,
    situations: situations.table,
    situationIn: situations.versions,
    information: information.table,
    informationIn: information.versions,
    roles: roles.table,
    roleIn: roles.versions,
    mechanisms: mechanisms.table,
    mechanismIn: mechanisms.versions,
    authorities: authorities.table,
    authorityIn: authorities.versions,
    streams: streams.table,
    streamIn: streams.versions,
    missions: missions.table,
    missionIn: missions.versions,
    ...statics,
  };
}

function collectionOf<Name extends Tabled>(study: Study, name: Name): Collection<Tables[Name]> {
  return study[name] as Collection<Element> as Collection<Tables[Name]>;
}

/** Ticks in which incidents arise. The clock ends at `never`. */
function horizonOf({ charter }: Study): number {
  const ticks = ticksOf(charter.horizon);
  if (ticks >= never)
    throw new KernelError(
      "horizon",
      `the horizon of ${charter.horizon} hours is beyond the clock, which ends at ${hoursOf(never)} hours`,
    );
  return ticks;
}

/** Names and order of the columns of a program's outputs. */
export function layoutOf(program: Program): OutputLayout {
  return program.layout;
}

function leveredStudy(study: Study, levers: readonly Id[]): Study {
  const applied = applyLevers(study, levers).study;
  if (applied === undefined)
    throw new KernelError("levers", `the levers ${levers.join(", ")} do not make a study together`);
  return applied;
}

function layoutFrom(elements: Elements): OutputLayout {
  const missions = elements.missions.ids;
  return {
    tasks: elements.tasks,
    missions,
    missionOfTask: Int32Array.from(elements.tasks, (ref) =>
      missions.findIndex((id) => ref.startsWith(`${id}.`)),
    ),
    organisations: elements.organisations.ids,
    parties: elements.parties.ids,
    nodes: [...elements.deciders.ids, ...elements.organisations.ids],
    streams: elements.incidents.ids,
  };
}
