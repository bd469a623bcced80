import { child, type Name, nameOf, uniform } from "@shikumi/core/random";
import { amountValue, distributionValue, type FutureValues } from "@shikumi/kernel";
import type { IncidentStream, Mission, Need, Task } from "@shikumi/model";

/** The name that a trace writes as sixteen hexadecimal digits. */
export function nameFrom(text: string): Name {
  return [Number.parseInt(text.slice(0, 8), 16) | 0, Number.parseInt(text.slice(8), 16) | 0];
}

/**
 * The facts of one incident of a stream: the draws of that run, made again from the incident's name (kernel K3, K12). Facts inherited from an incident that caused this
 * one are not seen.
 */
export function drawnFacts(
  stream: IncidentStream,
  incident: Name,
  values: FutureValues,
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { name, outcomes, rest } of stream.facts) {
    const weights = outcomes.map(({ weight }) => amountValue(weight, values, known));
    const left = weights.reduce((sum, weight) => sum - weight, 1);
    const all = rest === undefined ? weights : [...weights, Math.max(0, left)];
    const words = [...outcomes.map(({ value }) => value), ...(rest === undefined ? [] : [rest])];
    const word = words[chosen(all, uniform(child(incident, nameOf(`fact/${name}`))))];
    if (word !== undefined) known.set(name, word);
  }
  return known;
}

/** Units a need of a task asks for in one incident: the draw of that run, made again (kernel K4, K21). */
export function drawnNeed(
  { mission, task, need }: { readonly mission: Mission; readonly task: Task; readonly need: Need },
  incident: Name,
  values: FutureValues,
  facts: ReadonlyMap<string, string>,
): number {
  const named = [`mission/${mission.key}`, `task/${task.key}`, `need/${need.name}`].reduce(
    (name, part) => child(name, nameOf(part)),
    incident,
  );
  return Math.max(
    1,
    Math.floor(distributionValue(need.quantity.distribution, values, facts, uniform(named)) + 0.5),
  );
}

/** The first weight whose cumulated share of the total exceeds u; the last otherwise. */
function chosen(weights: readonly number[], u: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (sum / total > u) return index;
  }
  return weights.length - 1;
}
