import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { Worker } from "node:worker_threads";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleOf } from "./bundle.ts";
import { hashOfFixedRuns } from "./fixed-runs.ts";

const golden = readFileSync(join(import.meta.dirname, "golden/hash.txt"), "utf8").trim();
const expected = { javascript: golden, webassembly: golden };

describe("a fixed set of runs has the hash that is checked in", () => {
  let nodeFile = "";
  beforeAll(() => {
    nodeFile = bundleOf("node");
  });

  it.each(["javascript", "webassembly"] as const)("[E5] on this thread, from %s", (engine) => {
    expect(hashOfFixedRuns(engine)).toBe(golden);
  });

  it.each([1, 2, 8])(
    "[E5] on %d worker threads at once",
    async (threads) => {
      const answers = await Promise.all(
        Array.from(
          { length: threads },
          () =>
            new Promise((resolve, reject) => {
              const worker = new Worker(nodeFile, { execArgv: [] });
              worker.on("message", resolve);
              worker.on("error", reject);
            }),
        ),
      );

      expect(answers).toEqual(Array.from({ length: threads }, () => expected));
    },
    240_000,
  );

  it("[E5] in a child process", () => {
    expect(JSON.parse(execFileSync(process.execPath, [nodeFile], { encoding: "utf8" }))).toEqual(expected);
  }, 240_000);

  it("[E5] in a browser, in the page and in a worker", async ({ skip }) => {
    const browser = await startBrowser();
    if (typeof browser === "string") return skip(`no browser: ${browser}`);
    const server = await serve(readFileSync(bundleOf("browser")));
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction(
        "globalThis.hashes !== undefined && globalThis.fromWorker !== undefined",
        undefined,
        {
          timeout: 120_000,
        },
      );

      expect(await page.evaluate("globalThis.hashes")).toEqual(expected);
      expect(await page.evaluate("globalThis.fromWorker")).toEqual(expected);
    } finally {
      await browser.close();
      server.close();
    }
  }, 180_000);
});

/** A headless browser; why there is none, where it cannot start. */
async function startBrowser(): Promise<
  Awaited<ReturnType<typeof playwright.launchPersistentContext>> | string
> {
  try {
    return await playwright.launchPersistentContext(mkdtempSync(join(tmpdir(), "shikumi-profile-")), {
      executablePath: await chromium.executablePath(),
      headless: true,
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
  } catch (error) {
    return String(error).split("\n")[0] ?? "";
  }
}

async function serve(script: Buffer): Promise<Server> {
  const page = `<!doctype html><meta charset="utf-8"><script type="module" src="/runs.mjs"></script><script type="module">
const worker = new Worker("/runs.mjs", { type: "module" });
worker.onmessage = (event) => { globalThis.fromWorker = event.data; };
</script>`;
  const server = createServer((request, response) => {
    const isScript = request.url === "/runs.mjs";
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return server;
}
