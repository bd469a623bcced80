import { hoursOf, type TraceEntry } from "@shikumi/kernel";
import type { Id, Moment, Study, Task } from "@shikumi/model";

/** What became of one task in one case: hours since the study's start by moment, and the units that arrived. */
export interface TaskRecord {
  readonly moments: Map<Moment, number>;
  /** Moments of the part of each organisation. */
  readonly byOrganisation: Map<Id, Map<Moment, number>>;
  readonly arrivals: { readonly hours: number; readonly units: number }[];
}

/** One case: an incident with the tasks it called for. */
export interface CaseRecord {
  readonly stream: Id;
  readonly onset: number;
  /** By `mission.task`; skipped tasks have none. */
  readonly tasks: Map<Id, TaskRecord>;
  /**
   * When each organisation came to know of this case, by `mission organisation`: when it was first informed, or had done a task for which nothing need be known.
   */
  readonly informed: Map<string, number>;
}

/** A wait of a provision: of an asker's own request, or of a standing one. */
export interface PermitRecord {
  readonly authority: Id;
  /** Sum of the stages from the request to the permission. */
  readonly waited: number;
}

/** A stage of a provision that ended. */
export interface StageRecord {
  readonly authority: Id;
  readonly stage: number;
  /** Hours since the study's start. */
  readonly hours: number;
  /** Name of the incident; `""` for standing requests. */
  readonly incident: string;
}

/** What one run did, read from its trace. Times are in hours since the study's start. */
export interface RunRecord {
  /** By the name of the incident, in the order of onset. */
  readonly cases: ReadonlyMap<string, CaseRecord>;
  readonly permits: readonly PermitRecord[];
  readonly stages: readonly StageRecord[];
  readonly findings: readonly { readonly situation: Id; readonly waited: number }[];
}

/** Reads a trace. `tasks` are the study's, by `mission.task`. O(entries). */
export function readRun(entries: readonly TraceEntry[], tasks: ReadonlyMap<Id, Task>): RunRecord {
  const reader = new TraceReader(tasks);
  for (const entry of entries) reader.read(entry);
  return reader;
}

/** The tasks of a study by `mission.task`. */
export function tasksByRef(study: Study): ReadonlyMap<Id, Task> {
  return new Map(
    [...study.missions.values()].flatMap((mission) =>
      [...mission.tasks.values()].map((task) => [task.ref, task] as const),
    ),
  );
}

class TraceReader implements RunRecord {
  readonly cases = new Map<string, CaseRecord>();
  readonly permits: PermitRecord[] = [];
  readonly stages: StageRecord[] = [];
  readonly findings: { readonly situation: Id; readonly waited: number }[] = [];
  readonly #tasks: ReadonlyMap<Id, Task>;
  /** Stages waited so far, by request. */
  readonly #waiting = new Map<string, number>();
  /** Units of need sent and not yet there, first sent first, by task, actor and holding of a case. */
  readonly #sent = new Map<string, number[]>();
  /** Effect on scene of the latest arrival, by the same. */
  readonly #effect = new Map<string, number>();

  constructor(tasks: ReadonlyMap<Id, Task>) {
    this.#tasks = tasks;
  }

  read(entry: TraceEntry): void {
    const { what, incident, subject } = entry;
    const hours = hoursOf(entry.tick);
    switch (what) {
      case "onset":
        this.cases.set(incident, { stream: subject, onset: hours, tasks: new Map(), informed: new Map() });
        return;
      case "finding":
        if (entry.amount > 0) this.findings.push({ situation: subject, waited: hoursOf(entry.ticks) });
        return;
      case "stage":
        this.#stage(entry, hours);
        return;
      case "permit":
        this.#permit(entry, hours);
        return;
      case "opened":
        this.#moment(entry, "opened", hours);
        return;
      case "informed":
        this.#moment(entry, "informed", hours);
        this.#knows(entry, hours);
        return;
      case "cell":
        this.#moment(entry, "combined", hours);
        return;
      case "share":
        this.#sent.set(place(entry), [...(this.#sent.get(place(entry)) ?? []), entry.amount]);
        return;
      case "arrived":
        this.#arrived(entry, hours);
        return;
      case "done":
        if ((this.#tasks.get(entry.task)?.knows.length ?? 1) === 0) this.#knows(entry, hours);
        if (!isSpread(this.#tasks.get(entry.task)) && (this.#effect.get(place(entry)) ?? 0) > 0)
          this.#moment(entry, "first-effect", hours);
        return;
      case "closed":
        if (entry.amount > 0) this.#moment(entry, "closed", hours);
        return;
      case "averted":
      case "skipped":
      case "pooled":
      case "lost":
      case "denied":
      case "refused":
      case "access":
      case "recalled":
      case "freed":
        return;
    }
  }

  #stage(entry: TraceEntry, hours: number): void {
    const { incident, subject, amount } = entry;
    const request = requestOf(entry);
    const before = amount > 0 ? (this.#waiting.get(request) ?? 0) : 0;
    this.#waiting.set(request, before + hoursOf(entry.ticks));
    this.stages.push({ authority: subject, stage: amount, hours, incident });
  }

  #permit(entry: TraceEntry, hours: number): void {
    this.#moment(entry, "permitted", hours);
    const waited = this.#waiting.get(requestOf(entry));
    if (waited === undefined) return;
    this.#waiting.delete(requestOf(entry));
    this.permits.push({ authority: entry.subject, waited });
  }

  #arrived(entry: TraceEntry, hours: number): void {
    const units = this.#sent.get(place(entry))?.shift() ?? 0;
    this.#effect.set(place(entry), entry.amount);
    this.#moment(entry, "departed", hours - hoursOf(entry.ticks));
    this.#moment(entry, "arrived", hours);
    if (entry.amount > 0 && isSpread(this.#tasks.get(entry.task))) this.#moment(entry, "first-effect", hours);
    this.#task(entry)?.arrivals.push({ hours, units });
  }

  #knows({ incident, task, organisation }: TraceEntry, hours: number): void {
    const known = this.cases.get(incident)?.informed;
    const key = `${task.slice(0, task.indexOf("."))} ${organisation}`;
    if (known !== undefined && !known.has(key)) known.set(key, hours);
  }

  /** Notes the first time of a moment. */
  #moment(entry: TraceEntry, moment: Moment, hours: number): void {
    const task = this.#task(entry);
    if (task === undefined) return;
    setFirst(task.moments, moment, hours);
    if (entry.organisation === "") return;
    const own = task.byOrganisation.get(entry.organisation) ?? new Map<Moment, number>();
    task.byOrganisation.set(entry.organisation, own);
    setFirst(own, moment, hours);
  }

  #task({ incident, task }: TraceEntry): TaskRecord | undefined {
    if (task === "") return undefined;
    const tasks = this.cases.get(incident)?.tasks;
    const known = tasks?.get(task);
    if (tasks === undefined || known !== undefined) return known;
    const made: TaskRecord = { moments: new Map(), byOrganisation: new Map(), arrivals: [] };
    tasks.set(task, made);
    return made;
  }
}

function setFirst(moments: Map<Moment, number>, moment: Moment, hours: number): void {
  const known = moments.get(moment);
  if (known === undefined || hours < known) moments.set(moment, hours);
}

/** Whether effect begins on arrival instead of when the work is done. */
function isSpread(task: Task | undefined): boolean {
  return task !== undefined && task.accrues !== "at-end";
}

function place({ incident, task, organisation, subject }: TraceEntry): string {
  return `${incident} ${task} ${organisation} ${subject}`;
}

function requestOf({ incident, task, organisation, subject }: TraceEntry): string {
  return `${incident} ${task} ${organisation} ${subject}`;
}
