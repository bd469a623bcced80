import { request } from "node:http";
import { createConnection } from "node:net";
import { decodeEdition } from "@shikumi/assessment/edition";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type PublishedStudy, SiteServer } from "../../src/publish/index.ts";
import { harbourFiles, published, smallAssets } from "./small-site.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

let harbour: PublishedStudy;
let server: SiteServer;
beforeAll(async () => {
  harbour = published(await harbourFiles());
});
afterEach(() => server.close());

/** Asks for a path exactly as written, with headers as given. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method }, (response) => {
      let body = "";
      response.on("data", (part: Buffer) => {
        body += part.toString();
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function started(): Promise<string> {
  server = await SiteServer.start(smallAssets());
  server.show(harbour);
  return new URL(server.address).pathname;
}

describe("the server", () => {
  it("[B15] serves the page, the edition and the documents below a path with a secret", async () => {
    const path = await started();
    const page = await ask(path);
    const edition = await ask(`${path}edition.json`);

    expect(path).toMatch(/^\/[0-9a-f]{32}\/$/);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<meta name="shikumi-events" content="events" />');
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(decodeEdition(edition.body).generatedFrom.digest).toBe(harbour.study?.digest);
    expect((await ask(`${path}assets/a.js`)).headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect((await ask(`${path}results.en.html`)).headers["content-security-policy"]).toContain(
      "style-src 'unsafe-inline'",
    );
    expect((await ask(path, {}, "HEAD")).body).toBe("");
  });

  it("[B15] answers everything with nosniff, the policy, no store and no referrer", async () => {
    const path = await started();
    for (const asked of [path, `${path}edition.json`, `${path}none`, "/"]) {
      const { headers, status } = await ask(asked);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-frame-options": "DENY",
      });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
      if (status === 200)
        expect(headers["content-security-policy"]).toMatch(
          /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'.*frame-ancestors 'none'/,
        );
    }
  });

  it("[B15] refuses a name that was bound to this machine, and pages of other origins", async () => {
    const path = await started();
    const { port } = new URL(server.address);

    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      "127.0.0.1",
      "",
    ])
      expect([host, (await ask(path, { host })).status]).toEqual(
        [host, host === "" ? 400 : 403].map((one) => (one === 400 ? expect.any(Number) : one)),
      );
    for (const origin of ["http://evil.example", "null", `https://127.0.0.1:${port}`, "http://127.0.0.1:1"])
      expect([origin, (await ask(path, { origin })).status]).toEqual([origin, 403]);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
      expect((await ask(path, { host, origin: `http://${host}` })).status).toBe(200);
  });

  it("[B15] refuses every path without the secret, every path out, and every other method", async () => {
    const path = await started();
    const secret = path.slice(1, -1);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("0") ? "1" : "0"}`;
    for (const asked of [
      "/",
      "/edition.json",
      `/${wrong}/`,
      `/${secret}`,
      `//${secret}/`,
      `/x/../${secret}/`,
    ])
      expect([asked, (await ask(asked)).status]).toEqual([asked, 404]);
    for (const asked of [
      "../package.json",
      "..%2fpackage.json",
      "assets/../../package.json",
      "%2e%2e/x",
      "/etc/passwd",
      "assets/",
      "assets/a.js%00",
    ])
      expect([asked, (await ask(`${path}${asked}`)).status]).toEqual([asked, 404]);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect([method, (await ask(path, {}, method)).status]).toEqual([method, 405]);
  });

  it("[B15] listens on the loopback address alone, and says when the port is taken", async () => {
    await started();
    const { port, hostname } = new URL(server.address);

    expect(hostname).toBe("127.0.0.1");
    await expect(SiteServer.start(smallAssets(), { port: Number(port) })).rejects.toMatchObject({
      code: "port-taken",
    });
    const isRefused = await new Promise((resolve) => {
      const socket = createConnection({ host: "127.0.0.2", port: Number(port) });
      socket.on("error", () => resolve(true));
      socket.on("connect", () => {
        socket.destroy();
        resolve(false);
      });
    });
    expect(isRefused).toBe(true);
  });

  it("[B16] waits with answers until there is something, and tells open pages of what is new", async () => {
    server = await SiteServer.start(smallAssets());
    const path = new URL(server.address).pathname;
    const early = ask(`${path}edition.json`);
    let told = "";
    const { hostname, port } = new URL(server.address);
    const stream = request({ hostname, port, path: `${path}events` }, (response) => {
      response.on("data", (part: Buffer) => {
        told += part.toString();
      });
      response.on("error", () => undefined);
    });
    stream.on("error", () => undefined);
    stream.end();
    await expect.poll(() => told).toBe(":\n\n");
    server.show(harbour);

    expect((await early).status).toBe(200);
    await expect.poll(() => told).toContain("event: changed\n");
    server.show({ ...harbour, study: undefined, assessment: undefined });
    await expect.poll(() => told.split("event: changed").length).toBe(3);
    expect(decodeEdition((await ask(`${path}edition.json`)).body).study).toBeUndefined();
  });

  it("[B16] ends every connection when it closes", async () => {
    const path = await started();
    const { hostname, port } = new URL(server.address);
    const ended = new Promise((resolve) => {
      const stream = request({ hostname, port, path: `${path}events` }, (response) => {
        response.on("data", () => undefined);
        response.on("close", () => resolve("closed"));
        response.on("error", () => undefined);
      });
      stream.on("error", () => resolve("closed"));
      stream.end();
    });
    await ask(path);
    await server.close();

    expect(await ended).toBe("closed");
    await expect(ask(path)).rejects.toThrow("ECONNREFUSED");
  });
});
