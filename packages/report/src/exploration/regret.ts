import type { Block, Section } from "../document/block.ts";
import { textInline } from "../document/inline.ts";
import { boundOf, type ExplorationContext, numericCell } from "./exploration-context.ts";

/** What choosing another than the best package costs, over all futures and where assumptions are low or high. */
export function regretSection(context: ExplorationContext): Section {
  const { packages } = context.exploration.regret;
  const blocks: Block[] =
    packages.length === 0
      ? [{ kind: "paragraph", content: context.say("regret-none") }]
      : [{ kind: "paragraph", content: context.say("regret-intro") }, regretFigure(context)];
  return { anchor: "regret", title: context.word("regret"), blocks };
}

function regretFigure(context: ExplorationContext): Block {
  const { columns, packages } = context.exploration.regret;
  const heads = columns.map(({ uncertainty, low, high, futures }) => {
    if (uncertainty === undefined)
      return {
        group: context.word("all-futures"),
        label: [context.word("futures-count", { count: String(futures) })],
      };
    const ends = {
      low: context.quantityText(low, uncertainty),
      high: context.quantityText(high, uncertainty),
    };
    return {
      group: context.uncertaintyName(uncertainty),
      label:
        ends.low === ends.high
          ? [ends.low]
          : [context.word("range-from", { low: ends.low }), context.word("range-to", { high: ends.high })],
    };
  });
  const numbers = packages.map(({ package: id, cells }) => ({
    id,
    cells: cells.map((value, at) => context.number(value, { id: `regret/${id}/${at}`, style: "size" })),
  }));
  return {
    kind: "figure",
    anchor: "figure-regret",
    caption: context.say("regret-figure"),
    chart: {
      kind: "heat-map",
      title: context.word("regret-figure"),
      description: context.word("regret-figure-about"),
      columns: heads,
      rows: numbers.map(({ id, cells }) => ({
        label: context.packageName(id),
        cells: cells.flatMap((cell) => boundOf(cell) ?? []),
      })),
    },
    twin: {
      kind: "table",
      anchor: "table-regret",
      caption: context.say("regret-caption"),
      layout: "plain",
      columns: [
        { label: context.say("package"), align: "start" },
        ...heads.map(({ group, label }) => ({
          label: [textInline(label.join(context.language === "ja" ? "" : " "))],
          align: "end" as const,
          group,
        })),
      ],
      groups: [
        {
          heading: "",
          rows: numbers.map(({ id, cells }) => ({
            heading: [textInline(context.packageName(id))],
            cells: cells.map(numericCell),
          })),
        },
      ],
      notes: [context.say("regret-note")],
    },
  };
}
