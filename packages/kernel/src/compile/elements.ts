import type { Collection, Element, Id, Study } from "@shikumi/model";

/** The elements of one collection in any version a program knows, in the order of keys. */
export class ElementList {
  readonly ids: readonly Id[];
  readonly keys: readonly string[];
  readonly #index: ReadonlyMap<Id, number>;

  constructor(collections: readonly Collection<Element>[]) {
    const keys = new Map<Id, string>();
    for (const collection of collections)
      for (const [id, element] of collection) if (!keys.has(id)) keys.set(id, element.key);
    const sorted = [...keys].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.ids = sorted.map(([id]) => id);
    this.keys = sorted.map(([, key]) => key);
    this.#index = new Map(this.ids.map((id, index) => [id, index]));
  }

  /** Position of an id; -1 for none. */
  indexOf(id: Id | undefined): number {
    return id === undefined ? -1 : (this.#index.get(id) ?? -1);
  }
}

/** Positions of all elements that any version of a program may name. */
export class Elements {
  /**
   * The study with all levers of the package: organisations, parties, kinds, beneficiaries, trust, charter
   * (K5).
   */
  readonly statics: Study;
  readonly uncertainties: ElementList;
  readonly parties: ElementList;
  readonly organisations: ElementList;
  readonly deciders: ElementList;
  readonly beneficiaries: ElementList;
  readonly capabilities: ElementList;
  readonly holdings: ElementList;
  readonly places: ElementList;
  readonly information: ElementList;
  readonly situations: ElementList;
  readonly incidents: ElementList;
  readonly missions: ElementList;
  readonly roles: ElementList;
  readonly authorities: ElementList;
  readonly mechanisms: ElementList;
  readonly trust: ElementList;
  /** `mission.task` by mission's key, then task's key. */
  readonly tasks: readonly Id[];
  readonly #task: ReadonlyMap<Id, number>;
  readonly #superiors: Map<Id, readonly Id[]> = new Map();

  constructor(versions: readonly Study[], statics: Study, uncertainties: ElementList) {
    const list = (pick: (study: Study) => Collection<Element>): ElementList =>
      new ElementList(versions.map(pick));
    this.statics = statics;
    this.uncertainties = uncertainties;
    this.parties = list((study) => study.parties);
    this.organisations = list((study) => study.organisations);
    this.deciders = list((study) => study.deciders);
    this.beneficiaries = list((study) => study.beneficiaries);
    this.capabilities = list((study) => study.capabilities);
    this.holdings = list((study) => study.holdings);
    this.places = list((study) => study.places);
    this.information = list((study) => study.information);
    this.situations = list((study) => study.situations);
    this.incidents = list((study) => study.incidents);
    this.missions = list((study) => study.missions);
    this.roles = list((study) => study.roles);
    this.authorities = list((study) => study.authorities);
    this.mechanisms = list((study) => study.mechanisms);
    this.trust = list((study) => study.trust);
    this.tasks = this.missions.ids.flatMap((id) => {
      const missions = versions.flatMap((study) => study.missions.get(id) ?? []);
      return new ElementList(missions.map((mission) => mission.tasks)).ids.map(
        (task) => missions.flatMap((mission) => mission.tasks.get(task)?.ref ?? [])[0] ?? task,
      );
    });
    this.#task = new Map(this.tasks.map((ref, index) => [ref, index]));
  }

  /** Row of a task in the outputs, by `mission.task`. */
  task(ref: Id): number {
    return this.#task.get(ref) ?? -1;
  }

  /** Whoever can be asked in a step: deciders, then organisations. -1 for neither. */
  node(id: Id): number {
    const decider = this.deciders.indexOf(id);
    if (decider >= 0) return decider;
    const organisation = this.organisations.indexOf(id);
    return organisation < 0 ? -1 : this.deciders.ids.length + organisation;
  }

  /** An organisation and its superiors, from itself up. */
  superiors(id: Id): readonly Id[] {
    const before = this.#superiors.get(id);
    if (before !== undefined) return before;
    const chain: Id[] = [];
    let at: Id | undefined = id;
    while (at !== undefined && !chain.includes(at)) {
      chain.push(at);
      at = this.statics.organisations.get(at)?.under;
    }
    this.#superiors.set(id, chain);
    return chain;
  }
}
