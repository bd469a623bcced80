import {
  type Assessment,
  definitionTexts,
  equalityDefinitions,
  type HypothesisFinding,
  type HypothesisPoint,
} from "@shikumi/assessment";
import type { Study } from "@shikumi/model";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

/** What runs say of the hypotheses: the status of each, and of every point of its grid. */
export function hypothesesText(study: Study, { hypotheses = [] }: Assessment, session: Session): string {
  if (hypotheses.length === 0) return "";
  const { say, style, language } = session;
  const table = textTable(
    [
      { head: say("hypothesis") },
      { head: say("hypothesis-at") },
      { head: say("hypothesis-share"), align: "right" },
      { head: say("hypothesis-futures"), align: "right" },
      { head: say("hypothesis-status") },
    ],
    hypotheses.flatMap((finding) => rows(finding, session)),
  );
  const names = hypotheses.map(({ hypothesis }) => {
    const text = study.hypotheses.get(hypothesis)?.text[language] ?? hypothesis;
    return `${hypothesis}: ${text}\n`;
  });
  return `${style.bold(say("assess-hypotheses"))}\n${names.join("")}\n${table}`;
}

function rows(finding: HypothesisFinding, session: Session): readonly (readonly string[])[] {
  const { say, language } = session;
  const { hypothesis, status, reason, points, domains, converse, threshold } = finding;
  const told = (of: Pick<HypothesisFinding, "status" | "reason">): string =>
    of.reason === undefined
      ? say(`status-${of.status}`)
      : say("validate-because", { outcome: say(`status-${of.status}`), reason: say(`reason-${of.reason}`) });
  const point = ({ at, share, counted, ...rest }: HypothesisPoint): readonly string[] => [
    "",
    Object.entries(at)
      .map(([name, value]) => (name === "definition" ? definitionName(value, language) : `${name} ${value}`))
      .join(", "),
    shareText(share, language),
    figureText(counted, "count", language),
    told(rest),
  ];
  const labels = domains.filter(({ label }) => label !== "none");
  const [only] = points;
  const isSingle = points.length === 1 && only !== undefined;
  return [
    [
      hypothesis,
      say("hypothesis-threshold", { share: figureText(threshold, "share", language) }),
      isSingle ? shareText(only.share, language) : "",
      isSingle ? figureText(only.counted, "count", language) : "",
      told({ status, reason }),
    ],
    ...(isSingle ? [] : points.map(point)),
    ...labels.map(({ domain, label }) => [
      "",
      say("scope-domain", { id: domain }),
      "",
      "",
      say(label === "structural" ? "label-structural" : "label-contingent"),
    ]),
    ...(converse === undefined ? [] : [["", say("hypothesis-converse"), "", "", told(converse)]]),
  ];
}

function definitionName(word: string | number, language: Session["language"]): string {
  const found = equalityDefinitions.find((definition) => definition === word);
  return found === undefined ? String(word) : definitionTexts[language][found].name;
}

function shareText({ refused, granted }: HypothesisPoint["share"], language: Session["language"]): string {
  const first = figureText(refused, "share-interval", language);
  const isSame = Object.is(refused.value, granted.value);
  return isSame ? first : `${first} / ${figureText(granted, "share-interval", language)}`;
}
