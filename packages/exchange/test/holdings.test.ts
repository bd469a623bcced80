import { exportFrom, type Imported, importFile } from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { workbookOf } from "../src/sheet/write-workbook.ts";
import { actions, after, file, plan, repositoryStudy, small, told } from "./small-study.ts";

const holdings = (rows: readonly string[]): Imported =>
  importFile("holdings", file("h.csv", rows.join("\n")), { study: small.study });

describe("a table of holdings", () => {
  it("[X18] is read under headings of either language, with names or ids in its cells", () => {
    const { elements, remarks } = holdings([
      "組織,能力,数量,場所,準備時間,共有先,備考",
      "北消防隊,boat,2,The Quay,1 h,N-COAST; N-ARMY,交代で; 二隻",
      'N-COAST,Crew,"1,200",丘 [hill],,,',
    ]);

    expect(elements.map(({ id, fields }) => [id, fields])).toEqual([
      [
        "fire-boats",
        {
          of: "N-FIRE",
          what: "boat",
          quantity: 2,
          at: "quay",
          ready: "1 h",
          "shared-with": ["N-COAST", "N-ARMY"],
          note: "交代で; 二隻",
        },
      ],
      ["watch-crews", { of: "N-COAST", what: "crew", quantity: 1200, at: "hill" }],
    ]);
    expect(remarks).toEqual([]);
  });

  it("[X19] makes ids that stay the same, and keeps those it is given", () => {
    const rows = [
      "id,of,what,quantity,at",
      ",N-ARMY,crew,5,hill",
      ",N-ARMY,crew,6,hill",
      "army-boat,N-ARMY,boat,1,quay",
      "army-boat,N-ARMY,boat,1,quay",
      "army-boat,N-ARMY,boat,1,hill",
    ];
    const first = holdings(rows);
    const once = after(small, plan(first));

    expect(first.elements.map(({ id }) => id)).toEqual([
      "n-army-crew-hill",
      "n-army-crew-hill-2",
      "army-boat",
      "army-boat-2",
    ]);
    expect(told(first.remarks)).toEqual([
      "id-made 2",
      "taken-as-assumption 2",
      "id-made 3",
      "taken-as-assumption 3",
      "taken-as-assumption 4",
      "repeated-entry 5",
      "repeated-id 6",
      "taken-as-assumption 6",
    ]);
    expect(
      actions(
        plan(importFile("holdings", file("h.csv", rows.slice(0, 2).join("\n")), { study: once.study }), once),
      ),
    ).toEqual([]);
  });

  it("[X20] tells rows and columns that are lost, and what was taken for granted", () => {
    const { elements, read, remarks } = holdings([
      "As of 2011,,,,",
      "Organisation,Capability,Quantity,Source,Colour",
      "N-FIRE,boat,NA,acts,red",
      "NFIRE,boat,3,acts,",
      "Nobody,boat,3,acts,",
      "Organisation,Capability,Quantity,Source,Colour",
      "N-ARMY,boat,3,acts,",
      "N-FIRE,crew,3,,",
    ]);

    expect(elements.map(({ fields }) => fields)).toEqual([
      { of: "N-FIRE", what: "boat", quantity: 3, source: "acts", at: "quay" },
      { of: "N-ARMY", what: "boat", quantity: 3, source: "acts" },
      { of: "N-FIRE", what: "crew", quantity: 3, at: "quay", assumption: true },
    ]);
    expect([read, ...told(remarks)]).toEqual([
      5,
      "rows-before-header 2",
      "column-not-carried 2",
      "not-available 3",
      "row-without-value 3",
      "spelled-differently 4",
      "id-made 4",
      "place-of-organisation 4",
      "unknown-name 5",
      "header-repeated 6",
      "id-made 7",
      "id-made 8",
      "place-of-organisation 8",
      "taken-as-assumption 8",
    ]);
  });

  it("[X20] without the columns it needs is refused", () => {
    expect(told(holdings(["organisation,quantity", "N-FIRE,2"]).remarks)).toEqual(["no-header"]);
  });
});

describe("a mapping", () => {
  const sheets = [
    {
      name: "Old",
      rows: [
        ["Organisation", "Capability", "Quantity"],
        ["N-FIRE", "boat", 9],
      ],
    },
    {
      name: "New",
      rows: [
        ["Who", "Kit", "How many"],
        ["The firemen", "Ladders", 4],
        ["N-COAST", "boat", 1],
      ],
    },
  ];
  const read = (mapping: string): Imported =>
    importFile("holdings", file("h.xlsx", workbookOf(sheets)), {
      study: small.study,
      mapping: file("map.yaml", mapping),
    });

  it("[X35] says which sheet is meant, what headings mean and whom names mean", () => {
    const { elements, remarks } = read(
      "sheet: New\ncolumns: {Who: of, Kit: what, How many: quantity}\norganisations: {the FIREMEN: N-FIRE}\ncapabilities: {Ladders: crew}\n",
    );

    expect(elements.map(({ fields }) => [fields["of"], fields["what"], fields["quantity"]])).toEqual([
      ["N-FIRE", "crew", 4],
      ["N-COAST", "boat", 1],
    ]);
    expect(told(remarks)).toContain("sheet-not-carried");
    expect(told(read("sheet: None\n").remarks)).toEqual(["no-header"]);
    expect(told(read("colums: {}\n").remarks)).toEqual(["mapping-unknown-word"]);
  });

  it("[X35] is told where it is not used", () => {
    const mapping = file("map.yaml", "sheet: A\n");
    const { remarks } = importFile("sources", file("x.bib", "@misc{a, title = {A}}"), {
      study: small.study,
      mapping,
    });

    expect(told(remarks)).toEqual(["without-reliability 1", "mapping-not-used"]);
  });
});

describe("exported holdings", () => {
  it("[X21] are a file of the language as they stand", () => {
    const { content } = exportFrom(small.study, { what: "holdings", format: "csv", language: "en" });

    expect(content).toBe(
      'id,name.en,of,what,quantity,at,ready.triangular,shared-with,assumption,note.en\r\nfire-boats,Boats,N-FIRE,boat,2,quay,10 min; 20 min; 1 h,N-COAST;,true,"Two, by turns"\r\nwatch-crews,,N-COAST,crew,3,hill,,,true,\r\n',
    );
  });

  it("[X21] come back changed only where they were changed", () => {
    const { content } = exportFrom(small.study, { what: "holdings", format: "csv", language: "en" });
    const made = plan(
      importFile("holdings", file("h.csv", String(content).replace(",3,hill", ",5,hill")), {
        study: small.study,
      }),
    );

    expect(made.elements.filter(({ action }) => action === "change")).toMatchObject([
      { id: "watch-crews", fields: ["quantity"] },
    ]);
    expect(made.files.map(({ path }) => path)).toEqual(["holdings.csv"]);
  });

  it.each(["harbour-aid", "japan-us-2012"])("[X21] of %s change nothing when they come back", (name) => {
    const whole = repositoryStudy(name);
    for (const format of ["xlsx", "csv"] as const) {
      const { content, written } = exportFrom(whole.study, { what: "holdings", format, language: "ja" });
      const imported = importFile("holdings", file(`h.${format}`, content), { study: whole.study });

      expect([imported.remarks, actions(plan(imported, whole))]).toEqual([[], []]);
      expect(imported.elements).toHaveLength(written);
    }
  });
});
