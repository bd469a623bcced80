import { noticeMessages } from "@shikumi/assessment";
import { messageFor } from "@shikumi/core/diagnostic";
import type { ReactNode } from "react";
import { sayer } from "../../messages/say.ts";
import type { ViewProps } from "../view.ts";
import { EffectFigure } from "./effect-figure.tsx";
import { GainsFigure } from "./gains-figure.tsx";
import { messages } from "./messages/index.ts";
import "./overview.css";
import { Shortfalls } from "./shortfalls.tsx";

/** Notices shown before the rest is folded. */
const firstNotices = 3;

/** The question and what was found: effectiveness with intervals, the largest shortfalls and why, the largest gains. */
export function Overview(props: ViewProps): ReactNode {
  const { edition, language } = props;
  const { charter } = edition.study;
  const say = sayer(messages, language);
  const notices = edition.assessment.notices.map(({ code, args }) =>
    messageFor(code, args, noticeMessages[language]),
  );
  return (
    <>
      <section className="overview-question" aria-labelledby="overview-question">
        <h2 id="overview-question" className="overview-kicker">
          {say("question")}
        </h2>
        <p className="overview-ask">{(charter.question ?? charter.title)[language]}</p>
        {charter.hypothesis === undefined ? null : (
          <p className="overview-hypothesis">
            <strong>{say("hypothesis")}</strong> {charter.hypothesis[language]}
          </p>
        )}
      </section>
      <EffectFigure {...props} />
      <Shortfalls {...props} />
      <GainsFigure {...props} />
      {notices.length === 0 ? null : (
        <section>
          <h2>{say("notices")}</h2>
          <ul className="overview-notices">
            {notices.slice(0, firstNotices).map(({ text, help }) => (
              <li key={text}>
                {text} <span className="muted">{help}</span>
              </li>
            ))}
          </ul>
          {notices.length > firstNotices ? (
            <details>
              <summary>{say("notices-more", { count: notices.length - firstNotices })}</summary>
              <ul className="overview-notices">
                {notices.slice(firstNotices).map(({ text, help }) => (
                  <li key={text}>
                    {text} <span className="muted">{help}</span>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </section>
      )}
    </>
  );
}
