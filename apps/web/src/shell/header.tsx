import type { ReadyEdition } from "@shikumi/assessment/edition";
import type { Language } from "@shikumi/core/diagnostic";
import { type ReactNode, useEffect, useState } from "react";
import type { Live } from "../live/live.ts";
import { useLive } from "../live/use-live.ts";
import { shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";
import { Select } from "../part/select.tsx";
import { views } from "../views/registry.ts";
import type { ViewProps } from "../views/view.ts";
import { keptTheme, showTheme, type Theme, themes } from "./theme.ts";

export interface HeaderProps {
  readonly edition: ReadyEdition;
  readonly live: Live;
  readonly language: Language;
  readonly view: string;
  readonly href: ViewProps["href"];
  readonly onLanguage: (language: Language) => void;
}

const languages = [
  { id: "ja", text: "日本語" },
  { id: "en", text: "English" },
] as const;

/** Name of the study, language, appearance, the views, and whether the page can compute. */
export function Header({ edition, live, language, view, href, onLanguage }: HeaderProps): ReactNode {
  const say = sayer(shellMessages, language);
  const [theme, setTheme] = useState<Theme>(keptTheme);
  useEffect(() => showTheme(theme), [theme]);
  return (
    <header className="top">
      <div className="top-line">
        <p className="app-name">{say("app-name")}</p>
        <p className="study-title">{edition.study.charter.title[language]}</p>
        <div className="top-choices">
          <Select
            label={say("language-label")}
            isLabelHidden
            value={language}
            options={languages}
            onChange={onLanguage}
          />
          <Select
            label={say("theme-label")}
            isLabelHidden
            value={theme}
            options={themes.map((id) => ({ id, text: say(`theme-${id}`) }))}
            onChange={setTheme}
          />
        </div>
      </div>
      <div className="top-line">
        <nav aria-label={say("nav-label")}>
          <ul>
            {views.map(({ id, title }) => (
              <li key={id}>
                <a href={href(id)} {...(id === view ? { "aria-current": "page" as const } : {})}>
                  {title[language]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LiveState live={live} language={language} />
      </div>
    </header>
  );
}

function LiveState({ live, language }: { readonly live: Live; readonly language: Language }): ReactNode {
  const say = sayer(shellMessages, language);
  const { status } = useLive(live);
  const text =
    status.kind === "running"
      ? say("live-running", { done: status.done, total: status.total })
      : say(`live-${status.kind}`);
  return <p className={`live-state ${status.kind}`}>{text}</p>;
}
