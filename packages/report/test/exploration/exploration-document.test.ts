import type { Exploration } from "@shikumi/assessment";
import { describe, expect, it } from "vitest";
import type { Block, BriefDocument, Section, Table } from "../../src/document/block.ts";
import { plainText } from "../../src/document/inline.ts";
import { walkDocument } from "../../src/document/walk-document.ts";
import { explorationDocument } from "../../src/exploration/exploration-document.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { isBriefProblem, readBriefRecord } from "../../src/verify/read-brief-record.ts";
import { documentShape, printedFigures } from "../document/document-shape.ts";
import { languages } from "../sample/sample-briefs.ts";
import { sampleExploration } from "../sample/sample-exploration.ts";
import { sampleStudy } from "../sample/sample-study.ts";
import {
  allFailed,
  nothingFound,
  onePackage,
  underBeliefs,
  unusualExplorations,
} from "../sample/unusual-explorations.ts";

const all = [sampleExploration, ...unusualExplorations];

const page = (language: "en" | "ja", exploration: Exploration = sampleExploration): BriefDocument =>
  explorationDocument(exploration, sampleStudy, language);

function section(document: BriefDocument, anchor: string): Section {
  const found = document.sections.find((one) => one.anchor === anchor);
  if (found === undefined) throw new Error(`no section ${anchor}`);
  return found;
}

/** Everything a block says outside its tables. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "lead":
      return [plainText(block.content)];
    case "list":
      return block.items.map(plainText);
    case "note":
      return block.content.map(plainText);
    case "command":
      return block.lines;
    case "terms":
    case "table":
    case "figure":
    case "references":
    case "runs":
      return [];
  }
}

const words = (from: Section): readonly string[] =>
  from.blocks.flatMap(wordsOf).map((text) => text.replaceAll("\u00a0", " "));

function table(from: Section, anchor: string): Table {
  for (const block of from.blocks) {
    if (block.kind === "table" && block.anchor === anchor) return block;
    if (block.kind === "figure" && block.twin.anchor === anchor) return block.twin;
  }
  throw new Error(`no table ${anchor}`);
}

const cells = ({ groups }: Table): readonly (readonly string[])[] =>
  groups.flatMap(({ rows }) =>
    rows.map(({ heading, cells: own }) => [
      plainText(heading),
      ...own.map((cell) => ("content" in cell ? plainText(cell.content).replaceAll("\u00a0", " ") : "")),
    ]),
  );

/** The text of a page without attributes, styles and the record. */
function visible(document: BriefDocument): string {
  const html = renderHtml(document)
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]*>/g, "");
  return `${html}\n${renderMarkdown(document).replace(/```json[\s\S]*/, "")}`;
}

describe("the page of an exploration", () => {
  it("[Q1] has the same shape and the same figures in both languages", () => {
    for (const exploration of all) {
      expect(documentShape(page("en", exploration))).toEqual(documentShape(page("ja", exploration)));
      expect(printedFigures(page("en", exploration))).toEqual(printedFigures(page("ja", exploration)));
    }
  });

  it("[Q2] says in words what is missing, and leaves no blank unfilled", () => {
    for (const exploration of all) {
      for (const language of languages)
        expect(visible(page(language, exploration))).not.toMatch(
          /NaN|undefined|\bnull\b|\[object|Infinity|\{[a-zA-Z]/,
        );
    }
  });

  it("[Q4] says first which package comes first, and by how much", () => {
    const [lead, , ...holds] = words(section(page("en"), "summary"));

    expect(lead).toBe(
      "In the mean over 40 sampled futures, The cell comes first: it delivers 62 % (60–64 %) of the value demanded, 7.0 (4.0–10.0) points more than The act.",
    );
    expect(holds.slice(0, 3)).toEqual([
      "The cell is the best in 80 % of the futures that were tried, more often than any other.",
      "The cell is the best by 7 of 9 criteria.",
      "The cell meets the floor in 98 % of the futures.",
    ]);
    expect(words(section(page("ja"), "summary"))[0]).toBe(
      "試した将来像40通りの平均では「調整所」が首位であり、求められた価値の62%（60〜64%）を実現し、「立法」を7.0（4.0〜10.0）ポイント上回る。",
    );
  });

  it("[Q4] does not name a first where the futures do not tell the best two apart", () => {
    expect(words(section(page("en", nothingFound), "summary"))[0]).toMatch(
      /^The futures do not tell the best two apart: .* is \+0\.1 points/,
    );
    expect(words(section(page("en", onePackage), "summary"))[0]).toMatch(/No other package was run\.$/);
    expect(words(section(page("en", allFailed), "summary"))[0]).toMatch(/nothing to compare\.$/);
  });

  it("[Q5] tells a condition in words with units, most restrictive first, and names the package", () => {
    const en = words(section(page("en"), "summary"));
    const ja = words(section(page("ja"), "summary"));

    expect(en).toContain(
      "The act fails mostly where “Time a request takes” is 9 h or more and “Base closed” is 1 (a limit the futures kept apart do not confirm): in 8 of the 10 futures there.",
    );
    expect(en).toContain(
      "The cell does worst mostly where “Political will” is 0.5 or less: in 8 of the 10 futures there.",
    );
    expect(en).toContain("Everywhere: Present arrangement. The floor is missed in every future.");
    expect(ja).toContain(
      "「立法」が失敗するのは主に「要請に要する時間」が9時間以上の、かつ「基地の閉鎖」が1の（この境界は取り分けた将来像では確かめられない）場合であり、そこにある将来像10通りのうち8通りで失敗する。",
    );
  });

  it("[Q5] counts a condition among all futures, and beside it among those kept apart", () => {
    const told = words(section(page("en"), "failures"));

    expect(told).toContain("The act misses its floor in 12 of 40 sampled futures.");
    expect(told).toContain(
      "Mostly where “Time a request takes” is 9 h or more and “Base closed” is 1 (a limit the futures kept apart do not confirm): 8 of the 10 futures there (80 %). This holds 75 % of all such futures. Among the futures kept apart it is 2 of 3.",
    );
    expect(told).toContain(
      "Besides, where “Time a request takes” is between 2 h and 4 h and “Base closed” is 1 or more and “Rate of fires” is 6.14 /yr or less: 3 of the 3 futures there (100 %). None of the futures kept apart lies there.",
    );
  });

  it("[Q6] speaks of no probability and of no likelihood but to deny them", () => {
    for (const exploration of all.filter(({ beliefs }) => beliefs?.kind !== "scored")) {
      expect(visible(page("en", exploration))).not.toMatch(
        /probab(?!ilities\.)|\blikely\b(?! those)|chance of/i,
      );
      expect(visible(page("ja", exploration))).not.toMatch(/確率(?!ではない)|可能性|見込み/);
    }
  });

  it("[Q6] says how likely the floor is met only under stated beliefs, in a word only where all fall under it", () => {
    const certainty = section(page("en", underBeliefs), "certainty");
    const rows = cells(table(certainty, "table-beliefs"));

    expect(words(certainty).join(" ")).toContain(
      "the study states “calm”. The same futures are weighed anew for each of them; nothing is run again. Under every one of them The cell is the best in the mean.",
    );
    expect(rows.map((row) => row.at(-1))).toEqual([
      "virtually certain",
      "very likely",
      "likely",
      "about as likely as not",
      "unlikely",
      "very unlikely",
      "exceptionally unlikely",
      "no one word",
    ]);
    expect(rows[1]).toEqual(["The act", "50 %", "60 %", "92 % to 98 %", "very likely"]);
    expect(words(section(page("en", nothingFound), "certainty")).join(" ")).toContain(
      "for “calm” and “busy” the weight of fewer than 30 futures is left",
    );
    expect(section(page("en"), "certainty").blocks.some((one) => one.kind === "heading")).toBe(false);
  });

  it("[Q7] says what was searched for where a floor tells nothing apart", () => {
    const told = words(section(page("en"), "failures"));
    const rest = cells(table(section(page("en"), "failures"), "table-rest"));

    expect(told).toContain(
      "The cell misses its floor in 1 of 40 sampled futures, too few to find a pattern. Searched for instead: its worst quarter, futures in which it delivers less than 52 %.",
    );
    expect(rest).toEqual([
      [
        "Present arrangement",
        "40 of 40",
        "worst quarter: below 31 %",
        "chance explains every limit that was found",
      ],
    ]);
    expect(cells(table(section(page("en", nothingFound), "failures"), "table-rest"))[0]?.[1]).toBe(
      "no floor",
    );
  });

  it("[Q8] names the winner of every criterion and says where they differ", () => {
    const packages = section(page("en"), "packages");
    const winners = cells(table(packages, "table-criteria"));

    expect(words(packages).join(" ")).toContain(
      "The criteria do not all name the same package. The cell, Present arrangement and The act each win by some of them",
    );
    expect(winners.find(([name]) => name === "largest regret")).toEqual([
      "largest regret",
      "The cell",
      "5.0 points",
      "40",
    ]);
    expect(winners.find(([name]) => name === "worst future (maximin)")?.[1]).toBe("all alike");
    expect(winners.find(([name]) => name === "shortfall below the median")?.slice(1, 3)).toEqual([
      "none",
      "not defined",
    ]);
  });

  it("[Q9] tells who would agree, how surely, and when someone would leave", () => {
    const agreement = section(page("en"), "agreement");

    expect(words(agreement).join(" ")).toContain(
      "No party would block The act and The cell. For The act no interval leaves a doubt. Left out, because nothing ever reaches their beneficiaries: West Harbour.",
    );
    expect(words(agreement).join(" ")).toContain(
      "South Harbour gets less than at present under The cell in 16 of 40 sampled futures. It would have reason to leave mostly where “Time a request takes” is 9 h or more",
    );
    expect(cells(table(agreement, "table-agreement")).map((row) => row.at(-1))).toEqual([
      "yes",
      "yes, not surely",
      "no",
      "no, not surely",
    ]);
  });

  it("[Q10] gives switching values in the assumption's own unit, or why there is none", () => {
    expect(cells(table(section(page("en"), "matters"), "table-switching"))).toEqual([
      ["Base closed", "switches at 2", "0", "0 to 2", "The cell", "The act"],
      [
        "Time a request takes",
        "does not switch within its range",
        "8 h",
        "15 min to 30 h",
        "The cell",
        "The act",
      ],
      ["Political will", "hidden by chance", "0.6", "0.3 to 0.95", "The cell", "The act"],
    ]);
    const { switching: _, ...unasked } = sampleExploration;
    expect(section(page("en", unasked), "matters").blocks.some((one) => one.kind === "heading")).toBe(false);
  });

  it("[Q11] says how many futures were used and left out, and why runs failed", () => {
    const sure = words(section(page("en"), "certainty")).join(" ");

    expect(sure).toContain("uses 40 futures and leaves out 2.");
    expect(sure).toContain("Of 252 runs 2 failed and 1 were cut off");
    expect(sure).toContain("2 runs failed with: KernelError: no route");
    expect(words(section(page("en", nothingFound), "summary")).join(" ")).toContain(
      "Even all 42 futures do not settle",
    );
  });

  it("[Q12] warns that some of many assumptions look influential by chance", () => {
    const many = unusualExplorations.find(({ uncertainties }) => uncertainties.length === 12);

    expect(words(section(page("en", many), "matters"))[0]).toContain("12 assumptions were varied.");
    expect(words(section(page("en"), "matters"))[0]).not.toContain("were varied");
  });

  it("[Q13] writes every number with one address and one value into its record, which is none of a brief", () => {
    for (const exploration of all) {
      const document = page("en", exploration);
      const values = new Map<string, number>();
      walkDocument(document, {
        inline: (inline) => {
          if (inline.kind !== "number") return;
          const { id, value } = inline.figure;
          expect(values.get(id) ?? value, id).toBe(value);
          values.set(id, value);
        },
      });
      expect(values.size).toBeGreaterThan(8);
      const html = renderHtml(document);
      expect(html).toContain('"format":"shikumi-exploration-page-1"');
      for (const written of [html, renderMarkdown(document)]) {
        const read = readBriefRecord(written);
        expect(isBriefProblem(read)).toBe(true);
      }
    }
  });

  it("[Q14] says how to make it again", () => {
    expect(words(section(page("en"), "reproduction"))).toContain(
      `npx shikumi explore ${sampleStudy.charter.id} --futures 42 --replications 2 --packages act,cell --switching`,
    );
  });

  it("[Q15] refuses a study that is not the one explored", () => {
    expect(() => explorationDocument(sampleExploration, { ...sampleStudy, digest: "0" }, "en")).toThrow(
      RangeError,
    );
  });
});
