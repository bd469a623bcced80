import {
  type EngineTarget,
  type Future,
  type FutureValues,
  futureValues,
  type OutputLayout,
  sampleFuture,
  uncertaintiesOf,
} from "@shikumi/kernel";
import type { Id, Study } from "@shikumi/model";
import { type AssessmentContext, createContext } from "../run/context.ts";
import type { WhatIf } from "./what-if.ts";

/** What the choices of one study share on one thread: programs, and futures as sampled and with values held. A cache only; no result depends on it. */
export interface WhatIfContext {
  readonly study: Study;
  readonly sampled: AssessmentContext;
  /** By the values held, as text. */
  readonly held: Map<string, AssessmentContext>;
  readonly values: Map<string, FutureValues>;
  /** Names and order of columns, by levers and mode. */
  readonly layouts: Map<string, OutputLayout>;
}

/** Values held are kept for so many choices: a hand that drags leaves many behind. */
const keptHeld = 8;

/** An empty context. Every engine gives the same bits; the fastest that this thread may use is taken unless one is given. */
export function createWhatIfContext(study: Study, engine?: EngineTarget): WhatIfContext {
  return {
    study,
    sampled: createContext(study, engine),
    held: new Map(),
    values: new Map(),
    layouts: new Map(),
  };
}

/** The levers of a choice, each once, in the order of keys. Throws `RangeError` for one the study does not have. */
export function chosenLevers(study: Study, { levers }: Pick<WhatIf, "levers">): readonly Id[] {
  const unknown = levers.find((id) => !study.levers.has(id));
  if (unknown !== undefined) throw new RangeError(`the study has no lever "${unknown}"`);
  return [...study.levers.keys()].filter((id) => levers.includes(id));
}

/** The values held by a choice, by uncertainty in ascending order. Throws `RangeError` for an uncertainty the study does not have and for what is no number. */
export function heldValues(
  study: Study,
  { fixed }: Pick<WhatIf, "fixed">,
): readonly (readonly [Id, number])[] {
  const entries = Object.entries(fixed).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (entries.length === 0) return [];
  const known = new Set(uncertaintiesOf(study).map(({ id }) => id));
  for (const [id, value] of entries) {
    if (!known.has(id)) throw new RangeError(`the study has no uncertainty "${id}"`);
    if (!Number.isFinite(value))
      throw new RangeError(`the value held for "${id}" must be finite, got ${value}`);
  }
  return entries;
}

/** The name of a choice: equal exactly for choices that give the same runs. Throws as `chosenLevers` and `heldValues`. */
export function whatIfKey(study: Study, whatIf: WhatIf): string {
  const held = heldValues(study, whatIf).map(([id, value]) => `${id}=${value}`);
  return [whatIf.mode, chosenLevers(study, whatIf).join("+"), held.join("&")].join("|");
}

/** The context in which the futures of a choice have its values. */
export function contextOf(context: WhatIfContext, whatIf: WhatIf): AssessmentContext {
  const held = heldValues(context.study, whatIf);
  if (held.length === 0) return context.sampled;
  const key = JSON.stringify(held);
  const kept = context.held.get(key);
  if (kept !== undefined) return kept;
  const made: AssessmentContext = { ...context.sampled, futures: new Map() };
  const oldest = context.held.keys().next();
  if (context.held.size >= keptHeld && oldest.done !== true) context.held.delete(oldest.value);
  context.held.set(key, made);
  return made;
}

/** A future of a choice: the sampled one of that index, with the values held in place of its own (W2). */
export function futureOf(context: WhatIfContext, whatIf: WhatIf, index: number): Future {
  const { futures } = contextOf(context, whatIf);
  const kept = futures.get(index);
  if (kept !== undefined) return kept;
  const { study, sampled } = context;
  const plain = sampled.futures.get(index) ?? sampleFuture(study, index);
  sampled.futures.set(index, plain);
  const held = heldValues(study, whatIf);
  if (held.length === 0) return plain;
  const rows = uncertaintiesOf(study).map(({ id }) => id);
  const values = Float64Array.from(plain.values);
  for (const [id, value] of held) values[rows.indexOf(id)] = value;
  const future = { index, values };
  futures.set(index, future);
  return future;
}

/** The values of a future of a choice, by uncertainty. */
export function valuesOf(context: WhatIfContext, whatIf: WhatIf, index: number): FutureValues {
  const key = `${JSON.stringify(heldValues(context.study, whatIf))} ${index}`;
  const kept = context.values.get(key);
  if (kept !== undefined) return kept;
  const values = futureValues(context.study, futureOf(context, whatIf, index));
  if (context.values.size > 4000) context.values.clear();
  context.values.set(key, values);
  return values;
}
