import { parseStudy, type Study } from "@shikumi/model";

/** A study of one file in which everything not said is as simple as can be, and everything is an assumption. */
const basis = `
study: {title: {ja: 小, en: Mini}, baseline: 2012-03-31, horizon: 30 d}
parties:
  P: {name: {ja: 甲, en: P}, assumption: true}
  Q: {name: {ja: 乙, en: Q}, assumption: true}
kinds:
  force: {default: needs-basis, name: {ja: 部隊, en: Force}}
  firm: {default: free-unless-barred, name: {ja: 会社, en: Firm}}
organisations:
  A: {name: {ja: A, en: A}, party: P, kind: firm}
  B: {name: {ja: B, en: B}, party: P, kind: firm}
  C: {name: {ja: C, en: C}, party: Q, kind: firm}
  F: {name: {ja: F, en: F}, party: P, kind: force}
  G: {name: {ja: G, en: G}, party: Q, kind: force}
capabilities:
  unit: {name: {ja: 班, en: Team}, unit: team, moves: none}
places:
  here: {name: {ja: 此処, en: Here}, at: 10 N 20 E}
`;

/**
 * The study of the basis and of further text, which may say anything except what the basis says. A collection of the basis
 * named again in `text` is joined to it. Throws with the problems found if it is no study.
 */
export function miniStudy(text: string, charter = ""): Study {
  const first = charter === "" ? basis : basis.replace("horizon: 30 d", `horizon: 30 d, ${charter}`);
  const { study, diagnostics } = parseStudy([
    { path: "basis.yaml", text: first },
    { path: "more.yaml", text },
  ]);
  if (study !== undefined) return study;
  const problems = diagnostics
    .filter((one) => one.severity === "error")
    .map((one) => {
      const line = (one.span.file === "more.yaml" ? text : first).slice(0, one.span.start).split("\n").length;
      return `${one.span.file}:${line} ${one.code} ${JSON.stringify(one.args)}`;
    });
  throw new Error(`not a study:\n${problems.join("\n")}`);
}
