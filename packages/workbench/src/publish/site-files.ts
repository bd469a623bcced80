import { encodeEdition } from "@shikumi/assessment/edition";
import { editionOf, type PublishedStudy } from "./published-study.ts";
import { resultsDocuments, resultsHtml } from "./results-page.ts";
import type { SiteAssets } from "./site-assets.ts";
import { type SitePage, sitePage } from "./site-page.ts";

/** Name of the edition beside the page. */
export const editionName = "edition.json";

/**
 * Every file of the site of one study by path: the built site, the edition, the page with its results, and the documents with all of them. Throws `RangeError` where results are of another study; `WorkbenchError`
 * `unreadable` for a built site without place for results.
 */
export function siteFiles(
  published: PublishedStudy,
  assets: SiteAssets,
  { events }: Pick<SitePage, "events"> = {},
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const page = new TextDecoder().decode(assets.get("index.html"));
  const texts: readonly (readonly [string, string])[] = [
    [editionName, encodeEdition(editionOf(published))],
    [
      "index.html",
      sitePage(page, {
        title: published.study?.charter.title.en ?? "Shikumi",
        results: resultsHtml(published),
        ...(events === undefined ? {} : { events }),
      }),
    ],
    ...resultsDocuments(published).map(({ name, text }) => [name, text] as const),
  ];
  return new Map([...assets, ...texts.map(([path, text]) => [path, encoder.encode(text)] as const)]);
}
