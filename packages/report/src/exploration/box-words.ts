import type { BoxLimit, BoxSearch } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import { type Inlines, textInline } from "../document/inline.ts";
import { type ExplorationContext, sentences } from "./exploration-context.ts";

type Box = BoxSearch["boxes"][number];

/** The limits of a box in one clause, most restrictive first, with units. */
export function limitsClause(
  context: ExplorationContext,
  place: string,
  limits: readonly BoxLimit[],
): Inlines {
  return limits.flatMap((limit, at) => [
    ...(at === 0 ? [] : context.say("limit-and")),
    ...limitClause(context, place, limit),
    ...(limit.isConfirmed ? [] : context.say("limit-unconfirmed")),
  ]);
}

function limitClause(context: ExplorationContext, place: string, limit: BoxLimit): Inlines {
  const { uncertainty } = limit;
  const { low, high } = shownLimits(context, limit);
  const name = context.say("quoted", { name: context.uncertaintyName(uncertainty) });
  const shown = (end: "low" | "high", value: number) =>
    context.quantity(`${place}/${uncertainty}/${end}`, value, uncertainty);
  if (low !== undefined && low === high)
    return context.say("limit-level", { name, value: shown("low", low) });
  if (low !== undefined && high !== undefined)
    return context.say("limit-both", { name, low: shown("low", low), high: shown("high", high) });
  if (low !== undefined) return context.say("limit-low", { name, low: shown("low", low) });
  if (high !== undefined) return context.say("limit-high", { name, high: shown("high", high) });
  return name;
}

/** A limit as a cell of a table. */
export function limitCell(context: ExplorationContext, place: string, limit: BoxLimit): Inlines {
  const { uncertainty } = limit;
  const { low, high } = shownLimits(context, limit);
  const shown = (end: "low" | "high", value: number) =>
    context.quantity(`${place}/${uncertainty}/${end}`, value, uncertainty);
  if (low !== undefined && low === high) return [shown("low", low)];
  if (low !== undefined && high !== undefined)
    return context.say("range", { low: shown("low", low), high: shown("high", high) });
  if (low !== undefined) return context.say("from-on", { low: shown("low", low) });
  if (high !== undefined) return context.say("up-to", { high: shown("high", high) });
  return [textInline("")];
}

/**
 * The ends of a limit as they are told: of an assumption with few values, only values it can have; where a single one is left, both ends are that value.
 */
export function shownLimits(
  context: ExplorationContext,
  { uncertainty, low, high }: BoxLimit,
): { readonly low: number | undefined; readonly high: number | undefined } {
  const levels = context.uncertainty(uncertainty)?.levels;
  if (levels === undefined) return { low, high };
  const inside = levels.filter((level) => level >= (low ?? level) && level <= (high ?? level));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === last) return { low: first, high: last };
  return { low: low === undefined ? undefined : first, high: high === undefined ? undefined : last };
}

/** Where a package fails, in one sentence: its first box. */
export function shortBox(
  context: ExplorationContext,
  place: string,
  { package: id, isFailure, box }: { readonly package: Id; readonly isFailure: boolean; readonly box: Box },
): Inlines {
  const fillings = {
    package: context.package(id),
    limits: limitsClause(context, place, box.limits),
    hits: context.count(`${place}/hits`, box.fitted.hits + box.heldOut.hits),
    box: context.count(`${place}/futures`, box.fitted.boxFutures + box.heldOut.boxFutures),
  };
  return context.say(isFailure ? "fails-where" : "poor-where", fillings);
}

/** One box with its figures: all futures, density, coverage, and the futures kept apart. */
export function wholeBox(context: ExplorationContext, place: string, box: Box, isFirst: boolean): Inlines {
  const { limits, fitted, heldOut } = box;
  const hits = fitted.hits + heldOut.hits;
  const inside = fitted.boxFutures + heldOut.boxFutures;
  const sentence = context.say(isFirst ? "box-first" : "box-more", {
    limits: limitsClause(context, place, limits),
    hits: context.count(`${place}/hits`, hits),
    box: context.count(`${place}/futures`, inside),
    density: context.number(inside === 0 ? undefined : hits / inside, {
      id: `${place}/density`,
      style: "share",
      absent: "nothing",
    }),
  });
  const coverage =
    fitted.coverage === undefined
      ? []
      : context.say("box-coverage", {
          coverage: context.number(fitted.coverage, { id: `${place}/coverage`, style: "share" }),
        });
  const judged =
    heldOut.boxFutures === 0
      ? context.say("box-held-out-none")
      : context.say("box-held-out", {
          hits: context.count(`${place}/held-out/hits`, heldOut.hits),
          box: context.count(`${place}/held-out/futures`, heldOut.boxFutures),
        });
  return sentences(context, [sentence, coverage, judged]);
}
