import type { IncidentStream, Mission, Need, Task } from "@shikumi/model";
import type { missionColumns, streamColumns } from "../program.ts";
import { accruesCode, decayCodes, moveCode } from "./codes.ts";
import type { Encoder } from "./encoder.ts";
import type { RowOf } from "./rows.ts";

export function streamRow(encoder: Encoder, stream: IncidentStream): RowOf<typeof streamColumns> {
  const { builder, elements } = encoder;
  const { suppressedBy } = stream;
  return {
    at: builder.list(
      stream.at.flatMap(({ place, weight }) => [elements.places.indexOf(place), encoder.amount(weight)]),
    ),
    rate: encoder.level(stream.rate),
    valid: encoder.windows(stream.valid),
    season: builder.reals(stream.season),
    times: encoder.level(stream.clusters?.times),
    facts: builder.list(
      stream.facts.flatMap((fact) => [
        encoder.fact(fact.name),
        builder.name(`fact/${fact.name}`),
        builder.list(
          fact.outcomes.flatMap(({ value, weight }) => [builder.word(value), encoder.amount(weight)]),
        ),
        fact.rest === undefined ? -1 : builder.word(fact.rest),
      ]),
    ),
    for: builder.list(
      stream.for.flatMap(({ beneficiary, weight }) => [
        elements.beneficiaries.indexOf(beneficiary),
        encoder.amount(weight),
      ]),
    ),
    calls: builder.list(
      stream.calls.flatMap(({ mission, when }) => [
        elements.missions.indexOf(mission),
        encoder.condition(when),
      ]),
    ),
    causes: builder.list(
      stream.causes.flatMap((rule, index) => {
        const child = elements.incidents.indexOf(rule.incident);
        return [
          child,
          encoder.level(rule.chance),
          encoder.slot(rule.after),
          encoder.condition(rule.when),
          builder.name(`causes/${elements.incidents.keys[child] ?? rule.incident}`),
          stream.causes.slice(0, index).filter((one) => one.incident === rule.incident).length,
        ];
      }),
    ),
    suppressedBy: elements.missions.indexOf(suppressedBy?.mission),
    lag: encoder.level(suppressedBy?.lag),
    atMost: encoder.level(suppressedBy?.atMost),
    moves: builder.list(
      stream.moves.flatMap(({ trust, by }) => [elements.trust.indexOf(trust), moveCode[by]]),
    ),
  };
}

export function missionRow(encoder: Encoder, mission: Mission): RowOf<typeof missionColumns> {
  const tasks = [...mission.tasks.values()];
  return {
    floor: encoder.level(mission.floor),
    priority: encoder.builder.reals([mission.priority]),
    recalls: mission.recalls === "lower-priority" ? 1 : 0,
    tasks: encoder.builder.list(tasks.map((task) => taskRow(encoder, task, tasks))),
    needs: tasks.reduce((sum, task) => sum + Math.max(1, task.needs.length), 0),
  };
}

function taskRow(encoder: Encoder, task: Task, siblings: readonly Task[]): number {
  const { builder, elements } = encoder;
  const local = (ids: readonly string[]): number =>
    builder.list(
      ids.flatMap((id) => {
        const index = siblings.findIndex((one) => one.id === id || one.ref === id);
        return index < 0 ? [] : [index];
      }),
    );
  const { decays } = task;
  return encoder.tasks.row({
    layout: elements.task(task.ref),
    name: builder.name(`task/${task.key}`),
    activity: encoder.activity(task.activity),
    after: local(task.after),
    anyOf: local(task.anyOf),
    evenIfFailed: task.evenIfFailed ? 1 : 0,
    condition: encoder.condition(task.when),
    needs: builder.list(
      task.needs.length === 0 ? [emptyNeed(encoder)] : task.needs.map((need) => needRow(encoder, need)),
    ),
    knows: builder.list(task.knows.map((id) => elements.information.indexOf(id))),
    takes: encoder.slot(task.takes),
    handsOver: encoder.slot(task.handsOver),
    accrues: accruesCode[task.accrues],
    at: elements.places.indexOf(task.at),
    outcome: task.outcome ? 1 : 0,
    value: encoder.slot(task.value),
    standard: encoder.level(task.standard),
    expires: encoder.level(task.expires),
    decays: decayCodes[decays.kind],
    halfLife: decays.kind === "exponential" ? encoder.level(decays.halfLife) : -1,
    hazard: encoder.level(task.hazard),
    for: elements.beneficiaries.indexOf(task.for),
    fromOpen: task.from === "open" ? 1 : 0,
    enough: encoder.level(task.enough),
    onOpen: task.prepare === "on-open" ? 1 : 0,
    uncombined: encoder.level(task.uncombined),
    joint: task.joint ? 1 : 0,
    accountable: builder.list(accountableOf(encoder, task)),
    weapons: builder.list(
      task.weapons.flatMap(({ standard, effect }) => [builder.word(standard), encoder.level(effect)]),
    ),
    withoutLogistics: encoder.level(task.withoutLogistics),
    withoutPlanning: encoder.level(task.withoutPlanning),
    commits: elements.trust.indexOf(task.commits),
  });
}

/** Accountable organisations in the order of their parties' keys. */
function accountableOf(encoder: Encoder, task: Task): readonly number[] {
  const { parties, organisations } = encoder.elements;
  return [...task.accountable]
    .sort((a, b) => parties.indexOf(a.party) - parties.indexOf(b.party))
    .map(({ organisation }) => organisations.indexOf(organisation));
}

function needRow(encoder: Encoder, need: Need): number {
  const { builder, elements } = encoder;
  return encoder.needs.row({
    name: builder.name(`need/${need.name}`),
    text: builder.word(need.name),
    quantity: encoder.slot(need.quantity),
    alternatives: builder.list(
      need.alternatives.flatMap(({ capability, per, when }) => {
        const index = elements.capabilities.indexOf(capability);
        const key = elements.capabilities.keys[index] ?? capability;
        return [
          index,
          encoder.amount(per),
          encoder.condition(when),
          builder.name(`need/${need.name}/${key}`),
        ];
      }),
    ),
  });
}

/** What a task without needs has: one need that binds no unit (K21). */
function emptyNeed(encoder: Encoder): number {
  const { builder } = encoder;
  return encoder.needs.row({
    name: builder.name("need/"),
    text: builder.word(""),
    quantity: encoder.distribution({ kind: "fixed", value: { kind: "number", value: 1 } }),
    alternatives: builder.list([-1, encoder.number(1), -1, builder.name("need//")]),
  });
}
