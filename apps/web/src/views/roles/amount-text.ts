import type { Language } from "@shikumi/core/diagnostic";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Amount, Distribution, Level, Slot } from "@shikumi/model";

/** A quantity of the study as it is written: one number, or the least and the greatest number it is written with. `undefined` where it comes from the future alone. */
export function slotText(slot: Slot, language: Language): string | undefined {
  return rangeText(numbersOf(slot.distribution), slot, language);
}

/** A level of the study as it is written. */
export function levelText(level: Level, language: Language): string | undefined {
  return rangeText(amountNumbers(level.amount), level, language);
}

function rangeText(
  numbers: readonly number[],
  { dimension, unit }: Pick<Level, "dimension" | "unit">,
  language: Language,
): string | undefined {
  if (numbers.length === 0) return undefined;
  const print = (value: number): string => {
    if (dimension === "money") return formatQuantity(value, "money", { currency: unit ?? "USD", language });
    if (dimension === "share") return formatQuantity(value, "share", { language, digits: 2 });
    return formatQuantity(value, dimension, {
      language,
      digits: 2,
      ...(dimension === "count" && unit !== undefined ? { unit } : {}),
    });
  };
  const low = print(Math.min(...numbers));
  const high = print(Math.max(...numbers));
  if (low === high) return low;
  return language === "ja" ? `${low}〜${high}` : `${low} – ${high}`;
}

function numbersOf(distribution: Distribution): readonly number[] {
  switch (distribution.kind) {
    case "fixed":
      return amountNumbers(distribution.value);
    case "uniform":
    case "triangular":
      return [distribution.low, distribution.high].flatMap(amountNumbers);
    case "normal":
    case "exponential":
    case "gamma":
      return amountNumbers(distribution.mean);
    case "lognormal":
      return amountNumbers(distribution.median);
    case "weibull":
      return amountNumbers(distribution.scale);
    case "observed":
      return distribution.values.flatMap(amountNumbers);
    case "discrete":
      return distribution.outcomes.flatMap(({ value }) => amountNumbers(value));
    case "case":
      return [
        ...distribution.cases.flatMap((one) => numbersOf(one.distribution)),
        ...(distribution.otherwise === undefined ? [] : numbersOf(distribution.otherwise)),
      ];
  }
}

function amountNumbers(amount: Amount): readonly number[] {
  switch (amount.kind) {
    case "number":
      return [amount.value];
    case "future":
      return [];
    case "case":
      return [
        ...amount.cases.flatMap((one) => amountNumbers(one.amount)),
        ...(amount.otherwise === undefined ? [] : amountNumbers(amount.otherwise)),
      ];
  }
}
