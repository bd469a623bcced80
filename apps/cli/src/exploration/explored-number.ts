import type { Exploration, ExploredUncertainty } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Study } from "@shikumi/model";
import { formatNumber } from "@shikumi/report";
import type { Say } from "../messages/index.ts";

/** A difference of shares in percentage points with one decimal. */
export function points(value: number): string {
  return (100 * value).toFixed(1);
}

/** A share in per cent. */
export function shareText(value: number, language: Language): string {
  const printed = formatNumber({ value, low: Number.NaN, high: Number.NaN }, "share", language);
  return printed === undefined ? "–" : printed.value.replaceAll("\u00a0", " ");
}

/** What the page calls things, in one language. */
export interface ExploredNames {
  package(id: string): string;
  packages(ids: readonly string[]): string;
  party(id: string): string;
  domain(id: string): string;
}

/** Names of an exploration and its study; the id of what has none. */
export function exploredNames(
  { packages }: Exploration,
  study: Study,
  { language, say }: { readonly language: Language; readonly say: Say },
): ExploredNames {
  const byId = new Map(packages.map(({ id, name }) => [id, name[language]]));
  const packageName = (id: string): string => byId.get(id) || id;
  return {
    package: packageName,
    packages: (ids) => namesOf(ids.map(packageName), say),
    party: (id) => study.parties.get(id)?.name[language] || id,
    domain: (id) => (study.glossary.get(id) ?? study.measures.get(id))?.name[language] || id,
  };
}

/** Names in a list; a word for none. */
export function namesOf(names: readonly string[], say: Say): string {
  return names.length === 0 ? say("none-named") : names.join(say("list-and"));
}

/** A value of an uncertainty in its own unit. */
export function valueText(
  value: number,
  { dimension, unit }: ExploredUncertainty,
  language: Language,
): string {
  const options = { language, digits: 3 };
  if (dimension === "money") return formatQuantity(value, dimension, { ...options, currency: unit ?? "" });
  return formatQuantity(value, dimension, { ...options, ...(dimension === "count" && unit ? { unit } : {}) });
}
