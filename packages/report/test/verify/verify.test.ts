import type { Assessment, Figure } from "@shikumi/assessment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { briefDocument } from "../../src/brief/brief-document.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { documentFigures } from "../../src/record/brief-record.ts";
import { compareBrief } from "../../src/verify/compare-brief.ts";
import { isBriefProblem, type ReadBrief, readBriefRecord } from "../../src/verify/read-brief-record.ts";
import { randomAssessment } from "../sample/random-assessment.ts";
import { sampleAssessment } from "../sample/sample-assessment.ts";
import { hostileTexts, languages, sampleBrief, withTexts } from "../sample/sample-briefs.ts";
import { sampleCounts, sampleStudy } from "../sample/sample-study.ts";

function read(text: string): ReadBrief {
  const record = readBriefRecord(text);
  if (isBriefProblem(record)) throw new Error(record.code);
  return record;
}

const renderers = [
  ["html", renderHtml],
  ["markdown", renderMarkdown],
] as const;

/** The same findings with one figure changed. */
function withFigure(id: string, change: (figure: Figure) => Figure): Assessment {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== "object" || value === null) return value;
    if ("id" in value && value.id === id && "low" in value) return change(value as Figure);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item)]));
  };
  return changed(sampleAssessment) as Assessment;
}

/** The next double away from zero. */
function nextDouble(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}

describe.each(renderers)("a record in %s", (_, render) => {
  it("[P50] reads back to the same bits", () => {
    fc.assert(
      fc.property(randomAssessment, fc.constantFrom(...languages), (assessment, language) => {
        const document = briefDocument(sampleStudy, assessment, sampleCounts, language);
        const record = read(render(document));

        expect(record.figures).toEqual(documentFigures(document));
        expect(record.runs).toEqual(assessment.runs);
        expect(record.language).toBe(language);
        expect(compareBrief(record, assessment, sampleCounts)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("[P51] differs in nothing from the assessment it was made from", () => {
    for (const language of languages) {
      expect(compareBrief(read(render(sampleBrief(language))), sampleAssessment, sampleCounts)).toEqual([]);
      expect(compareBrief(read(render(sampleBrief(language))), sampleAssessment)).toEqual([]);
    }
  });

  it("[P51] finds one bit of any figure, its bounds, its unit and its run", () => {
    const record = read(render(sampleBrief("en")));
    const figures = [...record.figures.values()].filter(
      ({ id }) => !/^(counts|roles|plan)\/|threshold/.test(id),
    );
    expect(figures.length).toBeGreaterThan(80);
    for (const { id, value, low } of figures) {
      const changes: ((figure: Figure) => Figure)[] = [
        (figure) => ({ ...figure, unit: figure.unit === "hours" ? "share" : "hours" }),
        (figure) => ({ ...figure, run: `${figure.run}x` }),
      ];
      if (Number.isFinite(value)) changes.push((figure) => ({ ...figure, value: nextDouble(figure.value) }));
      if (Number.isFinite(low)) changes.push((figure) => ({ ...figure, low: nextDouble(figure.low) }));
      for (const change of changes) {
        const found = compareBrief(record, withFigure(id, change), sampleCounts);
        expect(found.map((one) => [one.code, one.id])).toEqual([["brief-value-differs", id]]);
      }
    }
  });

  it("[P51] finds another study, other rules, other runs and other counts", () => {
    const record = read(render(sampleBrief("en")));
    const codes = (change: Partial<Assessment["runs"][number]>): readonly string[] => {
      const runs = sampleAssessment.runs.map((run) => ({ ...run, ...change }));
      return [...new Set(compareBrief(record, { ...sampleAssessment, runs }).map(({ code }) => code))];
    };

    expect(codes({ digest: "0" })).toEqual(["brief-digest-differs"]);
    expect(codes({ engine: "rules-2" })).toEqual(["brief-engine-differs"]);
    expect(codes({ seed: 8 })).toEqual(["brief-run-differs"]);
    const counts = { ...sampleCounts, assumptions: 3 };
    expect(compareBrief(record, sampleAssessment, counts).map(({ id }) => id)).toEqual([
      "counts/assumptions",
    ]);
  });

  it("[P54] is found once or not at all, whatever the study says", () => {
    for (const text of hostileTexts) {
      const record = read(render(sampleBrief("en", withTexts(sampleStudy, text))));
      expect(compareBrief(record, sampleAssessment, sampleCounts)).toEqual([]);
    }
  });
});

describe("a page that was edited", () => {
  const html = renderHtml(sampleBrief("en"));
  const differences = (edited: string): readonly (readonly string[])[] => {
    expect(edited).not.toBe(html);
    return compareBrief(read(edited), sampleAssessment, sampleCounts).map(({ code, id }) => [code, id]);
  };
  const first = /<data[^>]*data-figure="effectiveness\/baseline\/domain\/sea"[^>]*>62/;

  it("[P52] is found out by a changed number", () => {
    expect(differences(html.replace(first, (tag) => tag.replace(/62$/, "92")))).toEqual([
      ["brief-print-differs", "effectiveness/baseline/domain/sea"],
    ]);
  });

  it("[P52] is found out by a number in a chart", () => {
    const edited = html.replace(/(<text[^>]*data-figure="causes\/domain\/sea\/shortfall"[^>]*>)38/, "$140");
    expect(differences(edited)).toEqual([["brief-print-differs", "causes/domain/sea/shortfall"]]);
  });

  it("[P52] is found out although the record was changed along", () => {
    const edited = html
      .replace(first, (tag) => tag.replace(/62$/, "92"))
      .replace(
        /("figure":"effectiveness\/baseline\/domain\/sea","style":"share-interval","text":")62/,
        "$192",
      );
    expect(differences(edited)).toEqual([["brief-print-differs", "effectiveness/baseline/domain/sea"]]);
  });

  it("[P52] is found out by a number removed, added or hidden in a comment", () => {
    const whole = /<data[^>]*data-figure="effectiveness\/baseline\/domain\/sea"[^>]*>[\s\S]*?<\/data>/;
    const [number = ""] = whole.exec(html) ?? [];

    expect(differences(html.replace(number, "99 %"))[0]).toEqual([
      "brief-print-missing",
      "effectiveness/baseline/domain/sea",
    ]);
    expect(differences(html.replace(number, `<!-- ${number} -->99 %`))[0]?.[0]).toBe("brief-print-missing");
    expect(differences(html.replace("</main>", `${number}</main>`))).toEqual([
      ["brief-print-added", "effectiveness/baseline/domain/sea"],
    ]);
  });

  it("[P53] is found out in Markdown by any word, and not by line ends", () => {
    const markdown = renderMarkdown(sampleBrief("ja"));
    const codes = (text: string) => compareBrief(read(text), sampleAssessment).map(({ code }) => code);

    expect(codes(markdown.replace("62%", "92%"))).toEqual(["brief-text-changed"]);
    expect(codes(markdown.replaceAll("\n", "\r\n"))).toEqual([]);
    expect(codes(markdown.replaceAll("|\n", "| \n"))).toEqual([]);
  });
});

describe("a text without a good record", () => {
  const html = renderHtml(sampleBrief("en"));
  const record = /<script type="application\/json"[\s\S]*<\/script>/.exec(html)?.[0] ?? "";
  const code = (text: string): string => {
    const found = readBriefRecord(text);
    return isBriefProblem(found) ? found.code : "read";
  };

  it("[P54] is a problem with a code", () => {
    expect(code("")).toBe("brief-no-record");
    expect(code(html + record)).toBe("brief-several-records");
    expect(code(html.replace('{"format"', '{"format'))).toBe("brief-record-unreadable");
    expect(code(html.replace("shikumi-brief-1", "shikumi-brief-2"))).toBe("brief-newer-format");
    expect(code(html.replace('"shikumi-brief-1"', "1"))).toBe("brief-record-malformed");
    expect(code(html.replace('"language":"en"', '"language":"fr"'))).toBe("brief-record-malformed");
    expect(code(html.replace('"share","baseline', '"parsec","baseline'))).toBe("brief-record-malformed");
  });

  it("[P54] never throws", () => {
    const values = fc.jsonValue().map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(values, (json) => {
        const text = `<!doctype html><script type="application/json" id="shikumi-brief">${json.replaceAll("<", "\\u003c")}</script>`;
        expect(isBriefProblem(readBriefRecord(text))).toBe(true);
      }),
    );
    const body = record.slice(record.indexOf(">") + 1, record.lastIndexOf("<"));
    fc.assert(
      fc.property(fc.nat(body.length), fc.nat(40), fc.string(), (start, length, inserted) => {
        const broken = body.slice(0, start) + inserted.replaceAll("<", "") + body.slice(start + length);
        const found = readBriefRecord(
          `<script type="application/json" id="shikumi-brief">${broken}</script>`,
        );
        if (!isBriefProblem(found)) compareBrief(found, sampleAssessment, sampleCounts);
      }),
      { numRuns: 200 },
    );
  });
});
