import {
  type Assessment,
  type Figure,
  type HypothesisFinding,
  type HypothesisPoint,
  hypothesisStatuses,
  notEvaluatedReasons,
  type RangedAssumption,
  type Unit,
  type UnrangedAssumption,
  type ValidationFinding,
  validationOutcomes,
  type WeakestAssumptions,
} from "@shikumi/assessment";
import type { Study, Validation } from "@shikumi/model";
import { sampleAssessment } from "./sample-assessment.ts";
import { sampleStudy } from "./sample-study.ts";

const base = "baseline/in-force/refused";
const replayed = `${base}/replay-first`;

function figure(id: string, unit: Unit, value: number, low = Number.NaN, high = Number.NaN): Figure {
  return { id, value, low, high, unit, run: base };
}

/** One comparison. */
export function comparison(row: string, change: Partial<ValidationFinding> = {}): ValidationFinding {
  const id = `validation/${row}`;
  const observed = { figure: figure(`${id}/observed-1`, "hours", 17), inside: true };
  return {
    row,
    use: "held-out",
    of: "rescue.sail.first-effect",
    quantity: "time",
    replay: undefined,
    outcome: "inside",
    reason: undefined,
    observed: [{ ...observed, quantile: figure(`${id}/quantile-1`, "share", 0.4, 0.3, 0.5) }],
    order: [],
    simulated: {
      low: figure(`${id}/low`, "hours", 10),
      median: figure(`${id}/median`, "hours", 18),
      high: figure(`${id}/high`, "hours", 30),
      inOrder: undefined,
    },
    ratio: figure(`${id}/ratio`, "value", 0.94),
    cases: figure(`${id}/cases`, "count", 120),
    happened: figure(`${id}/happened`, "share", 1),
    ...change,
  };
}

/** Comparisons of every outcome, reason and kind. */
export const comparisons: readonly ValidationFinding[] = [
  comparison("first"),
  comparison("some", { outcome: "partly", use: "calibrated-on", quantity: "rate" }),
  comparison("miss", { outcome: "outside", quantity: "share" }),
  comparison("queue", {
    quantity: "order",
    order: ["rescue.sail", "fire.fight"],
    observed: [],
    simulated: {
      low: figure("validation/queue/low", "count", Number.NaN),
      median: figure("validation/queue/median", "count", Number.NaN),
      high: figure("validation/queue/high", "count", Number.NaN),
      inOrder: figure("validation/queue/in-order", "share", 0.7, 0.6, 0.8),
    },
  }),
  ...notEvaluatedReasons.map((reason) => {
    const id = `validation/none-${reason}`;
    return comparison(`none-${reason}`, {
      outcome: "not-evaluated",
      reason,
      simulated: {
        low: figure(`${id}/low`, "hours", Number.NaN),
        median: figure(`${id}/median`, "hours", Number.NaN),
        high: figure(`${id}/high`, "hours", Number.NaN),
        inOrder: undefined,
      },
      ratio: figure(`${id}/ratio`, "value", Number.NaN),
    });
  }),
];

/** How many of them came out how. */
export const comparisonCounts = (["calibrated-on", "held-out"] as const).flatMap((use) =>
  validationOutcomes.map((outcome) => ({
    use,
    outcome,
    count: figure(
      `validation/count/${use}/${outcome}`,
      "count",
      comparisons.filter((row) => row.use === use && row.outcome === outcome).length,
    ),
  })),
);

function point(id: string, change: Partial<HypothesisPoint> = {}): HypothesisPoint {
  return {
    at: {},
    status: "supported",
    reason: undefined,
    share: {
      refused: figure(`${id}/share`, "share", 0.9, 0.8, 0.95),
      granted: figure(`${id}/share/granted`, "share", 0.9, 0.8, 0.95),
    },
    counted: figure(`${id}/counted`, "count", 16),
    missions: [],
    substitutable: [],
    ...change,
  };
}

function hypothesis(id: string, change: Partial<HypothesisFinding> = {}): HypothesisFinding {
  const address = `hypothesis/${id}`;
  return {
    hypothesis: id,
    status: "supported",
    reason: undefined,
    threshold: figure(`${address}/threshold`, "share", 0.8),
    points: [point(`${address}/point-1`)],
    domains: [],
    converse: undefined,
    ...change,
  };
}

/** Hypotheses of every status, and a verdict over a grid with its converse. */
export const evaluated: readonly HypothesisFinding[] = [
  ...hypothesisStatuses.map((status) =>
    hypothesis(`of-${status}`, {
      status,
      reason: status === "not-evaluated" ? "predicate-not-known" : undefined,
    }),
  ),
  hypothesis("verdict", {
    points: [
      point("hypothesis/verdict/point-1", {
        at: { floor: 0.5, effort: 20, class: "as-stated" },
        missions: ["rescue"],
        substitutable: ["fire"],
      }),
      point("hypothesis/verdict/point-2", {
        at: { floor: 0.5, effort: 20, class: "disputed-civil" },
        status: "undecided",
        share: {
          refused: figure("hypothesis/verdict/point-2/share", "share", 0.8, 0.6, 0.9),
          granted: figure("hypothesis/verdict/point-2/share/granted", "share", 0.7, 0.5, 0.9),
        },
      }),
    ],
    domains: [
      { domain: "sea", label: "structural", tasks: ["rescue.sail"] },
      { domain: "land", label: "contingent", tasks: [] },
      { domain: "air", label: "none", tasks: [] },
    ],
    converse: {
      status: "not-supported",
      reason: undefined,
      points: [point("hypothesis/verdict/converse/point-1", { status: "not-supported" })],
    },
  }),
];

const moved = `${base}/moved`;

function ranged(uncertainty: string, swing: number, domain: string | undefined): RangedAssumption {
  const id = `weakest/${uncertainty}`;
  return {
    uncertainty,
    domain,
    low: figure(`${id}/low`, "value", 0.2),
    high: figure(`${id}/high`, "value", 0.8),
    swing: { ...figure(`${id}/swing`, "points", swing, swing - 0.05, swing + 0.05), run: moved },
    isAboveChance: swing > 0.1,
    weakness: figure(`${id}/weakness`, "share", 0.5),
    weight: figure(`${id}/weight`, "share", swing / 2),
  };
}

function unranged(
  collection: UnrangedAssumption["collection"],
  element: string,
  swing: number,
): UnrangedAssumption {
  const id = `weakest/${collection}/${element}`;
  return {
    collection,
    element,
    numbers: figure(`${id}/numbers`, "count", 2),
    tasks: figure(`${id}/tasks`, "count", 3),
    domains: ["sea"],
    domain: swing === 0 ? undefined : "sea",
    swing: { ...figure(`${id}/swing`, "points", swing, swing - 0.01, swing + 0.01), run: moved },
    isAboveChance: swing !== 0,
  };
}

const [holding] = sampleStudy.holdings.keys();

/** Weak assumptions of every kind a brief tells. */
export const weakest: WeakestAssumptions = {
  run: moved,
  asked: 3,
  tried: figure("weakest/tried", "count", 7),
  ranged: [ranged("will", 0.3, "sea"), ranged("luck", 0.05, undefined)],
  candidates: figure("weakest/candidates", "count", 12),
  unranged: [
    unranged("study", "ad-hoc-cell", 0.2),
    unranged("tasks", "rescue.sail", -0.1),
    unranged("holdings", holding ?? "", 0),
  ],
};

const [baseRun] = sampleAssessment.runs;
if (baseRun === undefined) throw new Error("the sample has runs");
const packageId = [...sampleStudy.packages.keys()][0] ?? "";

/** The sample with cases and hypotheses, and the runs they need. */
export const sampleEvidence: Assessment = {
  ...sampleAssessment,
  runs: [
    ...sampleAssessment.runs,
    { ...baseRun, key: `${base}/observed`, relaxed: false },
    { ...baseRun, key: replayed, relaxed: false },
    { ...baseRun, key: moved, relaxed: false },
    {
      ...baseRun,
      key: `${packageId}.effort-20/in-force/refused`,
      package: `${packageId}.effort-20`,
      relaxed: false,
    },
  ],
  validation: { rows: comparisons, counts: comparisonCounts },
  hypotheses: evaluated,
  weakest,
};

const story = { ja: "最初の救助", en: "The first rescue" };
const [element] = sampleStudy.organisations.values();
if (element === undefined) throw new Error("the sample has organisations");
const { id: _, name: __, ...rest } = element;
const told: Validation = {
  ...rest,
  id: "first",
  name: story,
  case: story,
  observed: { kind: "set", values: [17] },
  of: "rescue.sail.first-effect",
  since: undefined,
  replay: "first",
  played: undefined,
  use: "held-out",
};

/** The sample study with the case that its runs play again. */
export const studyWithCases: Study = { ...sampleStudy, validation: new Map([["first", told]]) };
