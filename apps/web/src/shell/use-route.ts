import type { Language } from "@shikumi/core/diagnostic";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type Params, type Route, readRoute, routeHash } from "../route/route.ts";

/** The route of the page and what changes it. */
export interface RouteState {
  readonly route: Route;
  /** Goes to a route; `replace` makes no entry in the history. */
  go(route: Route, replace?: boolean): void;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  addEventListener("popstate", listener);
  return () => {
    removeEventListener("hashchange", listener);
    removeEventListener("popstate", listener);
  };
}

/** Keeps a component in step with the address. */
export function useRoute(fallback: Language): RouteState {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const route = useMemo(() => readRoute(hash, fallback), [hash, fallback]);
  const go = useCallback((next: Route, replace = false): void => {
    const target = routeHash(next);
    if (target === location.hash) return;
    history[replace ? "replaceState" : "pushState"](null, "", target);
    dispatchEvent(new PopStateEvent("popstate"));
  }, []);
  return { route, go };
}

/** Params laid over others; an empty text removes one. */
export function laidOver(present: Params, changes: Params): Params {
  return Object.fromEntries(Object.entries({ ...present, ...changes }).filter(([, value]) => value !== ""));
}
