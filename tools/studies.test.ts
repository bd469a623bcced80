import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { studyJsonSchema } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { violations } from "../packages/model/test/fixture/json-schema-violations.ts";

const root = join(import.meta.dirname, "..");
const files = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith(".yaml") ? [path] : [];
  });
const written = files(join(root, "studies"));

describe("the files of the studies", () => {
  it("are there", () => {
    expect(written.length).toBeGreaterThan(50);
  });

  it("name the schema for editors in their first line, by a path that leads to it", () => {
    for (const path of written) {
      const [first = ""] = readFileSync(path, "utf8").split("\n");
      const schema = first.replace("# yaml-language-server: $schema=", "");

      expect(schema, path).not.toBe(first);
      expect(existsSync(resolve(dirname(path), schema)), path).toBe(true);
    }
  });

  it("satisfy that schema", () => {
    const schema = studyJsonSchema();
    for (const path of written)
      expect(violations(schema, parse(readFileSync(path, "utf8"))), path).toEqual([]);
  });
});
