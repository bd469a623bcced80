import type { Id } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { type Assessed, assessProvision } from "./assess-provision.ts";
import { authorityOrder } from "./authority-order.ts";
import { distinct, line } from "./evaluate-condition.ts";
import type { Explanation, LegalQuestion, Pending, Verdict, VerdictKind } from "./legal-question.ts";

/** What was met on the walk through the provisions before one decided. */
interface Walk {
  readonly unknownBars: Assessed[];
  readonly unknownGrants: Assessed[];
  /** Left-out provisions of which it is not known whether they fit. */
  readonly unknownLeftOut: Assessed[];
  /** Prohibitions that hold if somebody so judges. */
  readonly bars: Pending[];
  /** The provision the walk ended at. */
  end: Assessed | undefined;
}

type Decision = Omit<Verdict, "explanation">;

/**
 * The verdict of the law on one organisation's act, as of a date. Provisions are walked in `authorityOrder`; the first that fits
 * decides. A missing fact never makes a provision fit, nor not fit.
 *
 * A prohibition that depends on a judgement nobody has made does not prohibit; the judgement is pending and marked `bars`.
 * Throws `RangeError` if the study has no such organisation.
 */
export function verdict(study: Study, question: LegalQuestion): Verdict {
  const isFree = actsFreely(study, question.actor);
  const assessed = candidates(study, question);
  const isBarred = assessed.some(
    ({ authority, value }) => authority.says === "must-not" && value !== "false",
  );
  const walk = walkThrough(assessed, isFree && !isBarred);
  const decision = decide(walk, isFree, isBarred);
  return { ...decision, explanation: explain(study, question, isFree, assessed, decision) };
}

function actsFreely(study: Study, actor: Id): boolean {
  const organisation = study.organisations.get(actor);
  if (!organisation) throw new RangeError(`the study has no organisation ${actor}`);
  return study.kinds.get(organisation.kind)?.default === "free-unless-barred";
}

function candidates(study: Study, question: LegalQuestion): Assessed[] {
  const found: Assessed[] = [];
  for (const id of authorityOrder(study, question.hours)) {
    const authority = study.authorities.get(id);
    if (authority?.activities.includes(question.activity)) {
      found.push(assessProvision(study, authority, question));
    }
  }
  return found;
}

function walkThrough(assessed: readonly Assessed[], mayIsIdle: boolean): Walk {
  const walk: Walk = { unknownBars: [], unknownGrants: [], unknownLeftOut: [], bars: [], end: undefined };
  for (const one of assessed) {
    const { authority, value, judgements } = one;
    if (value === "false") continue;
    const bars = authority.says === "must-not";
    const idle = mayIsIdle && authority.says === "may" && authority.notEncoded !== undefined;
    if (idle) continue;
    if (value === "unknown") {
      if (authority.notEncoded) walk.unknownLeftOut.push(one);
      else (bars ? walk.unknownBars : walk.unknownGrants).push(one);
    } else if (bars && judgements.length > 0 && !authority.notEncoded) {
      walk.bars.push(...judgements);
    } else {
      walk.end = one;
      break;
    }
  }
  return walk;
}

function decide(walk: Walk, isFree: boolean, isBarred: boolean): Decision {
  const { end, unknownBars, unknownGrants, unknownLeftOut, bars } = walk;
  if (end?.authority.notEncoded) {
    const before = [...unknownBars, ...unknownGrants, ...unknownLeftOut];
    return {
      ...without("not-encoded", before),
      notEncoded: [...unknownLeftOut, end].map(({ authority }) => authority.id),
    };
  }
  if (!end) {
    if (unknownLeftOut.length > 0 || (isFree ? unknownBars : unknownGrants).length > 0) {
      return without("undetermined", [...unknownBars, ...unknownGrants, ...unknownLeftOut]);
    }
    return isFree
      ? {
          ...without(
            "permitted",
            unknownGrants.filter(({ authority }) => authority.says === "must"),
          ),
          pending: bars,
        }
      : without("no-basis", unknownBars);
  }
  if (end.authority.says === "must-not") {
    const doubts = [...unknownGrants, ...unknownLeftOut];
    return doubts.length > 0
      ? without("undetermined", doubts)
      : { ...without("prohibited", []), by: end.authority.id };
  }
  const doubts = [...unknownBars, ...unknownLeftOut];
  if (doubts.length > 0) return without("undetermined", doubts);
  const kind = end.authority.says === "must" ? "obliged" : "permitted";
  return {
    ...without(
      kind,
      unknownGrants.filter(({ authority }) => authority.says !== end.authority.says),
    ),
    by: end.authority.id,
    pending: [...bars, ...pendingOf(end, isFree && !isBarred)],
  };
}

/** What is to come before a granting provision may be used. Whom nothing bars may act without its steps. */
function pendingOf({ authority, findings, judgements, steps }: Assessed, mayIsIdle: boolean): Pending[] {
  if (!mayIsIdle) return [...findings, ...judgements, ...steps];
  return authority.says === "must" ? [...findings, ...judgements] : [];
}

/** A decision that no provision made, open because of the doubtful ones. */
function without(kind: VerdictKind, doubtful: readonly Assessed[]): Decision {
  return {
    kind,
    pending: [],
    missing: distinct(doubtful.flatMap(({ fit }) => fit.missing)),
    notEncoded: doubtful.filter(({ authority }) => authority.notEncoded).map(({ authority }) => authority.id),
    by: undefined,
  };
}

const rootValues = {
  obliged: "true",
  permitted: "true",
  prohibited: "false",
  "no-basis": "false",
  undetermined: "unknown",
  "not-encoded": "not-encoded",
} as const satisfies Record<VerdictKind, Explanation["value"]>;

function explain(
  study: Study,
  question: LegalQuestion,
  isFree: boolean,
  assessed: readonly Assessed[],
  { kind, by, pending, missing }: Decision,
): Explanation {
  const { actor, activity, beneficiary, place, hours } = question;
  const authority = by === undefined ? undefined : study.authorities.get(by);
  return {
    rule: `verdict-${kind}`,
    args: {
      actor,
      activity,
      date: hours,
      ...(beneficiary === undefined ? {} : { beneficiary }),
      ...(place === undefined ? {} : { place }),
    },
    ...(authority ? { authority: authority.id } : {}),
    ...(authority?.cites ? { citation: authority.cites } : {}),
    ...(authority?.provenance.source === undefined ? {} : { source: authority.provenance.source }),
    value: rootValues[kind],
    children: [
      line(isFree ? "default-free" : "default-needs-basis", { actor }, "info"),
      ...(assessed.length === 0 ? [line("no-provision", { activity }, "info")] : []),
      ...assessed.map(({ explanation }) => explanation),
      ...pending.map(pendingLine),
      ...missing.map((fact) => line("fact-missing", { fact }, "unknown")),
    ],
  };
}

function pendingLine(pending: Pending): Explanation {
  const { authority } = pending;
  switch (pending.kind) {
    case "finding":
      return line("pending-finding", { authority, situations: pending.situations.join(", ") }, "info");
    case "judgement":
      return line(
        pending.bars ? "pending-bar" : "pending-judgement",
        { authority, judgement: pending.judgement, by: pending.by },
        "info",
      );
    case "step":
      return line(
        pending.uncertain ? `pending-perhaps-${pending.step.kind}` : `pending-${pending.step.kind}`,
        { authority, whom: pending.step.whom },
        "info",
      );
  }
}
