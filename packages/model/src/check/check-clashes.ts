import type { Args, Diagnostic } from "@shikumi/core/diagnostic";
import type { Condition } from "../study/condition.ts";
import type { Id, Window } from "../study/element.ts";
import type { Authority } from "../study/law.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";
import { arePossibleTogether } from "./jointly-possible.ts";

/**
 * Pairs of a permission or duty and a prohibition that can fit one case with nothing to say which goes first: the same rank, the same
 * beginning of the windows in force, and no `over` from one to the other, directly or through others. Left-out provisions say
 * nothing to clash with.
 */
export function checkClashes(study: Study): Diagnostic[] {
  const encoded = [...study.authorities.values()].filter(({ notEncoded }) => !notEncoded);
  const bars = encoded.filter(({ says }) => says === "must-not");
  const grants = encoded.filter(({ says }) => says !== "must-not");
  return bars.flatMap((bar) =>
    grants.flatMap((grant) => {
      const meeting = meetingOf(bar, grant);
      if (!meeting || isOver(study, bar, grant) || isOver(study, grant, bar)) return [];
      if (!arePossibleTogether(study, [...conditionsOf(bar), ...conditionsOf(grant)])) return [];
      const [first, second] = inOrderWritten(bar, grant);
      const args: Args = { ...meeting, ...named("first", first), ...named("second", second), rank: bar.rank };
      return [finding("provisions-clash", second.span, args, [{ span: first.span, role: "first" }])];
    }),
  );
}

/** An act both speak of, or nothing. */
function meetingOf(a: Authority, b: Authority): { activity: string; organisation: Id } | undefined {
  if (a.rank !== b.rank || !haveEqualBeginning(a.valid, b.valid)) return undefined;
  const activity = a.activities.find((one) => b.activities.includes(one));
  const organisation = a.actsThrough.find((one) => b.actsThrough.includes(one));
  if (activity === undefined || organisation === undefined) return undefined;
  if (!overlap(a.for, b.for) || !overlap(a.at, b.at)) return undefined;
  const anywhen = a.in.length === 0 || b.in.length === 0;
  return anywhen || overlap(a.in, b.in) ? { activity, organisation } : undefined;
}

function overlap(a: readonly Id[] | undefined, b: readonly Id[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((id) => b.includes(id));
}

/** Windows that begin together are in force together, so neither law is the later one. */
function haveEqualBeginning(a: readonly Window[], b: readonly Window[]): boolean {
  return a.some(({ from }) => b.some((window) => window.from === from));
}

function isOver(study: Study, upper: Authority, lower: Authority): boolean {
  const seen = new Set<Id>([upper.id]);
  for (const id of seen) {
    for (const next of study.authorities.get(id)?.over ?? []) seen.add(next);
  }
  return seen.has(lower.id);
}

function conditionsOf({ when, unless }: Authority): Condition[] {
  return [...when, { kind: "not", of: { kind: "any", of: unless } }];
}

function inOrderWritten(a: Authority, b: Authority): readonly [Authority, Authority] {
  const isBefore = a.span.file === b.span.file ? a.span.start <= b.span.start : a.span.file < b.span.file;
  return isBefore ? [a, b] : [b, a];
}

/** Id of a provision, and its article in both languages where it is cited. */
function named(name: "first" | "second", { id, cites }: Authority): Args {
  return { [name]: id, [`${name}Ja`]: cites?.ja ?? "", [`${name}En`]: cites?.en ?? "" };
}
