import type { Assessment, ValidationFinding } from "@shikumi/assessment";
import type { Study } from "@shikumi/model";
import type { NumberStyle } from "@shikumi/report";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

const uses = ["held-out", "calibrated-on"] as const;

/** The comparisons as text tables, held-out and calibrated-on apart, each with how many came out how. */
export function validationText(study: Study, { validation, runs }: Assessment, session: Session): string {
  const { say, style, language } = session;
  const rows = validation?.rows ?? [];
  if (rows.length === 0) return `${say("validate-nothing")}\n`;
  const run = runs[0];
  const head = [
    style.bold(say("assess-title", { title: study.charter.title[language] })),
    say("validate-runs", {
      digest: study.digest.slice(0, 12),
      futures: run?.futures ?? 0,
      replications: run?.replications ?? 0,
      engine: run?.engine ?? "",
    }),
    "",
  ].join("\n");
  const parts = uses.flatMap((use) => {
    const some = rows.filter((row) => row.use === use);
    return some.length === 0 ? [] : [useText(use, some, session)];
  });
  return [head, ...parts, `${say("validate-note")}\n`].join("\n");
}

function useText(use: (typeof uses)[number], rows: readonly ValidationFinding[], session: Session): string {
  const { say, style } = session;
  const count = (outcome: ValidationFinding["outcome"]): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const counts = say("validate-counts", {
    inside: count("inside"),
    partly: count("partly"),
    outside: count("outside"),
    none: count("not-evaluated"),
  });
  const table = textTable(
    [
      { head: say("validate-row") },
      { head: say("validate-observed"), align: "right" },
      { head: say("validate-simulated"), align: "right" },
      { head: say("validate-quantile"), align: "right" },
      { head: say("validate-ratio"), align: "right" },
      { head: say("instances"), align: "right" },
      { head: say("validate-outcome") },
    ],
    rows.map((row) => rowCells(row, session)),
  );
  const title = say(use === "held-out" ? "validate-held-out" : "validate-calibrated-on");
  return `${style.bold(title)}\n${table}${counts}\n`;
}

function rowCells(row: ValidationFinding, { say, language }: Session): readonly string[] {
  const number: NumberStyle = styleOf(row);
  const { low, median, high, inOrder } = row.simulated;
  const text = (figure: Parameters<typeof figureText>[0]): string => figureText(figure, number, language);
  const outcome = say(`outcome-${row.outcome}`);
  const quantiles = row.observed.map(({ quantile }) => figureText(quantile, "share-interval", language));
  const isOrder = row.quantity === "order";
  return [
    `${row.row}\u00a0(${row.of})`.replaceAll("\u00a0", " "),
    isOrder ? row.order.join(" → ") : row.observed.map(({ figure }) => text(figure)).join(" · "),
    isOrder
      ? say("validate-in-order", { share: figureText(inOrder, "share-interval", language) })
      : say("validate-range", { low: text(low), median: text(median), high: text(high) }),
    isOrder ? "" : ends(quantiles),
    isOrder ? "" : figureText(row.ratio, "amount", language),
    figureText(row.cases, "count", language),
    row.reason === undefined
      ? outcome
      : say("validate-because", { outcome, reason: say(`reason-${row.reason}`) }),
  ];
}

/** The first and the last of several. */
function ends(texts: readonly string[]): string {
  const [first = ""] = texts;
  return texts.length < 2 ? first : `${first} … ${texts.at(-1) ?? ""}`;
}

/** How the numbers of a comparison are printed. */
function styleOf({ quantity }: ValidationFinding): NumberStyle {
  switch (quantity) {
    case "time":
      return "hours";
    case "share":
      return "share";
    case "units":
    case "rate":
    case "order":
      return "amount";
  }
}
