import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import type { Column, Condition } from "../src/index.ts";
import { address, reals, spec, temporaryResults, texts } from "./folder.ts";

const newResults = temporaryResults();

describe("reading columns", () => {
  it("[S9] gives rows in the order of the parts asked for, by address where none are", async () => {
    const results = await newResults();
    await results.writePart(address("b"), [reals("x", 3)]);
    await results.writePart(address("a"), [reals("x", 1, 2)]);

    const all = await results.readColumns(["x"]);
    const turned = await results.readColumns(["x"], { parts: [address("b"), address("a"), address("b")] });

    expect(all.columns[0]?.values).toEqual(Float64Array.of(1, 2, 3));
    expect(turned.columns[0]?.values).toEqual(Float64Array.of(3, 1, 2));
    expect(turned.parts).toEqual([
      { address: address("b"), first: 0, rows: 1 },
      { address: address("a"), first: 1, rows: 2 },
    ]);
  });

  it("[S9] gives the same one column after the other", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, 2), texts("t", "a", "b")]);
    await results.writePart(address("b"), [reals("x"), texts("t")]);
    const where: readonly Condition[] = [{ column: "x", is: ">", value: 1 }];

    const streamed: Column[] = [];
    for await (const column of results.streamColumns(["t", "x"], { where })) streamed.push(column);

    expect(streamed).toEqual((await results.readColumns(["t", "x"], { where })).columns);
    expect(streamed[0]?.values).toEqual(["b"]);
  });

  it("[S10] leaves out rows that miss a condition; a missing number meets none", async () => {
    const results = await newResults();
    const n = Float64Array.of(1, 2, Number.NaN, 4);
    const columns: Column[] = [
      reals("x", 1, Number.NaN, 3, Number.POSITIVE_INFINITY),
      texts("t", "a", "b", "c", "a"),
      { spec: spec("n", "integer"), values: n },
    ];
    await results.writePart(address("a"), columns);
    await results.writePart(address("b"), columns);
    const found = async (...where: Condition[]): Promise<readonly unknown[]> => {
      const { columns: read, rows, parts } = await results.readColumns(["x"], { where });
      expect(rows).toBe(read[0]?.values.length);
      expect(parts.map((part) => part.rows)).toEqual([rows / 2, rows / 2]);
      return [...(read[0]?.values ?? [])].slice(0, rows / 2);
    };

    expect(await found({ column: "x", is: ">", value: 1 })).toEqual([3, Number.POSITIVE_INFINITY]);
    expect(await found({ column: "x", is: "<=", value: 3 })).toEqual([1, 3]);
    expect(await found({ column: "t", is: "=", value: "a" })).toEqual([1, Number.POSITIVE_INFINITY]);
    expect(await found({ column: "t", among: ["b", "c"] }, { column: "x", is: ">=", value: 0 })).toEqual([3]);
    expect(await found({ column: "n", is: ">=", value: 0 })).toEqual([
      1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]);
    expect(await found({ column: "n", among: [1, 4] })).toEqual([1, Number.POSITIVE_INFINITY]);
    expect(await found({ column: "x", among: [] })).toEqual([]);
  });

  it("[S10] refuses conditions that mean nothing", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [
      reals("x", 1),
      texts("t", "a"),
      { spec: spec("s", "real", 2), values: Float64Array.of(1, 2) },
    ]);
    const refused: readonly Condition[] = [
      { column: "x", is: "=", value: "1" },
      { column: "t", is: "=", value: 1 },
      { column: "t", is: "<", value: "b" },
      { column: "x", is: "=", value: Number.NaN },
      { column: "s", is: "=", value: 1 },
    ];
    for (const condition of refused) {
      await expect(results.readColumns(["x"], { where: [condition] })).rejects.toMatchObject({
        code: "bad-condition",
      });
    }
    await expect(
      results.readColumns(["x"], { where: [{ column: "y", is: "=", value: 1 }] }),
    ).rejects.toMatchObject({ code: "column-missing" });
  });

  it("[S11] names the parts that lack a column, and fills it only on request", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, 2), texts("t", "a", "b")]);
    await results.writePart(address("b"), [reals("x", 3)]);
    const lacking = (column: string, ...parts: string[]) => ({ code: "column-missing", column, parts });

    await expect(results.readColumns(["t", "z"])).rejects.toMatchObject({
      code: "column-missing",
      problems: [lacking("t", address("b")), lacking("z", address("a"), address("b"))],
    });
    const filled = await results.readColumns(["x", "t"], { missing: "fill" });
    expect(filled.columns.map(({ values }) => [...values])).toEqual([
      [1, 2, 3],
      ["a", "b", ""],
    ]);
    expect(filled.problems).toEqual([lacking("t", address("b"))]);
    await expect(results.readColumns(["z"], { missing: "fill" })).rejects.toMatchObject({
      code: "column-missing",
    });
  });

  it("[S11] fills numbers with NaN, series too", async () => {
    const results = await newResults();
    const series = { spec: spec("s", "real", 2), values: Float64Array.of(1, 2) };
    await results.writePart(address("a"), [reals("y", 0)]);
    await results.writePart(address("b"), [reals("y", 1), reals("x", 3), series]);

    const { columns } = await results.readColumns(["x", "s"], { missing: "fill" });

    expect(columns[0]?.values).toEqual(Float64Array.of(Number.NaN, 3));
    expect(columns[1]?.values).toEqual(Float64Array.of(Number.NaN, Number.NaN, 1, 2));
  });

  it("[S11] never joins columns of one name that mean different things", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1)]);
    await results.writePart(address("b"), [
      { spec: { ...spec("x"), unit: "d" }, values: Float64Array.of(1) },
    ]);
    const problem = { code: "column-differs", column: "x", parts: [address("b")] };

    await expect(results.readColumns(["x"], { missing: "fill" })).rejects.toMatchObject({
      problems: [problem],
    });
    expect(await results.problems()).toEqual([problem]);
  });

  it("[S11] names parts that are not there", async () => {
    const results = await newResults();
    await expect(results.readColumns(["x"], { parts: [address("a")] })).rejects.toMatchObject({
      code: "part-missing",
      problems: [{ code: "part-missing", column: "", parts: [address("a")] }],
    });
  });
});

describe("export", () => {
  const columns: readonly Column[] = [
    reals("x", 0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 5e-324),
    texts('a "t"', "plain", 'say "so"', "a,b", "two\r\nlines", ""),
    { spec: spec("s", "real", 2), values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1e21) },
  ];

  it("[S12] writes CSV as RFC 4180 says, with numbers that read back to the same bits", async () => {
    const results = await newResults();
    await results.writePart(address("a"), columns);
    const path = join(results.folder, "out", "x.csv");

    const rows = await results.exportCsv(path, ["x", 'a "t"', "s"]);

    expect(rows).toBe(5);
    expect(readFileSync(path, "utf8")).toBe(
      [
        'x,"a ""t""",s[0],s[1]',
        "0.1,plain,1,2",
        '-0,"say ""so""",3,4',
        ',"a,b",5,6',
        '-Infinity,"two\r\nlines",7,8',
        "5e-324,,9,1e+21",
        "",
      ].join("\r\n"),
    );
  });

  it("[S12] writes no empty line, which a reader could skip", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, Number.NaN, 2)]);
    const path = join(results.folder, "x.csv");

    await results.exportCsv(path, ["x"]);

    expect(readFileSync(path, "utf8")).toBe('x\r\n1\r\n""\r\n2\r\n');
  });

  it("[S13] writes one Parquet file that other tools read, with the descriptions in it", async () => {
    const results = await newResults();
    await results.writePart(address("a"), columns);
    await results.writePart(address("b"), columns);
    const path = join(results.folder, "x.parquet");
    const where: readonly Condition[] = [{ column: "x", is: ">=", value: 0 }];

    const rows = await results.exportParquet(path, ["s", "x"], { where });

    expect(rows).toBe(6);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(`SELECT s[2] AS second, x FROM read_parquet('${path}')`);
    const described = await connection.runAndReadAll(
      `SELECT decode(value) AS text FROM parquet_kv_metadata('${path}')`,
    );
    expect(read.getRowsJS()).toEqual([
      [2, 0.1],
      [4, -0],
      [1e21, 5e-324],
      [2, 0.1],
      [4, -0],
      [1e21, 5e-324],
    ]);
    expect(JSON.parse(String(described.getRowsJS()[0]?.[0]))).toMatchObject({
      rows: 6,
      columns: [spec("s", "real", 2), spec("x")],
    });
    connection.closeSync();
    instance.closeSync();
  });
});
