import { formatDate } from "@shikumi/core/date";
import type { Person } from "@shikumi/model";
import type { Block, Section } from "../document/block.ts";
import type { Inlines } from "../document/inline.ts";
import { formatNumber, printedText } from "../number/format-number.ts";
import { type BriefContext, written } from "./brief-context.ts";

/** Question, hypothesis, people, and how the numbers are made. */
export function questionSection(context: BriefContext): Section {
  const { charter } = context.study;
  const statements = [
    { term: "question-question", text: charter.question },
    { term: "question-hypothesis", text: charter.hypothesis },
    { term: "question-period", text: charter.period },
  ] as const;
  const items = statements.flatMap(({ term, text }) =>
    text === undefined ? [] : [{ term: context.say(term), content: written(context.text(text)) }],
  );
  const source: Block[] =
    charter.source === undefined
      ? []
      : [
          {
            kind: "paragraph",
            content: context.say("question-source", { source: context.cite(charter.source) }),
          },
        ];
  const blocks: Block[] = [
    ...(items.length > 0 ? [{ kind: "terms", layout: "plain", items } as const] : []),
    ...source,
    ...people(context),
    { kind: "heading", anchor: "method", content: context.say("method") },
    { kind: "paragraph", content: context.say("method-run") },
    { kind: "paragraph", content: method(context) },
    { kind: "paragraph", content: context.say("method-interval") },
  ];
  return { anchor: "question", title: context.word("question"), blocks };
}

function method(context: BriefContext): Inlines {
  const { charter } = context.study;
  const { language } = context;
  const horizon = formatNumber(
    { value: charter.horizon, low: Number.NaN, high: Number.NaN },
    "hours",
    language,
  );
  return context.say("method-as-of", {
    baseline: formatDate(charter.baseline, language, "long"),
    start: formatDate(charter.start, language, "long"),
    horizon: horizon === undefined ? context.word("absent-no-end") : printedText(horizon),
    futures: context.count("plan/futures"),
    replications: context.count("plan/replications"),
  });
}

/** Names, and in the same frame the disclaimer that goes with them. */
function people(context: BriefContext): readonly Block[] {
  const { lead, members, disclaimer } = context.study.charter;
  if (lead === undefined && members.length === 0) {
    return disclaimer === undefined ? [] : [disclaimerNote(context, [written(context.text(disclaimer))])];
  }
  const content: Inlines[] = [
    ...(disclaimer === undefined ? [] : [written(context.text(disclaimer))]),
    ...(lead === undefined ? [] : [context.say("people-lead", { name: person(context, lead) })]),
    ...(members.length === 0 ? [] : [context.say("people-members", { names: names(context, members) })]),
  ];
  return [disclaimerNote(context, content)];
}

function disclaimerNote(context: BriefContext, content: readonly Inlines[]): Block {
  return { kind: "note", tone: "plain", title: context.word("people"), content };
}

function names(context: BriefContext, members: readonly Person[]): string {
  return members.map((member) => person(context, member)).join(context.word("people-separator"));
}

function person(context: BriefContext, { name, affiliation }: Person): string {
  if (affiliation === undefined) return context.text(name);
  return context.word("person", { name: context.text(name), affiliation: context.text(affiliation) });
}
