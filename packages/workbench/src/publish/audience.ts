import type { Diagnostic, Span } from "@shikumi/core/diagnostic";
import type { Marking, Study } from "@shikumi/model";
import type { PublishCode } from "./publish-code.ts";

/** Audiences from the widest to the narrowest: the colours of the traffic light protocol 2.0. */
export const audiences: readonly Marking[] = ["clear", "green", "amber", "amber-strict", "red"];

/**
 * One error for each element whose marking is narrower than the audience, in the order of the study. An element without marking is for everyone. A publication holds the study's
 * files whole, so that one element is enough to refuse it.
 */
export function aboveAudience(study: Study, audience: Marking): readonly Diagnostic[] {
  const widest = audiences.indexOf(audience);
  return markedElements(study)
    .filter(({ marking }) => audiences.indexOf(marking) > widest)
    .map(({ id, marking, span }) => {
      const code: PublishCode = "above-audience";
      return { code, severity: "error", span, args: { id, marking, audience } };
    });
}

interface MarkedElement {
  readonly id: string;
  readonly marking: Marking;
  readonly span: Span;
}

/** Every element with a marking, those within elements included. */
function markedElements(study: Study): readonly MarkedElement[] {
  const found: MarkedElement[] = [];
  const visited = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || visited.has(value)) return;
    visited.add(value);
    if (isMarked(value)) found.push(value);
    for (const one of value instanceof Map ? value.values() : Object.values(value)) visit(one);
  };
  visit(study);
  return found;
}

function isMarked(value: object): value is MarkedElement {
  return "marking" in value && value.marking !== undefined && "span" in value && "id" in value;
}
