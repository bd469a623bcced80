import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flagship } from "./read-flagship.ts";

const page = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");

function listed(language: "ja" | "en"): string {
  const [, text = ""] = page.split(`<!-- weakest ${language} -->`);
  return text.split(`<!-- /weakest ${language} -->`)[0] ?? "";
}

function ids(language: "ja" | "en"): readonly string[] {
  return [...listed(language).matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(([, id = ""]) => id);
}

/** Whether the study has the element `collection.id`, and whether it is an assumption still or graded. */
function isKnown(id: string): boolean {
  const [collection = "", ...rest] = id.split(".");
  const element = rest.join(".");
  if (id === "study.ad-hoc-cell") return true;
  if (collection === "tasks") {
    const [mission = "", task = ""] = rest;
    return flagship.missions.get(mission)?.tasks.has(task) ?? false;
  }
  const found = (flagship as unknown as Readonly<Record<string, ReadonlyMap<string, unknown>>>)[collection];
  return found?.has(element) ?? false;
}

describe("the list of the weakest assumptions", () => {
  it("[flagship] names twenty elements the study has, the same in both languages", () => {
    expect(ids("ja")).toHaveLength(20);
    expect(ids("en")).toEqual(ids("ja"));
    expect(new Set(ids("en")).size).toBe(20);
    expect(ids("en").filter((id) => !isKnown(id))).toEqual([]);
  });

  it("[flagship] says which run it comes from", () => {
    for (const language of ["ja", "en"] as const) {
      expect(listed(language)).toMatch(/`[0-9a-f]{12}`/);
      expect(listed(language)).toContain(String(flagship.charter.seed));
    }
  });

  it("[flagship] prints the same numbers in both languages", () => {
    const numbers = (language: "ja" | "en") =>
      [...listed(language).matchAll(/^\| \d+ \|.*\| ([+−]?[\d.<]+)/gm)].map(([, value]) => value);

    expect(numbers("en")).toEqual(numbers("ja"));
    expect(numbers("en")).toHaveLength(20);
  });
});
