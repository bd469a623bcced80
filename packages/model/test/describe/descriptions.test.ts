import { readFileSync } from "node:fs";
import { describeElement, languageReference, parseStudy, studyJsonSchema } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { goodStudy } from "../fixture/good-study.ts";
import { violations } from "../fixture/json-schema-violations.ts";
import { basis, mini } from "../fixture/mini-study.ts";

const folder = new URL("../../", import.meta.url);

describe("JSON Schema", () => {
  it("[L60] is the one checked in", () => {
    const stored: unknown = JSON.parse(readFileSync(new URL("study.schema.json", folder), "utf8"));

    expect(JSON.parse(JSON.stringify(studyJsonSchema()))).toEqual(stored);
  });

  it("[L60] accepts every file of a good study", () => {
    for (const { path, text } of [basis, ...goodStudy]) {
      if (path.endsWith(".yaml")) expect(violations(studyJsonSchema(), parse(text))).toEqual([]);
    }
  });

  it("[L60] refuses unknown fields, words outside a choice and missing fields", () => {
    const broken = (text: string) => violations(studyJsonSchema(), parse(text)).length > 0;

    expect(broken("organisations: {A: {party: P, kind: k}}")).toBe(false);
    expect(broken("organisations: {A: {party: P, kinds: k}}")).toBe(true);
    expect(broken("organisations: {A: {party: P}}")).toBe(true);
    expect(broken("kinds: {k: {default: free}}")).toBe(true);
    expect(broken("orgs: {}")).toBe(true);
    expect(broken("missions: {m: {domain: D, tasks: {t: {activty: go}}}}")).toBe(true);
  });

  it("[L60] every reference inside it leads somewhere", () => {
    const schema = studyJsonSchema() as { $defs: Record<string, unknown> };
    const targets = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(
      ([, name]) => name ?? "",
    );

    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((name) => schema.$defs[name] === undefined)).toEqual([]);
  });
});

describe("reference", () => {
  it("[L61] is part of the checked-in page", () => {
    const page = readFileSync(new URL("../../docs/spec/study-language.md", folder), "utf8");

    expect(page).toContain(languageReference());
  });
});

describe("explanation of an element", () => {
  it("[L62] shows what was written, what it defaults to and where numbers come from", () => {
    const study = mini(
      "holdings: {h: {of: ORG, what: ship, at: sea, quantity: {value: 2, source: fair}, ready: 2 h, source: good}}",
    );
    const [found] = describeElement(study, "h");
    const fields = Object.fromEntries((found?.fields ?? []).map((field) => [field.field, field]));

    expect(found?.path).toBe("holdings.h");
    expect(fields["quantity"]).toMatchObject({
      value: "{value: 2, source: fair}",
      status: "written",
      provenance: { source: "fair" },
    });
    expect(fields["ready"]).toMatchObject({
      value: "2 h",
      status: "written",
      provenance: { source: "good" },
    });
    expect(fields["recovers"]).toMatchObject({ value: "0 h", status: "default", provenance: undefined });
    expect(fields["endures"]).toMatchObject({ value: "", status: "absent" });
  });

  it("[L62] finds elements by path, tasks by mission, and the study itself", () => {
    const { study } = parseStudy(goodStudy);
    const paths = (id: string) =>
      study === undefined ? [] : describeElement(study, id).map(({ path }) => path);

    expect(paths("holdings.lift")).toEqual(["holdings.lift"]);
    expect(paths("answer.arrive")).toEqual(["roles.answer.arrive", "missions.answer.tasks.arrive"]);
    expect(paths("missions.answer.tasks.cue")).toEqual(["missions.answer.tasks.cue"]);
    expect(paths("study")).toEqual(["study"]);
    expect(paths("nothing")).toEqual([]);
  });

  it("[L62] refuses a study that was not read here", () => {
    const copy = { ...mini("{}") };

    expect(() => describeElement(copy, "ORG")).toThrow(TypeError);
  });
});
