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

function limitText(
  { uncertainties }: Exploration,
  { uncertainty, low, high, isConfirmed }: BoxLimit,
  { say, language }: Session,
): string {
  const about = uncertainties.find(({ id }) => id === uncertainty);
  const shown = (value: number | undefined): string =>
    value === undefined || about === undefined ? "" : valueText(value, about, language);
  const key = low === undefined ? "limit-high" : high === undefined ? "limit-low" : "limit-both";
  const text = say(key, { name: about?.name[language] ?? uncertainty, low: shown(low), high: shown(high) });
  return isConfirmed ? text : `${text}${say("limit-unconfirmed")}`;
}
