import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { briefDocument } from "../../src/brief/brief-document.ts";
import type { Block, BriefDocument, Section, Table } from "../../src/document/block.ts";
import { plainText } from "../../src/document/inline.ts";
import { walkDocument } from "../../src/document/walk-document.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { assessmentFigures } from "../../src/record/brief-figures.ts";
import { documentShape, printedFigures } from "../document/document-shape.ts";
import { randomAssessment } from "../sample/random-assessment.ts";
import { sampleAssessment } from "../sample/sample-assessment.ts";
import { languages, sampleBrief } from "../sample/sample-briefs.ts";
import { sampleCounts, sampleStudy } from "../sample/sample-study.ts";

function section(document: BriefDocument, anchor: string): Section {
  const found = document.sections.find((one) => one.anchor === anchor);
  if (found === undefined) throw new Error(`no section ${anchor}`);
  return found;
}

function blocks<Kind extends Block["kind"]>(
  from: Section,
  kind: Kind,
): readonly Extract<Block, { kind: Kind }>[] {
  return from.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

function tables(from: Section): readonly Table[] {
  return from.blocks.flatMap((block) =>
    block.kind === "table" ? [block] : block.kind === "figure" ? [block.twin] : [],
  );
}

function words(document: BriefDocument): string {
  const html = renderHtml(document).replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
  const markdown = renderMarkdown(document).replace(/```json[\s\S]*/, "");
  return `${html.replaceAll(/data-[a-z]+="[^"]*"| value="[^"]*"/g, "")}\n${markdown}`;
}

describe("briefDocument", () => {
  it("[P1] has the same shape and figures in both languages, whatever the findings", () => {
    fc.assert(
      fc.property(randomAssessment, (assessment) => {
        const [ja, en] = languages.map((one) => briefDocument(sampleStudy, assessment, sampleCounts, one));

        expect(documentShape(en as BriefDocument)).toEqual(documentShape(ja as BriefDocument));
        expect(printedFigures(en as BriefDocument)).toEqual(printedFigures(ja as BriefDocument));
      }),
      { numRuns: 60 },
    );
  });

  it("[P2] says in words what is missing", () => {
    fc.assert(
      fc.property(randomAssessment, fc.constantFrom(...languages), (assessment, language) => {
        expect(words(briefDocument(sampleStudy, assessment, sampleCounts, language))).not.toMatch(
          /NaN|undefined|\bnull\b|\[object|Infinity/,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("[P4] binds every number to a figure of the findings and to a run that is listed", () => {
    const known = assessmentFigures(sampleAssessment);
    const document = sampleBrief("en");
    const bound = new Set<string>();
    walkDocument(document, {
      inline: (inline) => {
        if (inline.kind !== "number") return;
        bound.add(inline.figure.id);
        expect([...document.runs.keys()]).toContain(inline.figure.run);
        const same = known.get(inline.figure.id);
        if (same !== undefined) expect(inline.figure).toBe(same);
        else expect(inline.figure.id).toMatch(/^(counts|roles|plan)\/|^closing\/threshold$/);
      },
    });

    expect(bound.size).toBeGreaterThan(80);
  });

  it("[P5] sums up in words what falls short, why, and what would gain", () => {
    const [, shortfalls, gains] = blocks(section(sampleBrief("en"), "summary"), "list").map(({ items }) =>
      items.map((item) => plainText(item).replaceAll("\u00a0", " ")),
    );

    expect(shortfalls).toEqual([
      "Rescue at sea loses 38 % (36–40 %) of its value, and 8.0 % more if undetermined law is refused. The largest part is charged to law: basis (15 %), the next to capability (12 %). What would close it: law + capability (96 %, 91–99 % of cases).",
    ]);
    expect(gains?.map((gain) => gain.split(":")[0])).toEqual([
      "Cross-border rescue act",
      "Standing cell",
      "A third boat",
      "Best package, Law and cell",
    ]);
    expect(gains?.[2]).toMatch(/The interval includes zero\.$/);
  });

  it("[P5] orders shortfalls by size and names three", () => {
    const [finding] = sampleAssessment.causes.filter(({ scope }) => scope.kind === "mission");
    if (finding === undefined) throw new Error("the sample has a mission");
    const sized = [0.1, 0.4, 0.2, 0.3].map((value, index) => ({
      ...finding,
      scope: { kind: "mission" as const, id: `m${index}` },
      shortfall: { ...finding.shortfall, value },
    }));
    const document = briefDocument(sampleStudy, { ...sampleAssessment, causes: sized }, sampleCounts, "en");
    const [, shortfalls] = blocks(section(document, "summary"), "list");

    expect(shortfalls?.items.map((item) => plainText(item).split(" ")[0])).toEqual(["m1", "m3", "m2"]);
  });

  it("[P6] names people only beside the disclaimer", () => {
    for (const language of languages) {
      const document = sampleBrief(language);
      const frames = document.sections.flatMap((one) => blocks(one, "note"));
      const people = frames.filter((frame) =>
        JSON.stringify(frame).includes(language === "ja" ? "港一郎" : "Minato"),
      );
      const html = renderHtml(document);

      expect(people).toHaveLength(1);
      expect(JSON.stringify(people[0])).toContain(language === "ja" ? "関与していない" : "took no part");
      expect(html.split(language === "ja" ? "港一郎" : "Ichiro Minato")).toHaveLength(2);
      expect(html.split(language === "ja" ? "波花子" : "Hanako Nami")).toHaveLength(2);
    }
  });

  it("[P7] shows roles, verdicts, abilities and holes", () => {
    const matrices = tables(section(sampleBrief("en"), "roles"));
    const [sea, land] = matrices;
    const marks = sea?.groups.flatMap(({ rows }) =>
      rows.map(({ cells }) =>
        cells.map((cell) => (cell.kind === "role" ? Object.values(cell.mark.marks).join("") : "")),
      ),
    );

    expect(sea?.columns.map(({ label }) => plainText(label))).toEqual([
      "Task",
      "North Guard",
      "North Fire Brigade",
      "South Guard",
      "West Office",
    ]);
    expect(marks).toEqual([
      ["L*◎■", "", "S○□", "○□"],
      ["L*○■", "×■", "S△■", "…□"],
    ]);
    expect(land?.groups[0]?.rows.map(({ flagged }) => flagged)).toEqual([true]);
    expect(matrices).toHaveLength(2);
  });

  it("[P7] cuts a wide matrix to readable parts without losing an organisation", () => {
    const [row] = sampleAssessment.roles;
    const [cell] = row?.cells ?? [];
    if (row === undefined || cell === undefined) throw new Error("the sample has roles");
    const cells = Array.from({ length: 31 }, (_, index) => ({ ...cell, organisation: `org-${index}` }));
    const document = briefDocument(
      sampleStudy,
      { ...sampleAssessment, roles: [{ ...row, cells }] },
      sampleCounts,
      "en",
    );
    const widths = tables(section(document, "roles")).map(({ columns }) => columns.length - 1);

    expect(Math.max(...widths)).toBeLessThanOrEqual(14);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(31);
  });

  it("[P8] prints each gain twice and names what does not move a domain", () => {
    const still = sampleAssessment.levers.map((lever) =>
      lever.id === "boat-law"
        ? {
            ...lever,
            gains: lever.gains.map((gain) => ({
              ...gain,
              ifAdoptedAndUsed: { ...gain.ifAdoptedAndUsed, value: 0 },
              expected: { ...gain.expected, value: 0 },
            })),
          }
        : lever,
    );
    const document = briefDocument(sampleStudy, { ...sampleAssessment, levers: still }, sampleCounts, "en");
    const [table] = tables(section(document, "levers"));

    expect(table?.groups[0]?.rows.map(({ heading }) => plainText(heading))).toEqual([
      "Standing cell",
      "A third boat with Cross-border rescue act",
    ]);
    expect(table?.columns.map(({ label }) => plainText(label))).toContain("If adopted and used");
    expect(table?.columns.map(({ label }) => plainText(label))).toContain("Expected");
    expect(table?.notes.map(plainText)).toContain(
      "Without any effect in this domain: Cross-border rescue act.",
    );
  });

  it("[P9] prints both ends only where undetermined law makes a difference", () => {
    const columns = (assessment: typeof sampleAssessment) =>
      tables(section(briefDocument(sampleStudy, assessment, sampleCounts, "en"), "effectiveness"))[0]?.columns
        .length;
    const { baseline } = sampleAssessment;
    const closed = {
      ...baseline,
      domains: baseline.domains.map((one) => ({
        ...one,
        effectiveness: { refused: one.effectiveness.refused, granted: one.effectiveness.refused },
      })),
      missions: baseline.missions.map((one) => ({
        ...one,
        effectiveness: { refused: one.effectiveness.refused, granted: one.effectiveness.refused },
      })),
    };

    expect(columns(sampleAssessment)).toBe(7);
    expect(columns({ ...sampleAssessment, baseline: closed })).toBe(6);
  });

  it("[P10] lists assumptions with remarks and citations with sources", () => {
    const part = section(sampleBrief("en"), "assumptions");
    const [counts, list] = tables(part);
    const rows = list?.groups.flatMap((group) => group.rows) ?? [];

    expect(counts?.groups[0]?.rows.map(({ heading }) => plainText(heading))).toEqual(["Charter", "Holdings"]);
    expect(rows.map(({ heading }) => plainText(heading))).toContain("Rescue boats of North Harbour");
    expect(rows.map(({ cells }) => (cells[1]?.kind === "text" ? plainText(cells[1].content) : ""))).toContain(
      "No record exists; taken from the neighbours.",
    );
    expect(blocks(part, "list")[0]?.items.map(plainText)).toContain(
      "Rescue boats of North Harbour: Mutual aid pact of the three harbours 2010",
    );
  });

  it("[P12] refuses a study that is not the assessment's", () => {
    expect(() =>
      briefDocument({ ...sampleStudy, digest: "0" }, sampleAssessment, sampleCounts, "en"),
    ).toThrow(RangeError);
  });
});
