import type { CalendarDate } from "@shikumi/core/date";
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
} from "./actor.ts";
import type { IncidentStream, Mission, Role } from "./demand.ts";
import type { Collection, Id, Text } from "./element.ts";
import type { Authority, Situation } from "./law.ts";
import type { Information, Mechanism, Trust } from "./mechanism.ts";
import type { Hypothesis, Lever, Measure, Package, Uncertainty, Validation } from "./reform.ts";
import type { Level, Slot } from "./slot.ts";
import type { Source, Term } from "./source.ts";

/** Title, question, people, dates and the numbers that govern every run. */
export interface Charter {
  readonly id: Id;
  readonly title: Text;
  readonly question: Text | undefined;
  readonly hypothesis: Text | undefined;
  readonly disclaimer: Text | undefined;
  readonly period: Text | undefined;
  readonly lead: Person | undefined;
  readonly members: readonly Person[];
  readonly source: Id | undefined;
  /** Nothing learned later enters. */
  readonly baseline: CalendarDate;
  /** Time zero of every run. */
  readonly start: CalendarDate;
  /** Hours in which incidents arrive. */
  readonly horizon: number;
  readonly seed: number;
  readonly futures: number;
  readonly replications: number;
  /** Share of replications in which relaxing a set must close a task. */
  readonly closing: number;
  readonly adHocCell: { readonly standsUp: Slot; readonly handles: Level };
  /** Lowest first. */
  readonly classifications: readonly string[];
  /** Half-width of the shift that one future's politics gives to every chance of adoption, in [0, 1]. */
  readonly sway: number;
}

export interface Person {
  readonly name: Text;
  readonly affiliation: Text | undefined;
}

/** A study, elaborated: references resolved, quantities in base units, defaults filled in. Immutable. */
export interface Study {
  readonly charter: Charter;
  readonly parties: Collection<Party>;
  readonly kinds: Collection<Kind>;
  readonly organisations: Collection<Organisation>;
  readonly deciders: Collection<Decider>;
  readonly capabilities: Collection<Capability>;
  readonly holdings: Collection<Holding>;
  readonly places: Collection<Place>;
  readonly routes: Collection<Route>;
  readonly beneficiaries: Collection<Beneficiary>;
  readonly information: Collection<Information>;
  readonly situations: Collection<Situation>;
  readonly incidents: Collection<IncidentStream>;
  readonly missions: Collection<Mission>;
  readonly roles: Collection<Role>;
  readonly authorities: Collection<Authority>;
  readonly mechanisms: Collection<Mechanism>;
  readonly trust: Collection<Trust>;
  readonly levers: Collection<Lever>;
  readonly packages: Collection<Package>;
  readonly uncertainties: Collection<Uncertainty>;
  readonly measures: Collection<Measure>;
  readonly hypotheses: Collection<Hypothesis>;
  readonly validation: Collection<Validation>;
  readonly sources: Collection<Source>;
  readonly glossary: Collection<Term>;
  /** SHA-256 of the canonical form: independent of order, comments, file split and white space. */
  readonly digest: string;
}
