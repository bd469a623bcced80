import type { SwitchingFinding } from "@shikumi/assessment";
import type { Block, Row } from "../document/block.ts";
import { type Inlines, textInline } from "../document/inline.ts";
import { type ExplorationContext, textCell } from "./exploration-context.ts";

/** The value of each assumption at which the better of the two best packages changes; nothing where it was not asked for. */
export function switchingBlocks(context: ExplorationContext): readonly Block[] {
  const { switching } = context.exploration;
  if (switching === undefined) return [];
  const heading: Block = { kind: "heading", anchor: "switching", content: context.say("switching") };
  if (switching.length === 0) return [heading, { kind: "paragraph", content: context.say("switching-none") }];
  return [
    heading,
    { kind: "paragraph", content: context.say("switching-intro") },
    {
      kind: "table",
      anchor: "table-switching",
      caption: context.say("switching-caption"),
      layout: "plain",
      columns: [
        { label: context.say("assumption"), align: "start" },
        { label: context.say("answer"), align: "start" },
        { label: context.say("median"), align: "start" },
        { label: context.say("range-searched"), align: "start" },
        { label: context.say("better-one"), align: "start" },
        { label: context.say("other-one"), align: "start" },
      ],
      groups: [{ heading: "", rows: switching.map((one) => switchingRow(context, one)) }],
      notes: [context.say("switching-note")],
    },
  ];
}

function switchingRow(context: ExplorationContext, finding: SwitchingFinding): Row {
  const { uncertainty, best, rival, at } = finding;
  const about = context.uncertainty(uncertainty);
  const place = `switching/${uncertainty}`;
  const range: Inlines =
    about === undefined
      ? []
      : context.say("range", {
          low: context.quantity(`uncertainty/${uncertainty}/least`, about.low, uncertainty),
          high: context.quantity(`uncertainty/${uncertainty}/greatest`, about.high, uncertainty),
        });
  return {
    heading: [textInline(context.uncertaintyName(uncertainty))],
    cells: [
      textCell(answerWords(context, finding)),
      textCell([context.quantity(`${place}/median`, at, uncertainty)]),
      textCell(range),
      textCell([textInline(context.packageName(best))]),
      textCell([textInline(context.packageName(rival))]),
    ],
  };
}

function answerWords(context: ExplorationContext, { uncertainty, answer }: SwitchingFinding): Inlines {
  switch (answer.kind) {
    case "switches":
      return context.say("switches-at", {
        value: context.quantity(`switching/${uncertainty}/value`, answer.value, uncertainty),
      });
    case "does-not-switch":
      return context.say("does-not-switch");
    case "undecided":
      return context.say("switch-hidden");
  }
}
