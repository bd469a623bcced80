import { describe, expect, it } from "vitest";
import { briefDocument } from "../../src/brief/brief-document.ts";
import type { Section, Table } from "../../src/document/block.ts";
import { plainText } from "../../src/document/inline.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import { compareBrief } from "../../src/verify/compare-brief.ts";
import { isBriefProblem, readBriefRecord } from "../../src/verify/read-brief-record.ts";
import { documentShape, printedFigures } from "../document/document-shape.ts";
import { comparisons, evaluated, sampleEvidence, studyWithCases } from "../sample/sample-evidence.ts";
import { sampleCounts } from "../sample/sample-study.ts";

const brief = (language: "ja" | "en") =>
  briefDocument(studyWithCases, sampleEvidence, sampleCounts, language);

function section(anchor: string): Section {
  const found = brief("en").sections.find((one) => one.anchor === anchor);
  if (found === undefined) throw new Error(`no section ${anchor}`);
  return found;
}

function tables(anchor: string): readonly Table[] {
  return section(anchor).blocks.filter((block): block is Table => block.kind === "table");
}

function cellTexts(table: Table | undefined): readonly (readonly string[])[] {
  return (table?.groups ?? []).flatMap(({ rows }) =>
    rows.map(({ heading, cells }) => [
      plainText(heading),
      ...cells.map((cell) =>
        cell.kind === "text" || cell.kind === "numeric" ? plainText(cell.content) : "",
      ),
    ]),
  );
}

describe("the section of cases", () => {
  it("[P13] shows held-out and calibrated-on apart, every comparison, and how many came out how", () => {
    const [heldOut, calibrated, ...others] = tables("validation");
    const [list] = section("validation").blocks.flatMap((block) =>
      block.kind === "list" ? [block.items] : [],
    );

    expect(others).toEqual([]);
    expect(cellTexts(heldOut)).toHaveLength(comparisons.filter(({ use }) => use === "held-out").length);
    expect(cellTexts(calibrated)).toHaveLength(1);
    expect(list?.map((item) => plainText(item))).toEqual([
      `Held out: 2 passed, 0 in part, 1 failed, ${comparisons.length - 4} not evaluated.`,
      "Calibrated on: 0 passed, 1 in part, 0 failed, 0 not evaluated.",
    ]);
  });

  it("[P13] flags what failed and says why nothing was said", () => {
    const rows = tables("validation").flatMap(({ groups }) => groups.flatMap((group) => group.rows));
    const texts = cellTexts(tables("validation")[0]);

    expect(rows.filter(({ flagged }) => flagged === true)).toHaveLength(1);
    expect(texts.find(([heading]) => heading?.startsWith("The first rescue"))?.at(-1)).toBe("passed");
    expect(texts.find(([heading]) => heading?.startsWith("none-no-case"))?.at(-1)).toBe(
      "not evaluated: no such case in the runs",
    );
    expect(texts.find(([heading]) => heading?.startsWith("queue"))?.[1]).toContain(" → ");
  });
});

describe("the section of hypotheses", () => {
  it("[P14] says the status of each, of every point of its grid, and of the converse", () => {
    const [points, domains] = tables("hypotheses");
    const [list] = section("hypotheses").blocks.flatMap((block) =>
      block.kind === "list" ? [block.items] : [],
    );

    expect(list).toHaveLength(evaluated.length);
    expect(points?.groups.map(({ heading }) => heading).slice(-2)).toEqual([
      "verdict",
      "Converse of “verdict”: not supported",
    ]);
    expect(cellTexts(points).map((row) => [row[0], row.at(-1)])).toContainEqual([
      "floor 0.5 · effort 20 · disputed levers as civil",
      "undecided",
    ]);
    expect(cellTexts(domains).map(([domain, label]) => [domain, label])).toEqual([
      ["Rescue", "structural"],
      ["land", "contingent"],
      ["air", "no mission carries it"],
    ]);
  });

  it("[P13, P14] have the same shape and figures in both languages", () => {
    expect(documentShape(brief("en"))).toEqual(documentShape(brief("ja")));
    expect(printedFigures(brief("en"))).toEqual(printedFigures(brief("ja")));
  });

  it("[P13, P14] are made again when the brief is verified, and a number of theirs that was changed is found", () => {
    const record = readBriefRecord(renderHtml(brief("en")));
    if (isBriefProblem(record)) throw new Error(record.code);
    const [first, ...rows] = comparisons;
    if (first === undefined) throw new Error("there are comparisons");
    const changed = { ...first, ratio: { ...first.ratio, value: 0.95 } };
    const validation = { rows: [changed, ...rows], counts: sampleEvidence.validation?.counts ?? [] };

    expect(record.plan).toMatchObject({ validation: true, hypotheses: true });
    expect(compareBrief(record, sampleEvidence, sampleCounts)).toEqual([]);
    expect(
      compareBrief(record, { ...sampleEvidence, validation }, sampleCounts).map(({ id }) => id),
    ).toContain("validation/first/ratio");
  });

  it("[P17] ranks the weakest assumptions, and says which were tried and which are within chance", () => {
    const [ranged, unranged] = tables("assumptions");

    expect(cellTexts(ranged).map((row) => [row[0], row[1]])).toEqual([
      ["1", "will"],
      ["2", "luck (within chance)"],
    ]);
    expect(cellTexts(unranged).map(([name]) => name)).toEqual([
      "Ad hoc cell",
      "rescue.sail",
      expect.stringContaining("(within chance)"),
    ]);
    const record = readBriefRecord(renderHtml(brief("en")));
    if (isBriefProblem(record)) throw new Error(record.code);
    expect(record.plan).toMatchObject({ weakest: 3 });
  });
});
