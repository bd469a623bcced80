import type { Exploration, PackageSearch } from "@shikumi/assessment";
import type { Study } from "@shikumi/model";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { agreementText } from "./agreement-text.ts";
import { boxText } from "./box-text.ts";
import {
  type ExploredNames,
  exploredNames,
  namesOf,
  points,
  shareText,
  valueText,
} from "./explored-number.ts";

/** An exploration as a page in words: what holds, where packages fail, who would agree, what matters, how sure that is. */
export function explorationText(exploration: Exploration, study: Study, session: Session): string {
  const names = exploredNames(exploration, study, session);
  return [
    holdsText(exploration, names, session),
    packagesTable(exploration, session),
    criteriaTable(exploration, names, session),
    failsText(exploration, names, session),
    agreementText(exploration, names, session),
    mattersText(exploration, names, session),
    ...(exploration.switching === undefined ? [] : [switchingText(exploration, names, session)]),
    sureText(exploration, names, session),
  ].join("\n");
}

function section(title: string, lines: readonly string[], { style }: Session): string {
  return `${style.bold(title)}\n${lines.map((line) => `${line}\n`).join("")}`;
}

function holdsText({ measure, robustness }: Exploration, names: ExploredNames, session: Session): string {
  const { say, language } = session;
  const { lead, criteria, best, enough, rankAgreement } = robustness;
  const lines = [
    say("explore-measure", {
      name: measure.name[language],
      domains: namesOf(
        measure.domains.map(({ domain }) => names.domain(domain)),
        say,
      ),
    }),
  ];
  if (lead.kind === "pair") {
    const hasInterval = lead.low !== undefined && lead.high !== undefined;
    lines.push(
      say((lead.low ?? 1) > 0 ? "explore-lead" : "explore-lead-tie", {
        first: names.package(lead.first),
        second: names.package(lead.second),
        gain: points(lead.gain),
        futures: lead.futures,
        interval: hasInterval
          ? say("explore-interval", { low: points(lead.low ?? 0), high: points(lead.high ?? 0) })
          : "",
      }),
    );
    const wins = criteria.filter(({ best: winners }) => winners.includes(lead.first)).length;
    lines.push(say("explore-wins", { package: names.package(lead.first), wins, all: criteria.length }));
  }
  const [top] = best.kind === "ranked" ? best.shares : [];
  if (top !== undefined)
    lines.push(
      say("explore-best", { package: names.package(top.package), share: shareText(top.share, language) }),
    );
  if (enough.kind === "enough") lines.push(say("explore-enough", { futures: enough.futures ?? 0 }));
  else lines.push(say(enough.kind === "no-winner" ? "explore-no-winner" : "explore-not-enough"));
  if (rankAgreement.kind === "tau") {
    const { least, mean, pairs } = rankAgreement;
    lines.push(say("explore-tau", { least: least.toFixed(2), mean: mean.toFixed(2), pairs }));
  }
  return section(say("explore-holds"), lines, session);
}

function packagesTable({ packages, robustness }: Exploration, { say, style, language }: Session): string {
  const score = (metric: string, id: string): string => {
    const found = robustness.criteria.find((one) => one.metric.id === metric);
    const value = found?.scores.find((one) => one.package === id)?.value;
    return value === undefined ? "–" : shareText(value, language);
  };
  const columns = ["mean", "quantile", "minimax-regret", "satisficing-share", "best-share"];
  const heads = [
    "explore-mean",
    "explore-low-tenth",
    "explore-regret",
    "explore-floor",
    "explore-best-share",
  ] as const;
  const table = textTable(
    [{ head: say("package") }, ...heads.map((key) => ({ head: say(key), align: "right" as const }))],
    packages.map(({ id, name }) => [name[language] || id, ...columns.map((metric) => score(metric, id))]),
  );
  return `${style.bold(say("explore-table"))}\n${table}`;
}

/** Most packages that are named as best by one criterion. */
const mostNamed = 3;

function criteriaTable(
  { robustness }: Exploration,
  names: ExploredNames,
  { say, style, language }: Session,
): string {
  const winners = (best: readonly string[]): string =>
    best.length <= mostNamed
      ? names.packages(best)
      : say("and-more", { names: names.packages(best.slice(0, mostNamed)), more: best.length - mostNamed });
  const rows = robustness.criteria.map(({ metric, best, scores, unit }) => {
    const value = scores.find((one) => one.package === best[0])?.value;
    const shown =
      value === undefined ? "–" : unit === "share" ? shareText(value, language) : value.toFixed(3);
    return [say(`criterion-${metric.id}`), winners(best), shown];
  });
  const heads = [
    { head: say("explore-criterion") },
    { head: say("explore-winner") },
    { head: "", align: "right" as const },
  ];
  return `${style.bold(say("explore-criteria"))}\n${textTable(heads, rows)}`;
}

function failsText(exploration: Exploration, names: ExploredNames, session: Session): string {
  const { say, language } = session;
  const { floor } = exploration.measure;
  const intro =
    floor.kind === "none"
      ? say("explore-no-floor")
      : floor.kind === "stated"
        ? say("explore-floor-stated", { value: shareText(floor.value, language) })
        : say("explore-floor-missions", { missions: floor.missions });
  const lines = exploration.discovery.packages.flatMap((search) => [
    searchedText(search, names, session),
    ...boxText(exploration, search, session),
  ]);
  return section(say("explore-fails"), [intro, ...lines], session);
}

/** How often a package misses its floor; where that tells nothing apart, which futures were searched instead. */
function searchedText(
  { package: id, threshold, share, use }: PackageSearch,
  names: ExploredNames,
  { say, language }: Session,
): string {
  const own = { package: names.package(id) };
  if (threshold.kind === "floor")
    return say("explore-misses", { ...own, hits: Math.round(share * use.used), futures: use.used });
  const value = shareText(threshold.value, language);
  const { floor } = threshold;
  return floor === undefined
    ? say("explore-worst", { ...own, value })
    : say("explore-worst-instead", { ...own, value, hits: floor.missed, futures: floor.of });
}

function mattersText(
  { sensitivity, uncertainties, robustness }: Exploration,
  names: ExploredNames,
  session: Session,
): string {
  const { say, language } = session;
  const nameOf = (id: string): string => uncertainties.find((one) => one.id === id)?.name[language] ?? id;
  const best = names.package(robustness.criteria[0]?.best[0] ?? "");
  const lines = sensitivity.assumptions.map(({ uncertainty, by, value, isAboveChance }, at) => {
    const name = `${at + 1}. ${nameOf(uncertainty)}`;
    if (by === "decision") return say("matters-decision", { name, value: points(value) });
    return say(isAboveChance ? "matters-outcome" : "matters-outcome-weak", {
      name,
      package: best,
      value: shareText(value, language),
    });
  });
  return section(say("explore-matters"), lines.length === 0 ? [say("matters-none")] : lines, session);
}

function switchingText(
  { switching = [], uncertainties }: Exploration,
  names: ExploredNames,
  session: Session,
): string {
  const { say, language } = session;
  const lines = switching.map(({ uncertainty, best, rival, at, answer }) => {
    const about = uncertainties.find(({ id }) => id === uncertainty);
    const shown = (value: number): string => (about === undefined ? "" : valueText(value, about, language));
    const args = {
      name: about?.name[language] ?? uncertainty,
      best: names.package(best),
      rival: names.package(rival),
      at: shown(at),
    };
    if (answer.kind === "switches") return say("switching-switches", { ...args, value: shown(answer.value) });
    if (answer.kind === "undecided") return say("switching-undecided", args);
    return say("switching-stays", { ...args, low: shown(answer.low), high: shown(answer.high) });
  });
  return section(say("explore-switching"), lines.length === 0 ? [say("matters-none")] : lines, session);
}

function sureText(
  { sensitivity: { decision }, robustness, runs, beliefs }: Exploration,
  names: ExploredNames,
  session: Session,
): string {
  const { say } = session;
  const lines: string[] = [];
  if (decision.kind === "always-same")
    lines.push(say("explore-always", { package: names.package(decision.best ?? "") }));
  if (decision.kind === "decision" && decision.perfect.kind === "figure") {
    const { value, low, high } = decision.perfect;
    const interval =
      low === undefined || high === undefined
        ? ""
        : say("explore-interval", { low: points(low), high: points(high) });
    lines.push(say("explore-perfect", { value: points(value), interval }));
  }
  const use = robustness.criteria[0]?.use;
  if (use !== undefined) lines.push(say("explore-used", { used: use.used, leftOut: use.leftOut }));
  if (runs.failed + runs.cut > 0) {
    lines.push(
      say("explore-bad-runs", { count: runs.failed + runs.cut, failed: runs.failed, cut: runs.cut }),
    );
    lines.push(...runs.causes.map(({ cause, count }) => `  ${say("explore-cause", { cause, count })}`));
  }
  if (beliefs?.kind === "scored") {
    const [best] = beliefs.best;
    lines.push(
      best === undefined
        ? say("explore-beliefs-differ")
        : say("explore-beliefs", { package: names.package(best) }),
    );
  } else if (beliefs !== undefined) lines.push(say("explore-beliefs-silent"));
  lines.push(say("explore-shares"));
  return section(say("explore-sure"), lines, session);
}
