import type { ReadyEdition } from "@shikumi/assessment/edition";
import type { Language } from "@shikumi/core/diagnostic";
import type { ReactNode } from "react";
import { shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";

/** What made the numbers of the page. */
export function Footer({
  edition,
  language,
}: {
  readonly edition: ReadyEdition;
  readonly language: Language;
}): ReactNode {
  const say = sayer(shellMessages, language);
  const run = edition.assessment.runs[0];
  const { disclaimer } = edition.study.charter;
  return (
    <footer className="bottom">
      {disclaimer === undefined ? null : <p>{disclaimer[language]}</p>}
      {run === undefined ? null : (
        <p>
          {say("footer-made", {
            engine: run.engine,
            digest: run.digest.slice(0, 12),
            futures: run.futures,
            replications: run.replications,
            seed: run.seed,
          })}
        </p>
      )}
      <p>{say("footer-note")}</p>
    </footer>
  );
}
