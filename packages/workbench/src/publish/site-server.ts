import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { WorkbenchError } from "../workbench-error.ts";
import type { PublishedStudy } from "./published-study.ts";
import type { SiteAssets } from "./site-assets.ts";
import { siteFiles } from "./site-files.ts";

export interface SiteServerOptions {
  /** Port to listen on; 0 for any that is free. */
  readonly port?: number;
}

/** Name of the stream of changes, beside the page. */
const eventsName = "events";

/** Milliseconds between signs of life of a stream, so that nothing on the way ends it. */
const beat = 15_000;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The documents with all results hold their own style and nothing that runs. */
const documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const headers: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/**
 * Serves the live edition of one study to this machine alone: on the loopback address, below a path that holds a secret, to requests for this host from pages of this origin. Files come from memory, so that no path leads
 * anywhere else. What is asked for before the first `show` waits for it.
 */
export class SiteServer {
  readonly #assets: SiteAssets;
  readonly #token = randomBytes(16).toString("hex");
  readonly #streams = new Set<ServerResponse>();
  readonly #server: Server;
  readonly #first: PromiseWithResolve = promiseWithResolve();
  #files: ReadonlyMap<string, Uint8Array> = new Map();
  #port = 0;

  /** Starts a server. Throws `WorkbenchError` `port-taken` where the port is not to be had. */
  static async start(assets: SiteAssets, { port = 0 }: SiteServerOptions = {}): Promise<SiteServer> {
    const server = new SiteServer(assets);
    await server.#listen(port);
    return server;
  }

  private constructor(assets: SiteAssets) {
    this.#assets = assets;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** Where the page is, with the secret. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}/${this.#token}/`;
  }

  /** Serves this from now on, and tells every open page. */
  show(published: PublishedStudy): void {
    this.#files = siteFiles(published, this.#assets, { events: eventsName });
    this.#first.resolve();
    for (const stream of this.#streams) stream.write("event: changed\ndata:\n\n");
  }

  /** Ends every connection and stops listening. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#first.resolve();
    this.#server.closeAllConnections();
    await closed;
  }

  async #listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", (cause) =>
        reject(
          new WorkbenchError("port-taken", String(port), `port ${port} is not to be had`, {
            cause,
          }),
        ),
      );
      this.#server.listen(port, "127.0.0.1", resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const status = this.#refusal(request);
    if (status !== undefined) {
      if (status === 405) response.setHeader("allow", "GET, HEAD");
      end(response, status);
      return;
    }
    const path = (request.url ?? "").split("?")[0]?.slice(this.#token.length + 2) ?? "";
    if (path === eventsName) {
      this.#stream(request, response);
      return;
    }
    await this.#first.promise;
    const name = path === "" ? "index.html" : path;
    const content = this.#files.get(name);
    if (content === undefined) {
      end(response, 404);
      return;
    }
    const isDocument = name.startsWith("results.");
    response.writeHead(200, {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      "content-length": content.length,
      "content-security-policy": isDocument ? documentPolicy : policy,
    });
    response.end(request.method === "HEAD" ? undefined : content);
  }

  /** Status a request is refused with: for another host (a name that was bound to this machine), from a page of another origin, without the secret, or to change something. */
  #refusal({ headers: asked, url = "", method }: IncomingMessage): number | undefined {
    const hosts = [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`];
    if (asked.host === undefined || !hosts.includes(asked.host.toLowerCase())) return 403;
    if (asked.origin !== undefined && !hosts.some((host) => asked.origin === `http://${host}`)) return 403;
    if (!isSame(url.slice(0, this.#token.length + 2), `/${this.#token}/`)) return 404;
    return method === "GET" || method === "HEAD" ? undefined : 405;
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    response.write(":\n\n");
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    const alive = setInterval(() => response.write(":\n\n"), beat);
    this.#streams.add(response);
    response.on("close", () => {
      clearInterval(alive);
      this.#streams.delete(response);
    });
  }
}

interface PromiseWithResolve {
  readonly promise: Promise<void>;
  resolve(): void;
}

function promiseWithResolve(): PromiseWithResolve {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
function isSame(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${status}\n`);
}
