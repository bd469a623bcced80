import type { TraceStep } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Id, Study, Text } from "@shikumi/model";
import { organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import { printed } from "../../part/printed.tsx";
import type { ReplayKey } from "./messages/index.ts";

/** What the sentences of the view need to speak. */
export interface Voice {
  readonly say: Say<ReplayKey>;
  readonly language: Language;
}

/** Hours in the unit a person would use. */
export function hoursText(hours: number, language: Language): string {
  return printed({ value: hours, low: Number.NaN, high: Number.NaN }, "hours", language);
}

/** A share in per cent. */
export function shareText(share: number, language: Language): string {
  return printed({ value: share, low: Number.NaN, high: Number.NaN }, "share", language);
}

/** One step of a run in a sentence. */
export function stepWords(study: Study, step: TraceStep, { say, language }: Voice): string {
  const { what, subject, amount, waited, units } = step;
  const name = (found: { readonly name: Text } | undefined): string => found?.name[language] || subject;
  const fillings = {
    organisation: organisationName(study, step.organisation, language),
    task: taskName(study, step.task, language),
    amount: what === "closed" ? shareText(amount, language) : String(Math.round(amount * 100) / 100),
    wait: hoursText(waited, language),
    units,
  };
  const of = (key: ReplayKey, named: string): string => say(key, { ...fillings, subject: named });
  switch (what) {
    case "onset":
    case "averted":
      return of(`step-${what}`, name(study.incidents.get(subject)));
    case "opened":
    case "closed":
    case "skipped":
    case "refused":
      return say(`step-${what}`, fillings);
    case "share":
      return subject === ""
        ? say("step-share-none", fillings)
        : of("step-share", name(study.holdings.get(subject)));
    case "pooled":
      return of("step-pooled", name(study.capabilities.get(subject)));
    case "lost":
      return subject === ""
        ? say("step-lost-plain", fillings)
        : of("step-lost", name(study.capabilities.get(subject)));
    case "informed":
      return say(waited > 0 ? "step-informed-wait" : "step-informed", fillings);
    case "stage":
      return say("step-stage", {
        ...fillings,
        subject: name(study.authorities.get(subject)),
        bodies: stageBodies(study, subject, amount, { say, language }),
      });
    case "permit":
      return subject === ""
        ? say("step-permit-free", fillings)
        : of("step-permit", name(study.authorities.get(subject)));
    case "denied":
      return of("step-denied", name(study.authorities.get(subject)));
    case "finding":
      return of(amount === 1 ? "step-finding-made" : "step-finding-not", name(study.situations.get(subject)));
    case "cell":
      return subject === ""
        ? say("step-cell-ad-hoc", fillings)
        : of("step-cell", name(study.mechanisms.get(subject)));
    case "access":
      return of(amount === 1 ? "step-access-given" : "step-access-refused", name(study.places.get(subject)));
    case "arrived":
    case "done":
    case "freed":
    case "recalled":
      return of(`step-${what}`, subject === "" ? fillings.organisation : name(study.holdings.get(subject)));
  }
}

/** The name of a decider, or of an organisation that is asked. */
export function bodyName(study: Study, id: Id, language: Language): string {
  return (study.deciders.get(id) ?? study.organisations.get(id))?.name[language] || id;
}

function stageBodies(study: Study, authority: Id, stage: number, { say, language }: Voice): string {
  const steps = study.authorities.get(authority)?.steps[stage] ?? [];
  return steps
    .map(({ kind, whom }) =>
      say("stage-body", { kind: say(`kind-${kind}`), body: bodyName(study, whom, language) }),
    )
    .join(say("and"));
}
