import type {
  Authority,
  Capability,
  Decider,
  Holding,
  Information,
  Mechanism,
  Place,
  Role,
  Situation,
  Study,
} from "@shikumi/model";
import { positionOf } from "../number/network.ts";
import type {
  authorityColumns,
  capabilityColumns,
  deciderColumns,
  holdingColumns,
  informationColumns,
  mechanismColumns,
  networkColumns,
  placeColumns,
  roleColumns,
  situationColumns,
} from "../program.ts";
import { accessCode, movesCode, saysCode } from "./codes.ts";
import type { Encoder } from "./encoder.ts";

/** The numbers of one row. */
export type RowOf<Columns extends readonly string[]> = Readonly<Record<Columns[number], number>>;

export function holdingRow(encoder: Encoder, holding: Holding): RowOf<typeof holdingColumns> {
  const { elements, builder } = encoder;
  const users = [holding.of, ...holding.sharedWith.filter((id) => id !== holding.of)];
  return {
    of: elements.organisations.indexOf(holding.of),
    what: elements.capabilities.indexOf(holding.what),
    quantity: encoder.level(holding.quantity),
    at: elements.places.indexOf(holding.at),
    ready: encoder.slot(holding.ready),
    endures: encoder.level(holding.endures),
    recovers: encoder.slot(holding.recovers),
    arrives: builder.list(
      holding.arrives.flatMap(({ quantity, at }) => [encoder.level(quantity), encoder.level(at)]),
    ),
    users: builder.list([...new Set(users)].map((id) => elements.organisations.indexOf(id))),
  };
}

export function capabilityRow(encoder: Encoder, capability: Capability): RowOf<typeof capabilityColumns> {
  return {
    moves: movesCode[capability.moves],
    speed: encoder.level(capability.speed),
    range: encoder.level(capability.range),
  };
}

export function placeRow(encoder: Encoder, place: Place): RowOf<typeof placeColumns> {
  const { access } = place;
  const consent = access.kind === "consent" ? access : undefined;
  return {
    state: encoder.elements.parties.indexOf(place.state),
    access: accessCode[access.kind],
    node: consent === undefined ? -1 : encoder.elements.node(consent.by),
    takes: encoder.slot(consent?.takes),
    hesitates: encoder.slot(consent?.hesitates),
    given: encoder.level(consent?.given),
  };
}

/** Positions, regions and legs of a whole study: what all distances follow from. */
export function networkRow(encoder: Encoder, study: Study): RowOf<typeof networkColumns> {
  const { elements, builder } = encoder;
  return {
    places: builder.list(
      elements.places.ids.flatMap((id) => {
        const at = positionOf(study, id);
        const inside = elements.places.indexOf(study.places.get(id)?.inside);
        return at === undefined
          ? [-1, -1, inside]
          : [builder.reals([at.latitude]), builder.reals([at.longitude]), inside];
      }),
    ),
    legs: builder.list(
      [...study.routes.values()].flatMap((route) => [
        elements.places.indexOf(route.joins[0]),
        elements.places.indexOf(route.joins[1]),
        movesCode[route.mode],
        encoder.level(route.length),
        encoder.level(route.closed),
      ]),
    ),
  };
}

export function deciderRow(encoder: Encoder, decider: Decider): RowOf<typeof deciderColumns> {
  return {
    party: encoder.elements.parties.indexOf(decider.party),
    attention: encoder.slot(decider.attention),
    rate: decider.attention?.dimension === "rate" ? 1 : 0,
  };
}

export function situationRow(encoder: Encoder, situation: Situation): RowOf<typeof situationColumns> {
  return {
    foundBy: encoder.builder.list(situation.foundBy.map((id) => encoder.elements.node(id))),
    takes: encoder.slot(situation.takes),
    found: encoder.level(situation.found),
    lasts: encoder.slot(situation.lasts),
    needs: encoder.elements.situations.indexOf(situation.needs),
    open: encoder.windows(situation.open),
  };
}

export function informationRow(
  encoder: Encoder,
  information: Information,
  study: Study,
): RowOf<typeof informationColumns> {
  const { organisations } = encoder.elements;
  return {
    type: encoder.builder.word(information.type),
    from: encoder.builder.list(
      information.from.flatMap((id) => {
        const index = organisations.indexOf(id);
        return [index, encoder.builder.name(`from/${organisations.keys[index] ?? id}`)];
      }),
    ),
    classed: study.charter.classifications.indexOf(information.classed),
    stale: encoder.level(information.staleAfter),
    chance: encoder.level(information.release?.chance),
    takes: encoder.slot(information.release?.takes),
  };
}

export function roleRow(encoder: Encoder, role: Role): RowOf<typeof roleColumns> {
  const { organisations } = encoder.elements;
  return {
    task: encoder.elements.task(role.task),
    lead: organisations.indexOf(role.lead),
    supports: encoder.builder.list(role.supports.map((id) => organisations.indexOf(id))),
  };
}

export function mechanismRow(
  encoder: Encoder,
  mechanism: Mechanism,
  study: Study,
): RowOf<typeof mechanismColumns> {
  const { builder, elements } = encoder;
  const actors = (list: readonly string[] | undefined): number =>
    list === undefined ? -1 : encoder.covered(list);
  const activities = (list: readonly string[] | undefined): number =>
    list === undefined ? -1 : encoder.activityList(list);
  return {
    between: encoder.covered(mechanism.between),
    in: builder.list(mechanism.in.map((id) => elements.situations.indexOf(id))),
    valid: encoder.windows(mechanism.valid),
    information: builder.list(
      mechanism.information.flatMap((channel) => [
        encoder.words(channel.types),
        study.charter.classifications.indexOf(channel.upTo),
        encoder.slot(channel.takes),
      ]),
    ),
    access: builder.list(
      mechanism.access.flatMap((one) => [
        encoder.placeSet(study, one.at),
        actors(one.to),
        activities(one.for),
      ]),
    ),
    logistics: builder.list(mechanism.logistics.flatMap((one) => [actors(one.to), activities(one.for)])),
    planning: mechanism.planning ? 1 : 0,
    members: mechanism.cell === undefined ? -1 : encoder.covered(mechanism.cell.members),
    combines: activities(mechanism.cell?.for),
    standsUp: encoder.slot(mechanism.cell?.standsUp),
    handles: encoder.level(mechanism.cell?.handles),
    agreement: encoder.activityList(mechanism.agreement),
  };
}

export function authorityRow(
  encoder: Encoder,
  authority: Authority,
  study: Study,
): RowOf<typeof authorityColumns> {
  const { builder, elements } = encoder;
  const organisations = authority.actsThrough.map((id) => elements.organisations.indexOf(id));
  return {
    says: saysCode[authority.says],
    through: builder.set(
      organisations.filter((index) => index >= 0),
      elements.organisations.ids.length,
    ),
    activities: encoder.activityList(authority.activities),
    for:
      authority.for === undefined
        ? -1
        : builder.list(authority.for.map((id) => elements.beneficiaries.indexOf(id))),
    at: authority.at === undefined ? -1 : encoder.placeSet(study, authority.at),
    in: builder.list(authority.in.map((id) => elements.situations.indexOf(id))),
    condition: encoder.condition(authority.when, authority.unless),
    conditions: builder.list([
      ...authority.when.map((one) => encoder.conditionRow(one)),
      ...authority.unless.map((of) => encoder.conditionRow({ kind: "not", of })),
    ]),
    weapons: authority.weapons === undefined ? -1 : builder.word(authority.weapons),
    stages: builder.list(
      authority.steps.map((stage) =>
        builder.list(
          stage.map((step) =>
            encoder.steps.row({
              node: elements.node(step.whom),
              takes: encoder.slot(step.takes),
              hesitates: encoder.slot(step.hesitates),
              given: encoder.level(step.given),
              condition: encoder.condition(step.when),
              report: step.kind === "report-after" ? 1 : 0,
            }),
          ),
        ),
      ),
    ),
    lasts: encoder.slot(authority.lasts),
    valid: encoder.windows(authority.valid),
    notEncoded: authority.notEncoded === undefined ? 0 : 1,
  };
}
