import { SiteServer } from "@shikumi/workbench/publish";
import { expect, it } from "vitest";
import { publishedStudy } from "./site.ts";
import { isSettled, plan, type SiteContext } from "./site-context.ts";

/** The page of `shikumi open`: it follows the study's files, and stays where its reader is. */
export function openContract(site: () => SiteContext): void {
  it("[BR7] shows new results, then errors, then results again, without being loaded again", async () => {
    const { published, assets } = site();
    const changed = (from: string, to: string): typeof published =>
      publishedStudy(
        published.files.map(({ path, text }) => ({ path, text: text.replace(from, to) })),
        plan,
      );
    const server = await SiteServer.start(assets);
    server.show(published);
    const { page, errors, outside } = await site().open(
      "#/causes?lang=en",
      server.address.replace(/\/$/, ""),
    );
    await isSettled(page, "causes");
    await page.evaluate("globalThis.isSame = true");

    server.show(changed("Mutual aid of three harbour towns", "Another title"));
    await page.getByText("Another title").waitFor();
    await isSettled(page, "causes");
    server.show(changed("horizon:", "horizom:"));
    await page.locator(".state-page .problems li").first().waitFor();
    server.show(published);
    await page.getByText("Mutual aid of three harbour towns").first().waitFor();
    await isSettled(page, "causes");

    expect(await page.evaluate("globalThis.isSame")).toBe(true);
    expect(await page.evaluate("location.hash")).toContain("causes");
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
    await page.close();
    await server.close();
  }, 60_000);
}
