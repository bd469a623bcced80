import { mechanismKind, type Program } from "../program.ts";
import { type MissionReach, missionReaches } from "./mission-reach.ts";
import { TableReader } from "./table-reader.ts";
import { Union } from "./union.ts";

/**
 * A division of a program's streams and missions into parts that share nothing which a run changes: no unit, no decider's attention, no finding, standing permit, cell, trust or
 * suppression. A run of some parts alone gives their rows of the outputs as the run of all gives them (K83).
 */
export interface IndependentParts {
  readonly count: number;
  /** Part of each stream. */
  readonly ofStream: Int32Array;
  /** Part of each mission; -1 for one that no stream calls. */
  readonly ofMission: Int32Array;
}

/** More parts than bits of the mask of `RunSpec` are put together. */
const mostParts = 30;

/** What may join missions, each numbered from its own first number on. */
const kinds = [
  "streams",
  "missions",
  "capabilities",
  "deciders",
  "situations",
  "authorities",
  "mechanisms",
  "trust",
] as const;
type Kind = (typeof kinds)[number];

const known = new WeakMap<Program, IndependentParts>();

/** The parts of a program, found once. */
export function independentParts(program: Program): IndependentParts {
  const before = known.get(program);
  if (before !== undefined) return before;
  const made = new Finder(program).find();
  known.set(program, made);
  return made;
}

class Finder {
  readonly #program: Program;
  readonly #read: TableReader;
  readonly #reaches: readonly MissionReach[];
  readonly #first: Readonly<Record<Kind, number>>;
  readonly #union: Union;
  /** Situations that some mission may seek, and so may come to be open. */
  readonly #sought: Set<number> = new Set();

  constructor(program: Program) {
    this.#program = program;
    this.#read = new TableReader(program);
    this.#reaches = missionReaches(program);
    const first = {} as Record<Kind, number>;
    let size = 0;
    for (const kind of kinds) {
      first[kind] = size;
      size += program.counts[kind];
    }
    this.#first = first;
    this.#union = new Union(size);
  }

  find(): IndependentParts {
    this.#joinStreams();
    this.#joinHoldings();
    for (const reach of this.#reaches)
      this.#eachAuthority(reach, (_, row) => {
        for (const situation of this.#read.list(this.#program.authorities.in[row]))
          this.#markSought(situation);
      });
    this.#reaches.forEach((reach, mission) => {
      for (const capability of reach.capabilities)
        this.#join("missions", mission, "capabilities", capability);
      this.#joinLaw(mission, reach);
      this.#joinMechanisms(mission, reach);
      this.#joinTrust(mission, reach);
    });
    this.#joinConsent();
    return this.#numbered();
  }

  #join(a: Kind, one: number, b: Kind, other: number): void {
    this.#union.join(this.#first[a] + one, this.#first[b] + other);
  }

  #joinStreams(): void {
    const { streams, counts, streamIn } = this.#program;
    for (let stream = 0; stream < counts.streams; stream++)
      for (const row of this.#read.rows(streamIn, stream)) {
        const calls = this.#read.list(streams.calls[row]);
        for (let at = 0; at < calls.length; at += 2)
          this.#join("streams", stream, "missions", calls[at] as number);
        const causes = this.#read.list(streams.causes[row]);
        for (let at = 0; at < causes.length; at += 6)
          if ((causes[at] as number) >= 0) this.#join("streams", stream, "streams", causes[at] as number);
        const suppressor = streams.suppressedBy[row] as number;
        if (suppressor >= 0) this.#join("streams", stream, "missions", suppressor);
        const moves = this.#read.list(streams.moves[row]);
        for (let at = 0; at < moves.length; at += 2)
          this.#join("streams", stream, "trust", moves[at] as number);
      }
  }

  /** A holding that changes what it is ties its capabilities together. */
  #joinHoldings(): void {
    const { holdings, holdingIn, counts } = this.#program;
    for (let holding = 0; holding < counts.holdings; holding++) {
      const rows = this.#read.rows(holdingIn, holding);
      for (const row of rows)
        this.#join(
          "capabilities",
          holdings.what[rows[0] as number] as number,
          "capabilities",
          holdings.what[row] as number,
        );
    }
  }

  #joinLaw(mission: number, reach: MissionReach): void {
    const { authorities, steps } = this.#program;
    this.#eachAuthority(reach, (authority, row) => {
      if ((authorities.lasts[row] as number) >= 0) this.#join("missions", mission, "authorities", authority);
      for (const situation of this.#read.list(authorities.in[row])) this.#joinSituation(mission, situation);
      for (const stage of this.#read.list(authorities.stages[row]))
        for (const step of this.#read.list(stage)) this.#joinDecider(mission, steps.node[step] as number);
    });
  }

  /** Authorities that an organisation within reach may ask on. */
  #eachAuthority(reach: MissionReach, visit: (authority: number, row: number) => void): void {
    const { authorities, authorityIn, activityAuthorities } = this.#program;
    for (const activity of reach.activities)
      for (const authority of this.#read.list(activityAuthorities[activity]))
        for (const row of this.#read.rows(authorityIn, authority))
          if (this.#concerns(authorities.through[row] as number, reach, 1)) visit(authority, row);
  }

  #markSought(situation: number): void {
    const { situations, situationIn } = this.#program;
    if (situation < 0 || this.#sought.has(situation)) return;
    this.#sought.add(situation);
    for (const row of this.#read.rows(situationIn, situation))
      this.#markSought(situations.needs[row] as number);
  }

  /** Whether a situation may ever be open: in a window of its own, or because somebody seeks it. */
  #mayOpen(situation: number): boolean {
    const { situations, situationIn } = this.#program;
    if (situation < 0) return false;
    if (this.#sought.has(situation)) return true;
    return this.#read
      .rows(situationIn, situation)
      .some((row) => this.#read.list(situations.open[row]).length > 0);
  }

  /** A situation that somebody finds is kept in one place for all who ask. */
  #joinSituation(mission: number, situation: number): void {
    const { situations, situationIn } = this.#program;
    if (situation < 0 || !this.#sought.has(situation)) return;
    for (const row of this.#read.rows(situationIn, situation)) {
      const finders = this.#read.list(situations.foundBy[row]);
      const isFound =
        finders.length > 0 ||
        (situations.found[row] as number) >= 0 ||
        (situations.takes[row] as number) >= 0;
      if (!isFound) continue;
      this.#join("missions", mission, "situations", situation);
      for (const node of finders) this.#joinDecider(mission, node);
      const needed = situations.needs[row] as number;
      if (needed >= 0 && this.#root("situations", needed) !== this.#root("situations", situation)) {
        this.#join("situations", situation, "situations", needed);
        this.#joinSituation(mission, needed);
      }
    }
  }

  #root(kind: Kind, one: number): number {
    return this.#union.root(this.#first[kind] + one);
  }

  #joinDecider(mission: number, node: number): void {
    const { deciders, deciderIn, counts } = this.#program;
    if (node < 0 || node >= counts.deciders) return;
    const isQueue = this.#read.rows(deciderIn, node).some((row) => (deciders.attention[row] as number) >= 0);
    if (isQueue) this.#join("missions", mission, "deciders", node);
  }

  /** Mechanisms whose situations are found, and cells that handle so many tasks over all incidents. */
  #joinMechanisms(mission: number, reach: MissionReach): void {
    const { mechanisms, mechanismIn, mechanismsWith } = this.#program;
    for (const kind of Object.values(mechanismKind)) {
      const isCell = kind === mechanismKind.cell;
      for (const mechanism of this.#read.list(mechanismsWith[kind]))
        for (const row of this.#read.rows(mechanismIn, mechanism)) {
          const members = (isCell ? mechanisms.members[row] : mechanisms.between[row]) as number;
          if (members < 0 || !this.#concerns(members, reach, isCell ? 2 : 1)) continue;
          if (isCell && !this.#combines(mechanisms.combines[row] as number, reach)) continue;
          const within = this.#read.list(mechanisms.in[row]);
          if (within.length > 0 && !within.some((situation) => this.#mayOpen(situation))) continue;
          if (isCell) this.#join("missions", mission, "mechanisms", mechanism);
          for (const situation of within) this.#joinSituation(mission, situation);
        }
    }
  }

  /** Whether a cell takes a task of the mission: it is for one of its activities, or for all. */
  #combines(list: number, reach: MissionReach): boolean {
    return list < 0 || this.#read.list(list).some((activity) => reach.activities.has(activity));
  }

  /** Whether a set of organisations holds at least so many that may be asked. */
  #concerns(set: number, reach: MissionReach, least: number): boolean {
    let found = 0;
    for (const organisation of reach.organisations) if (this.#read.has(set, organisation)) found += 1;
    return found >= least;
  }

  #joinTrust(mission: number, reach: MissionReach): void {
    const { tasks, information, informationIn, organisationParty, trustBetween, counts } = this.#program;
    for (const task of reach.tasks) {
      const stock = tasks.commits[task] as number;
      if (stock >= 0) this.#join("missions", mission, "trust", stock);
    }
    for (const item of reach.information)
      for (const row of this.#read.rows(informationIn, item)) {
        const from = this.#read.list(information.from[row]);
        for (let at = 0; at < from.length; at += 2)
          for (const actor of reach.organisations) {
            const giver = organisationParty[from[at] as number] as number;
            const receiver = organisationParty[actor] as number;
            if (giver < 0 || receiver < 0) continue;
            const stock = trustBetween[giver * counts.parties + receiver] as number;
            if (stock >= 0) this.#join("missions", mission, "trust", stock);
          }
      }
  }

  /** Whoever consents to entry into a place is asked by every mission that may come there. */
  #joinConsent(): void {
    const { places, placeIn, streams, streamIn, counts } = this.#program;
    const comesTo = Array.from({ length: counts.missions }, () => new Set<number>());
    const anywhere = new Set<number>();
    for (let stream = 0; stream < counts.streams; stream++)
      for (const row of this.#read.rows(streamIn, stream)) {
        const at = this.#read.list(streams.at[row]);
        const calls = this.#read.list(streams.calls[row]);
        for (let call = 0; call < calls.length; call += 2) {
          const mission = calls[call] as number;
          if (at.length === 0) anywhere.add(mission);
          for (let place = 0; place < at.length; place += 2) comesTo[mission]?.add(at[place] as number);
        }
      }
    this.#reaches.forEach(({ tasks: rows }, mission) => {
      for (const task of rows) {
        const place = this.#program.tasks.at[task] as number;
        if (place >= 0) comesTo[mission]?.add(place);
      }
      for (let place = 0; place < counts.places; place++)
        if (anywhere.has(mission) || comesTo[mission]?.has(place) === true)
          for (const row of this.#read.rows(placeIn, place))
            this.#joinDecider(mission, places.node[row] as number);
    });
  }

  #numbered(): IndependentParts {
    const { counts } = this.#program;
    const numbers = new Map<number, number>();
    const ofStream = Int32Array.from({ length: counts.streams }, (_, stream) => {
      const root = this.#root("streams", stream);
      const number = numbers.get(root) ?? Math.min(numbers.size, mostParts - 1);
      numbers.set(root, number);
      return number;
    });
    const ofMission = Int32Array.from(
      { length: counts.missions },
      (_, mission) => numbers.get(this.#root("missions", mission)) ?? -1,
    );
    const count = ofStream.reduce((most, part) => Math.max(most, part + 1), 0);
    return { count, ofStream, ofMission };
  }
}
