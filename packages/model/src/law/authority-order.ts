import type { Id, Window } from "../study/element.ts";
import { type Authority, ranks } from "../study/law.ts";
import type { Study } from "../study/study.ts";

const orders = new WeakMap<Study, Map<number, readonly Id[]>>();

/**
 * The order in which provisions are walked, as of a date in hours since the study's start: rank of the instrument (lex superior),
 * then the later beginning of the window in force (lex posterior; of the latest window where none is in force), then key.
 * On that, `over` is imposed: the next is always the first in this order of which every provision that goes over it is taken.
 * In a cycle of `over`, which `checkStudy` reports, the first in order is taken. O(n²) at worst.
 */
export function authorityOrder(study: Study, hours = 0): readonly Id[] {
  const known = orders.get(study) ?? new Map<number, readonly Id[]>();
  orders.set(study, known);
  const order = known.get(hours) ?? imposeOver([...study.authorities.values()].sort(byRank(hours)));
  known.set(hours, order);
  return order;
}

/** Whether a half-open window holds an hour. */
export function isInWindow({ from, until }: Window, hours: number): boolean {
  return from <= hours && hours < until;
}

function byRank(hours: number): (a: Authority, b: Authority) => number {
  return (a, b) =>
    ranks.indexOf(a.rank) - ranks.indexOf(b.rank) ||
    compareNumbers(beginning(b, hours), beginning(a, hours)) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function beginning({ valid }: Authority, hours: number): number {
  const window = valid.find((one) => isInWindow(one, hours)) ?? valid.at(-1);
  return window?.from ?? Number.NEGATIVE_INFINITY;
}

/** Unlike a difference, right for infinite numbers. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function imposeOver(base: readonly Authority[]): readonly Id[] {
  const left = new Set(base);
  const waiting = new Map<Id, number>(base.map(({ id }) => [id, 0]));
  for (const { over } of base) {
    for (const id of new Set(over)) waiting.set(id, (waiting.get(id) ?? 0) + 1);
  }
  const order: Id[] = [];
  while (left.size > 0) {
    const next = first(left, ({ id }) => waiting.get(id) === 0) ?? first(left, () => true);
    if (!next) break;
    left.delete(next);
    order.push(next.id);
    for (const id of new Set(next.over)) waiting.set(id, (waiting.get(id) ?? 0) - 1);
  }
  return order;
}

function first<T>(values: Iterable<T>, isWanted: (value: T) => boolean): T | undefined {
  for (const value of values) if (isWanted(value)) return value;
  return undefined;
}
