import type { TraceStep } from "@shikumi/assessment";
import type { Id, Study, Text } from "@shikumi/model";
import type { Session } from "../command/command.ts";
import type { PhraseKey } from "../messages/index.ts";
import { pad, textWidth } from "../text/width.ts";
import { durationText, shareText } from "./duration-text.ts";
import type { Instance } from "./instances.ts";

/** The steps of one case in words, one line each, with the time since its onset and the cause a refusal or wait is charged to. */
export function storyText(
  study: Study,
  steps: readonly TraceStep[],
  { instance, taskId }: { readonly instance: Instance; readonly taskId: string },
  session: Session,
): string {
  const { say, style, language } = session;
  const lines = steps.map((step) => {
    const { cause, hours } = step;
    const charged =
      cause === "" ? "" : `  ${style.dim(`[${say("charged-to", { cause: say(`cause-${cause}`) })}]`)}`;
    return {
      time: durationText(hours - instance.onset, language),
      text: `${sentence(study, step, taskId, session)}${charged}`,
    };
  });
  for (const organisation of unanswered(steps)) {
    const found = study.organisations.get(organisation);
    const text = say("trace-unanswered", { organisation: found?.name[language] ?? organisation });
    lines.push({ time: "…", text });
  }
  const width = Math.max(0, ...lines.map(({ time }) => textWidth(time)));
  return lines.map(({ time, text }) => `  ${pad(time, width, "right")}  ${text}\n`).join("");
}

/** Organisations that knew enough to ask, but had no answer when the task closed. */
function unanswered(steps: readonly TraceStep[]): readonly Id[] {
  const of = (...kinds: readonly TraceStep["what"][]): ReadonlySet<Id> =>
    new Set(steps.filter(({ what }) => kinds.includes(what)).map(({ organisation }) => organisation));
  const answered = of("permit", "refused");
  return [...of("informed")].filter((organisation) => !answered.has(organisation));
}

function sentence(study: Study, step: TraceStep, taskId: string, { say, language }: Session): string {
  const name = (found: { readonly name: Text } | undefined, id: string): string =>
    found?.name[language] || id;
  const { subject, amount, waited, units } = step;
  const organisation = name(study.organisations.get(step.organisation), step.organisation);
  const args = {
    organisation,
    task: step.task,
    amount: step.what === "closed" ? shareText(amount) : String(Math.round(amount * 100) / 100),
    wait: durationText(waited, language),
    units,
  };
  const of = (key: PhraseKey, named: string): string => say(key, { ...args, subject: named });
  const holding = name(study.holdings.get(subject), subject);
  const authority = provisionName(study, subject, language);
  switch (step.what) {
    case "onset":
    case "averted":
      return of("trace-onset", name(study.incidents.get(subject), subject));
    case "closed":
      return say(step.task === taskId ? "trace-closed" : "trace-before", args);
    case "skipped":
      return say("trace-skipped");
    case "opened":
      return say("trace-opened");
    case "share":
      return subject === "" ? say("trace-share-none", args) : of("trace-share", holding);
    case "pooled":
      return of("trace-pooled", name(study.capabilities.get(subject), subject));
    case "lost":
      return of("trace-lost", name(study.capabilities.get(subject), subject));
    case "informed":
      return say(waited > 0 ? "trace-informed-wait" : "trace-informed", args);
    case "stage":
      return say("trace-stage", {
        ...args,
        subject: authority,
        stage: amount + 1,
        steps: stepsText(study, subject, amount, say),
      });
    case "permit":
      return subject === "" ? say("trace-permit-free", args) : of("trace-permit", authority);
    case "recalled":
      return of("trace-recalled", holding);
    case "denied":
      return of("trace-denied", authority);
    case "refused":
      return say("trace-refused", args);
    case "finding":
      return of(
        amount === 1 ? "trace-finding-made" : "trace-finding-not",
        name(study.situations.get(subject), subject),
      );
    case "cell":
      return subject === ""
        ? say("trace-cell-ad-hoc", args)
        : of("trace-cell", name(study.mechanisms.get(subject), subject));
    case "access":
      return of(
        amount === 1 ? "trace-access-given" : "trace-access-refused",
        name(study.places.get(subject), subject),
      );
    case "arrived":
      return of("trace-arrived", holding);
    case "done":
      return of("trace-done", holding);
    case "freed":
      return of("trace-freed", holding);
  }
}

function provisionName(study: Study, id: Id, language: Session["language"]): string {
  const title = study.authorities.get(id)?.name[language];
  return title === undefined || title === id ? id : `${title} (${id})`;
}

/** What one stage of a provision asks for, such as ` (approval: MINISTER, consultation: CABINET)`. */
function stepsText(study: Study, authority: Id, stage: number, say: Session["say"]): string {
  const steps = study.authorities.get(authority)?.steps[stage] ?? [];
  const told = steps.map(({ kind, whom }) => say("stage-step", { kind: say(`step-${kind}`), whom }));
  return told.length === 0 ? "" : say("stage-steps", { steps: told.join(say("list-and")) });
}
