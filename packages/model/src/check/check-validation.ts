import type { Diagnostic } from "@shikumi/core/diagnostic";
import { suggest } from "@shikumi/core/diagnostic";
import type { Validation } from "../study/reform.ts";
import type { Study } from "../study/study.ts";
import { type ValidationTarget, validationTarget } from "../target/validation-target.ts";
import { finding } from "./check-code.ts";

const taskOrders: readonly ValidationTarget["kind"][] = ["order-of-first-effects", "order-of-permits"];
const orders: readonly ValidationTarget["kind"][] = [...taskOrders, "order-of-knowledge", "roles"];

/** Rows of validation whose path names nothing, whose observation is not of its kind, or whose case cannot be played. */
export function checkValidation(study: Study): Diagnostic[] {
  return [...study.validation.values()].flatMap((row) => [
    ...checkPath(study, row),
    ...checkSince(study, row),
    ...checkReplay(study, row),
  ]);
}

function checkPath(study: Study, { id, of, observed, span }: Validation): Diagnostic[] {
  const target = validationTarget(study, of);
  if (target.kind === "unknown") {
    const { found, suggestions } = target;
    return [finding("validation-of-unknown", span, { id, of, found, suggestions: suggestions.join(", ") })];
  }
  if (orders.includes(target.kind) !== (observed.kind === "order"))
    return [finding("validation-does-not-fit", span, { id, of })];
  if (observed.kind !== "order") return [];
  const known = taskOrders.includes(target.kind)
    ? [...study.missions.values()].flatMap(({ tasks }) => [...tasks.values()].map(({ ref }) => ref))
    : [...study.organisations.keys()];
  return observed.first
    .filter((found) => !known.includes(found))
    .map((found) =>
      finding("validation-of-unknown", span, {
        id,
        of: found,
        found,
        suggestions: suggest(found, known).join(", "),
      }),
    );
}

/** Time is counted from a moment of a task in the same case. */
function checkSince(study: Study, { id, since, span }: Validation): Diagnostic[] {
  if (since === undefined) return [];
  const target = validationTarget(study, since);
  if (target.kind === "moment") return [];
  const { found, suggestions } = target.kind === "unknown" ? target : { found: since, suggestions: [] };
  return [
    finding("validation-of-unknown", span, { id, of: since, found, suggestions: suggestions.join(", ") }),
  ];
}

function checkReplay(study: Study, { id, replay, played, span }: Validation): Diagnostic[] {
  if (played === undefined) {
    const told = replay === undefined ? undefined : study.validation.get(replay);
    return told === undefined || told.played !== undefined
      ? []
      : [finding("replay-unknown", span, { id, found: told.id, suggestions: "" })];
  }
  const stream = study.incidents.get(played.incident);
  if (stream === undefined) return [];
  const report = (found: string, known: readonly string[]): Diagnostic[] =>
    known.includes(found)
      ? []
      : [finding("replay-unknown", span, { id, found, suggestions: suggest(found, known).join(", ") })];
  return [
    ...played.facts.flatMap(({ fact, value }) => {
      const known = stream.facts.find(({ name }) => name === fact);
      if (known === undefined) {
        const names = stream.facts.map(({ name }) => name);
        return report(fact, names);
      }
      const values = known.outcomes.map((outcome) => outcome.value);
      return report(value, known.rest === undefined ? values : [...values, known.rest]);
    }),
    ...played.causes.flatMap(({ incident }) => {
      const known = stream.causes.map((cause) => cause.incident);
      return report(incident, known);
    }),
  ];
}
