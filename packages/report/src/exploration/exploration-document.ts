import type { Exploration } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import type { BriefDocument } from "../document/block.ts";
import { agreementSection } from "./agreement.ts";
import { certaintySection } from "./certainty.ts";
import { type ExplorationContext, explorationContext } from "./exploration-context.ts";
import { failuresSection } from "./failures.ts";
import { mattersSection } from "./matters.ts";
import type { ExplorationPhraseKey } from "./messages/index.ts";
import { packagesSection } from "./packages.ts";
import { regretSection } from "./regret.ts";
import { reproductionSection } from "./reproduction.ts";
import { summarySection } from "./summary.ts";

/**
 * The page of an exploration as a document in one language. Documents of both languages have the same blocks and the same figures. `spoken` is told the key of every
 * phrase that is said. Throws `RangeError` for a study with another digest than the one explored.
 */
export function explorationDocument(
  exploration: Exploration,
  study: Study,
  language: Language,
  spoken?: (key: ExplorationPhraseKey) => void,
): BriefDocument {
  if (exploration.study.digest !== study.digest)
    throw new RangeError(`the exploration is of study ${exploration.study.digest}, not ${study.digest}`);
  const context = explorationContext(exploration, study, language, spoken);
  const { design, packages, engine } = exploration;
  return {
    language,
    kicker: context.word("kicker"),
    title: context.text(exploration.study.title),
    facts: facts(context),
    sections: [
      summarySection(context),
      packagesSection(context),
      regretSection(context),
      failuresSection(context),
      agreementSection(context),
      mattersSection(context),
      certaintySection(context),
      reproductionSection(context),
    ],
    words: {
      contents: context.word("contents"),
      skip: context.word("skip"),
      runsBehind: "",
      record: context.word("record"),
      recordNote: context.word("record-note"),
    },
    runs: new Map(),
    made: {
      kind: "exploration",
      study: study.charter.id,
      digest: study.digest,
      engine,
      seed: exploration.study.seed,
      plan: {
        futures: design.futures,
        replications: design.replications,
        packages: packages.map(({ id }) => id),
      },
      runs: [],
    },
  };
}

function facts(context: ExplorationContext): BriefDocument["facts"] {
  const { design, packages, study } = context.exploration;
  return [
    {
      term: context.word("fact-futures"),
      content: context.say("fact-futures-value", {
        futures: context.count("futures", design.futures),
        design: context.say(`design-${design.kind}`),
      }),
    },
    {
      term: context.word("fact-replications"),
      content: [context.count("replications", design.replications)],
    },
    { term: context.word("fact-packages"), content: [context.count("packages", packages.length)] },
    { term: context.word("fact-digest"), content: [{ kind: "code", text: study.digest.slice(0, 12) }] },
  ];
}
