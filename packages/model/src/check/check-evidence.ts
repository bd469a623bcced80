import { compareDates, formatDate, parseDate } from "@shikumi/core/date";
import type { Diagnostic } from "@shikumi/core/diagnostic";
import type { Source } from "../study/source.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";

/** Sources and proposals later than the baseline, and levers that are meant for nothing. */
export function checkEvidence(study: Study): Diagnostic[] {
  const baseline = formatDate(study.charter.baseline, "en", "iso");
  const later = [...study.sources.values()].filter((source) => isLater(study, source));
  return [
    ...later.map(({ id, span, issued = "" }) =>
      finding("source-later-than-baseline", span, { source: id, issued, baseline }),
    ),
    ...[...study.levers.values()].flatMap(({ id, span, answers, proposed }) => {
      const source = later.find((one) => one.id === proposed);
      const issued = source?.issued ?? "";
      return [
        ...(source
          ? [finding("proposal-later-than-baseline", span, { lever: id, source: proposed, issued, baseline })]
          : []),
        ...(answers.length === 0 ? [finding("lever-answers-nothing", span, { lever: id })] : []),
      ];
    }),
  ];
}

/** Whether even the first day that fits what is written comes after the baseline. A date that cannot be read is not later. */
function isLater(study: Study, { issued }: Source): boolean {
  const [year, month = "01", day = "01"] = issued?.split("-") ?? [];
  const date = parseDate(`${year}-${month}-${day}`);
  return date !== undefined && compareDates(date, study.charter.baseline) > 0;
}
