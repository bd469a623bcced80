import type { Args, Diagnostic, RelatedSpan, Severity, Span } from "@shikumi/core/diagnostic";

/** An inconsistency of a study. */
export type CheckCode =
  | "provisions-clash"
  | "over-cycle"
  | "task-cycle"
  | "superior-cycle"
  | "place-cycle"
  | "situation-cycle"
  | "lever-cycle"
  | "cascade-endless"
  | "accountable-twice"
  | "accountable-of-other-party"
  | "accountable-missing"
  | "task-without-anyone"
  | "activity-not-in-law"
  | "authority-unused"
  | "mechanism-unused"
  | "information-unused"
  | "capability-unused"
  | "decider-unused"
  | "uncertainty-unused"
  | "lever-answers-nothing"
  | "place-not-reached"
  | "place-closed-to-all"
  | "recalls-nothing"
  | "proposal-later-than-baseline"
  | "proposal-undated"
  | "fact-later-than-baseline"
  | "fact-date-missing"
  | "source-undated"
  | "validation-of-unknown"
  | "validation-does-not-fit"
  | "replay-unknown"
  | "hypothesis-names-unknown";

/** How bad each inconsistency is; the codes are stable. */
export const checkSeverities: Readonly<Record<CheckCode, Severity>> = {
  "provisions-clash": "error",
  "over-cycle": "error",
  "task-cycle": "error",
  "superior-cycle": "error",
  "place-cycle": "error",
  "situation-cycle": "error",
  "lever-cycle": "error",
  "cascade-endless": "error",
  "accountable-twice": "error",
  "accountable-of-other-party": "error",
  "accountable-missing": "warning",
  "task-without-anyone": "warning",
  "activity-not-in-law": "warning",
  "authority-unused": "warning",
  "mechanism-unused": "warning",
  "information-unused": "warning",
  "capability-unused": "warning",
  "decider-unused": "warning",
  "uncertainty-unused": "warning",
  "lever-answers-nothing": "warning",
  "place-not-reached": "warning",
  "place-closed-to-all": "warning",
  "recalls-nothing": "warning",
  "proposal-later-than-baseline": "error",
  "proposal-undated": "error",
  "fact-later-than-baseline": "error",
  "fact-date-missing": "error",
  "source-undated": "note",
  "validation-of-unknown": "error",
  "validation-does-not-fit": "error",
  "replay-unknown": "error",
  "hypothesis-names-unknown": "error",
};

/** A diagnostic with the severity of its code. */
export function finding(
  code: CheckCode,
  span: Span,
  args: Args,
  related: readonly RelatedSpan[] = [],
): Diagnostic {
  const severity = checkSeverities[code];
  return { code, severity, span, args, ...(related.length > 0 ? { related } : {}) };
}
