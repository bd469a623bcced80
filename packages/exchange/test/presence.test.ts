import { exportFrom, type Imported, importFile } from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { actions, after, file, plan, repositoryStudy, small, told } from "./small-study.ts";

const presence = (rows: readonly string[], mapping?: string, name = "p.csv"): Imported =>
  importFile("3w", file(name, rows.join("\n")), {
    study: small.study,
    mapping: mapping === undefined ? undefined : file("map.yaml", mapping),
  });

const sheet = [
  "Who is where,,,,",
  "Organisation,Type,Cluster,Area,People",
  "#org +name,#org+type,#sector,#adm1+name,#affected",
  "North Fire Brigade,State,WASH,Lake,12",
  "Médecins,NGO,WASH,quay,",
  "MEDECINS,NGO,wash,Lake,",
  "Médecins,NGO,WASH,quay,",
  "NA,NGO,WASH,quay,",
  "Médecins,NGO,Health,quay,",
];
const mapping =
  "party: N\nkind: organ\ncapabilities: {WASH: crew}\nplaces: {Lake: hill}\nquantity: 2\nsource: acts\n";

describe("a sheet of who does what where", () => {
  it("[X26] is found by its row of hashtags, below other heads", () => {
    expect(told(presence(["a,b", "c,d"]).remarks)).toEqual(["no-hashtags"]);
    expect(told(presence(["#sector,#adm1", "WASH,quay"]).remarks)).toEqual(["no-hashtags"]);
    expect(presence(sheet, mapping).read).toBe(6);
    expect(
      presence(['[["#org+code","#service","#loc"],["N-ARMY","boat","quay"]]'], undefined, "p.json").elements,
    ).toMatchObject([
      {
        id: "n-army-boat-quay",
        fields: { of: "N-ARMY", what: "boat", at: "quay", quantity: 1, assumption: true },
      },
    ]);
    expect(
      presence(['[{"#org":"N-ARMY","#service":"crew","#loc":"quay"}]'], undefined, "p.json").elements,
    ).toHaveLength(1);
  });

  it("[X27] becomes holdings, and organisations that are new, with the words of the mapping", () => {
    const { elements, remarks } = presence(sheet, mapping);

    expect(elements.map(({ collection, id, fields }) => [collection, id, fields])).toEqual([
      ["organisations", "médecins", { name: "Médecins", party: "N", kind: "organ", source: "acts" }],
      [
        "holdings",
        "n-fire-crew-hill",
        { of: "N-FIRE", what: "crew", at: "hill", quantity: 2, source: "acts" },
      ],
      [
        "holdings",
        "médecins-crew-quay",
        { of: "médecins", what: "crew", at: "quay", quantity: 2, source: "acts" },
      ],
      [
        "holdings",
        "médecins-crew-hill",
        { of: "médecins", what: "crew", at: "hill", quantity: 2, source: "acts" },
      ],
    ]);
    expect(told(remarks)).toEqual([
      "column-not-carried 3",
      "column-not-carried 3",
      "spelled-differently 6",
      "repeated-entry 7",
      "row-without-value 8",
      "unknown-name 9",
    ]);
    expect(actions(plan(presence(sheet, mapping)))).toEqual([
      "add médecins",
      "add n-fire-crew-hill",
      "add médecins-crew-quay",
      "add médecins-crew-hill",
    ]);
  });

  it("[X27] tells organisations the study does not have where the mapping says nothing of them", () => {
    const { elements, remarks } = presence(["#org,#service,#loc", "Nobody,boat,quay"]);

    expect([elements, told(remarks)]).toEqual([[], ["unknown-name 2"]]);
  });

  it("[X27] says the same the second time", () => {
    const once = after(small, plan(presence(sheet, mapping)));
    const again = importFile("3w", file("p.csv", sheet.join("\n")), {
      study: once.study,
      mapping: file("map.yaml", mapping),
    });

    expect(actions(plan(again, once))).toEqual([]);
  });
});

describe("an exported sheet of who does what where", () => {
  it("[X28] has a row of hashtags and the ids of everything it names", () => {
    const { content } = exportFrom(small.study, { what: "3w", format: "csv", language: "en" });

    expect(String(content).split("\r\n").slice(1, 3)).toEqual([
      "#meta+id,#org+name,#org+code,#org+type,#service+name,#service+code,#loc+name,#loc+code,#capacity+num",
      "fire-boats,North Fire Brigade,N-FIRE,North,Fire boat,boat,The Quay,quay,2",
    ]);
  });

  it.each(["harbour-aid", "japan-us-2012"])("[X28] of %s changes nothing when it comes back", (name) => {
    const whole = repositoryStudy(name);
    for (const format of ["xlsx", "csv"] as const) {
      const { content, written } = exportFrom(whole.study, { what: "3w", format, language: "ja" });
      const imported = importFile("3w", file(`p.${format}`, content), { study: whole.study });

      expect(actions(plan(imported, whole))).toEqual([]);
      expect(imported.elements).toHaveLength(written);
    }
  });
});
