import { type Imported, importFile } from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { actions, after, file, plan, small, told } from "./small-study.ts";

const events = (rows: readonly string[], mapping?: string): Imported =>
  importFile("events", file("e.csv", rows.join("\n")), {
    study: small.study,
    mapping: mapping === undefined ? undefined : file("map.yaml", mapping),
  });

const rows = [
  "ref,date,kind,area,size",
  "1,2012-03-02,Boarding,south,2",
  "2,2012-03-01T05:46:00,boarding,south,5",
  "2,2012-03-01,Boarding,south,5",
  "3,NA,Boarding,south,1",
  "4,2012-04,Boarding,south,1",
  "5,2012-05-01,Hijacked,north,9",
  "6,2012-05-02,Boarding,west,9",
  "7,2013-01-01,Boarding,north,9",
];

describe("a list of events", () => {
  it("[X22] needs a mapping that says enough and names columns the file has", () => {
    expect(told(events(rows).remarks)).toEqual(["mapping-needed"]);
    expect(events(rows, "id: a").remarks).toMatchObject([
      { code: "mapping-needed", args: { fields: "date" } },
    ]);
    expect(events(rows, "id: a\ndate: when").remarks).toMatchObject([{ code: "no-header" }]);
    expect(events(rows, "id: a\ndate: date\nkey: number").remarks).toMatchObject([
      { code: "mapping-unknown-column", args: { found: "number", columns: "ref, date, kind, area, size" } },
    ]);
    expect(events(rows, "id: a\ndate: date\nweight: 3").remarks).toMatchObject([
      { code: "mapping-unknown-word", args: { found: "weight" } },
    ]);
    expect(told(events(rows, "id: [a\n").remarks)).toEqual(["not-a-mapping 2"]);
    expect(told(events(rows, "- a").remarks)).toEqual(["not-a-mapping"]);
  });

  it("[X23] becomes a stream of dated incidents with the places by how often they occur", () => {
    const { elements, read, remarks } = events(
      rows,
      `id: boardings
date: date
key: ref
where: {kind: [Boarding]}
until: 2013-01-01
places: {column: area, of: {south: quay, north: hill}}
source: acts
fields: {name: {ja: 乗込, en: Boardings}, calls: answer}
`,
    );

    expect(elements).toMatchObject([
      {
        collection: "incidents",
        id: "boardings",
        fields: {
          name: { ja: "乗込", en: "Boardings" },
          calls: "answer",
          source: "acts",
          at: { quay: 2 },
          dates: ["2012-03-01", "2012-03-02"],
        },
      },
    ]);
    expect([read, ...told(remarks)]).toEqual([
      8,
      "repeated-entry 4",
      "row-without-value 5",
      "date-unreadable 6",
      "unknown-name 8",
      "filtered-out",
    ]);
    expect(remarks.at(-1)?.args).toEqual({ rows: 2 });
  });

  it("[X23] enters a study, and the same list the second time changes nothing", () => {
    const mapping =
      "id: later\ndate: d\nfields: {name: {ja: 後, en: Later}, at: hill, calls: answer, assumption: true}\n";
    const list = ["d", "2012-05-01", "2012-06-01"];
    const once = after(small, plan(events(list, mapping)));

    expect(once.study.incidents.get("later")?.dates).toHaveLength(2);
    expect(actions(plan(events(list, mapping), once))).toEqual([]);
  });

  it("[X24] becomes an uncertainty of the counts of whole years, those without any too", () => {
    const counted = events(
      ["d,n", "2008-05-01,1", "2010-01-01,3", "2010-12-31,9", "2011-06-01,1", "2007-12-31,1"],
      "as: counts\nid: attack-rate\ndate: d\nfrom: 2008-01-01\nuntil: 2011-01-01\nwhere: {n: {from: 1, until: 9}}\n",
    );

    expect(counted.elements).toMatchObject([
      {
        collection: "uncertainties",
        id: "attack-rate",
        fields: { values: { observed: ["1 /yr", "0 /yr", "1 /yr"] } },
      },
    ]);
  });

  it("[X25] reads a date of three numbers only where it is told their order", () => {
    const list = ["d", "03/04/2012", "31/12/2012"];

    expect(told(events(list, "id: a\ndate: d\n").remarks)).toEqual([
      "date-unreadable 2",
      "date-unreadable 3",
      "no-entries",
    ]);
    expect(events(list, "id: a\ndate: d\norder: day-first\n").elements[0]?.fields["dates"]).toEqual([
      "2012-04-03",
      "2012-12-31",
    ]);
    expect(events(list, "id: a\ndate: d\norder: month-first\n").elements[0]?.fields["dates"]).toEqual([
      "2012-03-04",
    ]);
  });
});
