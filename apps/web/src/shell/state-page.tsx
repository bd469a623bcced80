import type { Edition, EditionError } from "@shikumi/assessment/edition";
import { type Language, renderDiagnostics } from "@shikumi/core/diagnostic";
import { checkMessages, modelMessages } from "@shikumi/model";
import type { ReactNode } from "react";
import { type ShellKey, shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";

/** While the edition is loaded. */
export function Loading({
  language,
  done,
  total,
}: {
  readonly language: Language;
  readonly done: number;
  readonly total: number;
}): ReactNode {
  const say = sayer(shellMessages, language);
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return (
    <div className="loading" role="status">
      <label>
        {say("loading-edition")} {done > 0 ? size(done) : ""}
        <progress {...(total > 0 ? { value: done, max: total } : {})} />
      </label>
    </div>
  );
}

/** Why there is nothing to show. What the page holds besides stays the main part of it. */
export function ErrorPage({
  language,
  error,
}: {
  readonly language: Language;
  readonly error: EditionError;
}): ReactNode {
  const say = sayer(shellMessages, language);
  return (
    <div className="state-page" role="alert">
      <h1>{say("error-title")}</h1>
      <p>{say(`error-${error.code}` satisfies ShellKey, error.args)}</p>
    </div>
  );
}

/** The problems of a study that cannot be run, each with its place and what to do, and what can be read of it. */
export function StudyErrors({
  language,
  edition,
}: {
  readonly language: Language;
  readonly edition: Edition;
}): ReactNode {
  const say = sayer(shellMessages, language);
  const texts = new Map(edition.files.map(({ path, text }) => [path, text]));
  const catalogue = { ...modelMessages[language], ...checkMessages[language] };
  const problems = renderDiagnostics(edition.diagnostics, catalogue, (file) => texts.get(file));
  const errors = edition.diagnostics.filter(({ severity }) => severity === "error").length;
  return (
    <main className="state-page">
      <h1>{say("study-errors-title")}</h1>
      <p>{say("study-errors-lead", { count: errors })}</p>
      {edition.study === undefined ? null : <p className="lead">{edition.study.charter.title[language]}</p>}
      <ol className="problems">
        {problems.map((problem) => (
          <li
            key={`${problem.file}:${problem.line}:${problem.column}:${problem.code}:${problem.text}`}
            className={problem.severity}
          >
            <p className="problem-place">
              {say("diagnostic-place", { file: problem.file, line: problem.line, column: problem.column })}{" "}
              <code>{problem.code}</code>
            </p>
            <p>{problem.text}</p>
            {problem.excerpt === "" ? null : <pre>{problem.excerpt}</pre>}
            <p>{problem.help}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
