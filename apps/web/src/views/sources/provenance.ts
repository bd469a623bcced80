import {
  type CollectionName,
  type Credibility,
  collectionNames,
  type Element,
  type Id,
  type Provenance,
  type Reliability,
  type Study,
  type Text,
} from "@shikumi/model";

/** What one element of the study rests on. */
export interface ElementUse {
  /** `study` for the charter; tasks stand apart from their missions. */
  readonly collection: CollectionName | "study" | "tasks";
  readonly id: Id;
  readonly name: Text | undefined;
  /** Quantities, chances and facts written in it, by source; `""` for those that name none. */
  readonly bySource: ReadonlyMap<Id, number>;
  /** Of its quantities, those that are assumptions. */
  readonly assumptions: number;
  /** Of its quantities and of itself, those whose citation must still be checked. */
  readonly unchecked: number;
  /** The source of the element itself. */
  readonly source: Id | undefined;
  readonly credibilities: ReadonlySet<Credibility>;
  readonly notes: readonly Text[];
  /** Uncertainties its quantities take their value from. */
  readonly uncertainties: ReadonlySet<Id>;
}

const known = new WeakMap<Study, readonly ElementUse[]>();

/** What every element of a study rests on, in the order of the collections and of the keys. */
export function elementUses(study: Study): readonly ElementUse[] {
  const found = known.get(study);
  if (found !== undefined) return found;
  const uses: ElementUse[] = [restOf("study", study.charter.id, study.charter.title, study.charter)];
  for (const collection of collectionNames) {
    for (const element of study[collection].values()) {
      if (!("tasks" in element)) {
        uses.push(restOf(collection, element.id, element.name, element));
        continue;
      }
      const { tasks, ...mission } = element;
      uses.push(restOf(collection, element.id, element.name, mission));
      for (const task of tasks.values()) uses.push(restOf("tasks", task.ref, task.name, task));
    }
  }
  known.set(study, uses);
  return uses;
}

function restOf(collection: ElementUse["collection"], id: Id, name: Text, root: object): ElementUse {
  const bySource = new Map<Id, number>();
  const credibilities = new Set<Credibility>();
  const notes = new Map<string, Text>();
  const uncertainties = new Set<Id>();
  let assumptions = 0;
  let unchecked = 0;
  const look = (provenance: Provenance, isRoot: boolean): void => {
    if (provenance.unchecked) unchecked++;
    if (provenance.credibility !== undefined) credibilities.add(provenance.credibility);
    if (isRoot) return;
    const source = provenance.source ?? "";
    bySource.set(source, (bySource.get(source) ?? 0) + 1);
    if (!provenance.assumption) return;
    assumptions++;
    if (provenance.note !== undefined) notes.set(provenance.note.en + provenance.note.ja, provenance.note);
  };
  const visit = (value: unknown): void => {
    if (value instanceof Map) for (const item of value.values()) visit(item);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if (isProvenance(value)) return;
      if ("provenance" in value && isProvenance(value.provenance)) look(value.provenance, value === root);
      if ("kind" in value && value.kind === "future" && "uncertainty" in value)
        uncertainties.add(String(value.uncertainty));
      Object.values(value).forEach(visit);
    }
  };
  visit(root);
  const source = "provenance" in root && isProvenance(root.provenance) ? root.provenance.source : undefined;
  return {
    collection,
    id,
    name,
    bySource,
    assumptions,
    unchecked,
    source,
    credibilities,
    notes: [...notes.values()],
    uncertainties,
  };
}

function isProvenance(value: unknown): value is Provenance {
  return typeof value === "object" && value !== null && "assumption" in value && "unchecked" in value;
}

/** Quantities of a study by what they rest on. */
export interface GradeCounts {
  readonly byGrade: Readonly<Record<Reliability, number>>;
  /** Assumptions, whether or not they name a source. */
  readonly assumptions: number;
  readonly unsourced: number;
  readonly total: number;
  readonly unchecked: number;
}

/** How many quantities rest on sources of each grade. An assumption is counted as one, not under the grade of the source it cites. */
export function gradeCounts(study: Study, uses: readonly ElementUse[]): GradeCounts {
  const byGrade = { A: 0, B: 0, C: 0, D: 0, E: 0, F: 0 };
  let assumptions = 0;
  let unsourced = 0;
  let total = 0;
  let unchecked = 0;
  for (const use of uses) {
    unchecked += use.unchecked;
    assumptions += use.assumptions;
    let left = use.assumptions;
    for (const [source, count] of [...use.bySource].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      total += count;
      const taken = Math.min(left, count);
      left -= taken;
      const grade = study.sources.get(source)?.reliability;
      if (grade === undefined) unsourced += count - taken;
      else byGrade[grade] += count - taken;
    }
  }
  return { byGrade, assumptions, unsourced, total, unchecked };
}

/** The elements that cite a source, themselves or in a quantity. */
export function usesOf(uses: readonly ElementUse[], source: Id): readonly ElementUse[] {
  return uses.filter((use) => use.source === source || use.bySource.has(source));
}

/**
 * The elements that the numbers of a mission are made from, read from the study: the mission and its tasks, who has a role, what is needed and who holds it, what
 * calls it, what must be known, the law on its activities, the mechanisms that unlock something for it, and the uncertainties of all these.
 */
export function leansOn(study: Study, mission: Id, uses: readonly ElementUse[]): readonly ElementUse[] {
  const one = study.missions.get(mission);
  if (one === undefined) return [];
  const wanted = new Set<string>([`missions ${mission}`]);
  const want = (collection: ElementUse["collection"], element: Pick<Element, "id"> | undefined): void => {
    if (element !== undefined) wanted.add(`${collection} ${element.id}`);
  };
  const activities = new Set<string>();
  const capabilities = new Set<Id>();
  for (const task of one.tasks.values()) {
    wanted.add(`tasks ${task.ref}`);
    activities.add(task.activity);
    for (const id of task.knows) want("information", study.information.get(id));
    for (const need of task.needs) for (const way of need.alternatives) capabilities.add(way.capability);
    for (const role of study.roles.values()) if (role.task === task.ref) want("roles", role);
  }
  for (const id of capabilities) want("capabilities", study.capabilities.get(id));
  for (const holding of study.holdings.values())
    if (capabilities.has(holding.what)) want("holdings", holding);
  for (const stream of study.incidents.values())
    if (stream.calls.some((call) => call.mission === mission)) want("incidents", stream);
  for (const authority of study.authorities.values()) {
    if (!authority.activities.some((activity) => activities.has(activity))) continue;
    want("authorities", authority);
    for (const id of authority.in) want("situations", study.situations.get(id));
  }
  const types = new Set(
    [...one.tasks.values()].flatMap(({ knows }) => knows).map((id) => study.information.get(id)?.type),
  );
  for (const mechanism of study.mechanisms.values()) {
    const unlocked = [...mechanism.access, ...mechanism.logistics].flatMap((way) => way.for ?? []);
    const matters =
      [...mechanism.agreement, ...unlocked].some((activity) => activities.has(activity)) ||
      mechanism.information.some((channel) => channel.types.some((type) => types.has(type)));
    if (matters) want("mechanisms", mechanism);
  }
  const direct = uses.filter(({ collection, id }) => wanted.has(`${collection} ${id}`));
  for (const use of direct)
    for (const id of use.uncertainties) want("uncertainties", study.uncertainties.get(id));
  return uses.filter(({ collection, id }) => wanted.has(`${collection} ${id}`));
}
