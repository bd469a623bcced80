import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

function files(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : files(path, wanted);
    return wanted.test(entry.name) ? [path] : [];
  });
}

const packages = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(group, name)),
);

/** Rule ids stand in bold at the start of what they rule: `**K1` or `**K1 Title.**`. */
function ruleIds(folder: string): string[] {
  return files(join(root, folder), /^SPEC.*\.md$/).flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\*\*([A-Z]{1,2}\d+)\b/g)].map((match) => match[1] as string),
  );
}

/** Ids in brackets at the start of test titles, one or several: `[K1] …`, `[K1, K2] …`. */
function testedIds(folder: string): Set<string> {
  const titles = files(join(root, folder), /\.(test|contract)\.tsx?$/).flatMap((path) =>
    [
      ...readFileSync(path, "utf8").matchAll(
        /["'`](?:\$\{[^}]*\} ?)?\[([A-Z]{1,2}\d+(?:[, ]+[A-Z]{1,2}\d+)*)\]/g,
      ),
    ].flatMap((match) => (match[1] as string).split(/[, ]+/)),
  );
  return new Set(titles);
}

describe("rules", () => {
  it.each(packages)("of %s have unique ids and a test each", (folder) => {
    const ids = ruleIds(folder);
    const tested = testedIds(folder);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !tested.has(id))).toEqual([]);
  });

  it.each(packages)("tested in %s are written down", (folder) => {
    const ids = new Set(ruleIds(folder));

    expect([...testedIds(folder)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it("exist at all", () => {
    expect(packages.flatMap(ruleIds).length).toBeGreaterThan(50);
  });
});
