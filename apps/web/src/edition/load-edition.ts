import { decodeEdition, type Edition, EditionError } from "@shikumi/assessment/edition";

/** Where the edition lies: beside the page, unless the page names another place on its own origin. */
export function editionAddress(page: Document): string {
  const named = page.querySelector('meta[name="shikumi-edition"]')?.getAttribute("content");
  return new URL(named ?? "edition.json", page.baseURI).href;
}

/**
 * Loads an edition. `progress` is told bytes read of all bytes (0 where the server does not say or sends them compressed). Throws `EditionError`.
 */
export async function loadEdition(
  address: string,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Edition> {
  const response = await fetch(address, { signal, cache: "no-cache" }).catch((reason: unknown) => {
    throw new EditionError("unreachable", { detail: String(reason) });
  });
  if (!response.ok || response.body === null)
    throw new EditionError("unreachable", { detail: String(response.status) });
  const isPlain = response.headers.get("content-encoding") === null;
  const total = isPlain ? Number(response.headers.get("content-length") ?? 0) : 0;
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let done = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done: isEnd, value } = await reader.read();
    if (isEnd) break;
    done += value.length;
    parts.push(decoder.decode(value, { stream: true }));
    progress(done, total);
  }
  parts.push(decoder.decode());
  return decodeEdition(parts.join(""));
}
