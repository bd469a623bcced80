import { WorkbenchError } from "../workbench-error.ts";
import { escapeHtml } from "./results-page.ts";

/** What is put into the page of the built site. */
export interface SitePage {
  /** Text of the window's title. */
  readonly title: string;
  /** Results as HTML, already escaped. */
  readonly results: string;
  /** Where the page listens for changes, relative to itself; a published page does not. */
  readonly events?: string;
}

/** The place for results in the page that the site was built with. */
const place = '<div id="published-overview"></div>';
const emptyTitle = "<title>Shikumi</title>";

/** The page of the site with the results of one study. Throws `WorkbenchError` `unreadable` for a page that has no place for them. */
export function sitePage(page: string, { title, results, events }: SitePage): string {
  if (!page.includes(place) || !page.includes(emptyTitle))
    throw new WorkbenchError("unreadable", "index.html", "the page of the site has no place for results");
  const meta =
    events === undefined ? "" : `<meta name="shikumi-events" content="${escapeHtml(events)}" />\n    `;
  return page
    .replace(emptyTitle, () => `${meta}<title>${escapeHtml(title)}</title>`)
    .replace(place, () => `<div id="published-overview">\n${results}</div>`);
}
