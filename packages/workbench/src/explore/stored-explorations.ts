import { type Exploration as Entry, openResults, type Results, type SchemaComparison } from "@shikumi/store";

/** An exploration of the catalogue with how much of it is there. */
export interface ResultsEntry {
  readonly entry: Entry;
  /** Parts that are there, of all that it names. */
  readonly there: number;
}

/** What was removed with an exploration. */
export interface RemovedResults {
  readonly wasThere: boolean;
  /** Parts that no other exploration needs. */
  readonly parts: number;
}

/** All explorations in a folder (B11). Throws `StoreError`. */
export async function listResults(folder: string): Promise<readonly ResultsEntry[]> {
  return await withResults(folder, async (results) => {
    const there = new Set(await results.partAddresses());
    return (await results.explorations()).map((entry) => counted(entry, there));
  });
}

/** One exploration. Throws `StoreError` `exploration-missing`. */
export async function showResults(folder: string, id: string): Promise<ResultsEntry> {
  return await withResults(folder, async (results) =>
    counted(await results.exploration(id), new Set(await results.partAddresses())),
  );
}

/** How the columns of two explorations relate, and how many parts they share. */
export async function compareResults(
  folder: string,
  first: string,
  second: string,
): Promise<
  SchemaComparison & { readonly sharedParts: number; readonly first: Entry; readonly second: Entry }
> {
  return await withResults(folder, async (results) => {
    const [one, other] = [await results.exploration(first), await results.exploration(second)];
    const parts = new Set(one.parts);
    return {
      ...(await results.compareExplorations(first, second)),
      sharedParts: other.parts.filter((part) => parts.has(part)).length,
      first: one,
      second: other,
    };
  });
}

/** Writes the runs of an exploration that are there as CSV, or as Parquet where the path ends so. Rows written. */
export async function exportResults(folder: string, id: string, path: string): Promise<number> {
  return await withResults(folder, async (results) => {
    const { columns, parts } = await results.exploration(id);
    const there = new Set(await results.partAddresses());
    const names = columns.map(({ name }) => name);
    const options = { parts: parts.filter((part) => there.has(part)) };
    return path.endsWith(".parquet")
      ? await results.exportParquet(path, names, options)
      : await results.exportCsv(path, names, options);
  });
}

/** Takes an exploration out of the catalogue, and forgets the parts that no other one names. */
export async function removeResults(folder: string, id: string): Promise<RemovedResults> {
  return await withResults(folder, async (results) => {
    const { parts } = await results.exploration(id);
    const wasThere = await results.removeExploration(id);
    const unused = new Set(await results.unusedParts());
    return { wasThere, parts: await results.forgetParts(parts.filter((part) => unused.has(part))) };
  });
}

function counted(entry: Entry, there: ReadonlySet<string>): ResultsEntry {
  return { entry, there: entry.parts.filter((part) => there.has(part)).length };
}

async function withResults<Found>(
  folder: string,
  work: (results: Results) => Promise<Found>,
): Promise<Found> {
  const results = await openResults(folder);
  try {
    return await work(results);
  } finally {
    await results.close();
  }
}
