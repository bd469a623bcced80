import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openResults, type PartOrigin, partAddress } from "../src/index.ts";
import { address, areSameBits, bits, reals, spec, temporaryResults, texts } from "./folder.ts";

const newResults = temporaryResults();

function partFiles(folder: string): string[] {
  return readdirSync(join(folder, "parts"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".parquet"))
    .map((name) => join(folder, "parts", name));
}

describe("the address of a part", () => {
  const origin: PartOrigin = {
    program: "p",
    package: "base",
    futures: [0, 1],
    replications: 3,
    engine: "1",
    settings: { seed: 1 },
    columns: [spec("a")],
  };

  it("[S1] does not depend on the order of keys, and does on everything else", () => {
    const { program, ...rest } = origin;
    const others: readonly PartOrigin[] = [
      { ...origin, program: "q" },
      { ...origin, package: "other" },
      { ...origin, futures: [1, 0] },
      { ...origin, replications: 4 },
      { ...origin, engine: "2" },
      { ...origin, settings: { seed: 2 } },
      { ...origin, columns: [spec("a", "integer")] },
    ];

    expect(partAddress({ ...rest, program })).toBe(partAddress(origin));
    expect(new Set([origin, ...others].map(partAddress)).size).toBe(8);
  });
});

describe("parts", () => {
  it("[S2] keep every bit of a double: -0, NaN, infinities, the smallest and the largest", async () => {
    const results = await newResults();
    const special = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324];
    const values = Float64Array.of(...special, Number.MAX_VALUE, 0.1, 1 / 3);
    await results.writePart(address("a"), [{ spec: spec("x"), values }]);

    const { columns, rows } = await results.readColumns(["x"]);

    expect(rows).toBe(9);
    expect(bits(columns[0]?.values)).toEqual(bits(values));
  });

  it("[S2] keep whatever columns there are, of any kind and length", async () => {
    const results = await newResults();
    let at = 0;
    const double = fc.double();
    const whole = fc.oneof(fc.maxSafeInteger(), fc.constant(Number.NaN)).map((value) => value + 0);
    const text = fc.string({ unit: "grapheme" });
    const row = fc.record({ double, whole, text, points: fc.tuple(double, double, double) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const part = at++;
        const written = [
          { spec: spec("x"), values: Float64Array.from(rows, (one) => one.double) },
          { spec: spec("n", "integer"), values: Float64Array.from(rows, (one) => one.whole) },
          { spec: spec("t", "text"), values: rows.map((one) => one.text) },
          { spec: spec("s", "real", 3), values: Float64Array.from(rows.flatMap((one) => one.points)) },
        ];
        const name = part.toString(16).padStart(64, "0");
        await results.writePart(name, written);

        const read = await results.readColumns(["s", "t", "n", "x"], { parts: [name] });

        expect(read.rows).toBe(rows.length);
        const [s, t, n, x] = read.columns;
        expect(t?.values).toEqual(written[2]?.values);
        expect(bits(x?.values)).toEqual(bits(written[0]?.values));
        expect(n?.values).toEqual(written[1]?.values);
        expect(bits(s?.values)).toEqual(bits(written[3]?.values));
        expect(s?.spec).toEqual(spec("s", "real", 3));
      }),
      { numRuns: 40 },
    );
  });

  it("[S2] keep more rows than a group and a page hold, in order", async () => {
    const results = await newResults();
    const rows = 300_001;
    const x = Float64Array.from({ length: rows }, (_, row) => row / 7);
    const s = Float64Array.from({ length: rows * 3 }, (_, at) => at / 3);
    await results.writePart(address("a"), [
      { spec: spec("x"), values: x },
      { spec: spec("s", "real", 3), values: s },
    ]);

    const { columns } = await results.readColumns(["x", "s"]);

    expect(areSameBits(columns[0]?.values, x)).toBe(true);
    expect(areSameBits(columns[1]?.values, s)).toBe(true);
  });

  it("[S2] keep columns under names that the query language uses itself", async () => {
    const results = await newResults();
    const names = ["filename", "file_row_number", "rowid", "a \"b\" 'c'", "select", "値", "a.b", "*"];
    await results.writePart(
      address("a"),
      names.map((name, at) => reals(name, at, -at)),
    );

    const { columns } = await results.readColumns(names);

    expect(columns.map(({ values }) => values[0])).toEqual(names.map((_, at) => at));
  });

  it("[S3] refuse what they could not keep", async () => {
    const results = await newResults();
    const whole = (value: number) => [{ spec: spec("n", "integer"), values: Float64Array.of(value) }];
    const refused = [
      [],
      whole(0.5),
      whole(2 ** 53),
      whole(Number.POSITIVE_INFINITY),
      [texts("t", "\ud800")],
      [reals("a", 1), reals("A", 2)],
      [reals("a", 1), reals("b", 1, 2)],
      [reals("", 1)],
      [reals("a\n", 1)],
      [{ spec: spec("t", "text"), values: Float64Array.of(1) }],
      [{ spec: spec("x"), values: ["1"] }],
      [{ spec: spec("s", "real", 2), values: Float64Array.of(1, 2, 3) }],
      [{ spec: spec("s", "real", 0), values: Float64Array.of() }],
      [{ spec: spec("s", "integer", 2), values: Float64Array.of(1, 2) }],
    ];
    for (const columns of refused) {
      await expect(results.writePart(address("a"), columns)).rejects.toMatchObject({ code: "bad-column" });
    }
    await expect(results.writePart("../a", [reals("a", 1)])).rejects.toMatchObject({ code: "bad-address" });
    expect(await results.hasPart(address("a"))).toBe(false);

    await results.writePart(address("b"), whole(-0));
    const { columns } = await results.readColumns(["n"]);
    expect(columns[0]?.values).toEqual(Float64Array.of(0));
  });

  it("[S4] are there whole or not at all: leftovers of a killed writer are never seen, and swept", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1)]);
    const [file = ""] = partFiles(results.folder);
    const half = readFileSync(file).subarray(0, 20);
    writeFileSync(join(results.folder, "parts", "aa", ".1b9d.unfinished"), half);

    expect(await results.partAddresses()).toEqual([address("a")]);
    expect((await results.readColumns(["x"])).rows).toBe(1);
    expect(await results.sweep()).toBe(1);
    expect(await results.sweep()).toBe(0);
  });

  it("[S4] survive writers that are killed at any moment: what is there is whole", async () => {
    const results = await newResults();
    const script = `
      import { openResults } from "@shikumi/store";
      const results = await openResults(process.argv[1]);
      const about = { ja: "", en: "" };
      for (let at = 1; ; at++) {
        const columns = [{ spec: { name: "x", unit: "", about, kind: "real" }, values: new Float64Array(200000).fill(at) }];
        await results.writePart(at.toString(16).padStart(64, "0"), columns);
        if (at === 3) console.log("begun");
      }`;
    for (let wait = 0; wait < 5; wait++) {
      const writer = spawn(process.execPath, ["--input-type=module", "-e", script, results.folder], {
        cwd: import.meta.dirname,
      });
      await once(writer.stdout, "data");
      await setTimeout(wait * 3);
      writer.kill("SIGKILL");
      await once(writer, "exit");
    }

    const { columns, parts } = await results.readColumns(["x"]);

    expect(parts.length).toBeGreaterThanOrEqual(3);
    for (const { first, rows } of parts) {
      const values = columns[0]?.values.slice(first, first + rows) as Float64Array;
      expect(rows === 200_000 && values.every((value) => value === values[0])).toBe(true);
    }
    expect(await results.problems()).toEqual([]);
    await results.sweep();
    expect(await results.sweep()).toBe(0);
  });

  it("[S4] can be written by several writers of one folder at once", async () => {
    const results = await newResults();
    const other = await newResults(results.folder);
    const addresses = ["a", "b", "c", "d"].map(address);

    await Promise.all(
      addresses.flatMap((one, at) =>
        [results, other, results].map((writer) => writer.writePart(one, [reals("x", at, at + 0.5)])),
      ),
    );

    expect(partFiles(results.folder).length).toBe(4);
    const { columns } = await other.readColumns(["x"], { parts: addresses });
    expect(columns[0]?.values).toEqual(Float64Array.of(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5));
    expect(await results.writePart(address("a"), [reals("x", 0, 0.5)])).toBe("present");
  });

  it("[S5] are found where they were damaged, and never read", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, 2, 3)]);
    await results.writePart(address("b"), [reals("x", 4)]);
    const file = partFiles(results.folder).find((path) => path.includes("aaaa")) ?? "";
    const bytes = readFileSync(file);
    const value = bytes.indexOf(Buffer.from(Float64Array.of(2).buffer));
    bytes[value] = 1;
    writeFileSync(file, bytes);

    const problem = { code: "part-damaged", column: "", parts: [address("a")] };
    expect(value).toBeGreaterThan(0);
    await expect(results.readColumns(["x"])).rejects.toMatchObject({
      code: "part-damaged",
      problems: [problem],
    });
    await expect(results.describePart(address("a"))).rejects.toMatchObject({ code: "part-damaged" });
    expect(await results.problems()).toEqual([problem]);
    expect((await results.readColumns(["x"], { parts: [address("b")] })).rows).toBe(1);

    expect(await results.writePart(address("a"), [reals("x", 1, 2, 3)])).toBe("written");
    expect(await results.problems()).toEqual([]);
  });

  it("[S5] are found where they were cut short", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, 2, 3)]);
    const [file = ""] = partFiles(results.folder);
    writeFileSync(file, readFileSync(file).subarray(0, -9));

    await expect(results.readColumns(["x"])).rejects.toMatchObject({ code: "part-damaged" });
  });

  it("[S5] are checked again when their file changed after it was read", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, 2, 3)]);
    await results.readColumns(["x"]);
    const [file = ""] = partFiles(results.folder);
    writeFileSync(file, readFileSync(file).fill(0, 10, 30));

    await expect(results.readColumns(["x"])).rejects.toMatchObject({ code: "part-damaged" });
  });

  it("[S6] have one content an address: other rows are refused, and told where both are there", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1)]);

    await expect(results.writePart(address("a"), [reals("x", 2)])).rejects.toMatchObject({
      code: "part-conflict",
    });
    expect((await results.readColumns(["x"])).columns[0]?.values).toEqual(Float64Array.of(1));

    const elsewhere = await newResults();
    await elsewhere.writePart(address("a"), [reals("x", 2)]);
    const [file = ""] = partFiles(elsewhere.folder);
    writeFileSync(file.replace(elsewhere.folder, results.folder), readFileSync(file));
    expect(await results.problems()).toEqual([{ code: "part-conflict", column: "", parts: [address("a")] }]);
    await expect(results.readColumns(["x"])).rejects.toMatchObject({ code: "part-conflict" });
  });

  it("[S7] describe themselves, and can be forgotten", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1, 2), texts("t", "", "日本")]);

    const summary = await results.describePart(address("a"));
    expect(summary).toMatchObject({ rows: 2, columns: [spec("x"), spec("t", "text")] });
    expect(summary.bytes).toBe(readFileSync(partFiles(results.folder)[0] ?? "").length);

    expect(await results.forgetParts([address("a"), address("b")])).toBe(1);
    expect(await results.hasPart(address("a"))).toBe(false);
    await expect(results.describePart(address("a"))).rejects.toMatchObject({ code: "part-missing" });
  });

  it("[S8] lie in a folder that says so, whatever its name", async () => {
    const results = await newResults();
    const odd = join(results.folder, "a [b]*? 'c' 日本");
    await expect(openResults(odd)).rejects.toMatchObject({ code: "results-not-found" });
    const inside = await newResults(odd);
    await inside.writePart(address("a"), [reals("x", 1)]);
    await inside.writePart(address("b"), [reals("x", 2)]);

    const again = await newResults(odd);

    expect((await again.readColumns(["x"])).columns[0]?.values).toEqual(Float64Array.of(1, 2));
    writeFileSync(join(odd, "results.json"), '{"format":"shikumi-results-9"}');
    await expect(openResults(odd)).rejects.toMatchObject({ code: "newer-results" });
    writeFileSync(join(odd, "results.json"), "{");
    await expect(openResults(odd)).rejects.toMatchObject({ code: "results-unreadable" });
  });
});
