import {
  DOUBLE,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";

/** Values for the places `$1`, `$2` … of a query. */
export type Binding = number | string;

/**
 * DuckDB in memory, for reading Parquet only: it keeps no file cache, spills nothing to disk and loads no extensions. Made when it is first asked. Memory beside that of the answer stays under 384 MiB.
 */
export class QueryEngine {
  #instance: Promise<DuckDBInstance> | undefined;

  /** The chunks of the answer in the order of the rows, each of at most 2,048 rows. */
  async *chunks(sql: string, bindings: readonly Binding[] = []): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#connect();
    try {
      const types = bindings.map((value) => (typeof value === "number" ? DOUBLE : VARCHAR));
      const result = await connection.stream(sql, [...bindings] as DuckDBValue[], types);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    } finally {
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    const instance = await this.#instance;
    this.#instance = undefined;
    instance?.closeSync();
  }

  async #connect(): Promise<DuckDBConnection> {
    this.#instance ??= DuckDBInstance.create(":memory:", {
      memory_limit: "384MiB",
      temp_directory: "",
      enable_external_file_cache: "false",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    return await (await this.#instance).connect();
  }
}

/** A name as SQL writes it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL writes it. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The rows of Parquet files, one file after the other. */
export function rowsOfFiles(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quotedText).join(", ")}], hive_partitioning = false)`;
}
