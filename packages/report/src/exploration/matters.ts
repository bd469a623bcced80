import type { AssumptionFinding, DecisionSensitivity, OutcomeSensitivity } from "@shikumi/assessment";
import type { Block, Section, Table } from "../document/block.ts";
import { type Inlines, textInline } from "../document/inline.ts";
import { boundOf, type ExplorationContext, numericCell, sentences, textCell } from "./exploration-context.ts";
import { leader } from "./leader.ts";
import { switchingBlocks } from "./switching.ts";

/** Most assumptions in a chart and its table. */
const most = 12;

/** Which assumptions move the outcome and the choice, and where the choice switches. */
export function mattersSection(context: ExplorationContext): Section {
  const { sensitivity } = context.exploration;
  const best = leader(context.exploration);
  const outcome = sensitivity.outcomes.find((one) => one.package === best);
  const { assumptions } = sensitivity;
  const blocks: Block[] = [
    { kind: "paragraph", content: sentences(context, [context.say("matters-intro"), manyWords(context)]) },
    assumptions.length === 0
      ? { kind: "paragraph", content: context.say("matters-none") }
      : { kind: "list", ordered: true, items: assumptions.map((one) => assumptionSentence(context, one)) },
    ...(outcome === undefined || outcome.factors.length === 0 ? [] : [influenceFigure(context, outcome)]),
    ...(sensitivity.decision.factors.length === 0 ? [] : [learningFigure(context, sensitivity.decision)]),
    ...switchingBlocks(context),
  ];
  return { anchor: "matters", title: context.word("matters"), blocks };
}

/** Number of assumptions from which some look influential by chance. */
const many = 10;

function manyWords(context: ExplorationContext): Inlines {
  const count = context.exploration.uncertainties.length;
  if (count < many) return [];
  return context.say("matters-many", { count: context.count("uncertainties", count) });
}

/** One assumption and what it does. */
export function assumptionSentence(
  context: ExplorationContext,
  { uncertainty, by, value, isAboveChance }: AssumptionFinding,
): Inlines {
  const name = context.say("quoted", { name: context.uncertaintyName(uncertainty) });
  if (by === "decision") {
    const worth = context.number(value, { id: `learning/${uncertainty}`, style: "points" });
    return context.say("matters-decision", { name, value: worth });
  }
  const best = leader(context.exploration) ?? "";
  const outcome = context.exploration.sensitivity.outcomes.find((one) => one.package === best);
  const factor = outcome?.factors.find((one) => one.uncertainty === uncertainty);
  return context.say(isAboveChance ? "matters-outcome" : "matters-weak", {
    name,
    package: context.package(best),
    value: context.number(value, {
      id: `influence/${best}/${uncertainty}`,
      style: "share-interval",
      low: factor?.firstLow,
      high: factor?.firstHigh,
    }),
  });
}

function influenceFigure(context: ExplorationContext, { package: id, factors }: OutcomeSensitivity): Block {
  const rows = factors.slice(0, most).map((factor) => {
    const place = `influence/${id}/${factor.uncertainty}`;
    return {
      factor,
      first: context.number(factor.first, {
        id: place,
        style: "share-interval",
        low: factor.firstLow,
        high: factor.firstHigh,
      }),
      pawn: context.number(factor.pawn, { id: `${place}/pawn`, style: "ratio", absent: "too-few-futures" }),
      chance: context.number(factor.pawnThreshold, {
        id: `${place}/pawn/chance`,
        style: "ratio",
        absent: "too-few-futures",
      }),
    };
  });
  const name = context.packageName(id);
  return {
    kind: "figure",
    anchor: "figure-influence",
    caption: context.say("influence-figure", { package: name }),
    chart: {
      kind: "bars",
      title: context.word("influence-figure", { package: name }),
      description: context.word("influence-figure-about"),
      axis: "percent",
      rows: rows.flatMap(({ factor, first }) => {
        const number = boundOf(first);
        if (number === undefined) return [];
        const label = context.uncertaintyName(factor.uncertainty);
        return [{ label, number, chance: undefined, isWeak: !factor.isAboveChance }];
      }),
      key: { strong: context.word("bar-strong"), weak: context.word("bar-weak"), chance: undefined },
    },
    twin: {
      kind: "table",
      anchor: "table-influence",
      caption: context.say("influence-caption", { package: name }),
      layout: "plain",
      columns: [
        { label: context.say("assumption"), align: "start" },
        { label: context.say("first-order"), align: "end" },
        { label: context.say("pawn"), align: "end" },
        { label: context.say("pawn-chance"), align: "end" },
        { label: context.say("above-chance"), align: "start" },
      ],
      groups: [
        {
          heading: "",
          rows: rows.map(({ factor, first, pawn, chance }) => ({
            heading: [textInline(context.uncertaintyName(factor.uncertainty))],
            cells: [
              numericCell(first),
              numericCell(pawn),
              numericCell(chance),
              textCell(context.say(factor.isAboveChance ? "yes" : "no")),
            ],
          })),
        },
      ],
      notes: [context.say("influence-note")],
    },
  };
}

function learningFigure(context: ExplorationContext, { factors }: DecisionSensitivity): Block {
  const rows = factors.slice(0, most).map((factor) => {
    const place = `learning/${factor.uncertainty}`;
    return {
      factor,
      worth: context.number(factor.learning, { id: place, style: "points" }),
      chance: context.number(factor.threshold, {
        id: `${place}/chance`,
        style: "points",
        absent: "too-few-futures",
      }),
      reversals: context.number(factor.reversals, { id: `${place}/reversals`, style: "share" }),
    };
  });
  return {
    kind: "figure",
    anchor: "figure-learning",
    caption: context.say("learning-figure"),
    chart: {
      kind: "bars",
      title: context.word("learning-figure"),
      description: context.word("learning-figure-about"),
      axis: "points",
      rows: rows.flatMap(({ factor, worth, chance }) => {
        const number = boundOf(worth);
        if (number === undefined) return [];
        const label = context.uncertaintyName(factor.uncertainty);
        return [{ label, number, chance: boundOf(chance), isWeak: !factor.isAboveChance }];
      }),
      key: {
        strong: context.word("bar-strong"),
        weak: context.word("bar-weak"),
        chance: context.word("bar-chance"),
      },
    },
    twin: learningTable(context, rows),
  };
}

function learningTable(
  context: ExplorationContext,
  rows: readonly {
    readonly factor: DecisionSensitivity["factors"][number];
    readonly worth: Inlines[number];
    readonly chance: Inlines[number];
    readonly reversals: Inlines[number];
  }[],
): Table {
  return {
    kind: "table",
    anchor: "table-learning",
    caption: context.say("learning-caption"),
    layout: "plain",
    columns: [
      { label: context.say("assumption"), align: "start" },
      { label: context.say("learning"), align: "end" },
      { label: context.say("learning-chance"), align: "end" },
      { label: context.say("reversals"), align: "end" },
      { label: context.say("above-chance"), align: "start" },
    ],
    groups: [
      {
        heading: "",
        rows: rows.map(({ factor, worth, chance, reversals }) => ({
          heading: [textInline(context.uncertaintyName(factor.uncertainty))],
          cells: [
            numericCell(worth),
            numericCell(chance),
            numericCell(reversals),
            textCell(context.say(factor.isAboveChance ? "yes" : "no")),
          ],
        })),
      },
    ],
    notes: [context.say("learning-note")],
  };
}
