import { exportFrom, type Imported, importFile } from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { actions, file, plan, repositoryStudy, small, told } from "./small-study.ts";

const stix = (objects: readonly object[], study = small.study): Imported =>
  importFile("stix", file("b.json", JSON.stringify({ type: "bundle", id: "bundle--1", objects })), { study });

const identity = { type: "identity", id: "identity--1", name: "A Lab" };
const report = {
  type: "report",
  id: "report--1",
  created_by_ref: "identity--1",
  name: "On a campaign",
  description: "Long.",
  published: "2011-02-03T04:05:06.000Z",
  external_references: [{ source_name: "x" }, { source_name: "web", url: "https://example.org/r" }],
};
const red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
const green = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";

describe("a STIX bundle", () => {
  it("[X29] becomes sources: reports and what it says of threats", () => {
    const { elements, read, remarks } = stix([
      identity,
      report,
      { type: "campaign", id: "campaign--2", name: "Blue" },
      { type: "relationship", id: "relationship--3" },
    ]);

    expect(elements).toMatchObject([
      {
        collection: "sources",
        id: "on-a-campaign",
        fields: {
          type: "report",
          title: "On a campaign",
          author: "A Lab",
          issued: "2011-02-03",
          URL: "https://example.org/r",
          number: "report--1",
          note: "Long.",
        },
      },
      { id: "blue", fields: { type: "entry", title: "Blue", number: "campaign--2" } },
    ]);
    expect([read, ...told(remarks)]).toEqual([
      4,
      "without-reliability 2",
      "without-reliability 3",
      "object-not-carried 4",
    ]);
  });

  it("[X29] does not write over a source of the same name, and knows its own again", () => {
    const clash = { ...report, name: "acts" };
    const made = plan(stix([clash]));

    expect(actions(made)).toEqual(["add acts-2"]);
    expect(told(stix([{ type: "bundle" }]).remarks)).toEqual(["object-not-carried 1", "no-entries"]);
    expect(told(importFile("stix", file("b.json", "{"), { study: small.study }).remarks)).toEqual([
      "not-json",
    ]);
  });

  it("[X30] carries the strictest colour and the terms of its markings", () => {
    const terms = {
      type: "marking-definition",
      id: "marking-definition--t",
      definition_type: "statement",
      definition: { statement: "© A Lab" },
    };
    const named = { type: "marking-definition", id: "marking-definition--n", name: "TLP:AMBER+STRICT" };
    const { elements } = stix([
      terms,
      named,
      { ...report, object_marking_refs: [green, "marking-definition--n", "marking-definition--t"] },
      { ...report, id: "report--2", name: "Two", object_marking_refs: [green, red] },
    ]);

    expect(elements.map(({ fields }) => [fields["marking"], fields["licence"]])).toEqual([
      ["amber-strict", "© A Lab"],
      ["red", undefined],
    ]);
  });

  it("[X30] leaves out an object whose marking is not there to be read", () => {
    const { elements, remarks } = stix([
      { ...report, object_marking_refs: [green, "marking-definition--gone"] },
    ]);

    expect([elements, told(remarks)]).toEqual([[], ["marking-unknown 1", "no-entries"]]);
  });

  it("[X31] gives the latest version of an object and none that is revoked", () => {
    const { elements, remarks } = stix([
      { ...report, modified: "2012-01-01T00:00:00Z", name: "New" },
      { ...report, modified: "2011-01-01T00:00:00Z", name: "Old" },
      { ...report, id: "report--2", revoked: true },
    ]);

    expect(elements.map(({ id }) => id)).toEqual(["new"]);
    expect(told(remarks)).toEqual(["older-version 2", "revoked 3", "without-reliability 1"]);
  });
});

describe("an exported bundle", () => {
  it("[X32] has identities, reports and the markings they refer to, and is the same every time", () => {
    const marked = repositoryStudy("harbour-aid");
    const once = exportFrom(marked.study, { what: "stix", format: "json", language: "en" }).content;
    const bundle = JSON.parse(String(once)) as {
      readonly type: string;
      readonly objects: readonly Record<string, unknown>[];
    };
    const ids = bundle.objects.map(({ id }) => String(id));

    expect(exportFrom(marked.study, { what: "stix", format: "json", language: "ja" }).content).toBe(once);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const object of bundle.objects)
      for (const ref of (object["object_refs"] ?? []) as readonly string[]) expect(ids).toContain(ref);
    expect(bundle.objects.filter(({ type }) => type === "report")).toHaveLength(marked.study.sources.size);
  });

  it.each(["harbour-aid", "japan-us-2012"])("[X32] of %s changes nothing when it comes back", (name) => {
    const whole = repositoryStudy(name);
    const { content } = exportFrom(whole.study, { what: "stix", format: "json", language: "en" });
    const imported = importFile("stix", file("b.json", content), { study: whole.study });

    expect(actions(plan(imported, whole))).toEqual([]);
    expect(imported.elements).toHaveLength(whole.study.sources.size);
  });
});
