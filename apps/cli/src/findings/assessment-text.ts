import { type Assessment, noticeMessages } from "@shikumi/assessment";
import { messageFor } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import type { Session } from "../command/command.ts";
import { causesText } from "./causes-text.ts";
import { closingText } from "./closing-text.ts";
import { effectivenessText } from "./effectiveness-text.ts";
import { equalityText } from "./equality-text.ts";
import { gainsText } from "./gains-text.ts";
import { hypothesesText } from "./hypotheses-text.ts";
import { rolesText } from "./roles-text.ts";

/** An assessment as text tables. Of notices alike, the first stands for all. */
export function assessmentText(study: Study, assessment: Assessment, session: Session): string {
  const { say, style, language } = session;
  const run = assessment.runs[0];
  const head = [
    style.bold(say("assess-title", { title: study.charter.title[language] })),
    say("assess-runs", {
      digest: study.digest.slice(0, 12),
      futures: run?.futures ?? 0,
      replications: run?.replications ?? 0,
      engine: run?.engine ?? "",
    }),
    "",
  ].join("\n");
  return [
    head,
    rolesText(assessment, session),
    effectivenessText(assessment, session),
    equalityText(assessment, session),
    causesText(assessment, session),
    closingText(assessment, session),
    gainsText(assessment.levers, "lever", session),
    gainsText(assessment.packageGains, "package", session),
    hypothesesText(study, assessment, session),
    noticesText(assessment, session),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function noticesText({ notices }: Assessment, { say, style, language }: Session): string {
  if (notices.length === 0) return "";
  const codes = [...new Set(notices.map(({ code }) => code))];
  const lines = codes.map((code) => {
    const alike = notices.filter((notice) => notice.code === code);
    const { text, help } = messageFor(code, alike[0]?.args ?? {}, noticeMessages[language]);
    const more = alike.length > 1 ? say("notice-more", { count: alike.length - 1 }) : "";
    return `- ${[text, help, more].filter((part) => part !== "").join(" ")}\n`;
  });
  return `${style.bold(say("assess-notices"))}\n${lines.join("")}`;
}
