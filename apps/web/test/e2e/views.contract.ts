import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { views } from "../../src/index.ts";
import { isSettled, type SiteContext, showTables } from "./site-context.ts";

const languages = ["en", "ja"] as const;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every view, in both languages: it opens, nothing is wrong with it, and nothing is asked of anyone else. */
export function viewContract(site: () => SiteContext): void {
  it.each(views.flatMap(({ id }) => languages.map((language) => ({ id, language }))))(
    "[BR1, BR2, BR4] $id in $language opens without error, violation or outside request",
    async ({ id, language }) => {
      const { page, errors, outside } = await site().open(`#/${id}?lang=${language}`);
      await page.emulateMedia({ colorScheme: language === "ja" ? "dark" : "light" });
      await isSettled(page, id);
      const title = views.find((one) => one.id === id)?.title[language] ?? "";

      expect(await page.locator("h1").textContent()).toBe(title);
      expect(await page.locator("main [role=alert]").count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await showTables(page);
      expect(await page.locator("figure .drawing").count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(outside).toEqual([]);
      await page.close();
    },
    60_000,
  );
}

/** What axe finds wrong: rule, and what it is about. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
