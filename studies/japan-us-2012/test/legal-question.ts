import { hoursBetween, parseDate } from "@shikumi/core/date";
import { type LegalQuestion, type Verdict, verdict } from "@shikumi/model";
import { flagship } from "./read-flagship.ts";

/** What the study's law says of a question as of a date. */
export function asOf(
  date: string,
  question: Partial<LegalQuestion> & Pick<LegalQuestion, "actor" | "activity">,
): Verdict {
  const day = parseDate(date);
  if (day === undefined) throw new Error(date);
  return verdict(flagship, { hours: hoursBetween(flagship.charter.start, day), ...question });
}

/** What a permission still waits for, in words. */
export function pendingWords({ pending }: Verdict): readonly string[] {
  return pending.map((one) =>
    one.kind === "finding"
      ? `finding ${one.situations.join()}`
      : one.kind === "judgement"
        ? `judgement ${one.judgement} ${one.by}`
        : `${one.step.kind} ${one.step.whom}`,
  );
}
