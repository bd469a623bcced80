import { type Catalogue, comparedSchemas } from "./catalogue.ts";
import { checkedRows } from "./check-columns.ts";
import type { Column } from "./column.ts";
import type { Exploration, SchemaComparison } from "./exploration.ts";
import { writeCsv, writeParquet } from "./export-results.ts";
import { ParquetEncoder } from "./parquet/parquet-encoder.ts";
import type { PartAddress } from "./part-address.ts";
import { PartFiles } from "./part-files.ts";
import { metadataKey, metadataText } from "./part-metadata.ts";
import { columnAcross, PartReader, throwProblems } from "./part-reader.ts";
import { QueryEngine } from "./query-engine.ts";
import type { PartSummary, ReadOptions, ResultColumns, Results } from "./results.ts";
import { StoreError, type StoreProblem } from "./store-error.ts";

/** Results in a folder. */
export class FolderResults implements Results {
  readonly folder: string;
  readonly #catalogue: Catalogue;
  readonly #files: PartFiles;
  readonly #engine: QueryEngine = new QueryEngine();
  readonly #reader: PartReader;

  constructor(folder: string, catalogue: Catalogue) {
    this.folder = folder;
    this.#catalogue = catalogue;
    this.#files = new PartFiles(folder);
    this.#reader = new PartReader(this.#files, this.#engine);
  }

  async hasPart(address: PartAddress): Promise<boolean> {
    return (await this.#files.filesOf(address)).length > 0;
  }

  async partAddresses(): Promise<readonly PartAddress[]> {
    return [...new Set((await this.#files.all()).map(({ address }) => address))];
  }

  async writePart(address: PartAddress, columns: readonly Column[]): Promise<"written" | "present"> {
    const rows = checkedRows(columns);
    const specs = columns.map(({ spec }) => spec);
    return await this.#files.write(
      address,
      (function* pieces(): Generator<Uint8Array> {
        const encoder = new ParquetEncoder(specs);
        yield encoder.begin();
        yield* encoder.add(columns, rows);
        yield* encoder.finish({ [metadataKey]: metadataText({ address, rows, columns: specs }) });
      })(),
    );
  }

  async describePart(address: PartAddress): Promise<PartSummary> {
    const { whole, problems } = await this.#reader.inspect([address]);
    throwProblems(problems);
    const [part] = whole;
    if (part === undefined)
      throw new StoreError("part-missing", `there is no part ${address}`, { args: { part: address } });
    return { address, rows: part.rows, bytes: await this.#files.sizeOf(part.file), columns: part.columns };
  }

  async readColumns(names: readonly string[], options: ReadOptions = {}): Promise<ResultColumns> {
    return await this.#reader.read(names, options);
  }

  async *streamColumns(names: readonly string[], options: ReadOptions = {}): AsyncGenerator<Column> {
    const plan = await this.#reader.plan(names, options);
    for (const spec of plan.specs) yield* await this.#reader.values(plan, [spec]);
  }

  async problems(parts?: readonly PartAddress[]): Promise<readonly StoreProblem[]> {
    const { whole, problems } = await this.#reader.inspect(parts ?? (await this.partAddresses()));
    const names = [...new Set(whole.flatMap(({ columns }) => columns.map(({ name }) => name)))];
    const columns = names.flatMap((name) => columnAcross(name, whole).found);
    return [...problems, ...columns.filter(({ code }) => code === "column-differs")];
  }

  async forgetParts(addresses: readonly PartAddress[]): Promise<number> {
    let forgotten = 0;
    for (const address of new Set(addresses)) {
      const files = await this.#files.filesOf(address);
      for (const file of files) await this.#files.remove(file);
      if (files.length > 0) forgotten += 1;
    }
    return forgotten;
  }

  async unusedParts(): Promise<readonly PartAddress[]> {
    const used = new Set((await this.explorations()).flatMap(({ parts }) => parts));
    return (await this.partAddresses()).filter((address) => !used.has(address));
  }

  async sweep(): Promise<number> {
    return (await this.#files.sweep()) + (await this.#catalogue.sweep());
  }

  async saveExploration(
    exploration: Exploration,
    { replace = false }: { readonly replace?: boolean } = {},
  ): Promise<void> {
    await this.#catalogue.save(exploration, replace);
  }

  async explorations(): Promise<readonly Exploration[]> {
    return await this.#catalogue.list();
  }

  async exploration(id: string): Promise<Exploration> {
    return await this.#catalogue.get(id);
  }

  async removeExploration(id: string): Promise<boolean> {
    return await this.#catalogue.remove(id);
  }

  async compareExplorations(first: string, second: string): Promise<SchemaComparison> {
    return comparedSchemas(await this.exploration(first), await this.exploration(second));
  }

  async exportCsv(path: string, names: readonly string[], options: ReadOptions = {}): Promise<number> {
    return await writeCsv(this.#reader, await this.#reader.plan(names, options), path);
  }

  async exportParquet(path: string, names: readonly string[], options: ReadOptions = {}): Promise<number> {
    return await writeParquet(this.#reader, await this.#reader.plan(names, options), path);
  }

  async close(): Promise<void> {
    await this.#engine.close();
  }
}
