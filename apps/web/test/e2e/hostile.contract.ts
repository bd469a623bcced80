import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseStudy, type StudyFile } from "@shikumi/model";
import { expect, it } from "vitest";
import { views } from "../../src/index.ts";
import { publishedFolder, publishedStudy } from "./site.ts";
import { isSettled, plan, type SiteContext, showTables } from "./site-context.ts";
import { serveFolder } from "./static-server.ts";

const hostile = `<img src=x onerror="document.title='ran'"></script><script>document.title='ran'</script>`;

/** The files with hostile markup in every text that has both languages, and an address that would run. */
export function hostileFiles(files: readonly StudyFile[]): readonly StudyFile[] {
  const spoilt = JSON.stringify(hostile);
  return files.map(({ path, text }) => ({
    path,
    text: text
      .replaceAll(/\{ *ja: [^{}]*?, en: [^{}]*?\}/g, `{ja: ${spoilt}, en: ${spoilt}}`)
      .replaceAll(/^(\s+)(ja|en): (?![|>]).+$/gm, `$1$2: ${spoilt}`)
      .replaceAll(/url: \S+/g, "url: \"javascript:document.title='ran'\""),
  }));
}

/** No text of a study becomes markup or runs, in any view, in the prerendered page, or in the documents beside it. */
export function hostileContract(site: () => SiteContext): void {
  it("[BR5] hostile texts in a study are shown as they are written", async () => {
    const files = hostileFiles(site().published.files);
    const { study } = parseStudy(files);
    expect(JSON.stringify([...(study?.organisations.values() ?? [])])).toContain("onerror");
    const folder = await publishedFolder(publishedStudy(files, plan), site().assets);
    const server = await serveFolder(folder);
    const { page, errors, outside } = await site().open("#/overview?lang=en", server.origin);
    for (const { id } of views) {
      await page.goto(`${server.origin}/#/${id}?lang=en`);
      await isSettled(page, id);
      await showTables(page);
      expect([id, await page.locator("main img, main script, main iframe, main object").count()]).toEqual([
        id,
        0,
      ]);
      expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    }
    expect(await page.locator("main").innerText()).toContain("<img src=x onerror");
    expect(await page.title()).not.toBe("ran");
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
    for (const name of ["index.html", "results.ja.html", "results.en.html"]) {
      const html = readFileSync(join(folder, name), "utf8");
      expect(html).toContain("&lt;img src=x onerror");
      expect(html).not.toContain("<img");
      expect(html).not.toMatch(/<script>/);
      expect(html).not.toMatch(/href="javascript:/i);
    }
    await page.close();
    server.close();
  }, 90_000);
}
