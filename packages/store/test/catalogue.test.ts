import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Exploration } from "../src/index.ts";
import { address, reals, spec, temporaryResults } from "./folder.ts";

const newResults = temporaryResults();

const exploration: Exploration = {
  id: "first",
  study: "digest",
  made: "2026-11-24",
  design: "d1",
  columns: [spec("x"), spec("y"), spec("z")],
  parts: [address("b"), address("a")],
  settings: { seed: 1, packages: ["base"] },
};

describe("the catalogue", () => {
  it("[S14] keeps explorations whole and in the order of their ids", async () => {
    const results = await newResults();
    await results.saveExploration({ ...exploration, id: "second" });
    await results.saveExploration(exploration);
    await results.saveExploration(exploration);

    expect(await results.exploration("first")).toEqual(exploration);
    expect((await results.explorations()).map(({ id }) => id)).toEqual(["first", "second"]);
    expect(await results.removeExploration("second")).toBe(true);
    expect(await results.removeExploration("second")).toBe(false);
    await expect(results.exploration("second")).rejects.toMatchObject({ code: "exploration-missing" });
    await expect(results.exploration("../first")).rejects.toMatchObject({ code: "exploration-missing" });
  });

  it("[S14] replaces an entry only on request", async () => {
    const results = await newResults();
    await results.saveExploration(exploration);
    const other = { ...exploration, study: "another" };

    await expect(results.saveExploration(other)).rejects.toMatchObject({ code: "exploration-exists" });
    expect(await results.exploration("first")).toEqual(exploration);
    await results.saveExploration(other, { replace: true });
    expect(await results.exploration("first")).toEqual(other);
    expect(await results.sweep()).toBe(0);
  });

  it("[S14] finds an entry that was changed or cut", async () => {
    const results = await newResults();
    await results.saveExploration(exploration);
    const path = join(results.folder, "explorations", "first.json");
    const text = readFileSync(path, "utf8");

    for (const changed of [text.replace("2026", "2025"), text.slice(0, 50)]) {
      writeFileSync(path, changed);
      await expect(results.explorations()).rejects.toMatchObject({ code: "exploration-damaged" });
    }
  });

  it("[S14] refuses entries that could not be found again", async () => {
    const results = await newResults();
    await expect(results.saveExploration({ ...exploration, id: "A B" })).rejects.toThrow(RangeError);
    await expect(results.saveExploration({ ...exploration, parts: ["x"] })).rejects.toMatchObject({
      code: "bad-address",
    });
  });

  it("[S15] tells which columns two explorations share", async () => {
    const results = await newResults();
    const changed = { ...spec("y"), unit: "d" };
    await results.saveExploration(exploration);
    await results.saveExploration({ ...exploration, id: "second", columns: [spec("w"), changed, spec("x")] });

    expect(await results.compareExplorations("first", "second")).toEqual({
      shared: ["x"],
      onlyFirst: ["z"],
      onlySecond: ["w"],
      different: [{ name: "y", first: spec("y"), second: changed }],
    });
  });

  it("[S15] tells which parts nobody needs", async () => {
    const results = await newResults();
    await results.writePart(address("a"), [reals("x", 1)]);
    await results.writePart(address("c"), [reals("x", 1)]);
    await results.saveExploration(exploration);

    expect(await results.unusedParts()).toEqual([address("c")]);
  });
});
