import { copyColumn, selected } from "./chunk-values.ts";
import type { Column, ColumnSpec } from "./column.ts";
import { checkConditions, conditionSql } from "./conditions.ts";
import type { PartAddress } from "./part-address.ts";
import type { PartFile, PartFiles } from "./part-files.ts";
import { isSameSpec, metadataKey, metadataOf, type PartMetadata } from "./part-metadata.ts";
import { type QueryEngine, quotedText, rowsOfFiles } from "./query-engine.ts";
import type { Condition, ReadOptions, ResultColumns } from "./results.ts";
import { StoreError, type StoreErrorCode, type StoreProblem } from "./store-error.ts";

/** A part whose bytes are right, with what it says about itself. */
export interface WholePart extends PartMetadata {
  readonly file: PartFile;
}

/** What a read will give, found before any value is read. */
export interface ReadPlan {
  /** The columns asked for, as the first part that has them describes them. */
  readonly specs: readonly ColumnSpec[];
  readonly conditions: readonly Condition[];
  readonly parts: readonly {
    readonly part: WholePart;
    readonly first: number;
    readonly rows: number;
  }[];
  readonly rows: number;
  readonly problems: readonly StoreProblem[];
}

/** Reads parts: their bytes are checked, then what they say about themselves, then values. */
export class PartReader {
  readonly #files: PartFiles;
  readonly #engine: QueryEngine;
  readonly #metadata = new Map<string, PartMetadata>();

  constructor(files: PartFiles, engine: QueryEngine) {
    this.#files = files;
    this.#engine = engine;
  }

  /** The parts of some addresses that are whole, and what is wrong with the others. */
  async inspect(
    addresses: readonly PartAddress[],
  ): Promise<{ readonly whole: readonly WholePart[]; readonly problems: readonly StoreProblem[] }> {
    const right: { readonly address: PartAddress; readonly file: PartFile }[] = [];
    const bad: Record<"part-missing" | "part-damaged" | "part-conflict", PartAddress[]> = {
      "part-missing": [],
      "part-damaged": [],
      "part-conflict": [],
    };
    for (const address of new Set(addresses)) {
      const found = await this.#files.filesOf(address);
      const sound: PartFile[] = [];
      for (const file of found) if (await this.#files.isWhole(file)) sound.push(file);
      const [file] = sound;
      if (file !== undefined && sound.length === 1) {
        right.push({ address, file });
        continue;
      }
      const code =
        found.length === 0 ? "part-missing" : sound.length === 0 ? "part-damaged" : "part-conflict";
      bad[code].push(address);
    }
    await this.#learn(right.map(({ file }) => file));
    const whole = right.map(({ address, file }) => {
      const metadata = this.#metadata.get(file.sha256);
      if (metadata !== undefined) return { ...metadata, address, file };
      throw new StoreError("results-unreadable", `${file.path} does not say what it holds`, {
        path: file.path,
      });
    });
    const problems = (["part-missing", "part-damaged", "part-conflict"] as const).flatMap((code) =>
      bad[code].length === 0 ? [] : [{ code, column: "", parts: bad[code] }],
    );
    return { whole, problems };
  }

  async plan(names: readonly string[], options: ReadOptions): Promise<ReadPlan> {
    const { parts: addresses = await this.#allAddresses(), where = [], missing = "refuse" } = options;
    const { whole, problems } = await this.inspect(addresses);
    const wanted = [...new Set([...names, ...where.map(({ column }) => column)])];
    const known = new Map<string, ColumnSpec>();
    const columnProblems = wanted.flatMap((name) => {
      const { spec, found } = columnAcross(name, whole);
      if (spec !== undefined) known.set(name, spec);
      return found;
    });
    const filled = columnProblems.filter(
      ({ code, column }) => code === "column-missing" && known.has(column),
    );
    const fatal = [...problems, ...columnProblems].filter(
      (problem) => missing === "refuse" || !filled.includes(problem),
    );
    throwProblems(fatal);
    checkConditions(where, known);
    const parts: { part: WholePart; first: number; rows: number }[] = [];
    let rows = 0;
    for (const part of whole) {
      const count = await this.#countRows(part, where);
      parts.push({ part, first: rows, rows: count });
      rows += count;
    }
    return {
      specs: names.map((name) => known.get(name)).filter((spec) => spec !== undefined),
      conditions: where,
      parts,
      rows,
      problems: filled,
    };
  }

  /** The values of some of the columns of a plan. */
  async values(plan: ReadPlan, specs: readonly ColumnSpec[] = plan.specs): Promise<readonly Column[]> {
    const values = specs.map(({ kind, length }) =>
      kind === "text" ? new Array<string>(plan.rows).fill("") : new Float64Array(plan.rows * (length ?? 1)),
    );
    for (const run of runsOf(plan, specs)) {
      const present = specs.flatMap((spec, at) => (hasColumn(run.shape, spec) ? [{ spec, at }] : []));
      specs.forEach((spec, at) => {
        const column = values[at];
        if (!hasColumn(run.shape, spec) && column instanceof Float64Array) {
          const points = spec.length ?? 1;
          column.fill(Number.NaN, run.first * points, (run.first + run.rows) * points);
        }
      });
      if (present.length === 0 || run.rows === 0) continue;
      const condition = conditionSql(plan.conditions);
      const sql = `SELECT ${present.map(({ spec }) => selected(spec)).join(", ")} FROM ${rowsOfFiles(run.paths)} WHERE ${condition.sql}`;
      let row = run.first;
      for await (const chunk of this.#chunks(sql, condition.bindings)) {
        present.forEach(({ spec, at }, place) => {
          copyColumn(chunk, place, spec, values[at] as Float64Array | string[], row);
        });
        row += chunk.rowCount;
      }
      if (row !== run.first + run.rows) {
        throw new StoreError("results-unreadable", `${row - run.first} of ${run.rows} rows could be read`);
      }
    }
    return specs.map((spec, at) => ({ spec, values: values[at] as Float64Array | string[] }));
  }

  async read(names: readonly string[], options: ReadOptions): Promise<ResultColumns> {
    const plan = await this.plan(names, options);
    const { rows, problems } = plan;
    const parts = plan.parts.map(({ part, first, rows: count }) => ({
      address: part.address,
      first,
      rows: count,
    }));
    return { columns: await this.values(plan), rows, parts, problems };
  }

  async #allAddresses(): Promise<readonly PartAddress[]> {
    return (await this.#files.all()).map(({ address }) => address);
  }

  /** Reads what files say about themselves, where that is not known yet. */
  async #learn(files: readonly PartFile[]): Promise<void> {
    const unknown = files.filter(({ sha256 }) => !this.#metadata.has(sha256));
    if (unknown.length === 0) return;
    const paths = unknown.map(({ path }) => quotedText(path)).join(", ");
    const sql = `SELECT file_name, decode(value) FROM parquet_kv_metadata([${paths}]) WHERE decode(key) = ${quotedText(metadataKey)}`;
    for await (const chunk of this.#chunks(sql)) {
      for (let row = 0; row < chunk.rowCount; row++) {
        const [path, text] = [0, 1].map((at) => String(chunk.getColumnVector(at).getItem(row)));
        const sha256 = /([0-9a-f]{64})\.parquet$/.exec(path ?? "")?.[1];
        if (sha256 !== undefined) this.#metadata.set(sha256, metadataOf(text ?? ""));
      }
    }
  }

  async #countRows(part: WholePart, where: readonly Condition[]): Promise<number> {
    if (where.length === 0) return part.rows;
    if (!where.every(({ column }) => part.columns.some(({ name }) => name === column))) return 0;
    const { sql, bindings } = conditionSql(where);
    const counting = `SELECT cast(count(*) AS DOUBLE) FROM ${rowsOfFiles([part.file.path])} WHERE ${sql}`;
    for await (const chunk of this.#chunks(counting, bindings))
      return Number(chunk.getColumnVector(0).getItem(0));
    return 0;
  }

  async *#chunks(...[sql, bindings]: Parameters<QueryEngine["chunks"]>): ReturnType<QueryEngine["chunks"]> {
    try {
      yield* this.#engine.chunks(sql, bindings);
    } catch (cause) {
      throw new StoreError("results-unreadable", "the query engine could not read the parts", { cause });
    }
  }
}

/** Throws the first of some problems with all of them. */
export function throwProblems(problems: readonly StoreProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const told = problems.map(({ code, column, parts }) => {
    const named = parts.slice(0, 3).join(", ");
    const more = parts.length > 3 ? ` and ${parts.length - 3} more` : "";
    return `${code}${column === "" ? "" : ` "${column}"`}: ${named}${more}`;
  });
  throw new StoreError(first.code, told.join("; "), { problems });
}

/** How parts describe a column, and what is wrong with that. */
export function columnAcross(
  name: string,
  parts: readonly WholePart[],
): { readonly spec: ColumnSpec | undefined; readonly found: readonly StoreProblem[] } {
  const specs = parts.map(({ columns }) => columns.find((column) => column.name === name));
  const spec = specs.find((one) => one !== undefined);
  const addressesWhere = (holds: (one: ColumnSpec | undefined) => boolean): readonly PartAddress[] =>
    parts.filter((_, at) => holds(specs[at])).map(({ address }) => address);
  const lacking = addressesWhere((one) => one === undefined);
  const differing = addressesWhere(
    (one) => one !== undefined && spec !== undefined && !isSameSpec(one, spec),
  );
  const problem = (code: StoreErrorCode, of: readonly PartAddress[]): readonly StoreProblem[] =>
    of.length === 0 ? [] : [{ code, column: name, parts: of }];
  return { spec, found: [...problem("column-missing", lacking), ...problem("column-differs", differing)] };
}

/** Consecutive parts that one query can read: they have the same of the columns, and there are no conditions or only one part. */
function runsOf(
  plan: ReadPlan,
  specs: readonly ColumnSpec[],
): readonly { shape: readonly ColumnSpec[]; paths: string[]; first: number; rows: number }[] {
  const runs: { key: string; shape: readonly ColumnSpec[]; paths: string[]; first: number; rows: number }[] =
    [];
  for (const { part, first, rows } of plan.parts) {
    if (rows === 0) continue;
    const key = specs.map((spec) => (hasColumn(part.columns, spec) ? "1" : "0")).join("");
    const last = runs.at(-1);
    if (last?.key === key && plan.conditions.length === 0) {
      last.paths.push(part.file.path);
      last.rows += rows;
    } else runs.push({ key, shape: part.columns, paths: [part.file.path], first, rows });
  }
  return runs;
}

function hasColumn(columns: readonly ColumnSpec[], { name }: ColumnSpec): boolean {
  return columns.some((column) => column.name === name);
}
