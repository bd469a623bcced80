import type { Name } from "@shikumi/core/random";
import type { Authority, Id, Need, Study, Task } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import type { FutureValues } from "../../src/number/amount.ts";
import type { Calendar } from "../../src/number/calendar.ts";
import type { Outputs } from "../../src/outputs.ts";
import type { Mode, RunSpec } from "../../src/run-spec.ts";
import type { TraceEntry } from "../../src/trace.ts";
import type { EventList } from "./event-list.ts";

/** Everything a run knows and changes. */
export interface World {
  readonly baseline: Study;
  /** The study with all levers of the package (K5: organisations, kinds, parties, beneficiaries, trust, layout). */
  readonly whole: Study;
  readonly levers: readonly { readonly id: Id; readonly starts: number }[];
  readonly mode: Mode;
  readonly values: FutureValues;
  readonly spec: RunSpec;
  readonly run: Name;
  readonly calendar: Calendar;
  /** Authorities in the order of K35. */
  readonly provisions: readonly Id[];
  readonly events: EventList;
  now: number;
  /** Units bound, by holding. */
  readonly bound: Map<Id, number>;
  /** Tick at which a decider is free again. */
  readonly deciderFree: Map<Id, number>;
  readonly situations: Map<Id, { openUntil: number; attempts: number; pending: Finding | undefined }>;
  readonly standing: Map<Id, { until: number; attempts: number; pending: Request | undefined }>;
  /** Tasks held and queued by a cell: by mechanism, or by incident for ad hoc ones. */
  readonly cells: Map<string, { held: number; readonly queue: TaskCase[] }>;
  /** Mission instances that closed, in order. */
  readonly closedMissions: {
    readonly mission: Id;
    readonly tick: number;
    demanded: number;
    delivered: number;
  }[];
  readonly trustMoves: Map<Id, { readonly tick: number; readonly value: number }[]>;
  /** Waiting shares. */
  readonly pool: Set<Share>;
  /** Every share that was ever given units of a holding. */
  readonly granted: Share[];
  /** What recalled shares have lost in this event (K92). */
  readonly recalled: { readonly share: Share; readonly x: number }[];
  readonly happened: Map<Id, Name[]>;
  readonly imposedHappened: ReadonlySet<string> | undefined;
  /** What events do that are scheduled by rules which come before theirs. */
  readonly react: {
    open(task: TaskCase): void;
    serve(capability: Id): void;
    ask(asker: Asker): void;
    go(share: Share): void;
    answer(request: Request): void;
    tell(request: Request): void;
  };
  readonly outputs: Outputs;
  readonly trace: TraceEntry[];
}

export interface Incident {
  readonly name: Name;
  readonly text: string;
  readonly stream: Id;
  readonly onset: number;
  readonly place: Id | undefined;
  readonly beneficiary: Id | undefined;
  readonly facts: ReadonlyMap<string, string>;
  /** Cells of this incident by mechanism, `""` for the ad hoc one. */
  readonly cells: Map<Id, { stood: boolean; readonly waiting: TaskCase[] }>;
}

export interface MissionCase {
  readonly incident: Incident;
  readonly id: Id;
  readonly index: number;
  readonly priority: number;
  readonly recalls: boolean;
  readonly floor: number | undefined;
  /** By key. */
  readonly tasks: TaskCase[];
  demanded: number;
}

export interface TaskCase {
  readonly incident: Incident;
  readonly mission: MissionCase;
  readonly task: Task;
  readonly index: number;
  readonly name: Name;
  readonly place: Id | undefined;
  readonly beneficiary: Id | undefined;
  readonly value: number;
  readonly skipped: boolean;
  readonly enough: number;
  /** Ticks from the reference (onset or opening); `never` if there is none. */
  readonly standard: number;
  readonly expires: number;
  state: "waiting" | "open" | "closed";
  cancelled: boolean;
  fulfilled: boolean;
  opened: number;
  needs: NeedCase[];
  readonly shares: Share[];
  readonly askers: Map<Id, Asker>;
  /** F: share of the need met. */
  met: number;
  metAtStandard: number;
  delivered: number;
  firstEffect: number | undefined;
  /** Presence: D in ticks, and the tick up to which F has been accrued. */
  presenceTicks: number;
  accruedTo: number;
  cell: { readonly mechanism: Id; readonly asked: number; admitted: boolean } | undefined;
  latestRefusal: Cause | undefined;
}

export interface NeedCase {
  /** `undefined` for the one need of a task without needs: alternative `none`. */
  readonly need: Need | undefined;
  readonly name: string;
  readonly count: number;
  got: number;
}

export interface Share {
  readonly asker: Asker;
  readonly need: NeedCase;
  readonly alternative: number;
  /** `""` for none. */
  readonly capability: Id;
  readonly name: Name;
  x: number;
  units: number;
  /** `undefined` for none, for a wait, and for units from nowhere (capability relaxed). */
  readonly holding: Id | undefined;
  /** Where its units set off, and how long they travel from there. */
  readonly origin: Id | undefined;
  readonly travel: number;
  /** Home from the task's place. */
  readonly home: number;
  /** Home from where they set off; `undefined` unless they were recalled on the way or on scene (K93). */
  readonly back: number | undefined;
  state: "waiting" | "asking" | "combining" | "seeking-access" | "going" | "on-scene" | "acting" | "ended";
  /** It did its work (K43). */
  done: boolean;
  since: number;
  ready: number | undefined;
  departs: number | undefined;
  arrived: number | undefined;
  workFrom: number;
  workTicks: number;
  effect: number;
}

export interface Asker {
  readonly task: TaskCase;
  readonly organisation: Id;
  readonly name: Name;
  state: "asking" | "permitted" | "refused";
  /** Its first `ask` event has been scheduled. */
  asked: boolean;
  /** How a standing request that it joined ended. */
  resume: { readonly authority: Id; readonly denied: Cause | undefined } | undefined;
  /** Position in the walk over provisions. */
  walk: number;
  fitted: boolean;
  latestDenial: Cause | undefined;
  request: Request | undefined;
  weapons: string | undefined;
  readonly informed: Map<Id, { tick: number; attempts: number }>;
  access: "unknown" | "pending" | "given";
  renewing: boolean;
  /** Shares made so far, by need and capability. */
  readonly ordinals: Map<string, number>;
}

export interface Request {
  readonly authority: Id;
  readonly name: Name;
  readonly standing: boolean;
  readonly incident: Incident;
  /** The task of an own request. */
  readonly task: TaskCase | undefined;
  readonly actor: Id;
  /** The provision as it was read last. */
  read: Authority;
  readonly joined: { readonly asker: Asker; readonly since: number }[];
  situation: number;
  stage: number;
  findingMade: boolean;
  findingCause: Cause;
  stageOutcome: StageOutcome | undefined;
  ended: boolean;
}

/** What a stage that is under way will bring. */
export interface StageOutcome {
  readonly from: number;
  readonly answers: readonly { readonly whom: Id; readonly given: boolean }[];
  readonly denied: Cause | undefined;
  readonly parts: readonly WaitPart[];
}

export interface WaitPart {
  readonly cause: Cause;
  readonly ticks: number;
}

export interface Finding {
  readonly situation: Id;
  readonly name: Name;
  readonly incident: Incident;
  readonly actor: Id;
  readonly from: number;
  readonly joined: { readonly seeker: Seeker; readonly since: number }[];
  phase: "needs" | "finders" | "takes";
  finder: number;
  finders: readonly Id[];
  queued: number;
  taken: number;
  neededMade: boolean;
  neededCause: Cause;
}

export type Seeker =
  | { readonly kind: "request"; readonly request: Request }
  | { readonly kind: "finding"; readonly finding: Finding };
