import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type BrowserContext, type Page, chromium as playwright } from "playwright-core";

/** A page, and what it did that a person would not see. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console and of scripts, refused requests, and violations of the policy. */
  readonly errors: string[];
  /** Addresses asked for outside the page's own origin. */
  readonly outside: string[];
}

/** A headless browser; why there is none, where it cannot start. */
export async function startBrowser(): Promise<BrowserContext | string> {
  const profile = mkdtempSync(join(tmpdir(), "shikumi-profile-"));
  try {
    const browser = await playwright.launchPersistentContext(profile, {
      executablePath: await chromium.executablePath(),
      headless: true,
      viewport: { width: 1280, height: 900 },
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    browser.on("close", () => rmSync(profile, { recursive: true, force: true }));
    return browser;
  } catch (error) {
    rmSync(profile, { recursive: true, force: true });
    return String(error).split("\n")[0] ?? "";
  }
}

/** A new page that keeps what goes wrong, and lets nothing but its own origin be asked for. */
export async function watchedPage(browser: BrowserContext, origin: string): Promise<WatchedPage> {
  const page = await browser.newPage();
  const errors: string[] = [];
  const outside: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`script: ${error.message}`));
  await page.route("**/*", async (route) => {
    const address = route.request().url();
    if (address.startsWith(origin)) return route.continue();
    outside.push(address);
    return route.abort();
  });
  return { page, errors, outside };
}
