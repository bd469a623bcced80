import type { Condition } from "../study/condition.ts";
import type { Id } from "../study/element.ts";
import type { Amount } from "../study/slot.ts";
import type { Study } from "../study/study.ts";
import { amountBounds } from "./amount-bounds.ts";
import type { LawRule } from "./law-rule.ts";
import { type Explanation, type LegalQuestion, TIME_SINCE_ONSET } from "./legal-question.ts";
import { allOf, anyOf, notOf, type Truth } from "./truth.ts";

/** What of a question conditions may read. */
export type Circumstances = Pick<LegalQuestion, "facts" | "judgements" | "sinceOnset">;

/** A judgement nobody has made yet. */
export interface OpenJudgement {
  readonly judgement: string;
  readonly by: Id;
}

export interface Evaluation {
  readonly value: Truth;
  /** Facts without which the value stays unknown. */
  readonly missing: readonly string[];
  /** Judgements the value assumes to come out in favour. */
  readonly assumed: readonly OpenJudgement[];
  readonly explanation: Explanation;
}

/**
 * The truth of a condition. A fact that is not given is unknown. A judgement not yet made is taken to come out in favour of
 * `favour` and is named in `assumed` if the value rests on it.
 */
export function evaluateCondition(
  study: Study,
  condition: Condition,
  circumstances: Circumstances,
  favour = true,
): Evaluation {
  switch (condition.kind) {
    case "fact":
      return evaluateFact(condition.fact, condition.is, circumstances);
    case "judgement":
      return evaluateJudgement(condition.judgement, condition.by, circumstances, favour);
    case "within":
      return evaluateWithin(study, condition.time.amount, circumstances);
    case "not": {
      const part = evaluateCondition(study, condition.of, circumstances, !favour);
      const value = notOf(part.value);
      return { ...part, value, explanation: line("condition-not", {}, value, [part.explanation]) };
    }
    case "all":
      return combine(
        "condition-all",
        condition.of.map((part) => evaluateCondition(study, part, circumstances, favour)),
      );
    case "any":
      return combine(
        "condition-any",
        condition.of.map((part) => evaluateCondition(study, part, circumstances, favour)),
      );
  }
}

/** All conditions of a list together. */
export function evaluateAll(
  study: Study,
  conditions: readonly Condition[],
  circumstances: Circumstances,
): Evaluation {
  return evaluateCondition(study, { kind: "all", of: conditions }, circumstances);
}

function evaluateFact(fact: string, is: readonly string[], { facts }: Circumstances): Evaluation {
  const wanted = is.join(", ");
  const found = facts && Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (found === undefined) return unknown("fact-unknown", { fact, is: wanted }, fact);
  const holds = is.includes(found);
  return known(holds ? "fact-holds" : "fact-fails", { fact, is: wanted, found }, holds);
}

function evaluateJudgement(
  judgement: string,
  by: Id,
  { judgements }: Circumstances,
  favour: boolean,
): Evaluation {
  const made = judgements && Object.hasOwn(judgements, judgement) ? judgements[judgement] : undefined;
  if (made !== undefined) return known(made ? "judgement-made" : "judgement-denied", { judgement, by }, made);
  return {
    value: favour ? "true" : "false",
    missing: [],
    assumed: [{ judgement, by }],
    explanation: line("judgement-open", { judgement, by }, "info"),
  };
}

function evaluateWithin(study: Study, time: Amount, circumstances: Circumstances): Evaluation {
  const { facts = {}, sinceOnset } = circumstances;
  const amount = amountInCase(time, facts);
  if (typeof amount === "string") return unknown("fact-unknown", { fact: amount, is: "" }, amount);
  const { low, high } = amountBounds(study, amount);
  if (sinceOnset === undefined) return unknown("within-unknown", { limit: high }, TIME_SINCE_ONSET);
  if (sinceOnset <= low) return known("within-holds", { limit: low, found: sinceOnset }, true);
  if (sinceOnset > high) return known("within-fails", { limit: high, found: sinceOnset }, false);
  const name = amount.kind === "future" ? amount.uncertainty : TIME_SINCE_ONSET;
  return unknown("within-open", { low, high, found: sinceOnset }, name);
}

/** The amount for these facts, or the name of the fact that is missing. */
function amountInCase(amount: Amount, facts: Readonly<Record<string, string>>): Amount | string {
  if (amount.kind !== "case") return amount;
  const { fact, cases, otherwise } = amount;
  const found = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  const chosen = cases.find((one) => one.is === found)?.amount ?? otherwise;
  return chosen ? amountInCase(chosen, facts) : fact;
}

function combine(rule: "condition-all" | "condition-any", parts: readonly Evaluation[]): Evaluation {
  const values = parts.map((part) => part.value);
  const value = rule === "condition-all" ? allOf(values) : anyOf(values);
  const deciding = decidingParts(rule, value, parts);
  return {
    value,
    missing: value === "unknown" ? distinct(deciding.flatMap((part) => part.missing)) : [],
    assumed: deciding.flatMap((part) => part.assumed),
    explanation: line(
      rule,
      { parts: parts.length },
      value,
      parts.map((part) => part.explanation),
    ),
  };
}

/** The parts a value rests on. Where one part alone decides, a part that assumes nothing is enough. */
function decidingParts(
  rule: "condition-all" | "condition-any",
  value: Truth,
  parts: readonly Evaluation[],
): readonly Evaluation[] {
  const oneDecides = rule === "condition-all" ? "false" : "true";
  if (value !== oneDecides) return parts;
  const alone = parts.filter((part) => part.value === value);
  const firm = alone.find((part) => part.assumed.length === 0);
  return firm ? [firm] : alone;
}

function known(rule: LawRule, args: Explanation["args"], holds: boolean): Evaluation {
  const value = holds ? "true" : "false";
  return { value, missing: [], assumed: [], explanation: line(rule, args, value) };
}

function unknown(rule: LawRule, args: Explanation["args"], missing: string): Evaluation {
  return {
    value: "unknown",
    missing: [missing],
    assumed: [],
    explanation: line(rule, args, "unknown"),
  };
}

/** A line of an explanation. */
export function line(
  rule: LawRule,
  args: Explanation["args"],
  value: Explanation["value"],
  children: readonly Explanation[] = [],
): Explanation {
  return { rule, args, value, children };
}

/** The distinct texts in the order first met. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
