import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ImportKind, importFile } from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { file, small, told } from "./small-study.ts";

/** The folder of reference data. Where it is not given, nothing here can be compared and the tests are skipped. */
const data = process.env["SHIKUMI_DATA"];

const read = (kind: ImportKind, path: string, mapping?: string) =>
  importFile(kind, file(path.split("/").at(-1) ?? "", readFileSync(join(data ?? "", path))), {
    study: small.study,
    mapping: mapping === undefined ? undefined : file("map.yaml", mapping),
  });

describe.skipIf(data === undefined)("real files (SHIKUMI_DATA names their folder)", () => {
  it("[X34] a national 3W workbook gives organisations and holdings, and tells every loss by row", () => {
    const mapping =
      "party: N\nkind: organ\ncapabilities: {Nutrition: crew, WASH: boat}\nplaces: {Lac: quay, Barh El Gazel: hill}\n";
    const { elements, read: rows, remarks } = read("3w", "relief/3w_chad_april_2025.xlsx", mapping);

    expect(rows).toBe(1556);
    expect(elements.filter(({ collection }) => collection === "organisations").length).toBeGreaterThan(100);
    expect(elements.some(({ collection }) => collection === "holdings")).toBe(true);
    expect(new Set(remarks.map(({ code }) => code))).toContain("sheet-not-carried");
  });

  it("[X34] the small cases of HXL are told apart", () => {
    const folder = "relief/hxl";
    const outcome = Object.fromEntries(
      readdirSync(join(data ?? "", folder))
        .filter((name) => name.startsWith("libhxl"))
        .map((name) => [
          name,
          read("3w", `${folder}/${name}`).remarks.find(({ kind }) => kind === "refused")?.code ?? "read",
        ]),
    );

    expect(outcome).toEqual({
      "libhxl-input-fuzzy.csv": "read",
      "libhxl-input-invalid.csv": "no-hashtags",
      "libhxl-input-multiple-headers.csv": "read",
      "libhxl-input-untagged.csv": "no-hashtags",
      "libhxl-input-valid-latin1.csv": "not-utf8",
      "libhxl-input-valid-objects.json": "read",
      "libhxl-input-valid.csv": "read",
      "libhxl-input-valid.json": "read",
      "libhxl-input-valid.xlsx": "read",
    });
  });

  it("[X34] attacks at sea by year are those of the table of the data's publisher", () => {
    const mapping =
      "as: counts\nid: attacks\ndate: date\nfrom: 2005-01-01\nuntil: 2012-01-01\nwhere: {longitude: {from: 32, until: 66}, latitude: {from: -12, until: 27}}\n";
    const { elements } = read("events", "piracy/imb_pirate_attacks_1993_2016.csv", mapping);

    expect(elements[0]?.fields["values"]).toEqual({
      observed: [55, 32, 66, 127, 221, 184, 221].map((count) => `${count} /yr`),
    });
  });

  it("[X34] bundles of threats become sources, and an object marked by what is missing stays out", () => {
    expect(read("stix", "cyber/stix/oasis-apt1.json").elements.length).toBe(30);
    expect(read("stix", "cyber/attack_ics_18_1_stix21.json").elements.length).toBeGreaterThan(100);
    expect(told(read("stix", "cyber/stix/oasis-interop-objectmarking-test.json").remarks)).toEqual([
      "marking-unknown 1",
      "no-entries",
    ]);
  });
});
