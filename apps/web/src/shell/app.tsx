import { type Edition, EditionError, isReady } from "@shikumi/assessment/edition";
import type { Language } from "@shikumi/core/diagnostic";
import { type ReactNode, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { editionAddress } from "../edition/load-edition.ts";
import type { Live } from "../live/live.ts";
import { openEdition } from "../live/open-edition.ts";
import { EditionPage } from "./edition-page.tsx";
import { ErrorPage, Loading, StudyErrors } from "./state-page.tsx";
import { useRoute } from "./use-route.ts";

type Loaded =
  | { readonly kind: "loading"; readonly done: number; readonly total: number }
  | { readonly kind: "failed"; readonly error: EditionError }
  | { readonly kind: "loaded"; readonly edition: Edition; readonly live: Live | undefined };

/** The page: loads the edition, then shows it, or says why not. */
export function App(): ReactNode {
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading", done: 0, total: 0 });
  const { route, go } = useRoute(preferredLanguage());
  const { language } = route;
  useEffect(() => watchEdition(setLoaded), []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider locale={language === "ja" ? "ja-JP" : "en-GB"}>
      <Shown loaded={loaded} language={language} go={go} route={route} />
    </I18nProvider>
  );
}

function Shown({
  loaded,
  language,
  go,
  route,
}: { readonly loaded: Loaded; readonly language: Language } & ReturnType<typeof useRoute>): ReactNode {
  switch (loaded.kind) {
    case "loading":
      return <Loading language={language} done={loaded.done} total={loaded.total} />;
    case "failed":
      return <ErrorPage language={language} error={loaded.error} />;
    case "loaded":
      return isReady(loaded.edition) && loaded.live !== undefined ? (
        <EditionPage edition={loaded.edition} live={loaded.live} route={route} go={go} />
      ) : (
        <StudyErrors language={language} edition={loaded.edition} />
      );
  }
}

/** Loads the edition now, and again whenever a local server that watches the study says that it changed. Returns what ends it. */
function watchEdition(show: (loaded: Loaded) => void): () => void {
  const stop = new AbortController();
  let live: Live | undefined;
  const load = async (): Promise<void> => {
    try {
      const isFirst = live === undefined;
      const opened = await openEdition(
        editionAddress(document),
        (done, total) => {
          if (isFirst) show({ kind: "loading", done, total });
        },
        stop.signal,
      );
      const { edition } = opened;
      live?.close();
      live = opened.live;
      document.getElementById("published")?.remove();
      show({ kind: "loaded", edition, live });
    } catch (error) {
      if (stop.signal.aborted) return;
      document.getElementById("published-overview")?.remove();
      show({
        kind: "failed",
        error:
          error instanceof EditionError ? error : new EditionError("incomplete", { field: String(error) }),
      });
    }
  };
  void load();
  const events = document.querySelector('meta[name="shikumi-events"]')?.getAttribute("content");
  const source = events == null ? undefined : new EventSource(new URL(events, document.baseURI));
  source?.addEventListener("changed", () => void load());
  return () => {
    stop.abort();
    source?.close();
    live?.close();
  };
}

function preferredLanguage(): Language {
  return navigator.language.startsWith("ja") ? "ja" : "en";
}
