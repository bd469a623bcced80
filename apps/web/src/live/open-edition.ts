import { type Edition, EditionError, isReady } from "@shikumi/assessment/edition";
import { EditionJoin } from "../edition/edition-parts.ts";
import { loadEdition } from "../edition/load-edition.ts";
import type { Live } from "./live.ts";
import { LiveStore, type WorkerLike } from "./live-store.ts";
import type { FromLead } from "./protocol.ts";

/** Most workers: more would wait for memory more than they gain. */
const mostWorkers = 4;

/** An edition, and what computes in it; the latter is missing exactly where the study has errors. */
export interface OpenedEdition {
  readonly edition: Edition;
  readonly live: Live | undefined;
}

/**
 * Opens the edition at an address. It is loaded and decoded by the first worker and comes over in small parts, so that the page stays at hand. As many workers as the machine has processors besides the one that draws, which on two
 * processors does not count: it has little to do while they work. The others read the study when the first has, so that the page is drawn meanwhile. Without workers the edition is read here and nothing is
 * computed. Throws `EditionError`.
 */
export async function openEdition(
  address: string,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<OpenedEdition> {
  const workers = startWorkers();
  const [lead, ...hands] = workers;
  if (lead === undefined) {
    const edition = await loadEdition(address, progress, signal);
    return { edition, live: isReady(edition) ? new LiveStore([]) : undefined };
  }
  const channels = hands.map(() => new MessageChannel());
  const ports = channels.map(({ port1 }) => port1);
  const stop = (): void => {
    for (const worker of workers) worker.terminate();
  };
  signal.addEventListener("abort", stop);
  try {
    const edition = await receive(lead, progress, () =>
      lead.postMessage({ kind: "load", address, hands: ports }, ports),
    );
    if (!isReady(edition)) {
      stop();
      return { edition, live: undefined };
    }
    const serve = ({ data }: { readonly data: FromLead }): void => {
      if (data.kind !== "opened") return;
      hands.forEach((hand, at) => {
        const port = channels[at]?.port2;
        if (port !== undefined) hand.postMessage({ kind: "serve", files: edition.files, lead: port }, [port]);
      });
    };
    lead.addEventListener("message", serve);
    return { edition, live: new LiveStore(workers) };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Puts together what the lead sends until it says that all was sent. */
export function receive(
  lead: Pick<WorkerLike, "addEventListener">,
  progress: (done: number, total: number) => void,
  start: () => void,
): Promise<Edition> {
  const join = new EditionJoin();
  return new Promise((resolve, reject) => {
    const take = (message: FromLead): void => {
      switch (message.kind) {
        case "loading":
          progress(message.done, message.total);
          return;
        case "part":
          join.take(message.part);
          return;
        case "loaded":
          resolve(join.finish());
          return;
        case "not-loaded":
          reject(new EditionError(message.code, message.args));
          return;
        case "opened":
        case "unusable":
        case "findings":
        case "no-findings":
        case "progress":
        case "answer":
        case "no-answer":
          return;
      }
    };
    lead.addEventListener("message", ({ data }) => take(data));
    lead.addEventListener("error", ({ message }) =>
      reject(new EditionError("unreachable", { detail: message ?? "worker" })),
    );
    start();
  });
}

function startWorkers(): readonly WorkerLike[] {
  if (typeof Worker === "undefined") return [];
  const processors = navigator.hardwareConcurrency || 2;
  const count = Math.min(mostWorkers, Math.max(Math.min(2, processors), processors - 1));
  return Array.from(
    { length: count },
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  );
}
