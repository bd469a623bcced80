import { compareNames, type Name } from "@shikumi/core/random";
import { never } from "../../src/number/ticks.ts";

/** The kinds of events in their order at one tick (K2). */
export const eventKinds = [
  "supply",
  "close",
  "free",
  "done",
  "answer",
  "stood",
  "onset",
  "open",
  "serve",
  "ask",
  "go",
  "arrive",
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface PendingEvent {
  readonly tick: number;
  readonly kind: EventKind;
  readonly name: Name;
  /** Whose event it is: what ends withdraws its events. */
  readonly owner: object;
  readonly happen: () => void;
}

/** Pending events in no order; the next one is searched for. */
export class EventList {
  readonly #pending: PendingEvent[] = [];

  /** Adds an event unless it never comes or is pending already (K1, K2). */
  schedule(event: PendingEvent): void {
    if (event.tick >= never) return;
    if (!this.#pending.some((other) => compareEvents(other, event) === 0)) this.#pending.push(event);
  }

  /** Adds an event of which its owner has only one: the earlier tick holds. */
  scheduleEarliest(event: PendingEvent): void {
    const same = this.#pending.find((other) => other.owner === event.owner && other.kind === event.kind);
    if (same !== undefined && same.tick <= event.tick) return;
    this.withdraw(event.owner, event.kind);
    this.schedule(event);
  }

  /** Removes the pending events of an owner, all or of one kind. */
  withdraw(owner: object, kind?: EventKind): void {
    for (let i = this.#pending.length - 1; i >= 0; i--) {
      const event = this.#pending[i] as PendingEvent;
      if (event.owner === owner && (kind === undefined || event.kind === kind)) this.#pending.splice(i, 1);
    }
  }

  /** Removes and returns the first event by (tick, kind, name). */
  takeNext(): PendingEvent | undefined {
    let first: PendingEvent | undefined;
    for (const event of this.#pending) {
      if (first === undefined || compareEvents(event, first) < 0) first = event;
    }
    if (first !== undefined) this.#pending.splice(this.#pending.indexOf(first), 1);
    return first;
  }
}

function compareEvents(a: PendingEvent, b: PendingEvent): number {
  if (a.tick !== b.tick) return a.tick - b.tick;
  if (a.kind !== b.kind) return eventKinds.indexOf(a.kind) - eventKinds.indexOf(b.kind);
  return compareNames(a.name, b.name);
}
