import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { watchedPage } from "./browser.ts";
import { publishedFolder, publishedStudy, temporaryFolder } from "./site.ts";
import { isSettled, plan, type SiteContext } from "./site-context.ts";
import { serveFolder } from "./static-server.ts";
import { violations } from "./views.contract.ts";

/** What is shown where something is missing or wrong. */
export function stateContract(site: () => SiteContext): void {
  it("[BR8] opened as a file, the page shows its results and says how to serve it", async () => {
    const { page } = await watchedPage(site().browser, "file:");
    await page.goto(pathToFileURL(join(site().folder, "index.html")).href);
    await page.locator(".serve-note").first().waitFor();

    const text = await page.locator("#published").innerText();
    expect(text).toContain(site().published.study?.charter.title.ja);
    expect(text).toContain(site().published.study?.charter.title.en);
    expect(text).toContain("python3 -m http.server");
    expect(await page.locator("#published-overview table").count()).toBeGreaterThan(2);
    expect(text).toMatch(/\d+\s?%/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "All results as one document" }).click();
    await page.locator("h1").waitFor();
    expect(page.url()).toMatch(/results\.en\.html$/);
    await page.close();
  }, 60_000);

  it("[BR9] on paper, a view has its figures and no controls", async () => {
    const { page } = await site().open("#/overview?lang=en");
    await isSettled(page, "overview");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("figure .drawing svg").first().isVisible()).toBe(true);
    for (const hidden of ["header nav", ".figure-actions", ".top-choices"])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.close();
  }, 60_000);

  it("[BR10] a study with errors shows them, with place and what to do", async () => {
    const files = site().published.files.map(({ path, text }) => ({
      path,
      text: text.replace("horizon:", "horizom:"),
    }));
    const server = await serveFolder(await publishedFolder(publishedStudy(files, plan), site().assets));
    const { page, errors } = await site().open("#/overview?lang=en", server.origin);
    await page.locator(".state-page .problems li").first().waitFor();

    expect(await page.locator(".state-page").innerText()).toContain("horizom");
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
    server.close();
  }, 60_000);

  it.each([
    ["cut off", (text: string) => text.slice(0, -100), "it is not JSON"],
    [
      "made by other rules",
      (text: string) => text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"rules-0"'),
      "rules-0",
    ],
  ] as const)("[BR10] an edition that is %s is refused, and says why", async (_, damage, said) => {
    const { page, close } = await damagedSite(site(), damage);
    await page.locator(".state-page[role=alert]").waitFor();
    expect(await page.locator(".state-page[role=alert]").innerText()).toContain(said);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it("[BR10] an edition whose study differs from its results shows them and computes nothing", async () => {
    const { page, close } = await damagedSite(site(), (text) =>
      text.replace(/"generatedFrom":\{"digest":"[0-9a-f]{4}/, '"generatedFrom":{"digest":"0000'),
    );
    await page.locator(".live-state.failed").waitFor();
    await page.locator("main figure").first().waitFor();
    await page.goto(page.url().replace("overview", "what-if"));
    await page.locator("main [role=alert]").first().waitFor();
    expect(await page.locator("main [role=alert]").first().innerText()).toContain("differ");
    await close();
  });

  it("[BR10] without workers or without WebAssembly, the results are shown all the same", async () => {
    for (const missing of ["Worker", "WebAssembly"]) {
      const { page } = await watchedPage(site().browser, site().origin);
      await page.addInitScript(`delete globalThis.${missing}`);
      await page.goto(`${site().origin}/#/overview?lang=en`);
      await page.locator("main figure").first().waitFor();
      await page.goto(`${site().origin}/#/what-if?lang=en`);
      if (missing === "Worker") await page.locator("main [role=alert]").first().waitFor();
      else await isSettled(page, "what-if");
      await page.close();
    }
  }, 60_000);
}

interface DamagedSite {
  readonly page: Awaited<ReturnType<typeof watchedPage>>["page"];
  close(): Promise<void>;
}

async function damagedSite(site: SiteContext, damage: (text: string) => string): Promise<DamagedSite> {
  const folder = join(temporaryFolder(), "site");
  cpSync(site.folder, folder, { recursive: true });
  const path = join(folder, "edition.json");
  writeFileSync(path, damage(readFileSync(path, "utf8")));
  const server = await serveFolder(folder);
  const { page } = await site.open("#/overview?lang=en", server.origin);
  return {
    page,
    close: async () => {
      await page.close();
      server.close();
    },
  };
}
