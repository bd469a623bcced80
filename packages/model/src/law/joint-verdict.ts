import type { Id } from "../study/element.ts";
import type { Mechanism } from "../study/mechanism.ts";
import type { Study } from "../study/study.ts";
import { isInWindow } from "./authority-order.ts";
import { line } from "./evaluate-condition.ts";
import type { Explanation, LegalQuestion, Verdict, VerdictKind } from "./legal-question.ts";
import { verdict } from "./verdict.ts";

/** The agreement that lets two organisations of different parties do this together. */
export interface AgreementLink {
  readonly between: readonly [Id, Id];
  /** The first by key; `undefined`: none in force names both for this activity. */
  readonly mechanism: Id | undefined;
}

export interface JointVerdict {
  /** One verdict per question, in the order asked. */
  readonly verdicts: readonly Verdict[];
  /** One link per pair of participants of different parties. */
  readonly links: readonly AgreementLink[];
  /**
   * The worst of all: prohibited, no basis, not linked (no agreement), not encoded, undetermined, permitted; obliged where every
   * participant is.
   */
  readonly kind: VerdictKind | "not-linked";
  readonly explanation: Explanation;
}

const worstFirst = [
  "prohibited",
  "no-basis",
  "not-linked",
  "not-encoded",
  "undetermined",
  "permitted",
  "obliged",
] as const satisfies readonly JointVerdict["kind"][];

const values = {
  prohibited: "false",
  "no-basis": "false",
  "not-linked": "false",
  "not-encoded": "not-encoded",
  undetermined: "unknown",
  permitted: "true",
  obliged: "true",
} as const satisfies Record<JointVerdict["kind"], Explanation["value"]>;

/**
 * The verdict on a joint act: every participant's own verdict, and an agreement in force for every pair of participants of
 * different parties. An agreement limited to situations counts only while one is open. Throws `RangeError` for no participants.
 */
export function jointVerdict(study: Study, questions: readonly LegalQuestion[]): JointVerdict {
  if (questions.length === 0) throw new RangeError("a joint act has at least one participant");
  const verdicts = questions.map((question) => verdict(study, question));
  const links = linksOf(study, questions);
  const kinds: JointVerdict["kind"][] = verdicts.map(({ kind }) => kind);
  if (links.some(({ mechanism }) => mechanism === undefined)) kinds.push("not-linked");
  const kind = worstFirst.find((one) => kinds.includes(one)) ?? "undetermined";
  return {
    verdicts,
    links,
    kind,
    explanation: {
      rule: `joint-${kind}`,
      args: { activity: [...new Set(questions.map(({ activity }) => activity))].join(", ") },
      value: values[kind],
      children: [
        ...verdicts.map(({ explanation }) => explanation),
        ...links.map((link) => linkLine(study, link)),
      ],
    },
  };
}

function linksOf(study: Study, questions: readonly LegalQuestion[]): AgreementLink[] {
  return questions.flatMap((first, index) =>
    questions
      .slice(index + 1)
      .filter((second) => partyOf(study, first.actor) !== partyOf(study, second.actor))
      .map((second): AgreementLink => {
        const found = [...study.mechanisms.values()].find(
          (mechanism) => isUsable(study, mechanism, first) && isUsable(study, mechanism, second),
        );
        return { between: [first.actor, second.actor], mechanism: found?.id };
      }),
  );
}

function isUsable(study: Study, mechanism: Mechanism, question: LegalQuestion): boolean {
  return (
    mechanism.agreement.includes(question.activity) &&
    mechanism.valid.some((window) => isInWindow(window, question.hours)) &&
    (mechanism.in.length === 0 || mechanism.in.some((id) => isOpen(study, id, question))) &&
    isCovered(study, mechanism.between, question.actor)
  );
}

function isOpen(study: Study, situation: Id, { situations, hours }: LegalQuestion): boolean {
  if (situations?.includes(situation)) return true;
  return (study.situations.get(situation)?.open ?? []).some((window) => isInWindow(window, hours));
}

/** Whether a list of parties and organisations covers an organisation: itself, a superior, or its party. */
export function isCovered(study: Study, covering: readonly Id[], organisation: Id): boolean {
  const party = partyOf(study, organisation);
  if (party !== undefined && covering.includes(party)) return true;
  const seen = new Set<Id>();
  let current: Id | undefined = organisation;
  while (current !== undefined && !seen.has(current)) {
    if (covering.includes(current)) return true;
    seen.add(current);
    current = study.organisations.get(current)?.under;
  }
  return false;
}

function partyOf(study: Study, organisation: Id): Id | undefined {
  return study.organisations.get(organisation)?.party;
}

function linkLine(study: Study, { between, mechanism }: AgreementLink): Explanation {
  const organisations = between.join(", ");
  if (mechanism === undefined) return line("agreement-missing", { organisations }, "false");
  const source = study.mechanisms.get(mechanism)?.provenance.source;
  return {
    ...line("agreement", { organisations, mechanism }, "true"),
    ...(source === undefined ? {} : { source }),
  };
}
