import type { Dimension } from "@shikumi/core/quantity";
import { causes, uncertaintiesOf } from "@shikumi/kernel";
import type { Study, Text } from "@shikumi/model";
import { exploredDomains } from "./exploration-plan.ts";

/** One column of the table of runs: one row is one run of one package in one future. */
export interface RunColumn {
  readonly name: string;
  /** Unit as studies write it; `""` for plain numbers and texts. */
  readonly unit: string;
  readonly about: Text;
  readonly kind: "real" | "integer" | "text";
}

/** Values of one column: doubles, or texts one a row. */
export type RunValues = Float64Array | readonly string[];

/** Columns that name a run and how it went, before those of the uncertainties. */
export const runNames = ["package", "future", "replication", "status", "cause", "events"] as const;

/** Values by domain, in the order of their columns. */
export const domainMeasures = [
  "value-demanded",
  "value-delivered",
  "value-averted",
  "floor-asked",
  "floor-reached",
  "floor-demanded",
  "cases",
  "cases-below-floor",
] as const;

/** Equality definitions that runs tell, and what each party gets and gives. */
export const partyMeasures = [
  "benefit",
  "decision",
  "risk",
  "contribution-capacity",
  "contribution-benefit",
] as const;

/** Name of the column of a measure about one thing. */
export function columnName(measure: string, of: string): string {
  return `${measure}/${of}`;
}

/** The columns of the runs of a study, the same for every package of it (EX3). */
export function runColumns(study: Study): readonly RunColumn[] {
  const text = (name: string, ja: string, en: string): RunColumn => ({
    name,
    unit: "",
    about: { ja, en },
    kind: "text",
  });
  const whole = (name: string, ja: string, en: string): RunColumn => ({
    name,
    unit: "",
    about: { ja, en },
    kind: "integer",
  });
  return [
    text("package", "政策パッケージ", "Package"),
    whole("future", "将来像の番号（0 から）", "Future, counted from 0"),
    whole("replication", "反復の番号（0 から）", "Replication, counted from 0"),
    text(
      "status",
      "complete：完了、cut：途中で打ち切り、failed：失敗",
      "complete, cut (ended at its event budget) or failed",
    ),
    text("cause", "失敗の原因", "Cause of a failure"),
    whole("events", "処理した出来事の数", "Events of the run"),
    ...uncertaintiesOf(study).map(
      ({ id, name, dimension, unit }): RunColumn => ({
        name: columnName("uncertainty", id),
        unit: baseUnit(dimension, unit),
        about: name,
        kind: "real",
      }),
    ),
    ...exploredDomains(study).flatMap((domain) =>
      domainMeasures.map((measure): RunColumn => {
        const [ja, en, unit] = domainAbout[measure];
        return {
          name: columnName(measure, domain),
          unit,
          about: { ja: `${ja}（領域 ${domain}）`, en: `${en} (domain ${domain})` },
          kind: "real",
        };
      }),
    ),
    ...causes.flatMap((cause): readonly RunColumn[] => [
      {
        name: columnName("refusals", cause),
        unit: "",
        about: { ja: `最終的な拒否の数（原因 ${cause}）`, en: `Final refusals charged to ${cause}` },
        kind: "real",
      },
      {
        name: columnName("wait", cause),
        unit: "h",
        about: { ja: `待った時間（原因 ${cause}）`, en: `Hours waited, charged to ${cause}` },
        kind: "real",
      },
    ]),
    ...[...study.parties.values()].flatMap(({ id, name }) =>
      partyMeasures.map((measure): RunColumn => {
        const [ja, en, unit] = partyAbout[measure];
        return {
          name: columnName(measure, id),
          unit,
          about: { ja: `${ja}（${name.ja}）`, en: `${en} (${name.en})` },
          kind: "real",
        };
      }),
    ),
    {
      name: "effort",
      unit: "",
      about: { ja: "政策手段の労力の合計", en: "Effort of the levers together" },
      kind: "real",
    },
  ];
}

const domainAbout: Readonly<Record<(typeof domainMeasures)[number], readonly [string, string, string]>> = {
  "value-demanded": ["求められた価値", "Value demanded", ""],
  "value-delivered": ["届けた価値", "Value delivered", ""],
  "value-averted": ["抑止により防いだ価値", "Value averted by suppression", ""],
  "floor-asked": ["任務の下限が求める価値", "Value that the missions' floors ask for", ""],
  "floor-reached": [
    "下限のある任務が届け、防いだ価値",
    "Value delivered and averted by missions with a floor",
    "",
  ],
  "floor-demanded": [
    "下限のある任務に求められ、防がれた価値",
    "Value demanded of and averted by missions with a floor",
    "",
  ],
  cases: ["事案の数", "Cases of the missions", ""],
  "cases-below-floor": ["下限を割った事案の数", "Cases that stayed below their mission's floor", ""],
};

const partyAbout: Readonly<Record<(typeof partyMeasures)[number], readonly [string, string, string]>> = {
  benefit: ["受益者に届いた価値", "Value delivered to its beneficiaries", ""],
  decision: ["決定の割合（E1）", "Share of decisions (E1)", "share"],
  risk: ["引き受けた危険の割合（E4）", "Share of the hazard met (E4)", "share"],
  "contribution-capacity": ["能力に対する貢献（E5）", "Contribution to capacity (E5)", "share"],
  "contribution-benefit": ["利益に対する貢献（E6）", "Contribution to benefit (E6)", "share"],
};

function baseUnit(dimension: Dimension, unit: string | undefined): string {
  const units: Readonly<Record<string, string>> = { time: "h", distance: "km", rate: "/h", speed: "km/h" };
  return units[dimension] ?? unit ?? (dimension === "number" || dimension === "count" ? "" : dimension);
}
