import { existsSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Assessment, type AssessmentPlan, assess } from "@shikumi/assessment";
import { checkStudy, parseStudy } from "@shikumi/model";
import { readStudyFolder } from "@shikumi/workbench";
import type { PublishedStudy } from "@shikumi/workbench/publish";
import type { Page } from "playwright-core";
import { startBrowser, watchedPage } from "../../apps/web/test/e2e/browser.ts";
import { builtSite, publishedFolder, temporaryFolder } from "../../apps/web/test/e2e/site.ts";
import { serveFolder } from "../../apps/web/test/e2e/static-server.ts";
import { type Bench, type BenchResult, median } from "./bench.ts";

const root = join(import.meta.dirname, "../..");

/** Switches of levers that are timed. */
const toggles = 50;
/** Milliseconds a hand rests between two switches, and over a switch before it is pressed. */
const rest = 400;
const hover = 150;

/** What the page notes of every change of its results and of everything that held up the page; times in milliseconds of the page's clock. */
const watch = `
globalThis.noted = { press: 0, first: 0, all: 0, long: [] };
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) noted.long.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });
addEventListener("pointerup", (event) => {
  const results = document.querySelector(".what-if-results");
  if (results === null) return;
  noted.before = results.dataset.run;
  noted.press = event.timeStamp;
  noted.first = 0;
  noted.all = 0;
}, true);
new MutationObserver(() => {
  const results = document.querySelector(".what-if-results");
  if (results === null || noted.press === 0 || results.dataset.run === noted.before) return;
  const futures = Number(results.dataset.futures);
  requestAnimationFrame((time) => {
    if (noted.first === 0) noted.first = Math.max(time, performance.now());
    if (futures >= 300 && noted.all === 0) noted.all = performance.now();
  });
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-run", "data-futures"] });
`;

interface Noted {
  readonly press: number;
  readonly first: number;
  readonly all: number;
  readonly long: readonly (readonly [number, number])[];
}

/**
 * Opens the flagship as it is published, and switches levers. Results come from SHIKUMI_ASSESSMENT, the file of `assess --out`, so that what is sent is of full size; without it only the present arrangement is
 * assessed. The study is the one of SHIKUMI_STUDY, or the flagship.
 */
export const liveBench: Bench = {
  name: "live",
  about: "the live edition in a browser: first numbers and 300 futures after a switch, opening, size",
  run: measure,
};

async function measure(scale: number): Promise<BenchResult> {
  const published = await publishedStudy();
  const folder = await publishedFolder(published, await builtSite(join(temporaryFolder(), "dist")));
  const browser = await startBrowser();
  if (typeof browser === "string") return { figures: { browser: `absent: ${browser}` }, problems: [] };
  const server = await serveFolder(folder);
  const figures: Record<string, number | string> = { ...loads("before") };
  const problems: string[] = [];
  try {
    const { page, errors, outside } = await watchedPage(browser, server.origin);
    await page.addInitScript(watch);
    Object.assign(figures, await opening(page, server.origin));
    Object.assign(figures, sent(folder, server.asked));
    await page.goto(`${server.origin}/#/what-if?lang=en`);
    const series = [
      ["at once", 0],
      ["after a hover", hover],
    ] as const;
    for (const [name, pause] of series)
      Object.assign(figures, await switching(page, name, pause, Math.max(4, Math.round(toggles * scale))));
    problems.push(...errors, ...outside.map((address) => `asked for ${address}`));
  } finally {
    await browser.close();
    server.close();
  }
  return { figures: { ...figures, ...loads("after") }, problems };
}

async function publishedStudy(): Promise<PublishedStudy> {
  const files = await readStudyFolder(process.env["SHIKUMI_STUDY"] ?? join(root, "studies/japan-us-2012"));
  const { study, diagnostics, counts } = parseStudy(files);
  if (study === undefined) throw new Error("the study has errors");
  const given = process.env["SHIKUMI_ASSESSMENT"];
  const plan: AssessmentPlan = {
    futures: 2,
    replications: 1,
    packages: [],
    levers: [],
    causes: false,
    removal: false,
  };
  const assessment =
    given !== undefined && existsSync(given)
      ? (JSON.parse(readFileSync(given, "utf8"), (_, one: unknown) =>
          one === null ? NaN : one,
        ) as Assessment)
      : assess(study, plan);
  return { files, study, diagnostics: [...diagnostics, ...checkStudy(study)], counts, assessment, plan };
}

async function opening(page: Page, origin: string): Promise<Record<string, number>> {
  const shown: number[] = [];
  const computing: number[] = [];
  const long: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.goto("about:blank");
    await page.goto(`${origin}/#/overview?lang=en`);
    await page.locator("main figure svg").first().waitFor();
    shown.push(await page.evaluate<number>("performance.now()"));
    await page.locator(".live-state.ready").waitFor({ timeout: 120_000 });
    computing.push(await page.evaluate<number>("performance.now()"));
    const noted = await page.evaluate<Noted>("noted");
    long.push(...noted.long.map(([, duration]) => duration));
  }
  return {
    "opening: shown, median ms": median(shown),
    "opening: shown, worst ms": Math.max(...shown),
    "opening: 300 futures ms": median(computing),
    "opening: tasks > 50 ms": long.length,
    "opening: longest task ms": Math.max(0, ...long),
  };
}

/** What a server sends at an opening, each file compressed by itself, without fonts. */
function sent(folder: string, asked: readonly string[]): Record<string, number> {
  const light = [...new Set(asked)].filter((path) => extname(path) !== ".woff2");
  const sizes = light.map((path) => gzipSync(readFileSync(join(folder, path))).length);
  const edition = gzipSync(readFileSync(join(folder, "edition.json"))).length;
  return {
    "sent: files without fonts": light.length,
    "sent: compressed MB": sizes.reduce((sum, size) => sum + size, 0) / 1e6,
    "sent: edition of that MB": edition / 1e6,
  };
}

async function switching(
  page: Page,
  name: string,
  pause: number,
  count: number,
): Promise<Record<string, number>> {
  const switches = page.locator(".what-if-levers label.toggle");
  await page.locator('.what-if-results[data-futures="300"]').waitFor({ timeout: 120_000 });
  const available = await switches.count();
  const first: number[] = [];
  const all: number[] = [];
  const long: number[] = [];
  for (let at = 0; at < count; at++) {
    const one = switches.nth((at * 7) % available);
    await one.scrollIntoViewIfNeeded();
    await page.waitForTimeout(rest);
    const tasks = (await page.evaluate<Noted>("noted")).long.length;
    if (pause > 0) await one.hover();
    await page.waitForTimeout(pause);
    await one.click();
    const noted = await told(page);
    first.push(noted.first - noted.press);
    all.push(noted.all - noted.press);
    long.push(...noted.long.slice(tasks).map(([, duration]) => duration));
  }
  return {
    [`${name}: switches`]: count,
    ...distribution(`${name}: first`, first),
    ...distribution(`${name}: 300 futures`, all),
    [`${name}: tasks > 50 ms`]: long.length,
    [`${name}: longest task ms`]: Math.max(0, ...long),
  };
}

/** Waits until 300 futures are told. */
async function told(page: Page): Promise<Noted> {
  for (let asked = 0; asked < 1200; asked++) {
    const noted = await page.evaluate<Noted>("noted");
    if (noted.all > 0) return noted;
    await page.waitForTimeout(50);
  }
  const said = await page.locator(".what-if-results").innerText();
  throw new Error(`no 300 futures within a minute: ${said.slice(0, 200)}`);
}

function distribution(name: string, values: readonly number[]): Record<string, number> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return {
    [`${name}, median ms`]: at(0.5),
    [`${name}, 90 % ms`]: at(0.9),
    [`${name}, worst ms`]: at(1),
  };
}

/** How much else the machine does; figures under load are no figures. */
function loads(when: string): Record<string, number> {
  return { [`load ${when}`]: loadavg()[0] ?? NaN };
}
