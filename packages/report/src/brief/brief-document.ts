import type { Assessment, RunReference } from "@shikumi/assessment";
import { formatDate } from "@shikumi/core/date";
import type { Language } from "@shikumi/core/diagnostic";
import type { Study, StudyCounts } from "@shikumi/model";
import type { BriefDocument, RunLabel } from "../document/block.ts";
import type { PhraseKey } from "../messages/index.ts";
import type { RecordPlan } from "../record/brief-record.ts";
import { assumptionsSection } from "./assumptions.ts";
import { type BriefContext, briefContext, written } from "./brief-context.ts";
import { causesSection } from "./causes.ts";
import { closingSection } from "./closing.ts";
import { effectivenessSection } from "./effectiveness.ts";
import { equalitySection } from "./equality.ts";
import { leversSection, packagesSection } from "./gains.ts";
import { hypothesesSection } from "./hypotheses.ts";
import { questionSection } from "./question.ts";
import { arrangement, reproductionSection } from "./reproduction.ts";
import { rolesSection } from "./roles.ts";
import { sourcesSection } from "./sources.ts";
import { summarySection } from "./summary.ts";
import { validationSection } from "./validation.ts";

/**
 * The brief of an assessment as a document in one language. Documents of both languages have the same blocks and the same
 * figures. `spoken` is told the key of every phrase that is said. The study and the assessment must belong together: throws `RangeError`
 * where a run names another digest.
 */
export function briefDocument(
  study: Study,
  assessment: Assessment,
  counts: StudyCounts,
  language: Language,
  spoken?: (key: PhraseKey) => void,
): BriefDocument {
  const stranger = assessment.runs.find(({ digest }) => digest !== study.digest);
  if (stranger)
    throw new RangeError(`run ${stranger.key} is of study ${stranger.digest}, not ${study.digest}`);
  const context = briefContext(study, assessment, counts, language, spoken);
  const labels = runLabels(context);
  const plan = planOf(assessment);
  return {
    language,
    kicker: context.word("kicker"),
    title: context.text(study.charter.title),
    facts: facts(context),
    sections: [
      summarySection(context),
      questionSection(context),
      rolesSection(context),
      effectivenessSection(context),
      equalitySection(context),
      causesSection(context),
      closingSection(context),
      leversSection(context),
      packagesSection(context),
      hypothesesSection(context),
      validationSection(context),
      assumptionsSection(context),
      sourcesSection(context),
      reproductionSection(context, labels, plan),
    ],
    words: {
      contents: context.word("contents"),
      skip: context.word("skip"),
      runsBehind: context.word("runs-behind"),
      record: context.word("record"),
      recordNote: context.word("record-note"),
    },
    runs: labels,
    made: {
      kind: "brief",
      study: study.charter.id,
      digest: study.digest,
      engine: assessment.runs[0]?.engine ?? "",
      seed: study.charter.seed,
      plan,
      runs: assessment.runs,
    },
  };
}

function facts(context: BriefContext): BriefDocument["facts"] {
  const { study, language } = context;
  return [
    {
      term: context.word("fact-baseline"),
      content: written(formatDate(study.charter.baseline, language, "long")),
    },
    {
      term: context.word("fact-runs"),
      content: context.say("fact-runs-value", {
        futures: context.count("plan/futures"),
        replications: context.count("plan/replications"),
      }),
    },
    {
      term: context.word("fact-assumptions"),
      content: context.say("fact-assumptions-value", {
        assumptions: context.count("counts/assumptions"),
        numbers: context.count("counts/numbers"),
      }),
    },
    { term: context.word("fact-digest"), content: [{ kind: "code", text: study.digest.slice(0, 12) }] },
  ];
}

function runLabels(context: BriefContext): ReadonlyMap<string, RunLabel> {
  const labels = new Map<string, RunLabel>();
  context.assessment.runs.forEach((run, index) => {
    labels.set(run.key, { label: `R${index + 1}`, title: runTitle(context, run, index) });
  });
  labels.set("study", { label: "S", title: context.word("run-title-study") });
  return labels;
}

function runTitle(context: BriefContext, run: RunReference, index: number): string {
  return context.word("run-title", {
    label: `R${index + 1}`,
    arrangement: arrangement(context, run),
    mode: context.word(run.mode === "timed" ? "mode-timed" : "mode-in-force"),
    futures: String(run.futures),
    replications: String(run.replications),
  });
}

/** The plan that makes the same assessment again. */
function planOf({ runs, levers, packageGains, validation, hypotheses, weakest }: Assessment): RecordPlan {
  const run = runs[0];
  return {
    ...(run === undefined ? {} : { futures: run.futures, replications: run.replications }),
    packages: packageGains.map(({ id }) => id),
    levers: levers.map(({ id }) => id),
    causes: runs.some(({ relaxed, package: id }) => relaxed && id === "baseline"),
    removal: runs.some(({ without }) => without !== undefined),
    ...(validation === undefined ? {} : { validation: true }),
    ...(weakest === undefined ? {} : { weakest: weakest.asked }),
    ...(hypotheses === undefined ? {} : { hypotheses: true }),
  };
}
