import type { Id } from "../study/element.ts";
import type { Authority, Step } from "../study/law.ts";
import type { Study } from "../study/study.ts";
import { isInWindow } from "./authority-order.ts";
import { evaluateAll, line } from "./evaluate-condition.ts";
import { type Fit, fits } from "./fits.ts";
import type { Explanation, LegalQuestion, Pending } from "./legal-question.ts";
import type { Truth } from "./truth.ts";

/** A provision held against a question. */
export interface Assessed {
  readonly authority: Authority;
  /** Whether it fits; a prohibition whose situation is not open does not. */
  readonly value: Truth;
  readonly fit: Fit;
  /** What is to come before it may be used: a finding, judgements, the steps that are due. */
  readonly findings: readonly Pending[];
  readonly judgements: readonly Pending[];
  readonly steps: readonly Pending[];
  readonly explanation: Explanation;
}

/** Holds one provision against a question. */
export function assessProvision(study: Study, authority: Authority, question: LegalQuestion): Assessed {
  const fit = fits(study, authority, question);
  const open = openSituations(study, authority, question);
  const waits = authority.in.length > 0 && open === undefined;
  const value: Truth = authority.says === "must-not" && waits ? "false" : fit.value;
  return {
    authority,
    value,
    fit,
    findings: waits ? [{ kind: "finding", authority: authority.id, situations: authority.in }] : [],
    judgements: fit.assumed.map((open) => ({
      kind: "judgement",
      authority: authority.id,
      ...open,
      bars: authority.says === "must-not",
    })),
    steps: pendingSteps(study, authority, question),
    explanation: provisionLine(authority, value, [
      ...fit.explanation,
      ...situationLines(authority, open),
      ...(value === "false" ? [] : stepLines(authority)),
      ...(authority.notEncoded && value !== "false"
        ? [line("left-out", { authority: authority.id, leftOut: authority.id }, "not-encoded")]
        : []),
    ]),
  };
}

function openSituations(study: Study, authority: Authority, question: LegalQuestion): Id | undefined {
  return authority.in.find(
    (id) =>
      question.situations?.includes(id) ||
      study.situations.get(id)?.open.some((window) => isInWindow(window, question.hours)),
  );
}

function pendingSteps(study: Study, { id, steps }: Authority, question: LegalQuestion): Pending[] {
  return steps.flatMap((parallel, stage) =>
    parallel.flatMap((step): Pending[] => {
      const due = evaluateAll(study, step.when, question).value;
      return due === "false"
        ? []
        : [{ kind: "step", authority: id, stage, step, uncertain: due === "unknown" }];
    }),
  );
}

function provisionLine(authority: Authority, value: Truth, children: readonly Explanation[]): Explanation {
  const { id, says, cites, provenance, notEncoded } = authority;
  return {
    rule: value === "false" ? "provision-not-fitting" : `provision-${says}`,
    args: { authority: id },
    authority: id,
    ...(cites ? { citation: cites } : {}),
    ...(provenance.source === undefined ? {} : { source: provenance.source }),
    value: notEncoded && value === "true" ? "not-encoded" : value,
    children,
  };
}

function situationLines(authority: Authority, open: Id | undefined): Explanation[] {
  const situations = authority.in.join(", ");
  if (authority.in.length === 0) return [line("situation-any", {}, "true")];
  if (open !== undefined) return [line("situation-open", { situation: open }, "true")];
  if (authority.says === "must-not") return [line("situation-not-open", { situations }, "false")];
  return [line("situation-to-find", { situations }, "info")];
}

function stepLines({ steps }: Authority): Explanation[] {
  return steps.flatMap((parallel, stage) =>
    parallel.map((step: Step) => line(`step-${step.kind}`, { whom: step.whom, stage: stage + 1 }, "info")),
  );
}
