import type { CriterionFinding } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import type { Block, Cell, Section, Table } from "../document/block.ts";
import { type Inline, type Inlines, textInline } from "../document/inline.ts";
import type { NumberStyle } from "../number/format-number.ts";
import { boundOf, type ExplorationContext, numericCell, sentences, textCell } from "./exploration-context.ts";

/** Criteria of the table of packages and of its picture. */
const shown = ["mean", "quantile", "tail", "minimax-regret", "satisficing-share", "best-share"] as const;

type Shown = (typeof shown)[number];

/** The packages over all futures, and which of them wins by which criterion. */
export function packagesSection(context: ExplorationContext): Section {
  const { measure } = context.exploration;
  const domains = context.list(measure.domains.map(({ domain }) => context.domain(domain)));
  const intro = context.say("packages-intro", { measure: context.text(measure.name), domains });
  const blocks: Block[] = [
    {
      kind: "paragraph",
      content: sentences(context, [intro, measure.isWeighed ? context.say("packages-weighed") : []]),
    },
    packagesFigure(context),
    { kind: "heading", anchor: "criteria", content: context.say("criteria") },
    ...criteriaWords(context),
    criteriaTable(context),
  ];
  return { anchor: "packages", title: context.word("packages"), blocks };
}

/** The score of one package by one criterion. */
export function scoreNumber(context: ExplorationContext, metric: string, id: Id, style: NumberStyle): Inline {
  const criterion = context.exploration.robustness.criteria.find((one) => one.metric.id === metric);
  const score = criterion?.scores.find((one) => one.package === id);
  return context.number(score?.value, {
    id: `${metric}/${id}`,
    style,
    ...endsOf(score?.interval),
    absent: score?.reason ?? "no-futures",
  });
}

function endsOf(interval: CriterionFinding["scores"][number]["interval"]): {
  readonly low?: number;
  readonly high?: number;
} {
  return interval !== undefined && "low" in interval ? { low: interval.low, high: interval.high } : {};
}

function packagesFigure(context: ExplorationContext): Block {
  const { packages, robustness } = context.exploration;
  const metrics = shown.filter((id) => robustness.criteria.some(({ metric }) => metric.id === id));
  const table = packagesTable(context, metrics);
  const told = metrics.filter((id) => tellsApart(context, id)).toReversed();
  if (told.length < 2 || (robustness.criteria[0]?.use.used ?? 0) === 0) return table;
  return {
    kind: "figure",
    anchor: "figure-packages",
    caption: context.say("packages-figure"),
    chart: {
      kind: "parallel-axes",
      title: context.word("packages-figure"),
      description: context.word("packages-figure-about"),
      axes: told.map((id) => ({
        label: context.word(`col-${id}`),
        better: id === "minimax-regret" ? "less" : "more",
      })),
      lines: packages.map((one) => ({
        label: context.packageName(one.id),
        numbers: told.map((id) => boundOf(scoreNumber(context, id, one.id, styleOf(id)))),
      })),
    },
    twin: table,
  };
}

/** Whether packages differ by a criterion: one by which they do not has no place in the picture. */
function tellsApart(context: ExplorationContext, metric: Shown): boolean {
  const { criteria } = context.exploration.robustness;
  const scores = criteria.find((one) => one.metric.id === metric)?.scores ?? [];
  return new Set(scores.map(({ value }) => value)).size > 1;
}

function styleOf(metric: Shown): NumberStyle {
  return metric === "minimax-regret" ? "size" : metric === "best-share" ? "share" : "share-interval";
}

function packagesTable(context: ExplorationContext, metrics: readonly Shown[]): Table {
  return {
    kind: "table",
    anchor: "table-packages",
    caption: context.say("packages-caption"),
    layout: "plain",
    columns: [
      { label: context.say("package"), align: "start" },
      ...metrics.map((id) => ({ label: context.say(`col-${id}`), align: "end" as const })),
    ],
    groups: [
      {
        heading: "",
        rows: context.exploration.packages.map(({ id }) => ({
          heading: [textInline(context.packageName(id))],
          cells: metrics.map((metric) => numericCell(scoreNumber(context, metric, id, styleOf(metric)))),
        })),
      },
    ],
    notes: [context.say("packages-note")],
  };
}

function criteriaWords(context: ExplorationContext): readonly Block[] {
  const { criteria, rankAgreement } = context.exploration.robustness;
  const decided = criteria.filter(({ best }) => best.length > 0);
  const common = (decided[0]?.best ?? []).filter((id) => decided.every(({ best }) => best.includes(id)));
  const winners = [...new Set(decided.flatMap(({ best }) => best))];
  const parts: Inlines[] = [
    ...(decided.length === 0
      ? []
      : [
          common.length > 0
            ? context.say("criteria-agree")
            : context.say("criteria-differ", { packages: context.packages(winners) }),
        ]),
    ...(rankAgreement.kind === "tau"
      ? [
          context.say("criteria-tau", {
            pairs: context.count("rank-agreement/pairs", rankAgreement.pairs),
            mean: context.number(rankAgreement.mean, { id: "rank-agreement/mean", style: "ratio" }),
            least: context.number(rankAgreement.least, { id: "rank-agreement/least", style: "ratio" }),
          }),
        ]
      : []),
  ];
  return parts.length === 0 ? [] : [{ kind: "paragraph", content: sentences(context, parts) }];
}

function criteriaTable(context: ExplorationContext): Table {
  const { criteria } = context.exploration.robustness;
  return {
    kind: "table",
    anchor: "table-criteria",
    caption: context.say("criteria-caption"),
    layout: "plain",
    columns: [
      { label: context.say("criterion"), align: "start" },
      { label: context.say("winner"), align: "start" },
      { label: context.say("score"), align: "end" },
      { label: context.say("futures-used"), align: "end" },
    ],
    groups: [
      {
        heading: "",
        rows: criteria.map(({ metric, best, unit, scores, use }) => ({
          heading: context.say(`criterion-${metric.id}`),
          cells: [
            textCell(winnersWords(context, best, scores.length)),
            scoreCell(context, { metric, best, unit, scores }),
            numericCell(context.count(`${metric.id}/used`, use.used)),
          ],
        })),
      },
    ],
    notes: [context.say("criteria-note")],
  };
}

/** Criteria whose scores are differences of shares. */
const differences = /regret|deviation/;

/** The score of the best package; of regrets and spreads in points. */
function scoreCell(
  context: ExplorationContext,
  { metric, best, unit, scores }: Pick<CriterionFinding, "metric" | "best" | "unit" | "scores">,
): Cell {
  const [id] = best;
  if (id === undefined) {
    const absent = scores[0]?.reason ?? "no-futures";
    return numericCell(context.number(undefined, { id: `${metric.id}/none`, style: "share", absent }));
  }
  if (unit === "none") return numericCell(scoreNumber(context, metric.id, id, "amount"));
  if (!differences.test(metric.id) || metric.id === "mean-less-deviation")
    return numericCell(scoreNumber(context, metric.id, id, "share-interval"));
  const value = scoreNumber(context, metric.id, id, "size");
  return { kind: "numeric", content: context.say("in-points", { value }) };
}

/** Most winners that are named. */
const mostNamed = 4;

function winnersWords(context: ExplorationContext, best: readonly Id[], all: number): Inlines {
  if (best.length === 0) return context.say("nobody");
  if (best.length > 1 && best.length === all) return context.say("everyone");
  const names = (ids: readonly Id[]): Inlines => context.list(ids.map((id) => context.packageName(id)));
  if (best.length <= mostNamed) return names(best);
  const more = String(best.length - mostNamed + 1);
  return context.say("and-more", { names: names(best.slice(0, mostNamed - 1)), more });
}
