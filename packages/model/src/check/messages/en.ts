import type { Catalogue, Message } from "@shikumi/core/diagnostic";
import type { CheckCode } from "../check-code.ts";

const say = (text: string, help: string): Message => ({ text, help });

function provision(id: string | number, cites: string | number): string {
  return cites === "" ? `${id}` : `${id} (${cites})`;
}

/** Inconsistencies of a study in English, by code. */
export const en: Catalogue<CheckCode> = {
  "provisions-clash": ({
    first = "",
    firstEn = "",
    second = "",
    secondEn = "",
    activity,
    organisation,
    rank,
  }) =>
    say(
      `${provision(first, firstEn)} and ${provision(second, secondEn)} clash: both fit ` +
        `"${activity}" by ${organisation}, one permits and the other forbids it, and they have the same rank (${rank}) and date.`,
      "Say which goes first with `over`, or limit one of them by beneficiary, place, situation, date or fact.",
    ),
  "over-cycle": ({ cycle }) =>
    say(
      `Provisions go over one another in a circle: ${cycle}.`,
      "Remove one `over`, so that one provision comes first.",
    ),
  "task-cycle": ({ cycle }) =>
    say(
      `Tasks wait for one another in a circle: ${cycle}.`,
      "Remove one `after`, `any-of` or known item made by a later task, so that one task can open first.",
    ),
  "superior-cycle": ({ cycle }) =>
    say(`Organisations are under one another in a circle: ${cycle}.`, "Remove one `under`."),
  "place-cycle": ({ cycle }) =>
    say(`Places are inside one another in a circle: ${cycle}.`, "Remove one `inside`."),
  "situation-cycle": ({ cycle }) =>
    say(
      `Situations need one another in a circle, so that none can ever be opened: ${cycle}.`,
      "Remove one `needs`, so that one situation can be found first.",
    ),
  "lever-cycle": ({ cycle }) =>
    say(
      `Levers need or follow one another in a circle: ${cycle}.`,
      "Remove one `needs` or `after`, or make one lever of those that come only together.",
    ),
  "cascade-endless": ({ incidents }) =>
    say(
      `A cascade may never die out: one incident can be expected to cause at least one more, through ${incidents}.`,
      "Lower a `chance`, in every future, so that fewer than one follows from each on average.",
    ),
  "accountable-twice": ({ task, party, first, organisation }) =>
    say(
      `Two organisations of ${party} are accountable for ${task}: ${first} and ${organisation}.`,
      "Name exactly one; let the other lead or support in `roles`.",
    ),
  "accountable-of-other-party": ({ task, party, organisation, found }) =>
    say(
      `${organisation} is accountable for ${task} on the side of ${party}, but belongs to ${found}.`,
      `Name an organisation of ${party}, or put ${organisation} under ${found}.`,
    ),
  "accountable-missing": ({ task, party, organisations }) =>
    say(
      `No organisation of ${party} is accountable for ${task}, although ${organisations} could do it.`,
      "Name one under `accountable` of the task.",
    ),
  "task-without-anyone": ({ task }) =>
    say(
      `Nobody can do ${task}: no organisation holds what it needs, leads it or is accountable for it.`,
      "Add a holding, or name a lead in `roles` or an `accountable` organisation; otherwise its value is lost for good.",
    ),
  "activity-not-in-law": ({ activity, task, suggestions }) =>
    say(
      `No provision mentions the activity "${activity}" of ${task}, so that state organs have no basis for it.`,
      suggestions === "" ? "Add it to the `activities` of a provision." : `Did you mean ${suggestions}?`,
    ),
  "authority-unused": ({ id }) =>
    say(
      `No task has an activity that ${id} speaks of.`,
      "Compare its `activities` with those of the tasks, or remove it.",
    ),
  "mechanism-unused": ({ id }) =>
    say(
      `${id} unlocks nothing that any task can use.`,
      "Compare the types and activities under `unlocks` with those of the tasks, or remove it.",
    ),
  "information-unused": ({ id }) =>
    say(`No task has to know ${id}.`, "Name it under `knows` of a task, or remove it."),
  "capability-unused": ({ id }) =>
    say(`No task needs ${id}.`, "Name it under `needs` of a task, or remove it."),
  "decider-unused": ({ id }) =>
    say(
      `${id} is never asked for anything.`,
      "Name it in a step, a finding, a judgement or as holder of a power, or remove it.",
    ),
  "uncertainty-unused": ({ id }) =>
    say(`Nothing depends on the uncertainty ${id}.`, `Write {future: ${id}} where it matters, or remove it.`),
  "lever-answers-nothing": ({ lever }) =>
    say(`The lever ${lever} names no task it is meant for.`, "Name the tasks under `answers`."),
  "place-not-reached": ({ place, capability, task, ports }) =>
    say(
      `No sea route joins ${place}, where ${task} is done, with any port of ${capability} (${ports}).`,
      "Add the missing legs to `routes`.",
    ),
  "place-closed-to-all": ({ place, task }) =>
    say(
      `Nobody may enter ${place}, where ${task} is done: it is closed and no mechanism gives access.`,
      "Set `access` of the place, or add a mechanism that unlocks access to it.",
    ),
  "recalls-nothing": ({ id, priority }) =>
    say(
      `The mission ${id} recalls units, but no mission of a priority below ${priority} needs a capability that it needs.`,
      "Raise its `priority` above that of the missions it may draw from, or leave out `recalls`.",
    ),
  "proposal-later-than-baseline": ({ lever, source, issued, baseline }) =>
    say(
      `The proposal of the lever ${lever}, ${source} (${issued}), is later than the baseline ${baseline}.`,
      "Cite an earlier proposal, or write `proposed: analyst`.",
    ),
  "proposal-undated": ({ lever, source }) =>
    say(
      `The lever ${lever} is proposed by ${source}, which has no date: it cannot be shown to be older than the baseline.`,
      "Write `issued` (or `as-of`) of the source, or `proposed: analyst`.",
    ),
  "fact-later-than-baseline": ({ element, date, baseline }) =>
    say(
      `${element} holds the date ${date}, after the baseline ${baseline}: it was not known then.`,
      "Write `as-of` with the date by which it was known, or mark a supposition as `assumption: true`, or the element as `context: true`.",
    ),
  "fact-date-missing": ({ element, source, issued, baseline }) =>
    say(
      `${element} cites ${source}, issued ${issued}, after the baseline ${baseline}, and does not say of when the fact is.`,
      "Write `as-of` with the date of the fact, beside the citation or in the source.",
    ),
  "source-undated": ({ source }) =>
    say(
      `The source ${source} has no date, so its facts cannot be shown to be older than the baseline.`,
      "Write `issued`, or `as-of` with the date of the latest fact taken from it.",
    ),
  "validation-of-unknown": ({ id, of, found, suggestions }) =>
    say(
      `Row ${id} of validation is compared with ${of}, but nothing is called "${found}" there.`,
      suggestions === "" || suggestions === undefined
        ? "The reference of the study language lists the paths that `of` and `since` may be."
        : `Did you mean ${suggestions}?`,
    ),
  "validation-does-not-fit": ({ id, of }) =>
    say(
      `Row ${id} of validation compares ${of} with something of another kind.`,
      "Orders are compared with `{first: [A, B]}`; times, people, rates and shares with quantities or `{ratio: [low, high]}`.",
    ),
  "replay-unknown": ({ id, found, suggestions }) =>
    say(
      `The case of row ${id} of validation cannot be run again: its stream has no "${found}".`,
      suggestions === "" || suggestions === undefined
        ? "Name facts, values and causes of the stream, or the row that tells the case."
        : `Did you mean ${suggestions}?`,
    ),
  "hypothesis-names-unknown": ({ id, field, found, suggestions }) =>
    say(
      `The hypothesis ${id} names "${found}" under \`${field}\`, which the study does not have.`,
      suggestions === "" || suggestions === undefined
        ? "Name an element of the study."
        : `Did you mean ${suggestions}?`,
    ),
};
