import type { CauseFinding, ClosingFinding } from "@shikumi/assessment";
import type { Inlines } from "../document/inline.ts";
import type { PhraseKey } from "../messages/index.ts";
import type { BriefContext } from "./brief-context.ts";

type Cause = CauseFinding["parts"][number]["cause"];
type ClosingCause = ClosingFinding["sets"][number]["causes"][number];

const causeKeys = {
  "law.basis": "cause-law-basis",
  "law.decision": "cause-law-decision",
  law: "cause-law",
  mechanism: "cause-mechanism",
  capability: "cause-capability",
  coordination: "cause-coordination",
  consent: "cause-consent",
} as const satisfies Record<Cause | ClosingCause, PhraseKey>;

/** What a cause is called. */
export function causeName(context: BriefContext, cause: Cause | ClosingCause): string {
  return context.word(causeKeys[cause]);
}

/** The sets of a finding, those of fewer causes first, then by the share they reach. */
export function setsOf({ sets }: ClosingFinding): ClosingFinding["sets"] {
  return sets.toSorted((a, b) => a.causes.length - b.causes.length || b.share.value - a.share.value);
}

/** Causes of a set as one expression. */
export function setName(context: BriefContext, causes: readonly ClosingCause[]): string {
  return causes.map((cause) => causeName(context, cause)).join(context.word("set-sign"));
}

/** What closes a scope, as a sentence that names the sets given. */
export function closingSentence(
  context: BriefContext,
  finding: ClosingFinding,
  sets: ClosingFinding["sets"],
): Inlines {
  const [first] = sets;
  if (first === undefined) return context.say("close-none");
  if (first.causes.length === 0)
    return context.say("close-met", { share: context.number(first.share, "share-within") });
  const named = sets.map(({ causes, share }) =>
    context.say("close-set", {
      set: setName(context, causes),
      share: context.number(share, "share-within"),
    }),
  );
  const others = finding.sets.length - sets.length;
  return context.say(others > 0 ? "close-sets-more" : "close-sets", { sets: either(context, named) });
}

function either(context: BriefContext, items: readonly Inlines[]): Inlines {
  return items.flatMap((item, index) => (index === 0 ? item : [...context.say("or"), ...item]));
}
