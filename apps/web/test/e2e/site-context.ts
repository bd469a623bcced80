import { join } from "node:path";
import type { AssessmentPlan } from "@shikumi/assessment";
import { readStudyFolder } from "@shikumi/workbench";
import type { PublishedStudy, SiteAssets } from "@shikumi/workbench/publish";
import type { BrowserContext, Page } from "playwright-core";
import { startBrowser, type WatchedPage, watchedPage } from "./browser.ts";
import { builtSite, publishedFolder, publishedStudy, temporaryFolder } from "./site.ts";
import { serveFolder } from "./static-server.ts";

/** What the small study is published with. */
export const plan: AssessmentPlan & { readonly futures: number; readonly replications: number } = {
  futures: 4,
  replications: 1,
};

/** The small study, published and served, and a browser to open it with. */
export interface SiteContext {
  readonly assets: SiteAssets;
  readonly published: PublishedStudy;
  readonly folder: string;
  readonly origin: string;
  readonly browser: BrowserContext;
  open(hash: string, origin?: string): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** Starts everything; a text where there is no browser to do it with. */
export async function startSite(): Promise<SiteContext | string> {
  const browser = await startBrowser();
  if (typeof browser === "string") return browser;
  const assets = await builtSite(join(temporaryFolder(), "dist"));
  const files = await readStudyFolder(join(import.meta.dirname, "../../../../studies/harbour-aid"));
  const published = publishedStudy(files, plan);
  const folder = await publishedFolder(published, assets);
  const server = await serveFolder(folder);
  return {
    assets,
    published,
    folder,
    origin: server.origin,
    browser,
    open: async (hash, origin = server.origin) => {
      const watched = await watchedPage(browser, origin);
      await watched.page.goto(`${origin}/${hash}`);
      return watched;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Waits until the view is drawn and the page can compute. */
export async function isSettled(page: Page, view: string): Promise<void> {
  await page.locator(`main .view-${view} > :first-child`).first().waitFor();
  await page.locator(".live-state.ready").waitFor();
}

/** Presses Tab until the focus is on what a selector names. Throws where it never comes there. */
export async function tabTo(page: Page, selector: string, { most = 120 } = {}): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`the focus never came to ${selector}`);
}

/** Turns every drawing into its table, by keyboard. */
export async function showTables(page: Page): Promise<void> {
  const drawn = page.locator("figure .figure-actions button[aria-pressed=false]");
  while ((await drawn.count()) > 0) await drawn.first().press("Enter");
}
