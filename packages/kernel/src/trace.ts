import type { Cause } from "./cause.ts";

/**
 * What a run did, one entry per step of the rules, in the order in which it happened. Every entry has all
 * fields; those without meaning for it hold `""` or 0.
 */
export interface TraceEntry {
  readonly tick: number;
  readonly what: TraceKind;
  /** Sixteen hexadecimal digits of the incident's name; `""` for standing requests and findings. */
  readonly incident: string;
  /** `mission.task`. */
  readonly task: string;
  readonly organisation: string;
  /** Stream, holding, capability, authority, situation, mechanism, information: see the kind. Ids. */
  readonly subject: string;
  readonly cause: Cause | "";
  readonly amount: number;
  readonly ticks: number;
}

/**
 * | kind | subject | amount | ticks |
 * |---|---|---|---|
 * | `onset`, `averted` | stream | – | – |
 * | `skipped`, `opened` | – | – | – |
 * | `closed` | – | F | – |
 * | `share` | holding (`""` for none) | x | units bound |
 * | `pooled` | capability | r | – (cause capability) |
 * | `lost` | need | r | – (cause of K22) |
 * | `informed` | – | – | wait (cause mechanism if above 0) |
 * | `stage` | authority | index of the stage | wait |
 * | `permit` | authority; `""` for none | – | – |
 * | `denied` | authority | – | – (cause of its refusal; the walk goes on) |
 * | `refused` | – | – | – (cause; final for the task) |
 * | `finding` | situation | 1 made, 0 not | wait |
 * | `cell` | mechanism; `""` ad hoc | – | wait from asking to admission (cause coordination if above 0) |
 * | `access` | place | 1 given, 0 not | wait (cause of a refusal) |
 * | `arrived` | holding | effect e | travel |
 * | `done` | holding | x | – |
 * | `freed` | holding | units | – |
 * | `recalled` | holding | x lost | units recalled (cause capability) |
 *
 * `stage` and `permit` of standing requests name no incident, task or organisation; an asker that joins one
 * gets its own `permit`.
 */
export type TraceKind =
  | "onset"
  | "averted"
  | "skipped"
  | "opened"
  | "closed"
  | "share"
  | "pooled"
  | "lost"
  | "informed"
  | "stage"
  | "permit"
  | "denied"
  | "refused"
  | "finding"
  | "cell"
  | "access"
  | "arrived"
  | "done"
  | "freed"
  | "recalled";
