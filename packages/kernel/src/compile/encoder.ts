import type { Amount, Condition, Id, Level, Slot, Study, Window } from "@shikumi/model";
import { scalarAmounts } from "../number/amount.ts";
import { distributionCodes } from "../number/inverse.ts";
import { ticksOf } from "../number/ticks.ts";
import {
  amountColumns,
  conditionColumns,
  needColumns,
  slotColumns,
  stepColumns,
  taskColumns,
} from "../program.ts";
import { Builder, RowSet } from "./builder.ts";
import { caseFamily, conditionCode } from "./codes.ts";
import type { Elements } from "./elements.ts";

type Distribution = Slot["distribution"];

/** Turns amounts, slots, conditions and references into numbers of one program. */
export class Encoder {
  readonly builder: Builder = new Builder();
  readonly elements: Elements;
  readonly slots: RowSet<typeof slotColumns> = new RowSet(slotColumns);
  readonly conditions: RowSet<typeof conditionColumns> = new RowSet(conditionColumns);
  readonly steps: RowSet<typeof stepColumns> = new RowSet(stepColumns);
  readonly tasks: RowSet<typeof taskColumns> = new RowSet(taskColumns);
  readonly needs: RowSet<typeof needColumns> = new RowSet(needColumns);
  readonly facts: Map<string, number> = new Map();
  readonly activities: Map<string, number> = new Map();
  readonly #amounts: RowSet<readonly [...typeof amountColumns, "value"]> = new RowSet([
    ...amountColumns,
    "value",
  ] as const);

  constructor(elements: Elements) {
    this.elements = elements;
  }

  amount(amount: Amount): number {
    const none = { uncertainty: -1, fact: -1, cases: -1, otherwise: -1, value: -1 };
    switch (amount.kind) {
      case "number":
        return this.#amounts.row({ ...none, value: this.builder.reals([amount.value]) });
      case "future":
        return this.#amounts.row({
          ...none,
          uncertainty: this.elements.uncertainties.indexOf(amount.uncertainty),
        });
      case "case":
        return this.#amounts.row({
          ...none,
          fact: this.fact(amount.fact),
          cases: this.builder.list(
            amount.cases.flatMap(({ is, amount: branch }) => [this.builder.word(is), this.amount(branch)]),
          ),
          otherwise: amount.otherwise === undefined ? -1 : this.amount(amount.otherwise),
        });
    }
  }

  /** Row of an amount, -1 for an absent level. */
  level(level: Level | undefined): number {
    return level === undefined ? -1 : this.amount(level.amount);
  }

  number(value: number): number {
    return this.amount({ kind: "number", value });
  }

  slot(slot: Slot | undefined): number {
    return slot === undefined ? -1 : this.distribution(slot.distribution);
  }

  distribution(distribution: Distribution): number {
    const none = {
      family: caseFamily,
      p0: -1,
      p1: -1,
      p2: -1,
      values: -1,
      weights: -1,
      fact: -1,
      cases: -1,
      otherwise: -1,
    };
    switch (distribution.kind) {
      case "case":
        return this.slots.row({
          ...none,
          fact: this.fact(distribution.fact),
          cases: this.builder.list(
            distribution.cases.flatMap((branch) => [
              this.builder.word(branch.is),
              this.distribution(branch.distribution),
            ]),
          ),
          otherwise: distribution.otherwise === undefined ? -1 : this.distribution(distribution.otherwise),
        });
      case "observed":
        return this.slots.row({
          ...none,
          family: distributionCodes.observed,
          values: this.builder.list(distribution.values.map((value) => this.amount(value))),
        });
      case "discrete":
        return this.slots.row({
          ...none,
          family: distributionCodes.discrete,
          values: this.builder.list(distribution.outcomes.map(({ value }) => this.amount(value))),
          weights: this.builder.list(distribution.outcomes.map(({ weight }) => this.amount(weight))),
        });
      case "fixed":
      case "uniform":
      case "triangular":
      case "normal":
      case "lognormal":
      case "exponential":
      case "gamma":
      case "weibull": {
        const [p0 = -1, p1 = -1, p2 = -1] = scalarAmounts(distribution).map((one) => this.amount(one));
        return this.slots.row({ ...none, family: distributionCodes[distribution.kind], p0, p1, p2 });
      }
    }
  }

  /** Row of the conjunction of `when` and the negations of `unless`; -1 if there is none. */
  condition(when: readonly Condition[], unless: readonly Condition[] = []): number {
    const all: Condition[] = [...when, ...unless.map((of): Condition => ({ kind: "not", of }))];
    if (all.length === 0) return -1;
    return this.conditionRow(all.length === 1 && all[0] !== undefined ? all[0] : { kind: "all", of: all });
  }

  conditionRow(condition: Condition): number {
    const row = (a: number, b = -1, node = -1): number =>
      this.conditions.row({ kind: conditionCode[condition.kind], a, b, node });
    switch (condition.kind) {
      case "fact":
        return row(
          this.fact(condition.fact),
          this.builder.list(condition.is.map((word) => this.builder.word(word))),
        );
      case "judgement":
        return row(
          this.builder.name(`judgement/${condition.judgement}`),
          this.level(condition.given),
          this.elements.node(condition.by),
        );
      case "within":
        return row(this.level(condition.time));
      case "not":
        return row(this.conditionRow(condition.of));
      case "all":
      case "any":
        return row(this.builder.list(condition.of.map((one) => this.conditionRow(one))));
    }
  }

  /** Column of a fact in what a run keeps by incident. */
  fact(name: string): number {
    const before = this.facts.get(name);
    if (before !== undefined) return before;
    this.facts.set(name, this.facts.size);
    return this.facts.size - 1;
  }

  activity(name: string): number {
    const before = this.activities.get(name);
    if (before !== undefined) return before;
    this.activities.set(name, this.activities.size);
    return this.activities.size - 1;
  }

  activityList(names: readonly string[]): number {
    return this.builder.list(names.map((name) => this.activity(name)));
  }

  words(texts: readonly string[]): number {
    return this.builder.list(texts.map((text) => this.builder.word(text)));
  }

  /** List of (from, until) in ticks. */
  windows(windows: readonly Window[]): number {
    return this.builder.list(windows.flatMap(({ from, until }) => [ticksOf(from), ticksOf(until)]));
  }

  /** Bit set of the organisations that a list covers by itself, a superior or the party (K36). */
  covered(list: readonly Id[]): number {
    const { organisations } = this.elements;
    const covers = (id: Id): boolean =>
      this.elements.superiors(id).some((one) => list.includes(one)) ||
      list.includes(this.elements.statics.organisations.get(id)?.party ?? "");
    return this.builder.set(
      organisations.ids.flatMap((id, index) => (covers(id) ? [index] : [])),
      organisations.ids.length,
    );
  }

  /** Bit set of the places that are one of these or lie inside one. */
  placeSet(study: Study, list: readonly Id[]): number {
    const within = (id: Id): boolean => {
      const seen = new Set<Id>();
      let at: Id | undefined = id;
      while (at !== undefined && !seen.has(at)) {
        if (list.includes(at)) return true;
        seen.add(at);
        at = study.places.get(at)?.inside;
      }
      return false;
    };
    const { ids } = this.elements.places;
    return this.builder.set(
      ids.flatMap((id, index) => (within(id) ? [index] : [])),
      ids.length,
    );
  }

  finishAmounts(reals: Float64Array): {
    amounts: Record<(typeof amountColumns)[number], Int32Array>;
    amountValue: Float64Array;
  } {
    const { value, ...amounts } = this.#amounts.table();
    return {
      amounts,
      amountValue: Float64Array.from(value, (at) => (at < 0 ? Number.NaN : (reals[at] as number))),
    };
  }
}
