import type { BoxLimit, BoxSearch, Exploration } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { shareText, valueText } from "./explored-number.ts";

/** The boxes of a search in words, with figures of the futures kept apart beside those it was made on; or why there is none. */
export function boxText(exploration: Exploration, search: BoxSearch, session: Session): readonly string[] {
  const { say, language } = session;
  if (search.boxes.length === 0) {
    const isPlain = search.stopped === "no-interest" || search.stopped === "all-interest";
    return isPlain ? [] : [say("explore-no-box", { reason: say(`stopped-${search.stopped}`) })];
  }
  return search.boxes.map(({ limits, fitted, heldOut }) =>
    say("explore-box", {
      limits: limits.map((limit) => limitText(exploration, limit, session)).join(say("limit-and")),
      hits: fitted.hits,
      box: fitted.boxFutures,
      heldHits: heldOut.hits,
      heldBox: heldOut.boxFutures,
      coverage: fitted.coverage === undefined ? "–" : shareText(fitted.coverage, language),
    }),
  );
}

function limitText(exploration: Exploration, limit: BoxLimit, { say, language }: Session): string {
  const about = exploration.uncertainties.find(({ id }) => id === limit.uncertainty);
  const { low, high } = told(limit, about?.levels);
  const shown = (value: number | undefined): string =>
    value === undefined || about === undefined ? "" : valueText(value, about, language);
  const name = about?.name[language] ?? limit.uncertainty;
  const isOne = low !== undefined && low === high;
  const key = isOne
    ? "limit-level"
    : low === undefined
      ? "limit-high"
      : high === undefined
        ? "limit-low"
        : "limit-both";
  const text = say(key, { name, low: shown(low), high: shown(high) });
  return limit.isConfirmed ? text : `${text}${say("limit-unconfirmed")}`;
}

/** Of an assumption with few values, only values it can have. */
function told(
  { low, high }: BoxLimit,
  levels: readonly number[] | undefined,
): Partial<Pick<BoxLimit, "low" | "high">> {
  const inside = (levels ?? []).filter((level) => level >= (low ?? level) && level <= (high ?? level));
  if (inside.length === 0) return { low, high };
  if (inside.length === 1) return { low: inside[0], high: inside[0] };
  return {
    low: low === undefined ? undefined : inside[0],
    high: high === undefined ? undefined : inside.at(-1),
  };
}
