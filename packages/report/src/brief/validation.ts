import type { ValidationFinding, ValidationSummary } from "@shikumi/assessment";
import type { Block, Cell, Row, Section, Table } from "../document/block.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import type { NumberStyle } from "../number/format-number.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { numberCell, numberColumn } from "./effectiveness.ts";

const uses = ["held-out", "calibrated-on"] as const;
type Use = (typeof uses)[number];

/** The cases the study is held against: what was observed, what is simulated, and how many comparisons came out how. Only what was held out is evidence. */
export function validationSection(context: BriefContext): Section {
  const { validation } = context.assessment;
  const section = { anchor: "validation", title: context.word("validation") };
  if (validation === undefined)
    return { ...section, blocks: [{ kind: "paragraph", content: context.say("validation-not-computed") }] };
  if (validation.rows.length === 0)
    return { ...section, blocks: [{ kind: "paragraph", content: context.say("validation-none") }] };
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("validation-intro") },
    { kind: "list", ordered: false, items: uses.map((use) => countsOf(context, validation, use)) },
    ...uses.flatMap((use) => {
      const rows = validation.rows.filter((row) => row.use === use);
      return rows.length === 0 ? [] : [tableOf(context, use, rows)];
    }),
  ];
  return { ...section, blocks };
}

function countsOf(context: BriefContext, { counts }: ValidationSummary, use: Use): Inlines {
  const count = (outcome: ValidationFinding["outcome"]): Inlines => {
    const found = counts.find((one) => one.use === use && one.outcome === outcome);
    return found === undefined ? [] : [context.number(found.count, "count", "absent-not-computed")];
  };
  const fillings = {
    inside: count("inside"),
    partly: count("partly"),
    outside: count("outside"),
    none: count("not-evaluated"),
  };
  return use === "held-out"
    ? context.say("validation-counts-held-out", fillings)
    : context.say("validation-counts-calibrated-on", fillings);
}

function tableOf(context: BriefContext, use: Use, rows: readonly ValidationFinding[]): Table {
  return {
    kind: "table",
    anchor: `table-validation-${use}`,
    caption: context.say(
      use === "held-out" ? "validation-caption-held-out" : "validation-caption-calibrated-on",
    ),
    layout: "plain",
    columns: [
      { label: context.say("validation-case"), align: "start" },
      numberColumn(context.say("observed")),
      numberColumn(context.say("percentile-5"), context.word("simulated")),
      numberColumn(context.say("percentile-50"), context.word("simulated")),
      numberColumn(context.say("percentile-95"), context.word("simulated")),
      numberColumn(context.say("below-observed")),
      numberColumn(context.say("ratio-of-medians")),
      numberColumn(context.say("cases")),
      { label: context.say("outcome"), align: "start" },
    ],
    groups: [{ heading: "", rows: rows.map((row) => rowOf(context, row)) }],
    notes: [context.say("validation-note")],
  };
}

function rowOf(context: BriefContext, row: ValidationFinding): Row {
  const { study } = context;
  const story = study.validation.get(row.row)?.case;
  const outcome = context.say(`outcome-${row.outcome}`);
  const last: Inlines =
    row.reason === undefined
      ? outcome
      : context.say("outcome-because", { outcome, reason: context.say(`reason-${row.reason}`) });
  return {
    heading: [
      textInline(story === undefined ? row.row : context.text(story)),
      textInline(" "),
      muted(textInline(row.of)),
    ],
    cells: [
      ...(row.quantity === "order" ? orderCells(context, row) : numberCells(context, row)),
      numberCell(context, row.cases, "count", "absent-not-computed"),
      { kind: "text", content: last },
    ],
    ...(row.outcome === "outside" ? { flagged: true } : {}),
  };
}

/** Names in the order observed, and how often runs have that order. */
function orderCells(context: BriefContext, { order, simulated }: ValidationFinding): readonly Cell[] {
  const { study } = context;
  const nameOf = (id: string): string =>
    study.organisations.has(id) ? context.organisation(id) : context.task(id);
  const blank: Cell = { kind: "blank" };
  const share = context.say("in-this-order", {
    share:
      simulated.inOrder === undefined
        ? context.say("absent-not-computed")
        : [context.number(simulated.inOrder, "share-interval", "absent-not-computed")],
  });
  return [
    { kind: "text", content: written(order.map(nameOf).join(" → ")) },
    blank,
    { kind: "text", content: share },
    blank,
    blank,
    blank,
  ];
}

function numberCells(context: BriefContext, row: ValidationFinding): readonly Cell[] {
  const style = styleOf(row);
  const { low, median, high } = row.simulated;
  const separated = (items: readonly Inlines[]): Inlines =>
    items.flatMap((item, index) => (index === 0 ? item : [textInline(" · "), ...item]));
  return [
    {
      kind: "numeric",
      content: separated(
        row.observed.map(({ figure }) => [context.number(figure, style, "absent-not-computed")]),
      ),
    },
    ...[low, median, high].map((figure) => numberCell(context, figure, style, "absent-no-case")),
    {
      kind: "numeric",
      content: separated(
        row.observed.map(({ quantile }) => [context.number(quantile, "share-interval", "absent-no-case")]),
      ),
    },
    numberCell(context, row.ratio, "amount", "absent-not-computed"),
  ];
}

/** How the numbers of a comparison are printed. */
function styleOf({ quantity }: ValidationFinding): NumberStyle {
  return quantity === "time" ? "hours" : quantity === "share" ? "share" : "amount";
}
