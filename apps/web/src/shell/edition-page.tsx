import type { ReadyEdition } from "@shikumi/assessment/edition";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Live } from "../live/live.ts";
import { shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";
import { type Page, PageContext } from "../part/page-context.ts";
import { type Params, routeHash } from "../route/route.ts";
import { views } from "../views/registry.ts";
import type { ViewId, ViewProps } from "../views/view.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { laidOver, type RouteState } from "./use-route.ts";
import { ViewPlace } from "./view-place.tsx";

/** An edition with its header, navigation, the view of the route, and a place where changes are said. */
export function EditionPage({
  edition,
  live,
  route,
  go,
}: RouteState & { readonly edition: ReadyEdition; readonly live: Live }): ReactNode {
  const { language, view: id, params } = route;
  const say = sayer(shellMessages, language);
  const [said, setSaid] = useState("");
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const page: Page = useMemo(() => ({ language, announce: setSaid }), [language]);
  const view = views.find((one) => one.id === id);
  const title = view?.title[language] ?? id;

  useEffect(() => {
    document.title = `${title} – ${edition.study.charter.title[language]}`;
  }, [title, edition, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another view moves the focus
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
    setSaid(say("view-opened", { title }));
  }, [id]);

  const navigate: ViewProps["navigate"] = useCallback(
    ({ view: target, params: changes = {}, replace = false }) => {
      const next =
        target === undefined
          ? { view: id, params: laidOver(params, changes), language }
          : { view: target, params: changes, language };
      go(next, replace);
    },
    [id, params, language, go],
  );
  const href = useCallback(
    (target: ViewId, targetParams: Params = {}) =>
      routeHash({ view: target, params: targetParams, language }),
    [language],
  );
  const props: ViewProps = { edition, live, language, params, navigate, href };
  return (
    <PageContext value={page}>
      {/* biome-ignore lint/a11y/useValidAnchor: a link to a place in the page, whose hash names the view */}
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {say("skip-link")}
      </a>
      <Header
        edition={edition}
        live={live}
        language={language}
        view={id}
        href={href}
        onLanguage={(next) => go({ ...route, language: next }, true)}
      />
      <main id="content" ref={main} tabIndex={-1} aria-labelledby="view-title">
        <h1 id="view-title" className={id === "overview" ? "unseen" : "view-title"}>
          {title}
        </h1>
        {view === undefined ? (
          <p className="note caution">{say("unknown-view", { id })}</p>
        ) : (
          <ViewPlace key={view.id} view={view} props={props} />
        )}
      </main>
      <Footer edition={edition} language={language} />
      <div className="unseen" role="status" aria-live="polite">
        {said}
      </div>
    </PageContext>
  );
}
