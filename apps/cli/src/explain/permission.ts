import { hoursBetween, parseDate } from "@shikumi/core/date";
import { suggest } from "@shikumi/core/diagnostic";
import { parseQuantity } from "@shikumi/core/quantity";
import { type LegalQuestion, type Study, tellExplanation, type VerdictKind, verdict } from "@shikumi/model";
import type { Outcome, Session } from "../command/command.ts";
import { CommandError, type CommandErrorCode } from "../command-error.ts";
import { explanationTree } from "./explanation-tree.ts";
import { nearMisses } from "./near-misses.ts";

const paints = {
  obliged: "green",
  permitted: "green",
  prohibited: "red",
  "no-basis": "red",
  undetermined: "yellow",
  "not-encoded": "yellow",
} as const satisfies Record<VerdictKind, string>;

/** May this organisation do this: the verdict, the reasons down to article and source, and what came close. Clean if it may. */
export function explainPermission(
  study: Study,
  { actor, activity }: Pick<LegalQuestion, "actor" | "activity">,
  session: Session,
): Outcome {
  const { language, say, style } = session;
  const question = questionOf(study, actor, activity, session);
  const answer = verdict(study, question);
  const told = tellExplanation(study, answer.explanation, language);
  const mayAct = answer.kind === "obliged" || answer.kind === "permitted";
  const near = mayAct ? [] : nearMisses(study, question, language);
  return {
    status: mayAct ? "clean" : "findings",
    data: {
      question,
      verdict: answer.kind,
      by: answer.by ?? null,
      missing: answer.missing,
      notEncoded: answer.notEncoded,
      pending: answer.pending.map(({ kind, authority, ...rest }) => ({
        kind,
        authority,
        ...("step" in rest ? { stage: rest.stage, step: rest.step.kind, whom: rest.step.whom } : rest),
      })),
      explanation: told,
      near,
    },
    diagnostics: [],
    text: () =>
      [
        `${style[paints[answer.kind]](style.bold(say(`verdict-${answer.kind}`)))}  ${told.text}`,
        "",
        explanationTree(told.children, style),
        ...(near.length > 0 ? [style.bold(say("near-title")), explanationTree(near, style)] : []),
      ].join("\n"),
  };
}

function questionOf(study: Study, actor: string, activity: string, session: Session): LegalQuestion {
  const { options } = session;
  known("unknown-organisation", actor, [...study.organisations.keys()]);
  known("unknown-activity", activity, activitiesOf(study));
  const beneficiary = options.text("for");
  const place = options.text("at");
  const situations = options.texts("situation");
  if (beneficiary !== undefined) known("unknown-beneficiary", beneficiary, [...study.beneficiaries.keys()]);
  if (place !== undefined) known("unknown-place", place, [...study.places.keys()]);
  for (const situation of situations) known("unknown-situation", situation, [...study.situations.keys()]);
  const since = options.text("since");
  const judgements = pairs(options.texts("judgement")).map(([name, value]) => {
    if (value !== "yes" && value !== "no")
      throw new CommandError("not-a-choice", { option: "--judgement", value, choices: "yes, no" });
    return [name, value === "yes"] as const;
  });
  return {
    actor,
    activity,
    ...(beneficiary === undefined ? {} : { beneficiary }),
    ...(place === undefined ? {} : { place }),
    situations,
    hours: hoursOf(study, options.text("date")),
    facts: Object.fromEntries(pairs(options.texts("fact"))),
    judgements: Object.fromEntries(judgements),
    ...(since === undefined ? {} : { sinceOnset: durationOf(since) }),
  };
}

function known(code: CommandErrorCode, id: string, names: readonly string[]): void {
  if (!names.includes(id)) throw new CommandError(code, { id }, { near: suggest(id, names) });
}

/** Activities of tasks and provisions. */
function activitiesOf(study: Study): readonly string[] {
  const ofTasks = [...study.missions.values()].flatMap(({ tasks }) =>
    [...tasks.values()].map(({ activity }) => activity),
  );
  const ofLaw = [...study.authorities.values()].flatMap(({ activities }) => activities);
  return [...new Set([...ofTasks, ...ofLaw])].sort();
}

/** Hours from the study's start to the beginning of a day; the start where none is named. */
function hoursOf(study: Study, date: string | undefined): number {
  if (date === undefined) return 0;
  const day = parseDate(date);
  if (day === undefined) throw new CommandError("not-a-date", { value: date });
  return hoursBetween(study.charter.start, day);
}

function durationOf(text: string): number {
  const outcome = parseQuantity(text, { dimension: "time" });
  if ("problem" in outcome) throw new CommandError("not-a-duration", { value: text });
  return outcome.quantity.value;
}

function pairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  return texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1 || at === text.length - 1) throw new CommandError("not-a-pair", { value: text });
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
}
