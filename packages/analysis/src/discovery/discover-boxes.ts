import type { Name } from "@shikumi/core/random";
import { AnalysisError, type Design, type Outcome, type Seed } from "../frame/index.ts";
import { holmAdjusted } from "./binomial-tail.ts";
import { type Bounds, boxOf, holds, type Key, keepSides, keysOf, sideOf } from "./box.ts";
import { measureBounds } from "./box-measures.ts";
import { choosePoint, type Fold, peelFolds } from "./cross-validation.ts";
import type {
  DiscoverOptions,
  Discovery,
  DroppedLimit,
  FoundBox,
  LimitEvidence,
  Search,
  StopReason,
} from "./discovery.ts";
import {
  type DroppedLimits,
  dropLimits,
  type JudgedBox,
  type LimitWorth,
  worthOfLimits,
} from "./drop-limits.ts";
import { type FactorNote, factorNotes } from "./factor-notes.ts";
import { heldOutPValue } from "./held-out-test.ts";
import { type Interest, type Question, questionOf } from "./interest.ts";
import { limitSpreads } from "./limit-intervals.ts";
import { boundsAt, type PeelSettings, peelRows } from "./peel.ts";
import { dealParts, discoveryName } from "./random-parts.ts";
import { settleLimits } from "./settle-limits.ts";
import { partOfRows, type SortedRows, sortRows } from "./sorted-rows.ts";
import { type Score, scoreOf, type Target } from "./target.ts";
import { peelSettings, trajectoryOf } from "./trajectory.ts";
import { treeStart } from "./tree-start.ts";

/**
 * Boxes in which what is of interest is dense, as far as the evidence goes. A part of the rows is kept apart. On the rest PRIM is peeled; the point is chosen by cross-
 * validation (where none beats the whole space, the best leaf of a
 * shallow tree is tried); limits that
 * noise explains are dropped by it; the limits left are settled; and the box is returned only if the rows kept apart confirm it. Further boxes are looked for in what is
 * left, and with two or more
 * their limits are settled anew for the union. No box is an answer, with its reason. `fitted` figures flatter, `heldOut` ones do not. Deterministic in the seed; nothing
 * of the caller is
 * changed. Throws as `questionOf`, and `AnalysisError` `bad-argument` for options out of range.
 */
export function discoverBoxes(
  design: Design,
  outcome: Outcome,
  interest: Interest,
  options: DiscoverOptions = {},
): Discovery {
  const question = questionOf(design, outcome, interest, options);
  const chosen = checkedOptions(options, question.rows.length);
  const score = scoreOf(chosen.target);
  const name = discoveryName(chosen.seed, "boxes");
  const { notes, fit, heldOut } = dividedRows(question, chosen.heldOutShare, name);
  const settings = peelSettings(fit, options);
  const context: Context = { question, options: chosen, settings, score, name };

  const found: Candidate[] = [];
  const searches: Search[] = [];
  let stopped: StopReason = "enough-boxes";
  const left = new Uint8Array(design.rows).fill(1);
  while (found.length < chosen.mostBoxes) {
    const rest = found.length === 0 ? fit : partOfRows(fit, left, 1);
    const restHeldOut = heldOut.filter((row) => left[row] === 1);
    const result = searchBox(context, rest, restHeldOut, found.length);
    if (result.search !== undefined) searches.push(result.search);
    if (result.candidate === undefined) {
      stopped = result.reason;
      break;
    }
    found.push(result.candidate);
    for (const row of question.rows) if (holds(result.candidate.bounds, design.columns, row)) left[row] = 0;
  }
  settleTogether(context, fit, found);
  return {
    use: question.use,
    weightless: question.weightless,
    notes,
    fittedRows: fit.rows,
    heldOutRows: heldOut,
    boxes: found.map((_, at) => foundBox(context, fit, heldOut, found, at)),
    stopped,
    searches,
    ...unionOf(question, fit.rows, heldOut, found, chosen.confidence),
  };
}

/** Rows to fit and rows to judge by, with what is noted of the factors over both. The orders of both together are let go: they are as large as the data. */
function dividedRows(
  question: Question,
  heldOutShare: number,
  name: Name,
): { readonly notes: FactorNote[]; readonly fit: SortedRows; readonly heldOut: Int32Array } {
  const all = sortRows(question);
  const part = dealParts(question, question.rows, [1 - heldOutShare, heldOutShare], name);
  return {
    notes: factorNotes(all),
    fit: partOfRows(all, part, 0),
    heldOut: question.rows.filter((row) => part[row] === 1),
  };
}

interface CheckedOptions {
  readonly target: Target;
  readonly seed: Seed;
  readonly heldOutShare: number;
  readonly folds: number;
  readonly significance: number;
  readonly confidence: number;
  readonly draws: number;
  readonly mostBoxes: number;
}

interface Context {
  readonly question: Question;
  readonly options: CheckedOptions;
  readonly settings: PeelSettings;
  readonly score: Score;
  readonly name: Name;
}

interface Candidate {
  bounds: Bounds;
  readonly rest: SortedRows;
  readonly restHeldOut: Int32Array;
  readonly pValue: number;
  readonly kept: DroppedLimits["kept"];
  readonly dropped: readonly DroppedLimit[];
}

type SearchResult =
  | { readonly candidate: Candidate; readonly search: Search; readonly reason?: undefined }
  | { readonly candidate?: undefined; readonly search?: Search; readonly reason: StopReason };

/** From so many rows on two folds find what five do, in less than half the time. */
const manyRows = 50_000;

function checkedOptions(options: DiscoverOptions, rows: number): CheckedOptions {
  const {
    target = { kind: "f" },
    seed = 0,
    heldOutShare = 0.3,
    folds = rows < manyRows ? 5 : 2,
    significance = 0.05,
    confidence = 0.95,
    draws = 40,
    mostBoxes = 4,
  } = options;
  const check = (isRight: boolean, what: string, value: number): void => {
    if (!isRight) throw new AnalysisError("bad-argument", `${what}, got ${value}`);
  };
  check(heldOutShare >= 0.1 && heldOutShare <= 0.9, "heldOutShare must lie in [0.1, 0.9]", heldOutShare);
  check(
    Number.isInteger(folds) && folds >= 2 && folds <= 20,
    "folds must be a whole number from 2 to 20",
    folds,
  );
  check(significance > 0 && significance < 0.5, "significance must lie in (0, 0.5)", significance);
  check(confidence > 0.5 && confidence < 1, "confidence must lie in (0.5, 1)", confidence);
  check(Number.isInteger(draws) && draws >= 0, "draws must be a whole number from 0", draws);
  check(Number.isInteger(mostBoxes) && mostBoxes >= 1, "mostBoxes must be a whole number from 1", mostBoxes);
  return { target, seed, heldOutShare, folds, significance, confidence, draws, mostBoxes };
}

function searchBox(context: Context, rest: SortedRows, heldOut: Int32Array, index: number): SearchResult {
  const { question, options, settings, score, name } = context;
  if (rest.interest === 0) return { reason: rest.rows.length === 0 ? "too-few-rows" : "no-interest" };
  const hitRows = rest.rows.reduce((sum, row) => sum + ((question.hits[row] as number) > 0 ? 1 : 0), 0);
  if (hitRows === rest.rows.length) return { reason: "all-interest" };
  const isEnough =
    hitRows >= options.folds && rest.rows.length - hitRows >= options.folds && heldOut.length > 1;
  if (!isEnough) return { reason: "too-few-rows" };

  const path = peelRows(rest, settings);
  const folds = peelFolds(question, rest, settings, options.folds, discoveryName(name, `folds ${index}`));
  const chosen = choosePoint(rest, path, folds, score);
  const boxes = folds.map(({ rows }, at) => ({ rows, bounds: chosen.boxes[at] as Bounds }));
  let kept = limitsKept(context, rest, boundsAt(path, rest, chosen.point), folds, boxes);
  let origin: Search["origin"] = "peeling";
  if (kept.result.kept.length === 0) {
    const start = treeStart(rest, folds, score, settings.least);
    if (start !== undefined && start.score > (chosen.scores[0] as number)) {
      const second = limitsKept(context, rest, start.bounds, folds, start.boxes);
      if (second.result.kept.length > 0) {
        kept = second;
        origin = "tree";
      }
    }
  }
  const { result, start } = kept;
  const dropped = result.dropped.map(({ key, worth }) => ({
    ...sideOf(key, rest.factors),
    crossValidated: worth,
  }));
  const search: Search = {
    trajectory: trajectoryOf(rest, path, undefined, { question, rows: heldOut }),
    scores: chosen.scores,
    chosenPoint: chosen.point,
    origin,
    dropped,
  };
  if (result.kept.length === 0) {
    return { search, reason: chosen.point === 0 ? "whole-space-scores-best" : "noise-explains-limits" };
  }
  const bounds = settleLimits(rest, start, { score, least: settings.least });
  const pValue = heldOutPValue(question, heldOut, bounds);
  if (pValue > options.significance) return { search, reason: "held-out-not-denser" };
  return { search, candidate: { bounds, rest, restHeldOut: heldOut, pValue, kept: result.kept, dropped } };
}

/** Drops what noise explains, settles the boxes of the folds with the limits left, and drops again until nothing changes. */
function limitsKept(
  { question, options, settings, score }: Context,
  rest: SortedRows,
  full: Bounds,
  folds: readonly Pick<Fold, "total" | "sortedBy">[],
  boxes: readonly JudgedBox[],
): { result: DroppedLimits; start: Bounds } {
  const { target, significance } = options;
  let keys: readonly Key[] = keysOf(full);
  let current = boxes.map(({ bounds, rows }) => ({ rows, bounds: keepSides(bounds, keys) }));
  const dropped: DroppedLimits["dropped"][number][] = [];
  for (let round = 0; ; round++) {
    const result = dropLimits(question, rest, current, keys, target, significance, round > 0);
    dropped.push(...result.dropped);
    keys = result.kept.map(({ key }) => key);
    const isDone = keys.length === 0 || (round > 0 && result.dropped.length === 0);
    if (isDone) return { result: { ...result, dropped }, start: keepSides(full, keys) };
    const limited = new Set(keys.map(({ factor }) => factor));
    current = result.boxes.map(({ bounds, rows }, at) => {
      const { total, sortedBy } = folds[at] as Fold;
      const least = (settings.least * total) / rest.total;
      return { rows, bounds: settleLimits(sortedBy(limited), bounds, { score, least }) };
    });
  }
}

/** With two boxes or more: settles each in turn for the score of the union, in the rows the others leave. Given up if the held-out rows then confirm a box no longer. */
function settleTogether(context: Context, fit: SortedRows, found: Candidate[]): void {
  if (found.length < 2) return;
  const { question, options, settings, score } = context;
  const before = found.map(({ bounds }) => bounds);
  for (let round = 0; round < 3; round++) {
    for (const candidate of found) {
      const others = found.filter((other) => other !== candidate).map(({ bounds }) => bounds);
      const free = new Uint8Array(question.design.rows);
      for (const row of fit.rows) free[row] = others.some((other) => holds(other, fit.columns, row)) ? 0 : 1;
      const rest = partOfRows(fit, free, 1);
      const besides = {
        hits: fit.interest - rest.interest,
        weight: fit.total - rest.total,
        interest: fit.interest,
      };
      const least = Math.min(settings.least, rest.total);
      const bounds = settleLimits(rest, candidate.bounds, { score, least, besides });
      if (keysOf(bounds).length === keysOf(candidate.bounds).length) candidate.bounds = bounds;
    }
  }
  const isConfirmed = found.every(
    ({ bounds, restHeldOut }) => heldOutPValue(question, restHeldOut, bounds) <= options.significance,
  );
  if (isConfirmed) return;
  found.forEach((candidate, at) => {
    candidate.bounds = before[at] as Bounds;
  });
}

function foundBox(
  context: Context,
  fit: SortedRows,
  heldOut: Int32Array,
  found: readonly Candidate[],
  at: number,
): FoundBox {
  const { question, options, settings, score, name } = context;
  const { bounds, rest, restHeldOut, pValue, kept, dropped } = found[at] as Candidate;
  const keys = keysOf(bounds);
  const worths = (rows: Int32Array): LimitWorth[] =>
    worthOfLimits(question, fit, [{ bounds, rows }], keys, options.target).map(
      ({ loss, error, pValue: p }) => ({
        loss,
        error,
        pValue: p,
      }),
    );
  const inSample = worths(rest.rows);
  const judged = worths(restHeldOut);
  const adjusted = holmAdjusted(judged.map((worth) => worth.pValue));
  const { draws, confidence, significance } = options;
  const spreads =
    draws === 0
      ? []
      : limitSpreads(
          question,
          rest,
          keys,
          { ...settings, score, draws, confidence },
          discoveryName(name, `limits ${at}`),
        );
  const limits = keys.map((key, index): LimitEvidence => {
    const adjustedPValue = adjusted[index] as number;
    const before = kept.find((one) => one.key.factor === key.factor && one.key.side === key.side);
    return {
      ...sideOf(key, fit.factors),
      spread: spreads[index],
      crossValidated: before?.worth as LimitWorth,
      inSample: inSample[index] as LimitWorth,
      heldOut: judged[index] as LimitWorth,
      adjustedPValue,
      isConfirmed: adjustedPValue <= significance,
    };
  });
  return {
    box: boxOf(bounds, fit.factors),
    fitted: measureBounds(question, fit.rows, [bounds], confidence),
    heldOut: measureBounds(question, heldOut, [bounds], confidence),
    pValue: found.length > 1 ? heldOutPValue(question, restHeldOut, bounds) : pValue,
    limits,
    dropped,
  };
}

function unionOf(
  question: Question,
  fitted: Int32Array,
  heldOut: Int32Array,
  found: readonly Candidate[],
  confidence: number,
): Pick<Discovery, "union"> {
  if (found.length === 0) return {};
  const boxes = found.map(({ bounds }) => bounds);
  const overlap = (rows: Int32Array): number => {
    let twice = 0;
    let total = 0;
    for (const row of rows) {
      const own = question.weight[row] as number;
      total += own;
      let count = 0;
      for (const box of boxes) if (holds(box, question.design.columns, row)) count += 1;
      if (count > 1) twice += own;
    }
    return total > 0 ? twice / total : 0;
  };
  return {
    union: {
      fitted: measureBounds(question, fitted, boxes, confidence),
      heldOut: measureBounds(question, heldOut, boxes, confidence),
      overlap: { fitted: overlap(fitted), heldOut: overlap(heldOut) },
    },
  };
}
