import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "@shikumi/assessment";
import { exportFrom, type Imported, importFile } from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { Remarks } from "../src/remark.ts";
import { readSheets } from "../src/sheet/read-sheets.ts";
import { workbookOf } from "../src/sheet/write-workbook.ts";
import { actions, after, file, plan, repositoryStudy, small, told } from "./small-study.ts";

const matrix = (rows: readonly string[], name = "m.csv"): Imported =>
  importFile("matrix", file(name, rows.join("\n")), { study: small.study });

describe("a role matrix", () => {
  it("[X14] is read with organisations and tasks by id or name, in letters, words or signs", () => {
    const { elements, remarks } = matrix([
      "Roles of the harbour,,,",
      "Task,北消防隊,North Coast Watch,N-ARMY",
      "消火,S 0.2,L,NA",
      "answer.look,,○,◎ 0.5",
    ]);

    expect(elements.map(({ id, fields }) => [id, fields])).toEqual([
      ["answer.extinguish", { lead: "N-COAST", supports: ["N-FIRE"] }],
      ["answer.look", { lead: "N-ARMY", supports: ["N-COAST"] }],
    ]);
    expect(told(remarks)).toEqual(["rows-before-header 2"]);
  });

  it("[X14] passes over repeated heads and headings of sections, and reads merged cells", () => {
    const sheet = {
      name: "RACI",
      rows: [
        ["", "North Fire Brigade", "North Coast Watch"],
        ["Phase one", "", ""],
        ["Looking", "R", "S"],
        ["", "North Fire Brigade", "North Coast Watch"],
        ["id", "North Fire Brigade", "North Coast Watch"],
        ["Extinguishing", "R", ""],
      ],
    };
    const other = { name: "Notes", rows: [["x"]] };
    const { elements, read, remarks } = importFile("matrix", file("m.xlsx", workbookOf([other, sheet])), {
      study: small.study,
    });

    expect(elements.map(({ id }) => id)).toEqual(["answer.look", "answer.extinguish"]);
    expect([read, ...told(remarks)]).toEqual([2, "sheet-not-carried", "header-repeated 5"]);
  });

  it("[X11] is read from a workbook that another program wrote, with all that it puts in cells", () => {
    const path = join(import.meta.dirname, "fixture/raci.xlsx");
    const { elements, remarks } = importFile("matrix", file("raci.xlsx", readFileSync(path)), {
      study: small.study,
    });

    expect(elements.map(({ id, fields }) => [id, fields])).toEqual([
      ["answer.extinguish", { lead: "N-FIRE", supports: ["N-COAST"] }],
      ["answer.look", { lead: "N-COAST", supports: [] }],
    ]);
    expect(told(remarks)).toEqual([
      "sheet-not-carried",
      "merged-cells",
      "rows-before-header 2",
      "formula 3.3",
      "date-from-number 3.5",
      "letter-not-carried 3.4",
      "cell-error 4.4",
    ]);
  });

  it("[X15] tells what it could not carry, cell by cell, with what may have been meant", () => {
    const { elements, remarks } = matrix([
      "Task,North Fire Brigade,NORTH coast-watch,North Armee",
      "Extinguishing,A/R,R,S",
      "Lookin,R,,",
      "Looking,C,A,I",
    ]);

    expect(elements.map(({ id, fields }) => [id, fields["lead"]])).toEqual([
      ["answer.extinguish", "N-FIRE"],
      ["answer.look", null],
    ]);
    expect(told(remarks)).toEqual([
      "spelled-differently 1",
      "unknown-name 1",
      "several-leads 2",
      "unknown-name 3",
      "letter-not-carried 4",
      "accountable-differs 4",
    ]);
    expect(remarks.filter(({ code }) => code === "unknown-name").map(({ args }) => args["near"])).toEqual([
      "North Army",
      "Looking",
    ]);
  });

  it("[X16] leaves alone whom it does not show, and takes away the role of an emptied cell", () => {
    const hidden = plan(matrix(["Task,North Army", "Extinguishing,S"]));
    const emptied = plan(
      matrix(["Task,North Fire Brigade,North Coast Watch", "Extinguishing,L,", "Looking,,"]),
    );

    expect(after(small, hidden).study.roles.get("answer.extinguish")).toMatchObject({
      lead: "N-FIRE",
      supports: ["N-COAST", "N-ARMY"],
    });
    expect(actions(emptied)).toEqual(["change answer.extinguish", "change answer.look"]);
    expect(after(small, emptied).study.roles.get("answer.extinguish")).toMatchObject({
      lead: "N-FIRE",
      supports: [],
    });
  });

  it("[X14] without organisations or tasks is refused", () => {
    expect(told(matrix(["a,b", "c,d"]).remarks)).toEqual(["no-header"]);
    expect(told(matrix(["a,North Army", "one,two"]).remarks)).toEqual(["no-header 1"]);
  });
});

describe("an exported role matrix", () => {
  const cell = (organisation: string, value: number) => ({
    organisation,
    role: "none",
    verdict: "permitted",
    able: true,
    accountable: false,
    delivered: { id: "", value, low: value, high: value, unit: "share", run: "" },
  });
  const assessment = {
    roles: [
      {
        task: "answer.extinguish",
        cells: [cell("N-FIRE", 0.6251), cell("N-ARMY", 0), cell("N-COAST", Number.NaN)],
      },
    ],
  } as unknown as Assessment;

  it("[X17] shows letters, who is accountable, and the share each delivers", () => {
    const { content } = exportFrom(small.study, {
      what: "matrix",
      format: "csv",
      language: "ja",
      assessment,
    });

    expect(content).toBe(
      [
        "id,分野,任務,タスク,北陸軍,北監視隊,北消防隊",
        "id,,,,N-ARMY,N-COAST,N-FIRE",
        "answer.extinguish,fire,対処,消火,,S,LA 0.625",
        "answer.look,fire,対処,偵察,,L,",
        "",
      ].join("\r\n"),
    );
  });

  it("[X17] has the shares as numbers and the verdicts on sheets of their own", () => {
    const { content } = exportFrom(small.study, {
      what: "matrix",
      format: "xlsx",
      language: "en",
      assessment,
    });
    const sheets = readSheets(file("m.xlsx", content as Uint8Array), new Remarks());

    expect(sheets?.map(({ name }) => name)).toEqual(["Roles", "Delivered", "Permission"]);
    expect(sheets?.[1]?.rows[2]?.cells.at(-1)).toEqual({ text: "0.625", kind: "number", isFormula: false });
    expect(sheets?.[2]?.rows[2]?.cells.at(-1)?.text).toBe("permitted");
  });

  it.each(["harbour-aid", "japan-us-2012"])("[X17] of %s changes nothing when it comes back", (name) => {
    const whole = repositoryStudy(name);
    for (const format of ["xlsx", "csv"] as const) {
      const { content } = exportFrom(whole.study, { what: "matrix", format, language: "en" });
      const imported = importFile("matrix", file(`m.${format}`, content), { study: whole.study });

      expect([imported.remarks, actions(plan(imported, whole))]).toEqual([[], []]);
      expect(imported.elements.length).toBeGreaterThanOrEqual(whole.study.roles.size);
    }
  });
});
