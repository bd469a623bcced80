import { type ExportFormat, exportFrom, importFile } from "@shikumi/exchange";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Remarks } from "../src/remark.ts";
import { bibtexOfRecords, recordsOfBibtex } from "../src/source/bibtex.ts";
import { cslOfRecords, recordsOfCsl } from "../src/source/csl.ts";
import { readDate } from "../src/source/issued.ts";
import { latexOfText, textOfLatex } from "../src/source/latex-text.ts";
import { recordsOfRis, risOfRecords } from "../src/source/ris.ts";
import { recordOfSource, sourceOfRecord } from "../src/source/source-record.ts";
import { saysTheSame } from "../src/study/plan-import.ts";
import { actions, file, plan, repositoryStudy, small, told } from "./small-study.ts";

const { study } = small;
const sources = (name: string, text: string) => importFile("sources", file(name, text), { study });
const fieldsOf = (name: string, text: string) =>
  Object.fromEntries(sources(name, text).elements.map(({ id, fields }) => [id, fields]));

const bib = `% a comment line
@string{mofa = "Ministry of " # {Foreign Affairs}}
@comment{ @book{never, title = {No}} }
@article{yachi2012,
  author = {谷内, 正太郎 and Smith, John and {Joint Staff, Office} and Ludwig van Beethoven and others},
  title = "{\\'E}tudes on {NATO} --- 50\\% more",
  journal = {International Affairs}, volume = 3, number = 2, pages = {1--20},
  year = 2012, month = mar, doi = {10.1000/x_y}, keywords = {a, b}
}
@techreport(white,
  title = {White paper}, institution = mofa, year = {2011}, url = {https://example.org/a_b%20c}
)
`;

describe("BibTeX", () => {
  it("[X1] reads entries with macros, joined values, TeX accents, names and comments", () => {
    expect(fieldsOf("a.bib", bib)).toEqual({
      yachi2012: {
        type: "article-journal",
        author: [
          { family: "谷内", given: "正太郎" },
          { family: "Smith", given: "John" },
          "Joint Staff, Office",
          { family: "van Beethoven", given: "Ludwig" },
        ],
        title: "Études on NATO — 50% more",
        "container-title": "International Affairs",
        volume: "3",
        issue: "2",
        page: "1-20",
        issued: "2012-03",
        DOI: "10.1000/x_y",
      },
      white: {
        type: "report",
        title: "White paper",
        publisher: "Ministry of Foreign Affairs",
        issued: "2011",
        URL: "https://example.org/a_b%20c",
      },
    });
    expect(told(sources("a.bib", bib).remarks)).toContain("field-not-carried 4");
  });

  it("[X1] names a broken entry with its line and goes on with the next", () => {
    const { elements, remarks } = sources(
      "b.bib",
      `@book{one, title = {Open\n}\n\n@book{two, title = {Good}, year = 2000}\n`,
    );

    expect(elements.map(({ id }) => id)).toEqual(["two"]);
    expect(told(remarks)).toContain("entry-unreadable 1");
  });

  it("[X1] reads long files of broken entries in reasonable time, and a title in a second language", () => {
    const broken = "@book{a, title = {Open\n".repeat(20_000);
    const began = performance.now();

    expect(sources("x.bib", broken).elements).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(fieldsOf("x.bib", "@book{a, title = {海賊対処}, etitle = {Counter-piracy}}")).toEqual({
      a: { type: "book", title: { ja: "海賊対処", en: "Counter-piracy" } },
    });
  });

  it("[X1] reads back every text it writes as TeX", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (written) => {
        const text = written.replaceAll(/[\s\u00a0\p{C}]+/gu, " ").trim();

        expect(textOfLatex(latexOfText(text))).toBe(text);
      }),
    );
  });
});

describe("RIS", () => {
  it("[X2] reads entries, continued lines, ranges of pages and dates", () => {
    const ris =
      "TY  - JOUR\r\nAU  - Tanaka, Taro\r\nTI  - A title\r\n that goes on\r\nPY  - 2011/03/11/\r\nJO  - Journal\r\nSP  - 1\r\nEP  - 5\r\nID  - abc\r\nKW  - word\r\nER  - \r\n\r\nTY  - RPRT\nTI  - Report\nAU  - Ministry of Defense\nER  - \n";

    expect(fieldsOf("a.ris", ris)).toEqual({
      abc: {
        type: "article-journal",
        author: [{ family: "Tanaka", given: "Taro" }],
        title: "A title that goes on",
        issued: "2011-03-11",
        "container-title": "Journal",
        page: "1-5",
      },
      report: { type: "report", title: "Report", author: "Ministry of Defense" },
    });
    expect(told(sources("a.ris", ris).remarks)).toEqual([
      "field-not-carried 1",
      "without-reliability 1",
      "id-made 13",
      "without-reliability 13",
    ]);
  });
});

describe("CSL-JSON", () => {
  it("[X3] reads items, dates in parts, raw dates, and a title with its original as one text in both languages", () => {
    const items = [
      {
        id: "a b",
        type: "report",
        title: "Defense of Japan",
        "original-title": "防衛白書",
        author: [{ literal: "Ministry" }, { family: "Gogh", "non-dropping-particle": "van" }],
        issued: { "date-parts": [[2011, 3, 11]] },
        abstract: "Long",
      },
      {
        id: "c",
        type: "webpage",
        title: "Page",
        issued: { raw: "March 2012" },
        accessed: { "date-parts": [[2012, 4]] },
      },
    ];

    expect(fieldsOf("a.json", JSON.stringify(items))).toEqual({
      "a-b": {
        type: "report",
        title: { ja: "防衛白書", en: "Defense of Japan" },
        author: ["Ministry", { family: "van Gogh" }],
        issued: "2011-03-11",
      },
      c: { type: "webpage", title: "Page", issued: "2012-03", accessed: "2012-04" },
    });
    expect(told(sources("a.json", JSON.stringify(items)).remarks)).toContain("field-not-carried 1");
  });

  it("[X3] refuses what is no JSON", () => {
    expect(told(sources("a.json", "[{").remarks)).toEqual(["not-json"]);
  });
});

const formats: readonly (readonly [ExportFormat, string])[] = [
  ["csl", "x.json"],
  ["bibtex", "x.bib"],
  ["ris", "x.ris"],
];

describe("every format of sources", () => {
  it.each(formats)("[X4] %s brings back what it was given, and the same text again", (format, name) => {
    const exported = exportFrom(study, { what: "sources", format, language: "en" });
    const imported = sources(name, String(exported.content));

    expect(exported.remarks).toEqual([]);
    expect(actions(plan(imported))).toEqual([]);
    expect(imported.elements.map(({ id }) => id)).toEqual([...study.sources.keys()]);
  });

  it.each(["harbour-aid", "japan-us-2012"])("[X4] brings back all sources of %s", (name) => {
    const whole = repositoryStudy(name);
    for (const [format, path] of formats) {
      const { content, written } = exportFrom(whole.study, { what: "sources", format, language: "ja" });
      const imported = importFile("sources", file(path, content), { study: whole.study });

      expect(actions(plan(imported, whole))).toEqual([]);
      expect(imported.elements).toHaveLength(written);
    }
  });

  const words = fc.stringMatching(/^[\p{L}][\p{L}\p{N} ,.:;'"%&$#_{}~^\\/()=@–-]{0,30}[\p{L}\p{N}.]$/u);
  const text = words.map((one) => one.normalize("NFC").replaceAll(/\s+/g, " "));
  const both = fc.record({ ja: fc.constantFrom("防衛", "海賊の対処", "注記：五割"), en: text });
  const source = fc.record(
    {
      type: fc.constantFrom("report", "book", "legislation", "treaty", "webpage", "document", "speech"),
      title: fc.oneof(text, both),
      author: fc.array(fc.oneof(text, fc.record({ family: text, given: text })), {
        minLength: 1,
        maxLength: 3,
      }),
      issued: fc.constantFrom("1997", "2011-03", "2012-02-29"),
      publisher: fc.oneof(text, both),
      note: fc.oneof(text, both),
      page: fc.constantFrom("12", "1-20"),
      URL: fc.constant("https://example.org/a_b?c=1&d=%20#e"),
      reliability: fc.constantFrom("A", "F"),
      licence: text,
      grade: fc.constantFrom(1, 2),
    },
    { requiredKeys: ["type", "title"] },
  );

  it.each([
    [
      "csl",
      (records: Parameters<typeof cslOfRecords>[0]) =>
        recordsOfCsl("f", cslOfRecords(records), new Remarks()),
    ],
    [
      "bibtex",
      (records: Parameters<typeof cslOfRecords>[0]) =>
        recordsOfBibtex("f", bibtexOfRecords(records, new Remarks(), "f"), new Remarks()),
    ],
    [
      "ris",
      (records: Parameters<typeof cslOfRecords>[0]) =>
        recordsOfRis("f", risOfRecords(records, new Remarks(), "f"), new Remarks()),
    ],
  ] as const)("[X4] %s loses nothing of any source", (_, through) => {
    fc.assert(
      fc.property(source, (written) => {
        fc.pre(!JSON.stringify(written).match(/"(?:na|n\/?a|nan|null|none|unknown)"/i));
        const [read] = through([recordOfSource("one", written)]);

        expect(read?.id).toBe("one");
        const result = read === undefined ? {} : sourceOfRecord(read);
        expect(Object.keys(result).sort()).toEqual(Object.keys(written).sort());
        for (const [name, value] of Object.entries(written))
          expect([name, result[name], saysTheSame(result[name], value)]).toEqual([name, result[name], true]);
      }),
    );
  });

  it("[X4] an edited text counts more than what was kept beside it", () => {
    const { content } = exportFrom(study, { what: "sources", format: "csl", language: "en" });
    const edited = String(content)
      .replace('"title": "Acts"', '"title": "Acts, new"')
      .replace("more_less", "more");

    expect(actions(plan(sources("x.json", edited)))).toEqual(["change acts", "change pamphlet"]);
    expect(plan(sources("x.json", edited)).files[0]?.text).toContain('en: "Acts, new"');
  });
});

describe("defects of bibliographies", () => {
  it("[X5] are each told with their line: repeated entries, ids and works, missing values, dates", () => {
    const text = `@book{a, title = {One}, year = {2000}}
@book{a, title = {One}, year = {2000}}
@book{a, title = {Two}, year = {n.d.}}
@book{b:c, title = {One}, year = {2000/2001}}
@book{d, title = {Three}, year = {long ago}}
`;

    const { elements, remarks } = sources("x.bib", text);

    expect(elements.map(({ id }) => id)).toEqual(["a", "a-2", "b-c", "d"]);
    expect(told(remarks).filter((one) => !one.startsWith("without"))).toEqual([
      "not-available 3",
      "date-shortened 4",
      "date-unreadable 5",
      "repeated-entry 2",
      "repeated-id 3",
      "id-made 4",
      "same-work 4",
    ]);
  });

  it("[X6] an entry from elsewhere does not write over another work of the same id", () => {
    const { elements } = sources(
      "x.bib",
      "@book{acts, title = {Acts of the Apostles}}\n@book{pamphlet, title = {Tomorrow}, volume = 2}\n",
    );

    expect(elements.map(({ id }) => id)).toEqual(["acts-2", "pamphlet"]);
  });

  it("[X5] reads dates in the ways bibliographies write them", () => {
    const dates = [
      "2012",
      "2012-03",
      "2012/3/31",
      "2012年3月31日",
      "平成24年3月",
      "令和元年",
      "31 March 2012",
      "Mar. 31, 2012",
      "March 2012",
      "2012-13",
      "2012-02-30",
      "spring",
      "2012-03-31T10:00",
    ];

    expect(dates.map((text) => readDate(text)?.date)).toEqual([
      "2012",
      "2012-03",
      "2012-03-31",
      "2012-03-31",
      "2012-03",
      "2019",
      "2012-03-31",
      "2012-03-31",
      "2012-03",
      "2012",
      undefined,
      undefined,
      "2012-03-31",
    ]);
  });

  it("[X5] a file of no known format, or with nothing in it, is refused", () => {
    expect(told(sources("x.txt", "hello").remarks)).toEqual(["unknown-format"]);
    expect(told(sources("x.bib", "% nothing").remarks)).toEqual(["no-entries"]);
  });
});
