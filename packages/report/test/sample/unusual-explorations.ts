import type { Exploration, NoFigure } from "@shikumi/assessment";
import { sampleExploration } from "./sample-exploration.ts";

const { robustness, discovery, sensitivity, agreement, measure, design, runs } = sampleExploration;
const none = (reason: NoFigure) => ({ kind: "none", reason }) as const;
const [fails, somewhere] = [discovery.packages[1], discovery.packages[2]];
const [mean] = robustness.criteria;
if (fails === undefined || somewhere === undefined || mean === undefined)
  throw new Error("the sample is whole");

/** No run gave a value: all failed. */
export const allFailed: Exploration = {
  ...sampleExploration,
  runs: {
    all: 252,
    complete: 0,
    cut: 0,
    failed: 252,
    causes: [{ cause: "KernelError: no route", count: 252 }],
  },
  robustness: {
    criteria: robustness.criteria.map((one) => ({
      ...one,
      best: [],
      use: { used: 0, leftOut: 42 },
      scores: one.scores.map((score) => ({
        ...score,
        value: undefined,
        interval: undefined,
        reason: "no-futures" as const,
      })),
    })),
    best: none("no-futures"),
    rankAgreement: none("no-spread"),
    enough: { kind: "no-winner", futures: undefined, best: [] },
    lead: none("no-futures"),
  },
  agreement: { parties: [], leftOut: ["north"], consents: [], agreed: [], surelyAgreed: [], leaving: [] },
  discovery: { reason: "no-futures", packages: [] },
  regret: { columns: [], packages: [] },
  sample: { futures: [], uncertainties: [], packages: [] },
  sensitivity: {
    outcomes: [],
    decision: {
      kind: "none",
      reason: "no-futures",
      best: undefined,
      use: { used: 0, leftOut: 42 },
      shares: [],
      perfect: none("no-futures"),
      factors: [],
    },
    assumptions: [],
  },
  switching: [],
};

/** One package alone: nothing to compare with. */
export const onePackage: Exploration = {
  ...sampleExploration,
  design: { ...design, kind: "study" },
  packages: sampleExploration.packages.slice(0, 1),
  uncertainties: [],
  robustness: {
    ...robustness,
    criteria: robustness.criteria.map((one) => ({
      ...one,
      scores: one.scores.slice(0, 1),
      best: ["baseline"],
    })),
    best: none("one-package"),
    rankAgreement: none("one-package"),
    lead: none("one-package"),
  },
  agreement: { ...agreement, consents: [], agreed: [], surelyAgreed: [], leaving: [] },
  discovery: { reason: undefined, packages: discovery.packages.slice(0, 1) },
  regret: { columns: [], packages: [] },
  sensitivity: { ...allFailed.sensitivity },
};

/** Nothing tells the packages apart, and nothing is found. */
export const nothingFound: Exploration = {
  ...sampleExploration,
  mode: "timed",
  beliefs: { kind: "too-thin", thin: ["calm", "busy"], least: 30 },
  design: { ...design, kind: "lhs" },
  measure: { ...measure, isWeighed: false, floor: { kind: "none" } },
  runs: { ...runs, complete: 252, cut: 0, failed: 0, causes: [] },
  robustness: {
    ...robustness,
    criteria: [{ ...mean, best: ["baseline"], use: { used: 42, leftOut: 0 } }],
    enough: { kind: "not-enough-yet", futures: undefined, best: ["baseline"] },
    lead: {
      kind: "pair",
      first: "baseline",
      second: "act",
      gain: 0.001,
      low: -0.02,
      high: 0.022,
      futures: 42,
    },
  },
  agreement: { ...agreement, agreed: [], surelyAgreed: [], leaving: [], leftOut: [] },
  discovery: {
    reason: undefined,
    packages: (
      [
        "no-interest",
        "all-interest",
        "too-few-rows",
        "whole-space-scores-best",
        "held-out-not-denser",
      ] as const
    ).map((stopped) => ({
      ...fails,
      threshold: { kind: "worst-quarter", value: 0.3, floor: undefined },
      boxes: [],
      trajectory: [],
      stopped,
    })),
  },
  sensitivity: {
    ...sensitivity,
    decision: {
      ...sensitivity.decision,
      kind: "always-same",
      best: "baseline",
      shares: [{ package: "baseline", share: 1 }],
      perfect: { kind: "figure", value: 0 },
      factors: [],
    },
    assumptions: [],
  },
};

const bands: readonly (readonly [number, number])[] = [
  [0.995, 1],
  [0.92, 0.98],
  [0.7, 0.8],
  [0.4, 0.6],
  [0.2, 0.3],
  [0.02, 0.08],
  [0, 0.005],
  [0.5, 0.9],
];

/** Beliefs that agree on the best package, with a band under every word of likelihood and one under none. */
export const underBeliefs: Exploration = {
  ...sampleExploration,
  beliefs: {
    kind: "scored",
    beliefs: [
      { name: undefined, effective: 40 },
      { name: "calm", effective: 31.4 },
    ],
    packages: bands.map(([low, high], at) => ({
      package: sampleExploration.packages[at]?.id ?? `p${at}`,
      means: [0.5, at === 0 ? undefined : 0.6],
      floor: { low, high },
    })),
    best: ["cell"],
  },
};

/** Explorations that say what the sample does not. */
export const unusualExplorations: readonly Exploration[] = [
  allFailed,
  onePackage,
  nothingFound,
  underBeliefs,
  {
    ...sampleExploration,
    beliefs: { kind: "correlated-steps", belief: "calm", uncertainty: "base" },
  },
  {
    ...sampleExploration,
    beliefs: {
      kind: "scored",
      beliefs: [{ name: undefined, effective: 40 }],
      packages: [{ package: "act", means: [0.5], floor: undefined }],
      best: [],
    },
  },
  {
    ...sampleExploration,
    design: { ...design, kind: "mc" },
    measure: { ...measure, floor: { kind: "missions", missions: 3 } },
    uncertainties: Array.from({ length: 12 }, (_, at) => ({
      id: `u${at}`,
      key: `u${at}`,
      name: { ja: `仮定${at}`, en: `Assumption ${at}` },
      dimension: at % 2 === 0 ? ("count" as const) : ("money" as const),
      unit: at % 2 === 0 ? "ships" : "JPY",
      group: undefined,
      low: 1e-9,
      high: 1e18,
      levels: undefined,
      correlated: [],
    })),
    beliefs: { kind: "uncovered", belief: "calm", uncertainty: "u1" },
    agreement: { ...agreement, surelyAgreed: agreement.agreed },
    discovery: {
      reason: undefined,
      packages: [
        { ...somewhere, threshold: { kind: "worst-quarter", value: 0.4, floor: { missed: 39, of: 40 } } },
        { ...fails, package: "act", threshold: { kind: "worst-quarter", value: 0.4, floor: undefined } },
        { ...fails, package: "baseline", boxes: [] },
      ],
    },
  },
  {
    ...sampleExploration,
    beliefs: { kind: "no-density", belief: "calm", uncertainty: "request" },
    agreement: { ...agreement, surelyAgreed: [] },
    robustness: {
      ...robustness,
      criteria: robustness.criteria.map((one) => ({
        ...one,
        best: ["cell", "act", "baseline", "fourth", "fifth"],
        scores: one.scores.map((score) => ({ ...score, value: 1 })),
      })),
    },
    sensitivity: {
      ...sensitivity,
      decision: { ...sensitivity.decision, shares: [...sensitivity.decision.shares].reverse() },
    },
  },
];
