import { evaluateAll } from "../law/evaluate-condition.ts";
import type { LegalQuestion } from "../law/legal-question.ts";
import type { Condition } from "../study/condition.ts";
import type { Amount } from "../study/slot.ts";
import type { Study } from "../study/study.ts";

/** Combinations tried before two provisions are taken to be able to meet. */
const MOST_COMBINATIONS = 4096;

/** A value no condition names, so that it stands for all values not named. */
const OTHER = "\u0000";

interface Named {
  readonly facts: Map<string, Set<string>>;
  readonly judgements: Set<string>;
  readonly times: Set<number>;
}

/**
 * Whether some facts, judgements and time since onset could make all conditions hold at once. False only where that is proved by
 * trying every combination that matters; true where there are too many or a limit differs by future.
 */
export function arePossibleTogether(study: Study, conditions: readonly Condition[]): boolean {
  const named: Named = { facts: new Map(), judgements: new Set(), times: new Set([0]) };
  for (const condition of conditions) collect(condition, named);
  const { facts, judgements, times } = named;
  let combinations = times.size;
  for (const values of facts.values()) combinations *= values.size;
  for (const _ of judgements) combinations *= 2;
  if (combinations > MOST_COMBINATIONS) return true;
  for (let n = 0; n < combinations; n++) {
    if (evaluateAll(study, conditions, combination(n, named)).value !== "false") return true;
  }
  return false;
}

/** The n-th combination, in mixed radix. */
function combination(
  n: number,
  { facts, judgements, times }: Named,
): Pick<LegalQuestion, "facts" | "judgements" | "sinceOnset"> {
  let left = n;
  const pick = <T>(values: readonly T[], none: T): T => {
    const value = values[left % values.length] ?? none;
    left = Math.floor(left / values.length);
    return value;
  };
  return {
    sinceOnset: pick([...times], 0),
    facts: Object.fromEntries([...facts].map(([name, values]) => [name, pick([...values], OTHER)])),
    judgements: Object.fromEntries([...judgements].map((name) => [name, pick([true, false], true)])),
  };
}

function collect(condition: Condition, named: Named): void {
  switch (condition.kind) {
    case "fact":
      addFact(named, condition.fact, condition.is);
      return;
    case "judgement":
      named.judgements.add(condition.judgement);
      return;
    case "within":
      collectLimit(condition.time.amount, named);
      return;
    case "not":
      collect(condition.of, named);
      return;
    case "all":
    case "any":
      for (const part of condition.of) collect(part, named);
  }
}

/** Just within each limit and beyond all of them. */
function collectLimit(limit: Amount, named: Named): void {
  if (limit.kind === "number") {
    named.times.add(limit.value).add(Number.POSITIVE_INFINITY);
  } else if (limit.kind === "case") {
    addFact(
      named,
      limit.fact,
      limit.cases.map(({ is }) => is),
    );
    for (const { amount } of limit.cases) collectLimit(amount, named);
    if (limit.otherwise) collectLimit(limit.otherwise, named);
  }
}

function addFact({ facts }: Named, fact: string, values: readonly string[]): void {
  const known = facts.get(fact) ?? new Set([OTHER]);
  for (const value of values) known.add(value);
  facts.set(fact, known);
}
