import type { TraceStep } from "@shikumi/assessment";
import { child, type Name, nameOf, uniform } from "@shikumi/core/random";
import type { Amount, Id, Study } from "@shikumi/model";

/**
 * The place of every incident of a run: one of those of its stream, drawn from the name of the incident as the run did. `weightOf` reads a weight in the future of the run.
 */
export function incidentPlaces(
  study: Study,
  steps: readonly TraceStep[],
  weightOf: (weight: Amount) => number,
): ReadonlyMap<string, Id> {
  const found = new Map<string, Id>();
  for (const { what, incident, subject } of steps) {
    if (what !== "onset" && what !== "averted") continue;
    const places = study.incidents.get(subject)?.at ?? [];
    const weights = places.map(({ weight }) => weightOf(weight));
    const place = places[chosen(weights, uniform(child(nameFrom(incident), atPart)))]?.place;
    if (place !== undefined) found.set(incident, place);
  }
  return found;
}

const atPart: Name = nameOf("at");

function nameFrom(text: string): Name {
  return [Number.parseInt(text.slice(0, 8), 16) | 0, Number.parseInt(text.slice(8), 16) | 0];
}

/** The item in whose stretch of the summed weights u falls. */
function chosen(weights: readonly number[], u: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    sum += weight;
    if (sum / total > u) return at;
  }
  return weights.length - 1;
}
