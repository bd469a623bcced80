import type {
  BoxSearch,
  Exploration,
  ExploredUncertainty,
  PackageSearch,
  PeelPoint,
} from "@shikumi/assessment";
import { sampleDigest } from "./sample-study.ts";

const uncertainty = (
  id: string,
  [ja, en]: readonly [string, string],
  rest: Partial<ExploredUncertainty> & Pick<ExploredUncertainty, "low" | "high">,
): ExploredUncertainty => ({
  id,
  key: id,
  name: { ja, en },
  dimension: "number",
  unit: undefined,
  group: undefined,
  levels: undefined,
  correlated: [],
  ...rest,
});

const uncertainties: readonly ExploredUncertainty[] = [
  uncertainty("request", ["要請に要する時間", "Time a request takes"], {
    dimension: "time",
    low: 0.25,
    high: 30,
    correlated: ["will"],
  }),
  uncertainty("base", ["基地の閉鎖", "Base closed"], { low: 0, high: 2, levels: [0, 1, 2] }),
  uncertainty("will", ["政治の意思", "Political will"], { low: 0.3, high: 0.95, correlated: ["request"] }),
  uncertainty("fires", ["火災の頻度", "Rate of fires"], { dimension: "rate", low: 0.0005, high: 0.0011 }),
];

const futures = Array.from({ length: 40 }, (_, at) => at);
const requestOf = (at: number): number => 0.25 + ((at * 7) % 40) * 0.75;
const baseOf = (at: number): number => at % 3;
const isBad = (at: number): boolean => requestOf(at) > 9 && baseOf(at) === 1;

const way: readonly PeelPoint[] = Array.from({ length: 20 }, (_, at) => ({
  limited: at === 0 ? 0 : 2,
  mass: 1 - at * 0.045,
  coverage: 1 - at * 0.02,
  density: 0.2 + at * 0.04,
  heldOut: at > 17 ? undefined : { coverage: 1 - at * 0.03, density: 0.18 + at * 0.03 },
  isChosen: at === 15,
}));

const box: BoxSearch["boxes"][number] = {
  limits: [
    { uncertainty: "request", low: 9, high: undefined, isConfirmed: true },
    { uncertainty: "base", low: 0.5, high: 1.5, isConfirmed: false },
  ],
  fitted: { futures: 28, boxFutures: 7, hits: 6, coverage: 0.75, density: 6 / 7 },
  heldOut: { futures: 12, boxFutures: 3, hits: 2, coverage: 0.5, density: 2 / 3 },
};

const nothing: BoxSearch = {
  share: 0,
  use: { used: 40, leftOut: 2 },
  trajectory: [],
  boxes: [],
  stopped: "no-interest",
};

const searches: readonly PackageSearch[] = [
  {
    ...nothing,
    package: "baseline",
    threshold: { kind: "worst-quarter", value: 0.31, floor: { missed: 40, of: 40 } },
    share: 0.25,
    stopped: "noise-explains-limits",
  },
  {
    ...nothing,
    package: "act",
    threshold: { kind: "floor" },
    share: 0.3,
    trajectory: way,
    boxes: [box],
    stopped: "enough-boxes",
  },
  {
    ...nothing,
    package: "cell",
    threshold: { kind: "worst-quarter", value: 0.52, floor: { missed: 1, of: 40 } },
    share: 0.25,
    boxes: [
      { ...box, limits: [{ uncertainty: "will", low: undefined, high: 0.5, isConfirmed: true }] },
      {
        limits: [
          { uncertainty: "request", low: 2, high: 4, isConfirmed: true },
          { uncertainty: "base", low: 0.5, high: undefined, isConfirmed: true },
          { uncertainty: "fires", low: undefined, high: 0.0007, isConfirmed: true },
        ],
        fitted: { futures: 28, boxFutures: 3, hits: 3, coverage: undefined, density: 1 },
        heldOut: { futures: 12, boxFutures: 0, hits: 0, coverage: 0, density: undefined },
      },
    ],
    stopped: "enough-boxes",
  },
];

const ids = ["baseline", "act", "cell"];
const scores = (values: readonly (number | undefined)[], spread = 0.02) =>
  values.map((value, at) => ({
    package: ids[at] as string,
    value,
    interval:
      value === undefined
        ? undefined
        : ({ kind: "student", low: value - spread, high: value + spread, confidence: 0.95 } as const),
    reason: value === undefined ? ("undefined-scores" as const) : undefined,
  }));
const use = { used: 40, leftOut: 2 };

/** An exploration of the sample study with something of everything. */
export const sampleExploration: Exploration = {
  format: "shikumi-exploration-1",
  study: { digest: sampleDigest, title: { ja: "三つの港の救難", en: "Rescue of three harbours" }, seed: 7 },
  engine: "rules-1",
  mode: "in-force",
  design: { kind: "sobol", id: "d1e537b53b90", futures: 42, replications: 2 },
  packages: [
    { id: "baseline", name: { ja: "現状", en: "Present arrangement" }, levers: [] },
    { id: "act", name: { ja: "立法", en: "The act" }, levers: ["boat-law"] },
    { id: "cell", name: { ja: "調整所", en: "The cell" }, levers: ["boat-law", "standing-cell"] },
  ],
  uncertainties,
  measure: {
    id: "effect",
    name: { ja: "実効性", en: "Effectiveness" },
    domains: [
      { domain: "sea", weight: 2 },
      { domain: "land", weight: 1 },
    ],
    isWeighed: true,
    floor: { kind: "stated", value: 0.4 },
  },
  runs: {
    all: 252,
    complete: 249,
    cut: 1,
    failed: 2,
    causes: [{ cause: "KernelError: no route", count: 2 }],
  },
  domains: [],
  robustness: {
    criteria: [
      {
        metric: { id: "mean" },
        unit: "share",
        better: "more",
        scores: scores([0.35, 0.55, 0.62]),
        best: ["cell"],
        use,
      },
      {
        metric: { id: "quantile", p: 0.1 },
        unit: "share",
        better: "more",
        scores: scores([0.3, 0.41, 0.5]),
        best: ["cell"],
        use,
      },
      {
        metric: { id: "tail", share: 0.1 },
        unit: "share",
        better: "more",
        scores: scores([0.28, 0.37, 0.44]),
        best: ["cell"],
        use,
      },
      {
        metric: { id: "minimax-regret" },
        unit: "share",
        better: "less",
        scores: scores([0.4, 0.2, 0.05]),
        best: ["cell"],
        use,
      },
      {
        metric: { id: "mean-variance" },
        unit: "none",
        better: "more",
        scores: scores([2.5, 1.6, 1.4]),
        best: ["baseline"],
        use,
      },
      {
        metric: { id: "undesirable-deviations" },
        unit: "share",
        better: "less",
        scores: scores([undefined, undefined, undefined]),
        best: [],
        use,
      },
      {
        metric: { id: "satisficing-share", floor: 0 },
        unit: "share",
        better: "more",
        scores: scores([0, 0.7, 0.98]),
        best: ["cell"],
        use,
      },
      {
        metric: { id: "best-share" },
        unit: "share",
        better: "more",
        scores: scores([0, 0.2, 0.8]),
        best: ["cell"],
        use,
      },
      {
        metric: { id: "maximin" },
        unit: "share",
        better: "more",
        scores: scores([0.2, 0.2, 0.2]),
        best: ids,
        use,
      },
    ],
    best: { kind: "ranked", shares: [{ package: "cell", share: 0.97, low: 0.94, high: 0.99 }] },
    rankAgreement: { kind: "tau", least: -0.33, mean: 0.71, pairs: 28 },
    enough: { kind: "enough", futures: 16, best: ["cell"] },
    lead: { kind: "pair", first: "cell", second: "act", gain: 0.07, low: 0.04, high: 0.1, futures: 40 },
  },
  agreement: {
    parties: ["north", "south"],
    leftOut: ["west"],
    consents: [
      {
        party: "north",
        package: "act",
        agrees: true,
        isSure: true,
        gain: 12.4,
        low: 10,
        high: 15,
        losing: 0,
        regret: 8,
      },
      {
        party: "north",
        package: "cell",
        agrees: true,
        isSure: false,
        gain: 0.00001,
        low: -2,
        high: 2,
        losing: 0.3,
        regret: 1e9,
      },
      {
        party: "south",
        package: "act",
        agrees: false,
        isSure: true,
        gain: -5,
        low: -7,
        high: -3,
        losing: 1,
        regret: undefined,
      },
      {
        party: "south",
        package: "cell",
        agrees: false,
        isSure: false,
        gain: -0.1,
        low: undefined,
        high: undefined,
        losing: 0.4,
        regret: 2,
      },
    ],
    agreed: ["act", "cell"],
    surelyAgreed: ["act"],
    leaving: [
      { ...nothing, party: "south", package: "cell", share: 0.4, boxes: [box], stopped: "enough-boxes" },
    ],
  },
  discovery: { reason: undefined, packages: searches },
  regret: {
    columns: [
      { uncertainty: undefined, low: 0, high: 0, futures: 40 },
      { uncertainty: "request", low: 0.25, high: 9, futures: 20 },
      { uncertainty: "request", low: 9.1, high: 30, futures: 20 },
      { uncertainty: "base", low: 1, high: 1, futures: 13 },
    ],
    packages: [
      { package: "baseline", cells: [0.28, 0.2, 0.36, 0.4] },
      { package: "act", cells: [0.08, 0.01, 0.15, 0.2] },
      { package: "cell", cells: [0.001, 0, 0.002, 0] },
    ],
  },
  sample: {
    futures,
    uncertainties: [
      { uncertainty: "request", values: futures.map(requestOf) },
      { uncertainty: "base", values: futures.map(baseOf) },
      { uncertainty: "will", values: futures.map((at) => 0.3 + (at % 13) * 0.05) },
      { uncertainty: "fires", values: futures.map((at) => 0.0005 + at * 0.00001) },
    ],
    packages: [
      {
        package: "baseline",
        values: futures.map((at) => 0.3 + (at % 5) * 0.02),
        isHit: futures.map((at) => at % 4 === 0),
      },
      { package: "act", values: futures.map((at) => (isBad(at) ? 0.3 : 0.6)), isHit: futures.map(isBad) },
      {
        package: "cell",
        values: futures.map((at) => 0.5 + (at % 9) * 0.03),
        isHit: futures.map((at) => at % 9 < 2),
      },
    ],
  },
  sensitivity: {
    outcomes: [
      {
        package: "cell",
        use,
        reason: undefined,
        factors: [
          {
            uncertainty: "request",
            first: 0.61,
            firstLow: 0.5,
            firstHigh: 0.7,
            pawn: 0.42,
            pawnThreshold: 0.2,
            isAboveChance: true,
          },
          {
            uncertainty: "will",
            first: 0.1,
            firstLow: -0.02,
            firstHigh: 0.2,
            pawn: undefined,
            pawnThreshold: undefined,
            isAboveChance: false,
          },
          {
            uncertainty: "base",
            first: -0.01,
            firstLow: undefined,
            firstHigh: undefined,
            pawn: 0.1,
            pawnThreshold: 0.2,
            isAboveChance: false,
          },
        ],
      },
    ],
    decision: {
      kind: "decision",
      reason: undefined,
      best: "cell",
      use,
      shares: [
        { package: "cell", share: 0.8 },
        { package: "act", share: 0.2 },
      ],
      perfect: { kind: "figure", value: 0.012, low: 0.006, high: 0.02 },
      factors: [
        { uncertainty: "base", learning: 0.008, threshold: 0.003, reversals: 0.15, isAboveChance: true },
        { uncertainty: "will", learning: 0.0001, threshold: undefined, reversals: 0, isAboveChance: false },
      ],
    },
    assumptions: [
      { uncertainty: "base", by: "decision", value: 0.008, isAboveChance: true },
      { uncertainty: "request", by: "outcome", value: 0.61, isAboveChance: true },
      { uncertainty: "will", by: "outcome", value: 0.1, isAboveChance: false },
    ],
  },
  switching: [
    {
      uncertainty: "base",
      best: "cell",
      rival: "act",
      at: 0,
      answer: { kind: "switches", value: 2 },
      runs: 64,
    },
    {
      uncertainty: "request",
      best: "cell",
      rival: "act",
      at: 8,
      answer: { kind: "does-not-switch", low: 0.25, high: 30 },
      runs: 64,
    },
    {
      uncertainty: "will",
      best: "cell",
      rival: "act",
      at: 0.6,
      answer: { kind: "undecided", reason: "noise" },
      runs: 64,
    },
  ],
};
