import type { Language } from "@shikumi/core/diagnostic";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Uncertainty } from "@shikumi/model";

/** A value of an uncertainty in its own unit, to three digits. */
export function levelText(
  { dimension, unit }: Pick<Uncertainty, "dimension" | "unit">,
  value: number,
  language: Language,
): string {
  if (dimension === "money")
    return unit === undefined
      ? String(value)
      : formatQuantity(value, "money", { currency: unit, digits: 3, language });
  if (dimension === "count")
    return formatQuantity(value, "count", { digits: 3, language, ...(unit === undefined ? {} : { unit }) });
  return formatQuantity(value, dimension, { digits: 3, language });
}
