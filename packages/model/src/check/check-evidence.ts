import { formatDate } from "@shikumi/core/date";
import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";
import { isLater } from "./later-than.ts";

/** Proposals that are not shown to be older than the baseline, and levers that are meant for nothing. */
export function checkEvidence(study: Study): Diagnostic[] {
  const { baseline } = study.charter;
  return [...study.levers.values()].flatMap(({ id, span, answers, proposed }) => {
    const source = proposed === "analyst" ? undefined : study.sources.get(proposed);
    const issued = source?.issued ?? source?.asOf;
    return [
      ...(source !== undefined && issued === undefined
        ? [finding("proposal-undated", span, { lever: id, source: proposed })]
        : []),
      ...(isLater(issued, baseline)
        ? [
            finding("proposal-later-than-baseline", span, {
              lever: id,
              source: proposed,
              issued: issued ?? "",
              baseline: formatDate(baseline, "en", "iso"),
            }),
          ]
        : []),
      ...(answers.length === 0 ? [finding("lever-answers-nothing", span, { lever: id })] : []),
    ];
  });
}
