import type { Args, Catalogue, Message } from "@shikumi/core/diagnostic";
import type { LawRule } from "../law-rule.ts";

const told = (text: string): Message => ({ text, help: "" });

/** " under CITATION (NAME); source: …", as far as known. */
function basis({ citation, source }: Args): string {
  return `${citation === undefined ? "" : `: ${citation}`}${source === undefined ? "" : ` [source: ${source}]`}`;
}

/** " for BENEFICIARY at PLACE as of DATE". */
function scope({ beneficiary, place, date }: Args): string {
  return `${beneficiary === undefined ? "" : ` for ${beneficiary}`}${place === undefined ? "" : ` at ${place}`}, as of ${date}`;
}

/** Lines of legal explanations in English, by rule. */
export const en: Catalogue<LawRule> = {
  "value-true": () => told("yes"),
  "value-false": () => told("no"),
  "value-unknown": () => told("unknown"),
  "value-not-encoded": () => told("not encoded"),
  "value-info": () => told("for information"),
  "time-since-onset": () => told("time since onset"),

  "verdict-obliged": (args) =>
    told(`${args["actor"]} must do "${args["activity"]}"${scope(args)}${basis(args)}.`),
  "verdict-permitted": (args) =>
    told(`${args["actor"]} may do "${args["activity"]}"${scope(args)}${basis(args)}.`),
  "verdict-prohibited": (args) =>
    told(`${args["actor"]} must not do "${args["activity"]}"${scope(args)}${basis(args)}.`),
  "verdict-no-basis": (args) =>
    told(`${args["actor"]} has no legal basis for "${args["activity"]}"${scope(args)}.`),
  "verdict-undetermined": (args) =>
    told(
      `Whether ${args["actor"]} may do "${args["activity"]}"${scope(args)} depends on facts that are not given.`,
    ),
  "verdict-not-encoded": (args) =>
    told(
      `Whether ${args["actor"]} may do "${args["activity"]}"${scope(args)} depends on law the study leaves out.`,
    ),

  "joint-obliged": ({ activity }) => told(`All participants must do "${activity}" together.`),
  "joint-permitted": ({ activity }) => told(`The participants may do "${activity}" together.`),
  "joint-prohibited": ({ activity }) => told(`A participant must not do "${activity}".`),
  "joint-no-basis": ({ activity }) => told(`A participant has no legal basis for "${activity}".`),
  "joint-not-linked": ({ activity }) => told(`No agreement lets the participants do "${activity}" together.`),
  "joint-undetermined": ({ activity }) =>
    told(`Whether all participants may do "${activity}" depends on facts that are not given.`),
  "joint-not-encoded": ({ activity }) =>
    told(`Whether all participants may do "${activity}" depends on law the study leaves out.`),
  agreement: (args) => told(`${args["mechanism"]} lets ${args["organisations"]} act together${basis(args)}.`),
  "agreement-missing": ({ organisations }) =>
    told(`No agreement in force names ${organisations} for this activity.`),

  "default-needs-basis": ({ actor }) => told(`${actor} acts only where a provision lets it.`),
  "default-free": ({ actor }) => told(`${actor} may do what nothing forbids.`),
  "no-provision": ({ activity }) => told(`No provision mentions "${activity}".`),

  "provision-may": (args) => told(`${args["authority"]} permits it${basis(args)}.`),
  "provision-must": (args) => told(`${args["authority"]} requires it${basis(args)}.`),
  "provision-must-not": (args) => told(`${args["authority"]} forbids it${basis(args)}.`),
  "provision-not-fitting": (args) => told(`${args["authority"]} does not apply${basis(args)}.`),
  "left-out": ({ leftOut }) => told(`The study leaves this out on purpose: ${leftOut}`),

  "activity-covered": ({ activity }) => told(`It covers "${activity}".`),
  "activity-not-covered": ({ activity, activities }) => told(`It covers ${activities}, not "${activity}".`),
  empowers: ({ empowers }) => told(`It empowers ${empowers}.`),
  "empowers-nobody": () => told("It names no holder of the power."),
  "defined-by": ({ definedBy }) => told(`Who that is, ${definedBy} defines.`),
  "defined-by-nothing": () => told("No provision is named that defines who that is."),
  "acts-through": ({ actor }) => told(`It acts through ${actor}.`),
  "acts-through-others": ({ actor, organisations }) =>
    told(
      organisations === ""
        ? `It lets nobody act; ${actor} is not empowered by it.`
        : `It acts through ${organisations}, not through ${actor}.`,
    ),
  "beneficiary-any": () => told("It may be for anybody."),
  "beneficiary-covered": ({ beneficiary }) => told(`It covers ${beneficiary}.`),
  "beneficiary-not-covered": ({ beneficiary, covered }) =>
    told(`It is for ${covered || "nobody"}, not for ${beneficiary}.`),
  "beneficiary-not-named": ({ covered }) =>
    told(`It is for ${covered || "nobody"} only, and nobody is named.`),
  "place-any": () => told("It holds everywhere."),
  "place-covered": ({ place }) => told(`It holds at ${place}.`),
  "place-not-covered": ({ place, covered }) => told(`It holds at ${covered || "no place"}, not at ${place}.`),
  "place-not-named": ({ covered }) =>
    told(`It holds at ${covered || "no place"} only, and no place is named.`),
  "in-force": ({ date, from, until }) =>
    told(
      `It is in force on ${date}${from === "" ? "" : ` (since ${from})`}${until === "" ? "" : ` (until ${until})`}.`,
    ),
  "not-yet-in-force": ({ date, from }) => told(`It is not in force on ${date}, but only from ${from}.`),
  "no-longer-in-force": ({ date, until }) =>
    told(`It is no longer in force on ${date}${until === "" ? "" : `; it ended on ${until}`}.`),

  when: () => told("It applies under conditions."),
  unless: () => told("None of its exceptions applies."),
  "condition-all": () => told("All of these hold."),
  "condition-any": () => told("One of these holds."),
  "condition-not": () => told("This does not hold."),
  "fact-holds": ({ fact, found }) => told(`The fact "${fact}" is ${found}.`),
  "fact-fails": ({ fact, is, found }) => told(`The fact "${fact}" is ${found}, not ${is}.`),
  "fact-unknown": ({ fact, is }) =>
    told(`The fact "${fact}" is not given${is === "" ? "" : ` (it would have to be ${is})`}.`),
  "judgement-made": ({ judgement, by }) => told(`${by} judges "${judgement}" to be so.`),
  "judgement-denied": ({ judgement, by }) => told(`${by} judges "${judgement}" not to be so.`),
  "judgement-open": ({ judgement, by }) => told(`${by} has yet to judge "${judgement}".`),
  "within-holds": ({ limit, found }) => told(`${found} have passed since onset, within ${limit}.`),
  "within-fails": ({ limit, found }) => told(`${found} have passed since onset, more than ${limit}.`),
  "within-unknown": ({ limit }) =>
    told(`How long ago the onset was is not given (it would have to be within ${limit}).`),
  "within-open": ({ low, high, found }) =>
    told(`${found} have passed since onset; the limit lies between ${low} and ${high}.`),

  "situation-any": () => told("It needs no declared situation."),
  "situation-open": ({ situation }) => told(`The situation it needs is open: ${situation}.`),
  "situation-not-open": ({ situations }) => told(`It bars only in ${situations}, which is not open.`),
  "situation-to-find": ({ situations }) => told(`It may be used only in ${situations}, still to be found.`),
  "step-request": ({ whom, stage }) => told(`Step ${stage}: request by ${whom}.`),
  "step-consultation": ({ whom, stage }) => told(`Step ${stage}: consultation with ${whom}.`),
  "step-consent": ({ whom, stage }) => told(`Step ${stage}: consent of ${whom}.`),
  "step-approval": ({ whom, stage }) => told(`Step ${stage}: approval by ${whom}.`),
  "step-order": ({ whom, stage }) => told(`Step ${stage}: order by ${whom}.`),
  "step-report-after": ({ whom, stage }) => told(`Step ${stage}: report to ${whom} afterwards.`),

  "pending-finding": ({ situations }) => told(`Still to come: a finding of ${situations}.`),
  "pending-judgement": ({ judgement, by }) => told(`Still to come: ${by} has to judge "${judgement}".`),
  "pending-bar": ({ judgement, by, authority }) =>
    told(`It will be forbidden by ${authority} if ${by} judges "${judgement}" to be so.`),
  "pending-request": ({ whom }) => told(`Still to come: request by ${whom}.`),
  "pending-consultation": ({ whom }) => told(`Still to come: consultation with ${whom}.`),
  "pending-consent": ({ whom }) => told(`Still to come: consent of ${whom}.`),
  "pending-approval": ({ whom }) => told(`Still to come: approval by ${whom}.`),
  "pending-order": ({ whom }) => told(`Still to come: order by ${whom}.`),
  "pending-report-after": ({ whom }) => told(`Due afterwards: report to ${whom}.`),
  "pending-perhaps-request": ({ whom }) => told(`Perhaps still to come: request by ${whom}.`),
  "pending-perhaps-consultation": ({ whom }) => told(`Perhaps still to come: consultation with ${whom}.`),
  "pending-perhaps-consent": ({ whom }) => told(`Perhaps still to come: consent of ${whom}.`),
  "pending-perhaps-approval": ({ whom }) => told(`Perhaps still to come: approval by ${whom}.`),
  "pending-perhaps-order": ({ whom }) => told(`Perhaps still to come: order by ${whom}.`),
  "pending-perhaps-report-after": ({ whom }) => told(`Perhaps due afterwards: report to ${whom}.`),
  "fact-missing": ({ fact }) => told(`Not given: ${fact}.`),
};
