import type { CauseFinding } from "@shikumi/assessment";
import type { Block, Section, Table } from "../document/block.ts";
import type { StackedBar } from "../document/chart.ts";
import type { BoundNumber } from "../document/inline.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { causeName } from "./cause-words.ts";
import { numberCell, numberColumn } from "./effectiveness.ts";

/** The shortfall split into its causes: by domain as bars and as a table, by mission as a table. */
export function causesSection(context: BriefContext): Section {
  const { causes } = context.assessment;
  const domains = causes.filter(({ scope }) => scope.kind === "domain");
  const missions = causes.filter(({ scope }) => scope.kind === "mission");
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("causes-intro") },
    ...(domains.length === 0
      ? [{ kind: "paragraph", content: context.say("causes-none") } as const]
      : [figureOf(context, domains)]),
    ...(missions.length === 0 ? [] : [causeTable(context, missions, "mission")]),
    {
      kind: "terms",
      layout: "plain",
      items: causeWords.map((key) => ({ term: context.say(key), content: context.say(`${key}-about`) })),
    },
  ];
  return { anchor: "causes", title: context.word("causes"), blocks };
}

const causeWords = [
  "cause-law-basis",
  "cause-law-decision",
  "cause-mechanism",
  "cause-capability",
  "cause-coordination",
  "cause-consent",
  "cause-irreducible",
] as const;

function figureOf(context: BriefContext, domains: readonly CauseFinding[]): Block {
  const bars = domains.flatMap((finding): StackedBar[] => {
    const total = context.number(finding.shortfall, "share");
    const segments = [...finding.parts.map(({ figure }) => figure), finding.irreducible].map((figure) =>
      context.number(figure, "share"),
    );
    if (
      total.kind !== "number" ||
      !segments.every((segment): segment is BoundNumber => segment.kind === "number")
    )
      return [];
    return [{ label: context.domain(finding.scope.id), segments, total }];
  });
  const series = [
    ...(domains[0]?.parts ?? []).map(({ cause }) => ({ tone: cause, label: causeName(context, cause) })),
    { tone: "irreducible", label: context.word("cause-irreducible") },
  ];
  return {
    kind: "figure",
    anchor: "figure-causes",
    caption: context.say("causes-figure"),
    chart: {
      kind: "stacked-bars",
      title: context.word("causes-figure"),
      description: context.word("causes-figure-about"),
      series,
      bars,
      totalLabel: context.word("shortfall"),
    },
    twin: causeTable(context, domains, "domain"),
  };
}

function causeTable(
  context: BriefContext,
  findings: readonly CauseFinding[],
  kind: "domain" | "mission",
): Table {
  const open = findings.some(({ undetermined }) => Math.abs(undetermined.value) > 0);
  const parts = findings[0]?.parts.map(({ cause }) => cause) ?? [];
  return {
    kind: "table",
    anchor: `table-causes-${kind}`,
    caption: context.say(kind === "domain" ? "causes-caption-domain" : "causes-caption-mission"),
    layout: "plain",
    columns: [
      { label: context.say(kind), align: "start" },
      numberColumn(context.say("shortfall")),
      ...parts.map((cause) => numberColumn(written(causeName(context, cause)), context.word("charged-to"))),
      numberColumn(context.say("cause-irreducible")),
      ...(open ? [numberColumn(context.say("undetermined-law"), context.word("charged-to-nothing"))] : []),
    ],
    groups: [
      {
        heading: "",
        rows: findings.map((finding) => ({
          heading: written(
            kind === "domain" ? context.domain(finding.scope.id) : context.mission(finding.scope.id),
          ),
          cells: [
            numberCell(context, finding.shortfall, "share-interval"),
            ...finding.parts.map(({ figure }) => numberCell(context, figure, "share-interval")),
            numberCell(context, finding.irreducible, "share-interval"),
            ...(open ? [numberCell(context, finding.undetermined, "share-interval")] : []),
          ],
        })),
      },
    ],
    notes: [context.say(open ? "causes-note-open" : "causes-note")],
  };
}
