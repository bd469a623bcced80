import type { CauseFinding, ClosingFinding, GainFinding } from "@shikumi/assessment";
import type { Block, Section } from "../document/block.ts";
import { type Inlines, strong } from "../document/inline.ts";
import { type BriefContext, isOpen } from "./brief-context.ts";
import { causeName, closingSentence, setsOf } from "./cause-words.ts";

/** Share of its value from which a mission is said to hold. */
const holdsFrom = 0.9;
const longest = 3;

/** The first half page: what holds, what does not and why, and what would gain most. In words. */
export function summarySection(context: BriefContext): Section {
  const blocks: Block[] = [
    ...context.assessment.baseline.domains.map(
      (domain): Block => ({ kind: "lead", content: domainSentence(context, domain) }),
    ),
    { kind: "heading", anchor: "summary-holds", content: context.say("summary-holds") },
    { kind: "list", ordered: false, items: whatHolds(context) },
    { kind: "heading", anchor: "summary-shortfalls", content: context.say("summary-shortfalls") },
    { kind: "list", ordered: true, items: shortfalls(context) },
    { kind: "heading", anchor: "summary-gains", content: context.say("summary-gains") },
    { kind: "list", ordered: true, items: gains(context) },
    caution(context),
  ];
  return { anchor: "summary", title: context.word("summary"), blocks };
}

function domainSentence(
  context: BriefContext,
  { domain, effectiveness }: BriefContext["assessment"]["baseline"]["domains"][number],
): Inlines {
  const name = strong({ kind: "text", text: context.domain(domain) });
  const refused = context.number(effectiveness.refused, "share-interval");
  if (refused.kind === "absent") return context.say("summary-domain-idle", { domain: name });
  if (!isOpen(effectiveness)) return context.say("summary-domain", { domain: name, share: refused });
  const granted = context.number(effectiveness.granted, "share-interval");
  return context.say("summary-domain-open", { domain: name, refused, granted });
}

function whatHolds(context: BriefContext): readonly Inlines[] {
  const { baseline, closing } = context.assessment;
  const items = baseline.missions.flatMap(({ mission, effectiveness }): Inlines[] => {
    const name = strong({ kind: "text", text: context.mission(mission) });
    const met = closing.find(({ scope }) => scope.kind === "mission" && scope.id === mission)?.sets[0];
    if (met?.causes.length === 0) {
      return [
        context.say("summary-holds-met", {
          mission: name,
          share: context.number(met.share, "share-within"),
        }),
      ];
    }
    if (!(effectiveness.refused.value >= holdsFrom)) return [];
    return [
      context.say("summary-holds-value", {
        mission: name,
        share: context.number(effectiveness.refused, "share-interval"),
      }),
    ];
  });
  return items.length > 0 ? items : [context.say("summary-holds-nothing")];
}

function shortfalls(context: BriefContext): readonly Inlines[] {
  const largest = context.assessment.causes
    .filter(({ scope, shortfall }) => scope.kind === "mission" && shortfall.value > 0)
    .toSorted((a, b) => b.shortfall.value - a.shortfall.value || (a.scope.id < b.scope.id ? -1 : 1))
    .slice(0, longest);
  if (largest.length === 0) return [context.say("summary-shortfall-none")];
  return largest.map((finding) => {
    const fillings = {
      mission: strong({ kind: "text", text: context.mission(finding.scope.id) }),
      shortfall: context.number(finding.shortfall, "share-interval"),
      why: reason(context, finding),
      close: closingSentenceOf(context, finding.scope.id),
    };
    const undetermined = context.number(finding.undetermined, "share");
    return undetermined.kind === "number" && undetermined.figure.value > 0
      ? context.say("summary-shortfall-open", { ...fillings, undetermined })
      : context.say("summary-shortfall", fillings);
  });
}

function reason(context: BriefContext, { parts, irreducible }: CauseFinding): Inlines {
  const [first, second] = parts
    .filter(({ figure }) => figure.value > 0)
    .toSorted((a, b) => b.figure.value - a.figure.value);
  if (first === undefined || irreducible.value > first.figure.value) {
    return context.say("why-irreducible", { share: context.number(irreducible, "share") });
  }
  const part = context.number(first.figure, "share");
  if (second === undefined) return context.say("why-one", { cause: causeName(context, first.cause), part });
  return context.say("why-two", {
    first: causeName(context, first.cause),
    part,
    second: causeName(context, second.cause),
    rest: context.number(second.figure, "share"),
  });
}

function closingSentenceOf(context: BriefContext, mission: string): Inlines {
  const finding: ClosingFinding | undefined = context.assessment.closing.find(
    ({ scope }) => scope.kind === "mission" && scope.id === mission,
  );
  return finding === undefined ? [] : closingSentence(context, finding, setsOf(finding).slice(0, 2));
}

function gains(context: BriefContext): readonly Inlines[] {
  const { levers, packageGains } = context.assessment;
  const best = ranked(levers)
    .slice(0, longest)
    .map((gain) => gainSentence(context, gain, context.lever(gain.id)));
  const first = ranked(packageGains)[0];
  const package_ =
    first === undefined
      ? []
      : [gainSentence(context, first, context.package(first.id), "summary-gain-package")];
  const items = [...best, ...package_];
  return items.length > 0 ? items : [context.say("summary-gain-none")];
}

interface RankedGain {
  readonly id: string;
  readonly gain: GainFinding["gains"][number];
}

/** Gains above zero, the largest first. */
function ranked(findings: readonly GainFinding[]): readonly RankedGain[] {
  return findings
    .flatMap(({ id, gains: byDomain }) => byDomain.map((gain) => ({ id, gain })))
    .filter(({ gain }) => gain.ifAdoptedAndUsed.value > 0)
    .toSorted(
      (a, b) => b.gain.ifAdoptedAndUsed.value - a.gain.ifAdoptedAndUsed.value || (a.id < b.id ? -1 : 1),
    );
}

function gainSentence(
  context: BriefContext,
  { gain }: RankedGain,
  name: string,
  key: "summary-gain" | "summary-gain-package" = "summary-gain",
): Inlines {
  const sentence = context.say(key, {
    name: strong({ kind: "text", text: name }),
    domain: context.domain(gain.domain),
    adopted: context.number(gain.ifAdoptedAndUsed, "points-interval"),
    expected: context.number(gain.expected, "points-interval"),
  });
  return gain.ifAdoptedAndUsed.low <= 0 ? [...sentence, ...context.say("summary-gain-uncertain")] : sentence;
}

function caution(context: BriefContext): Block {
  const content = [
    context.say("caution-assumptions", {
      assumptions: context.count("counts/assumptions"),
      numbers: context.count("counts/numbers"),
    }),
    context.assessment.roles.some(({ hole }) => hole)
      ? context.say("caution-holes", {
          holes: context.count("roles/holes"),
          tasks: context.count("roles/tasks"),
        })
      : context.say("holes-none"),
    context.say("caution-scope"),
  ];
  return { kind: "note", tone: "caution", title: context.word("caution"), content };
}
