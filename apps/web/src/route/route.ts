import type { Language } from "@shikumi/core/diagnostic";

/** State of a view as it stands in its link: names and values as text. */
export type Params = Readonly<Record<string, string>>;

/** A place in the page: `#/roles?task=quake.search&lang=ja`. */
export interface Route {
  readonly view: string;
  /** Without `lang`. */
  readonly params: Params;
  readonly language: Language;
}

/** The route of a hash; what it does not say is the overview in `fallback`. */
export function readRoute(hash: string, fallback: Language): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const search = new URLSearchParams(query);
  const wanted = search.get("lang");
  search.delete("lang");
  return {
    view: path === "" ? "overview" : decode(path),
    params: Object.fromEntries(search),
    language: wanted === "ja" || wanted === "en" ? wanted : fallback,
  };
}

/** The hash of a route: the same route gives the same text. */
export function routeHash({ view, params, language }: Route): string {
  const named = Object.entries(params).filter(([, value]) => value !== "");
  named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const search = new URLSearchParams([...named, ["lang", language]]);
  return `#/${encodeURIComponent(view)}?${search.toString()}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
