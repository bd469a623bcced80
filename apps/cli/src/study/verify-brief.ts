import { messageFor } from "@shikumi/core/diagnostic";
import { compareBrief, isBriefProblem, readBriefRecord, reportMessages } from "@shikumi/report";
import type { Outcome, Session } from "../command/command.ts";
import { CommandError } from "../command-error.ts";
import { textTable } from "../text/table.ts";
import { openStudy } from "./open-study.ts";
import { runAssessment } from "./run-assessment.ts";

/**
 * Makes the assessment of a brief again, by its own plan and seed, and compares every number. Clean if all are the same. Throws
 * `CommandError` `brief-unreadable` where there is no record to compare with.
 */
export async function verifyBrief(path: string, text: string, session: Session): Promise<Outcome> {
  const { language, say, style } = session;
  const catalogue = reportMessages[language];
  const brief = readBriefRecord(text);
  if (isBriefProblem(brief)) {
    const { text: reason, help: advice } = messageFor(brief.code, brief.args, catalogue);
    throw new CommandError("brief-unreadable", { path, reason, advice });
  }
  const given = await openStudy(session);
  const read = brief.seed === given.study.charter.seed ? given : await openStudy(session, brief.seed);
  const { packages, levers } = brief.plan;
  const plan = {
    ...brief.plan,
    packages: (packages ?? []).filter((id) => read.study.packages.has(id)),
    levers: (levers ?? []).filter((id) => read.study.levers.has(id)),
  };
  const assessment = await runAssessment(read, plan, session);
  const differences = compareBrief(brief, assessment, read.counts);
  const figures = brief.figures.size;
  return {
    status: differences.length === 0 ? "clean" : "findings",
    data: { file: path, digest: read.study.digest, figures, differences },
    diagnostics: [],
    text: () =>
      differences.length === 0
        ? `${style.green(say("verify-same", { path, figures }))}\n`
        : [
            `${style.red(say("verify-differs", { path, count: differences.length }))}\n`,
            ...[...new Set(differences.map(({ code }) => code))].map((code) => {
              const ofCode = differences.filter((one) => one.code === code);
              const first = ofCode[0];
              return `${messageFor(code, first === undefined ? {} : first.args, catalogue).help}\n${textTable(
                [
                  { head: say("verify-place") },
                  { head: say("verify-printed") },
                  { head: say("verify-recomputed") },
                ],
                ofCode.map(({ id, printed, recomputed }) => [id, printed, recomputed]),
              )}`;
            }),
          ].join("\n"),
  };
}
