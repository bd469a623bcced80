import { expect, it } from "vitest";
import { isSettled, type SiteContext, tabTo } from "./site-context.ts";

/** What the views are for, done without a mouse: Tab, arrows, Enter, Space, Escape. */
export function keyboardContract(site: () => SiteContext): void {
  it("[BR3] skips to the content, and moves between views", async () => {
    const { page } = await site().open("#/overview?lang=en");
    await isSettled(page, "overview");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement?.id")).toBe("content");

    await tabTo(page, 'figure button[aria-pressed="false"]');
    await page.keyboard.press("Space");
    expect(await page.locator("figure table").count()).toBe(1);

    await page.reload();
    await isSettled(page, "overview");
    await tabTo(page, 'nav a[href^="#/roles"]');
    await page.keyboard.press("Enter");
    await isSettled(page, "roles");
    expect(await page.locator("h1").textContent()).toBe("Roles");
    await page.close();
  }, 60_000);

  it("[BR3] changes the language", async () => {
    const { page } = await site().open("#/overview?lang=en");
    await isSettled(page, "overview");
    await tabTo(page, ".top-choices .select-button");
    await page.keyboard.press("Enter");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.locator('html[lang="ja"]').waitFor({ state: "attached" });
    expect(await page.evaluate("location.hash")).toContain("lang=ja");
    await page.close();
  }, 60_000);

  it("[BR3] asks why not, in the role matrix", async () => {
    const { page } = await site().open("#/roles?lang=en");
    await isSettled(page, "roles");
    await tabTo(page, ".roles-grid [data-place]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator(".roles-why").waitFor();
    const gates = await page.locator(".roles-why").innerText();
    for (const gate of ["Inform", "Permit", "Combine", "Reach", "Act", "Release"])
      expect(gates.toLowerCase()).toContain(gate.toLowerCase());
    expect(await page.evaluate("location.hash")).toMatch(/task=.*organisation=|organisation=.*task=/);
    await page.close();
  }, 60_000);

  it("[BR3] goes from a domain down to a task's causes", async () => {
    const { page } = await site().open("#/causes?lang=en");
    await isSettled(page, "causes");
    await tabTo(page, 'main a[href*="domain="]');
    await page.keyboard.press("Enter");
    await page.locator('main a[href*="mission="]').first().waitFor();
    await tabTo(page, 'main a[href*="mission="]');
    await page.keyboard.press("Enter");
    await page.locator("main table").waitFor();
    expect(await page.evaluate("location.hash")).toContain("mission=");
    await page.close();
  }, 60_000);

  it("[BR3] switches a legal lever, and reads what moves", async () => {
    const { page } = await site().open("#/law?lang=en");
    await isSettled(page, "law");
    await tabTo(page, ".law-levers input");
    await page.keyboard.press("Space");
    await page.locator("main [role=status] p:not(.note)").waitFor();
    expect(await page.evaluate("location.hash")).toContain("levers=");
    await page.close();
  }, 60_000);

  it("[BR3] switches a lever and holds an assumption", async () => {
    const { page } = await site().open("#/what-if?lang=en");
    await page.locator('.what-if-results[data-run^="baseline"]').waitFor();
    await isSettled(page, "what-if");
    await tabTo(page, ".what-if-levers input");
    await page.keyboard.press("Space");
    await page.locator('.what-if-results:not([data-run^="baseline"])').waitFor();
    expect(await page.evaluate("location.hash")).toContain("levers=");
    await tabTo(page, ".what-if-panel input[type=range]");
    await page.keyboard.press("ArrowLeft");
    await page.locator('.what-if-results[data-run^="what-if"]').waitFor();
    expect(await page.evaluate("location.hash")).toContain("hold=");
    await page.close();
  }, 60_000);

  it("[BR3] steps through a replay, and jumps to the next refusal or delay", async () => {
    const { page } = await site().open("#/replay?lang=en");
    await isSettled(page, "replay");
    await page.locator(".replay-now").waitFor();
    const start = await page.locator(".replay-now").innerText();
    await tabTo(page, ".replay-buttons button.plain");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".replay-now").innerText()).not.toBe(start);
    const stepped = await page.locator(".replay-now").innerText();
    await tabTo(page, ".replay-slider");
    await page.keyboard.press("End");
    await expect.poll(() => page.locator(".replay-now").innerText()).not.toBe(stepped);
    await page.close();
  }, 60_000);

  it("[BR3] moves between the organisations of the network, and chooses one", async () => {
    const { page } = await site().open("#/network?lang=en");
    await isSettled(page, "network");
    await tabTo(page, ".network-node [tabindex='0'], .network-node[tabindex='0']");
    const first = await page.evaluate("document.activeElement?.getAttribute('data-node')");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement?.getAttribute('data-node')")).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.locator(".network-words").first().waitFor();
    await page.close();
  }, 60_000);
}
