import type { Id } from "../study/element.ts";
import type { Authority } from "../study/law.ts";
import type { Study } from "../study/study.ts";
import { isInWindow } from "./authority-order.ts";
import { distinct, evaluateAll, evaluateCondition, line, type OpenJudgement } from "./evaluate-condition.ts";
import type { Explanation, LegalQuestion } from "./legal-question.ts";
import { allOf, type Truth } from "./truth.ts";

/** Whether a provision fits a question, and why. */
export interface Fit {
  readonly value: Truth;
  /** Facts without which the value stays unknown. */
  readonly missing: readonly string[];
  /** Judgements the value assumes to come out for the provision. */
  readonly assumed: readonly OpenJudgement[];
  /** One line each for the activity, who is empowered, what defines that person, who acts, for whom, where, when, on what facts. */
  readonly explanation: readonly Explanation[];
}

/**
 * Whether a provision fits: activity, actor, beneficiary, place, date and facts. Its situations, steps and what it says are not
 * looked at. Only `acts-through` lets an organisation act: one that is merely identified or empowered does not fit.
 */
export function fits(study: Study, authority: Authority, question: LegalQuestion): Fit {
  const when = evaluateAll(study, authority.when, question);
  const unless = evaluateCondition(
    study,
    { kind: "not", of: { kind: "any", of: authority.unless } },
    question,
  );
  const lines = [
    activityLine(authority, question),
    ...empowermentLines(authority),
    actorLine(authority, question),
    limitLine("beneficiary", authority.for, question.beneficiary),
    limitLine("place", authority.at, question.place),
    forceLine(authority, question.hours),
  ];
  const values = lines.map(({ value }) => (value === "false" ? "false" : "true"));
  const value = allOf([...values, when.value, unless.value]);
  const conditions = [when, unless];
  return {
    value,
    missing: value === "unknown" ? distinct(conditions.flatMap((part) => part.missing)) : [],
    assumed: value === "false" ? [] : conditions.flatMap((part) => part.assumed),
    explanation: [
      ...lines,
      ...(authority.when.length > 0 ? [{ ...when.explanation, rule: "when" as const }] : []),
      ...(authority.unless.length > 0
        ? [
            line(
              "unless",
              { parts: authority.unless.length },
              unless.value,
              unless.explanation.children.flatMap((part) => part.children),
            ),
          ]
        : []),
    ],
  };
}

function activityLine({ activities }: Authority, { activity }: LegalQuestion): Explanation {
  const holds = activities.includes(activity);
  return line(
    holds ? "activity-covered" : "activity-not-covered",
    { activity, activities: activities.join(", ") },
    holds ? "true" : "false",
  );
}

function empowermentLines({ empowers, definedBy }: Authority): Explanation[] {
  return [
    empowers === undefined ? line("empowers-nobody", {}, "info") : line("empowers", { empowers }, "info"),
    definedBy === undefined
      ? line("defined-by-nothing", {}, "info")
      : line("defined-by", { definedBy }, "info"),
  ];
}

function actorLine({ actsThrough }: Authority, { actor }: LegalQuestion): Explanation {
  const holds = actsThrough.includes(actor);
  return line(
    holds ? "acts-through" : "acts-through-others",
    { actor, organisations: actsThrough.join(", ") },
    holds ? "true" : "false",
  );
}

function limitLine(
  limit: "beneficiary" | "place",
  covered: readonly Id[] | undefined,
  asked: Id | undefined,
): Explanation {
  if (covered === undefined) return line(`${limit}-any`, {}, "true");
  const among = covered.join(", ");
  if (asked === undefined) return line(`${limit}-not-named`, { covered: among }, "false");
  const holds = covered.includes(asked);
  return line(
    holds ? `${limit}-covered` : `${limit}-not-covered`,
    { [limit]: asked, covered: among },
    holds ? "true" : "false",
  );
}

function forceLine({ valid }: Authority, hours: number): Explanation {
  const window = valid.find((one) => isInWindow(one, hours));
  if (window) return line("in-force", { date: hours, from: window.from, until: window.until }, "true");
  const next = valid.find(({ from }) => from > hours);
  if (next) return line("not-yet-in-force", { date: hours, from: next.from }, "false");
  const until = valid.at(-1)?.until ?? Number.NEGATIVE_INFINITY;
  return line("no-longer-in-force", { date: hours, until }, "false");
}
