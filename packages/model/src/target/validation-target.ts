import { suggest } from "@shikumi/core/diagnostic";
import type { Id } from "../study/element.ts";
import { type StepKind, stepKinds } from "../study/law.ts";
import type { Study } from "../study/study.ts";

/** Moments of one task in one case, in hours. */
export const moments = [
  "opened",
  "informed",
  "permitted",
  "combined",
  "departed",
  "arrived",
  "first-effect",
  "closed",
] as const;
export type Moment = (typeof moments)[number];

/** What a case is compared with: the meaning of the path `of` of a row of `validation`. */
export type ValidationTarget =
  /** Hours to a moment of a task (`mission.task`), of one organisation's part in it or of all, from the onset, or `since`, or an earlier moment of the same. */
  | {
      readonly kind: "moment";
      readonly mission: Id;
      readonly task: Id;
      readonly moment: Moment;
      readonly after: Moment | undefined;
      readonly organisation: Id | undefined;
    }
  /** Units a task asks for: of one of its needs, or of the largest. */
  | { readonly kind: "need"; readonly mission: Id; readonly task: Id; readonly need: string | undefined }
  /** Hours until so many units have arrived for a task. */
  | { readonly kind: "units-reached"; readonly mission: Id; readonly task: Id; readonly units: number }
  /** Units that have arrived for a task within so many hours. */
  | { readonly kind: "units-within"; readonly mission: Id; readonly task: Id; readonly hours: number }
  /** Hours from the first permission for a task to its first effect. */
  | { readonly kind: "order-to-first-effect"; readonly mission: Id; readonly task: Id }
  /** Hours a finding takes. */
  | { readonly kind: "finding"; readonly situation: Id }
  /** Hours from the request to the permission. */
  | { readonly kind: "permit"; readonly authority: Id }
  /** Hours from the onset to the end of the stage of this step. */
  | { readonly kind: "step"; readonly authority: Id; readonly step: StepKind; readonly stage: number }
  /** Hours from decision to effect of the levers of one instrument. */
  | { readonly kind: "lead-time"; readonly instrument: string }
  /** Incidents of a stream by year. */
  | { readonly kind: "rate"; readonly incident: Id }
  /** Share of the incidents of a stream with this value of a fact. */
  | { readonly kind: "fact"; readonly incident: Id; readonly fact: string; readonly value: string }
  /** Share of the cases of a task that close later than this, or never. */
  | { readonly kind: "share-beyond"; readonly mission: Id; readonly task: Id; readonly hours: number }
  /** Share of years with an incident of a stream. */
  | { readonly kind: "years-with"; readonly incident: Id }
  /** Order in which tasks have their first effect, in a whole run, or are permitted, in one case. */
  | { readonly kind: "order-of-first-effects" | "order-of-permits" }
  /** Order in which organisations come to know of a case. */
  | { readonly kind: "order-of-knowledge"; readonly mission: Id }
  /** Order of the role plan: the lead, then those that support. */
  | { readonly kind: "roles"; readonly mission: Id; readonly task: Id };

/** A path that names nothing: the part that was not found, and what may have been meant instead. */
export interface TargetProblem {
  readonly kind: "unknown";
  readonly found: string;
  readonly suggestions: readonly string[];
}

const hoursPerDay = 24;
const hoursPerMonth = 30 * hoursPerDay;

/**
 * The meaning of a path `of` or `since` of a row of validation in this study. The first word decides; a path that begins with a mission names a moment of
 * one of its tasks, `first-effect` where none is written.
 */
export function validationTarget(study: Study, path: string): ValidationTarget | TargetProblem {
  const [head = "", ...rest] = path.split(".");
  const [first = "", second = ""] = rest;
  const shareBeyond = /^share-beyond-(?:a-month|(\d+)-d)$/.exec(head);
  if (shareBeyond !== null) {
    const hours = shareBeyond[1] === undefined ? hoursPerMonth : Number(shareBeyond[1]) * hoursPerDay;
    return ofTask(study, rest, 2, (mission, task) => ({ kind: "share-beyond", mission, task, hours }));
  }
  switch (head) {
    case "order-to-first-effect":
    case "roles":
      return ofTask(study, rest, 2, (mission, task) => ({ kind: head, mission, task }));
    case "order-of-first-effects":
    case "order-of-permits":
      return rest.length === 0 ? { kind: head } : unknown(path, [head]);
    case "order-of-knowledge":
      return named(study.missions, rest, 1, (mission) => ({ kind: head, mission }));
    case "finding":
      return named(study.situations, rest, 1, (situation) => ({ kind: head, situation }));
    case "permit":
      return named(study.authorities, rest, 1, (authority) => ({ kind: head, authority }));
    case "authorities":
      return named(study.authorities, rest, 2, (authority) => ofStep(study, authority, second));
    case "rate":
    case "years-with":
      return named(study.incidents, rest, 1, (incident) => ({ kind: head, incident }));
    case "severity":
      return named(study.incidents, rest, 2, (incident) => ofFact(study, incident, head, second));
    case "facts":
      return named(study.incidents, rest, 3, (incident) => ofFact(study, incident, second, rest[2] ?? ""));
    case "lead-time": {
      const known = [...study.levers.values()].flatMap(({ instrument }) => instrument ?? []);
      if (rest.length !== 1 || !known.includes(first))
        return unknown(first, suggest(first, [...new Set(known)]));
      return { kind: head, instrument: first };
    }
    default:
      return ofTask(study, [head, ...rest], 4, (mission, task) =>
        ofWord(study, mission, task, second, rest[2]),
      );
  }
}

type Found = ValidationTarget | TargetProblem;

const heads = [
  "order-to-first-effect",
  "roles",
  "order-of-first-effects",
  "order-of-permits",
  "order-of-knowledge",
  "finding",
  "permit",
  "authorities",
  "rate",
  "years-with",
  "severity",
  "facts",
  "lead-time",
  "share-beyond-a-month",
];

function unknown(found: string, suggestions: readonly string[]): TargetProblem {
  return { kind: "unknown", found, suggestions };
}

function named(
  known: ReadonlyMap<Id, unknown>,
  words: readonly string[],
  length: number,
  make: (id: Id) => Found,
): Found {
  const [id = ""] = words;
  if (!known.has(id)) return unknown(id, suggest(id, [...known.keys()]));
  if (words.length !== length) return unknown(words.join("."), []);
  return make(id);
}

/** The task of the first two words, of at most `most`. A path whose first word is no mission may have meant another kind of path. */
function ofTask(
  study: Study,
  words: readonly string[],
  most: number,
  make: (mission: Id, task: Id) => Found,
): Found {
  const [mission = "", name = ""] = words;
  const known = study.missions.get(mission);
  if (known === undefined) return unknown(mission, suggest(mission, [...study.missions.keys(), ...heads]));
  const task = known.tasks.get(name);
  if (task === undefined) return unknown(`${mission}.${name}`, suggest(name, [...known.tasks.keys()]));
  return words.length > most ? unknown(words.join("."), []) : make(mission, task.ref);
}

function ofWord(study: Study, mission: Id, task: Id, word: string, last: string | undefined): Found {
  if (word === "need") {
    const needs =
      [...(study.missions.get(mission)?.tasks.values() ?? [])].find(({ ref }) => ref === task)?.needs ?? [];
    const names = needs.map(({ name }) => name);
    if (needs.length === 0 || (last !== undefined && !names.includes(last)))
      return unknown(last ?? word, suggest(last ?? word, names));
    return { kind: "need", mission, task, need: last };
  }
  const within = /^people-within-(\d+)-h$/.exec(word);
  const reached = /^people-([1-9]\d*)$/.exec(word);
  if (within !== null || reached !== null) {
    if (last !== undefined) return unknown(last, []);
    return within === null
      ? { kind: "units-reached", mission, task, units: Number(reached?.[1]) }
      : { kind: "units-within", mission, task, hours: Number(within[1]) };
  }
  return ofMoment(study, { mission, task, word, organisation: last });
}

/** `arrived`, `departed-to-arrived`, or `work`, which is from the first arrival to the closing. */
function ofMoment(
  study: Study,
  path: {
    readonly mission: Id;
    readonly task: Id;
    readonly word: string;
    readonly organisation: Id | undefined;
  },
): Found {
  const { mission, task, word, organisation } = path;
  if (organisation !== undefined && !study.organisations.has(organisation))
    return unknown(organisation, suggest(organisation, [...study.organisations.keys()]));
  const of = { kind: "moment", mission, task, organisation } as const;
  if (word === "") return { ...of, moment: "first-effect", after: undefined };
  if (word === "work") return { ...of, moment: "closed", after: "arrived" };
  for (const after of [undefined, ...moments]) {
    const moment = moments.find((one) => word === (after === undefined ? one : `${after}-to-${one}`));
    if (moment !== undefined) return { ...of, moment, after };
  }
  return unknown(word, suggest(word, [...moments, "work", "need"]));
}

function ofStep(study: Study, authority: Id, word: string): Found {
  const stages = study.authorities.get(authority)?.steps ?? [];
  const stage = stages.findIndex((steps) => steps.some(({ kind }) => kind === word));
  const step = stepKinds.find((kind) => kind === word);
  if (stage >= 0 && step !== undefined) return { kind: "step", authority, step, stage };
  const known = stages.flatMap((steps) => steps.map(({ kind }) => kind));
  return unknown(word, suggest(word, [...new Set(known)]));
}

function ofFact(study: Study, incident: Id, fact: string, value: string): Found {
  const facts = study.incidents.get(incident)?.facts ?? [];
  const known = facts.find(({ name }) => name === fact);
  if (known === undefined) {
    const names = facts.map(({ name }) => name);
    return unknown(fact, suggest(fact, names));
  }
  const values = [
    ...known.outcomes.map((outcome) => outcome.value),
    ...(known.rest === undefined ? [] : [known.rest]),
  ];
  return values.includes(value)
    ? { kind: "fact", incident, fact, value }
    : unknown(value, suggest(value, values));
}
