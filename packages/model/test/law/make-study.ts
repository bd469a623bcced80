import { hoursBetween, parseDate } from "@shikumi/core/date";
import type { Dimension } from "@shikumi/core/quantity";
import type {
  Beneficiary,
  Capability,
  Decider,
  Holding,
  Kind,
  Organisation,
  Party,
  Place,
  Route,
} from "../../src/study/actor.ts";
import type { IncidentStream, Mission, Need, Role, Task } from "../../src/study/demand.ts";
import type { Collection, Element, Id, Provenance, Window } from "../../src/study/element.ts";
import type { Authority, Situation, Step } from "../../src/study/law.ts";
import type { Information, Mechanism } from "../../src/study/mechanism.ts";
import type { Lever, Uncertainty } from "../../src/study/reform.ts";
import type { Amount, Level, Slot } from "../../src/study/slot.ts";
import type { Source } from "../../src/study/source.ts";
import type { Study } from "../../src/study/study.ts";

type Written<T> = Readonly<Record<Id, Partial<T>>>;

/** What a hand-made study says; everything else has the value that says nothing. */
export interface StudyParts {
  readonly baseline?: string;
  readonly parties?: Written<Party>;
  readonly kinds?: Written<Kind>;
  readonly organisations?: Written<Organisation>;
  readonly deciders?: Written<Decider>;
  readonly capabilities?: Written<Capability>;
  readonly holdings?: Written<Holding>;
  readonly places?: Written<Place>;
  readonly routes?: Written<Route>;
  readonly beneficiaries?: Written<Beneficiary>;
  readonly information?: Written<Information>;
  readonly situations?: Written<Situation>;
  readonly incidents?: Written<IncidentStream>;
  readonly missions?: Readonly<Record<Id, Written<Task>>>;
  readonly roles?: Written<Role>;
  readonly authorities?: Written<Authority>;
  readonly mechanisms?: Written<Mechanism>;
  readonly levers?: Written<Lever>;
  readonly uncertainties?: Written<Uncertainty>;
  readonly sources?: Written<Source>;
}

export const provenance: Provenance = {
  source: undefined,
  credibility: undefined,
  assumption: true,
  unchecked: false,
  note: undefined,
};

export const always: readonly Window[] = [
  { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
];

/** Hours from the start of every hand-made study, 2009-01-01, to a date. */
export function on(date: string): number {
  return hoursBetween(dateOf("2009-01-01"), dateOf(date));
}

export function level(amount: number | Amount, dimension: Dimension = "share"): Level {
  return { dimension, unit: undefined, amount: toAmount(amount), provenance };
}

export function slot(value: number | Amount, dimension: Dimension = "time"): Slot {
  return {
    dimension,
    unit: undefined,
    distribution: { kind: "fixed", value: toAmount(value) },
    provenance,
  };
}

export function future(uncertainty: Id): Amount {
  return { kind: "future", uncertainty };
}

export function step(kind: Step["kind"], whom: Id, rest: Partial<Step> = {}): Step {
  return {
    kind,
    whom,
    takes: slot(0),
    hesitates: slot(0),
    given: level(1),
    deadline: undefined,
    when: [],
    ...rest,
  };
}

export function need(capability: Id, quantity = 1): Need {
  return {
    name: capability,
    quantity: slot(quantity, "count"),
    alternatives: [{ capability, per: toAmount(1), when: [] }],
  };
}

export function makeStudy(parts: StudyParts): Study {
  const element = elementMaker();
  return {
    charter: {
      id: "hand-made",
      title: { ja: "試し", en: "Trial" },
      question: undefined,
      hypothesis: undefined,
      disclaimer: undefined,
      period: undefined,
      lead: undefined,
      members: [],
      source: undefined,
      baseline: dateOf(parts.baseline ?? "2008-12-31"),
      start: dateOf("2009-01-01"),
      horizon: 8760,
      seed: 1,
      futures: 1,
      replications: 1,
      closing: 0.9,
      adHocCell: { standsUp: slot(24), handles: level(1, "count") },
      classifications: ["open", "secret"],
      sway: 0,
    },
    parties: collect(parts.parties, (id, part) => ({ ...element(id), wants: [], ...part })),
    kinds: collect(parts.kinds, (id, part) => ({ ...element(id), default: "needs-basis", ...part })),
    organisations: collect(parts.organisations, (id, part) => ({
      ...element(id),
      party: "JPN",
      kind: "force",
      under: undefined,
      at: undefined,
      ...part,
    })),
    deciders: collect(parts.deciders, (id, part) => ({
      ...element(id),
      party: "JPN",
      attention: undefined,
      members: [],
      sits: undefined,
      ...part,
    })),
    capabilities: collect(parts.capabilities, (id, part) => ({
      ...element(id),
      unit: { ja: id, en: id },
      moves: "none",
      speed: undefined,
      range: undefined,
      ...part,
    })),
    holdings: collect(parts.holdings, (id, part) => ({
      ...element(id),
      of: "",
      what: "",
      quantity: level(1, "count"),
      at: "",
      ready: slot(0),
      endures: undefined,
      recovers: slot(0),
      arrives: [],
      sharedWith: [],
      ...part,
    })),
    places: collect(parts.places, (id, part) => ({
      ...element(id),
      at: undefined,
      state: undefined,
      inside: undefined,
      access: { kind: "open" },
      ...part,
    })),
    routes: collect(parts.routes, (id, part) => ({
      ...element(id),
      joins: ["", ""],
      mode: "sea",
      length: undefined,
      closed: undefined,
      ...part,
    })),
    beneficiaries: collect(parts.beneficiaries, (id, part) => ({
      ...element(id),
      party: undefined,
      ...part,
    })),
    information: collect(parts.information, (id, part) => ({
      ...element(id),
      type: "military",
      from: [],
      classed: "open",
      staleAfter: undefined,
      release: undefined,
      madeBy: undefined,
      ...part,
    })),
    situations: collect(parts.situations, (id, part) => ({
      ...element(id),
      foundBy: [],
      takes: slot(0),
      found: level(1),
      lasts: undefined,
      needs: undefined,
      open: [],
      ...part,
    })),
    incidents: collect(parts.incidents, (id, part) => ({
      ...element(id),
      at: [],
      rate: undefined,
      dates: [],
      valid: always,
      season: [],
      clusters: undefined,
      facts: [],
      for: [],
      calls: [],
      causes: [],
      suppressedBy: undefined,
      moves: [],
      ...part,
    })),
    missions: collect(
      parts.missions,
      (id, tasks): Mission => ({
        ...element(id),
        domain: "D",
        floor: undefined,
        priority: 0,
        recalls: "nothing",
        tasks: collect(tasks, (name, part) => ({ ...emptyTask(element(name), `${id}.${name}`), ...part })),
      }),
    ),
    roles: collect(parts.roles, (id, part) => ({
      ...element(id),
      task: id,
      lead: undefined,
      supports: [],
      ...part,
    })),
    authorities: collect(parts.authorities, (id, part) => ({
      ...element(id),
      says: "may",
      cites: undefined,
      rank: "statute",
      empowers: undefined,
      definedBy: undefined,
      actsThrough: [],
      activities: [],
      for: undefined,
      at: undefined,
      in: [],
      when: [],
      unless: [],
      weapons: undefined,
      steps: [],
      lasts: undefined,
      over: [],
      valid: always,
      notEncoded: undefined,
      ...part,
    })),
    mechanisms: collect(parts.mechanisms, (id, part) => ({
      ...element(id),
      between: [],
      in: [],
      valid: always,
      information: [],
      access: [],
      logistics: [],
      planning: false,
      cell: undefined,
      agreement: [],
      duties: [],
      contributions: [],
      ...part,
    })),
    trust: new Map(),
    levers: collect(parts.levers, (id, part) => ({
      ...element(id),
      kind: "law",
      classes: [],
      side: [],
      instrument: undefined,
      answers: [],
      change: [],
      cost: undefined,
      effort: undefined,
      takes: slot(0),
      adopted: level(1),
      used: level(1),
      needs: [],
      excludes: [],
      after: [],
      passes: undefined,
      eases: [],
      voids: [],
      reversible: undefined,
      proposed: "analyst",
      ...part,
    })),
    packages: new Map(),
    uncertainties: collect(parts.uncertainties, (id, part) => ({
      ...element(id),
      dimension: "share",
      unit: undefined,
      values: { kind: "uniform", low: toAmount(0), high: toAmount(1) },
      beliefs: [],
      with: [],
      group: undefined,
      disputed: false,
      ...part,
    })),
    measures: new Map(),
    hypotheses: new Map(),
    validation: new Map(),
    sources: collect(parts.sources, (id, part) => ({
      ...element(id),
      type: "legislation",
      title: { ja: id, en: id },
      author: undefined,
      publisher: undefined,
      issued: undefined,
      url: undefined,
      reliability: "A",
      sha256: undefined,
      licence: undefined,
      ...part,
    })),
    glossary: new Map(),
    digest: "",
  };
}

function emptyTask(element: Element, ref: Id): Task {
  return {
    ...element,
    ref,
    activity: "act",
    after: [],
    anyOf: [],
    evenIfFailed: false,
    when: [],
    needs: [],
    knows: [],
    takes: slot(1),
    handsOver: slot(0),
    accrues: "at-end",
    at: undefined,
    outcome: false,
    value: slot(0, "number"),
    standard: undefined,
    expires: undefined,
    decays: { kind: "none" },
    hazard: level(0),
    for: undefined,
    from: "onset",
    enough: level(1),
    prepare: "on-permit",
    uncombined: level(0),
    joint: false,
    accountable: [],
    weapons: [],
    withoutLogistics: undefined,
    withoutPlanning: undefined,
    commits: undefined,
  };
}

/** Elements get one span each, in the order they are made, so that a diagnostic names its element. */
function elementMaker(): (id: Id) => Element {
  let made = 0;
  return (id) => {
    const start = 10 * made++;
    return {
      id,
      key: id,
      name: { ja: id, en: id },
      note: undefined,
      provenance,
      marking: undefined,
      span: { file: "study.yaml", start, end: start + 9 },
    };
  };
}

function collect<Part, T extends Element>(
  parts: Readonly<Record<Id, Part>> | undefined,
  make: (id: Id, part: Part) => T,
): Collection<T> {
  const made = Object.entries(parts ?? {}).map(([id, part]) => make(id, part));
  made.sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(made.map((element) => [element.id, element]));
}

function toAmount(value: number | Amount): Amount {
  return typeof value === "number" ? { kind: "number", value } : value;
}

function dateOf(text: string): Parameters<typeof hoursBetween>[0] {
  const date = parseDate(text);
  if (!date) throw new RangeError(`not a date: ${text}`);
  return date;
}
