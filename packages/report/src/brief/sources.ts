import type { Source } from "@shikumi/model";
import type { Block, Reference, Section } from "../document/block.ts";
import type { PhraseKey } from "../messages/index.ts";
import type { BriefContext } from "./brief-context.ts";
import { formatSource } from "./format-source.ts";

const reliabilityKeys = {
  A: "reliability-a",
  B: "reliability-b",
  C: "reliability-c",
  D: "reliability-d",
  E: "reliability-e",
  F: "reliability-f",
} as const satisfies Record<Source["reliability"], PhraseKey>;

/** Where facts come from, each source with its reliability. */
export function sourcesSection(context: BriefContext): Section {
  const sources = [...context.study.sources.values()];
  const grades = (Object.keys(reliabilityKeys) as Source["reliability"][]).filter(
    (grade) => context.counts.sources[grade] > 0,
  );
  const counted = grades.map((grade) =>
    context.say("sources-of-grade", {
      grade: context.word(reliabilityKeys[grade]),
      count: context.count(`counts/sources/${grade}`),
    }),
  );
  const items = sources
    .map((source) => referenceOf(context, source))
    .toSorted((a, b) => (a.source < b.source ? -1 : 1));
  const blocks: Block[] =
    items.length === 0
      ? [{ kind: "paragraph", content: context.say("sources-none") }]
      : [
          { kind: "paragraph", content: context.say("sources-intro", { grades: context.list(counted) }) },
          { kind: "references", items },
        ];
  return { anchor: "sources", title: context.word("sources"), blocks };
}

function referenceOf(context: BriefContext, source: Source): Reference {
  return {
    source: source.id,
    text: formatSource(source, context.language),
    url: source.url,
    grade: context.word(reliabilityKeys[source.reliability]),
    remark: source.note === undefined ? undefined : context.text(source.note),
  };
}
