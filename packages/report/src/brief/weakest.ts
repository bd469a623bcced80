import type { RangedAssumption, UnrangedAssumption, WeakestAssumptions } from "@shikumi/assessment";
import type { Element } from "@shikumi/model";
import type { Block, Row, Table } from "../document/block.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import type { NumberStyle } from "../number/format-number.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { collectionKeys } from "./collection-keys.ts";
import { numberCell, numberColumn } from "./effectiveness.ts";

/** What the numbers hang on most, computed: uncertainties by what moving them changes, and single numbers by what leans on them. */
export function weakestBlocks(context: BriefContext): readonly Block[] {
  const { weakest } = context.assessment;
  if (weakest === undefined) return [];
  return [
    { kind: "heading", anchor: "weakest", content: context.say("weakest") },
    {
      kind: "paragraph",
      content: context.say("weakest-intro", { tried: context.number(weakest.tried, "count") }),
    },
    ...(weakest.ranged.length === 0 ? [] : [rangedTable(context, weakest)]),
    ...(weakest.unranged.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            content: context.say("weakest-unranged-intro", {
              candidates: context.number(weakest.candidates, "count"),
              tried: written(String(weakest.unranged.length)),
            }),
          } as const,
          unrangedTable(context, weakest),
        ]),
  ];
}

function rangedTable(context: BriefContext, { ranged }: WeakestAssumptions): Table {
  return {
    kind: "table",
    anchor: "table-weakest",
    caption: context.say("weakest-caption"),
    layout: "plain",
    columns: [
      { label: context.say("weakest-rank"), align: "end" },
      { label: context.say("uncertainty"), align: "start" },
      numberColumn(context.say("weakest-low")),
      numberColumn(context.say("weakest-high")),
      { label: context.say("weakest-domain"), align: "start" },
      numberColumn(context.say("weakest-swing"), context.word("gain-points")),
      numberColumn(context.say("weakest-weakness")),
      numberColumn(context.say("weakest-weight")),
    ],
    groups: [{ heading: "", rows: ranged.map((one, at) => rangedRow(context, one, at)) }],
    notes: [context.say("weakest-note")],
  };
}

function rangedRow(context: BriefContext, one: RangedAssumption, at: number): Row {
  const about = context.study.uncertainties.get(one.uncertainty);
  const style: NumberStyle = `quantity:${about?.dimension ?? "number"}:${about?.unit ?? ""}`;
  const name = about === undefined ? one.uncertainty : context.element(about);
  return {
    heading: written(String(at + 1)),
    cells: [
      {
        kind: "text",
        content: one.isAboveChance ? written(name) : withinChance(context, name),
      },
      numberCell(context, one.low, style),
      numberCell(context, one.high, style),
      one.domain === undefined
        ? { kind: "blank" }
        : { kind: "text", content: written(context.domain(one.domain)) },
      numberCell(context, one.swing, "gain-interval"),
      numberCell(context, one.weakness, "ratio"),
      numberCell(context, one.weight, "size"),
    ],
  };
}

function unrangedTable(context: BriefContext, { unranged }: WeakestAssumptions): Table {
  return {
    kind: "table",
    anchor: "table-weakest-unranged",
    caption: context.say("weakest-unranged-caption"),
    layout: "plain",
    columns: [
      { label: context.say("element"), align: "start" },
      { label: context.say("collection"), align: "start" },
      numberColumn(context.say("assumed-numbers")),
      numberColumn(context.say("weakest-tasks")),
      { label: context.say("weakest-domain"), align: "start" },
      numberColumn(context.say("weakest-swing"), context.word("gain-points")),
    ],
    groups: [{ heading: "", rows: unranged.map((one) => unrangedRow(context, one)) }],
    notes: [context.say("weakest-unranged-note")],
  };
}

function unrangedRow(context: BriefContext, one: UnrangedAssumption): Row {
  const name = nameOf(context, one);
  return {
    heading: one.isAboveChance ? written(name) : withinChance(context, name),
    cells: [
      { kind: "text", content: context.say(collectionKeys[one.collection]) },
      numberCell(context, one.numbers, "count"),
      numberCell(context, one.tasks, "count"),
      one.domain === undefined
        ? { kind: "blank" }
        : { kind: "text", content: written(context.domain(one.domain)) },
      numberCell(context, one.swing, "gain-interval"),
    ],
  };
}

function withinChance(context: BriefContext, name: string): Inlines {
  return [textInline(name), textInline(" "), muted(...context.say("weakest-chance"))];
}

function nameOf(context: BriefContext, { collection, element }: UnrangedAssumption): string {
  if (collection === "study") return context.word("weakest-ad-hoc-cell");
  if (collection === "tasks") return context.task(element);
  const found: Element | undefined = context.study[collection].get(element);
  return found === undefined ? element : context.element(found);
}
