import type { StudyCounts } from "@shikumi/model";
import type { Block, Row, Section, Table } from "../document/block.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { collectionKeys } from "./collection-keys.ts";
import { numberColumn } from "./effectiveness.ts";
import { type ElementProvenance, studyProvenance } from "./study-assumptions.ts";
import { weakestBlocks } from "./weakest.ts";

/** What the numbers take for granted, and what still has to be looked up. */
export function assumptionsSection(context: BriefContext): Section {
  const found = studyProvenance(context.study);
  const resting = found.filter(({ assumptions }) => assumptions > 0);
  const unchecked = found.filter(({ hasUnchecked }) => hasUnchecked);
  const collections = [...new Set(resting.map(({ collection }) => collection))];
  const blocks: Block[] = [
    {
      kind: "paragraph",
      content: context.say("assumptions-intro", {
        numbers: context.count("counts/numbers"),
        assumptions: context.count("counts/assumptions"),
      }),
    },
    ...weakestBlocks(context),
    ...(resting.length === 0
      ? []
      : [countTable(context, collections, resting), listTable(context, collections, resting)]),
    { kind: "heading", anchor: "unchecked", content: context.say("unchecked") },
    {
      kind: "paragraph",
      content: context.say("unchecked-intro", { unchecked: context.count("counts/unchecked") }),
    },
    ...(unchecked.length === 0
      ? []
      : [
          {
            kind: "list",
            ordered: false,
            items: unchecked.map((one) => uncheckedItem(context, one)),
          } as const,
        ]),
  ];
  return { anchor: "assumptions", title: context.word("assumptions"), blocks };
}

type Collections = readonly ElementProvenance["collection"][];

function nameOf(context: BriefContext, { element, collection }: ElementProvenance): string {
  return element === undefined ? context.word(collectionKeys[collection]) : context.element(element);
}

function countTable(
  context: BriefContext,
  collections: Collections,
  resting: readonly ElementProvenance[],
): Table {
  const row = (collection: ElementProvenance["collection"]): Row => {
    const own = resting.filter((one) => one.collection === collection);
    const total = (collection === "study" ? undefined : `counts/elements/${collection}`) satisfies
      | `counts/elements/${keyof StudyCounts["elements"]}`
      | undefined;
    return {
      heading: context.say(collectionKeys[collection]),
      cells: [
        {
          kind: "numeric",
          content: written(String(own.reduce((sum, { assumptions }) => sum + assumptions, 0))),
        },
        { kind: "numeric", content: written(String(own.length)) },
        total === undefined ? { kind: "blank" } : { kind: "numeric", content: [context.count(total)] },
      ],
    };
  };
  return {
    kind: "table",
    anchor: "table-assumption-counts",
    caption: context.say("assumption-counts-caption"),
    layout: "plain",
    columns: [
      { label: context.say("collection"), align: "start" },
      numberColumn(context.say("assumed-numbers")),
      numberColumn(context.say("elements-concerned")),
      numberColumn(context.say("elements-all")),
    ],
    groups: [{ heading: "", rows: collections.map(row) }],
    notes: [context.say("assumption-counts-note")],
  };
}

function listTable(
  context: BriefContext,
  collections: Collections,
  resting: readonly ElementProvenance[],
): Table {
  const row = (one: ElementProvenance): Row => ({
    heading: written(nameOf(context, one)),
    cells: [
      { kind: "numeric", content: written(String(one.assumptions)) },
      one.notes.length === 0
        ? { kind: "text", content: [muted(...context.say("no-remark"))] }
        : { kind: "text", content: written(one.notes.map((note) => context.text(note)).join(" ")) },
    ],
  });
  return {
    kind: "table",
    anchor: "table-assumptions",
    caption: context.say("assumptions-caption"),
    layout: "plain",
    columns: [
      { label: context.say("element"), align: "start" },
      numberColumn(context.say("assumed-numbers")),
      { label: context.say("remark"), align: "start" },
    ],
    groups: collections.map((collection) => ({
      heading: context.word(collectionKeys[collection]),
      rows: resting.filter((one) => one.collection === collection).map(row),
    })),
    notes: [],
  };
}

function uncheckedItem(context: BriefContext, one: ElementProvenance): Inlines {
  const name = nameOf(context, one);
  if (one.unchecked.length === 0) return [textInline(name)];
  const sources = context.list(one.unchecked.map((id) => context.cite(id)));
  return context.say("unchecked-item", { element: name, sources });
}
