import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Remarks } from "../src/remark.ts";
import { csvText, delimiterOf, escapeFormula, readCsvRows, unescapeFormula } from "../src/sheet/csv.ts";
import { readSheets } from "../src/sheet/read-sheets.ts";
import { dateOfSerial } from "../src/sheet/read-workbook.ts";
import { workbookOf } from "../src/sheet/write-workbook.ts";
import { ZipReader, zipOf } from "../src/sheet/zip.ts";
import { file, told } from "./small-study.ts";

const xml = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A workbook of one sheet with the parts a spreadsheet writes. */
function workbook(
  sheetData: string,
  more: { strings?: string; styles?: string; after?: string } = {},
): Uint8Array {
  return zipOf([
    xml(
      "xl/workbook.xml",
      '<workbook><workbookPr/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    xml(
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    ),
    xml("xl/sharedStrings.xml", more.strings ?? "<sst/>"),
    xml("xl/styles.xml", more.styles ?? "<styleSheet/>"),
    xml(
      "xl/worksheets/sheet1.xml",
      `<x:worksheet xmlns:x="m"><x:sheetData>${sheetData}</x:sheetData>${more.after ?? ""}</x:worksheet>`,
    ),
  ]);
}

function read(bytes: Uint8Array) {
  const remarks = new Remarks();
  const sheets = readSheets(file("x.xlsx", bytes), remarks);
  const cells = sheets?.[0]?.rows.map(({ number, cells }) => [
    number,
    ...Array.from(cells, (cell) => cell && `${cell.text}|${cell.kind}${cell.isFormula ? "|f" : ""}`),
  ]);
  return { cells, merged: sheets?.[0]?.merged, codes: told(remarks.all), remarks: remarks.all };
}

describe("a workbook", () => {
  it("[X11] gives texts, also rich ones without their reading, numbers, truth, errors and formulas", () => {
    const strings =
      '<sst><si><t>plain &amp; &#x5317;</t></si><si><r><t>rich </t></r><r><t xml:space="preserve">text</t></r><rPh><t>フリ</t></rPh></si><si/></sst>';
    const data =
      '<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2" t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c></x:row>' +
      '<x:row r="5"><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>A2</x:f><x:v>word</x:v></x:c><x:c s="3"/></x:row>';

    expect(read(workbook(data, { strings })).cells).toEqual([
      [2, "plain & 北|text", undefined, "rich text|text", "in|text"],
      [5, "2|number|f", "true|boolean", "#N/A|error", "word|text|f"],
    ]);
  });

  it("[X11] shows a number as a date where its format does", () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const data = `<x:row r="1">${[0, 1, 2, 3].map((style) => `<x:c s="${style}"><x:v>40999</x:v></x:c>`).join("")}</x:row>`;

    expect(read(workbook(data, { styles })).cells).toEqual([
      [1, "40999|number", "2012-03-31|date", "2012-03-31|date", "40999|number"],
    ]);
    expect([dateOfSerial(1, false), dateOfSerial(61, false), dateOfSerial(0, true)]).toEqual([
      "1900-01-01",
      "1900-03-01",
      "1904-01-01",
    ]);
  });

  it("[X11] gives all cells of a merged range the value of the first", () => {
    const data = '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>';
    const merged = read(workbook(data, { after: '<x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells>' }));

    expect(merged.cells).toEqual([
      [1, "7|number", "7|number"],
      [2, "7|number", "7|number"],
    ]);
    expect(merged.merged).toEqual(["A1:B2"]);
  });

  it("[X11] is refused where it is none, encrypted, cut off or would unpack to too much", () => {
    const whole = workbook("<x:row/>");
    const bomb = zipOf([xml("xl/workbook.xml", "<workbook/>")]);
    const grown = deflateRawSync(new Uint8Array(210_000_000));
    const patched = withPacked("xl/workbook.xml", grown);

    expect(read(zipOf([xml("a.txt", "a")])).codes).toEqual(["not-a-workbook"]);
    expect(read(whole.slice(0, whole.length - 40)).codes).toEqual(["not-a-workbook"]);
    expect(read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)).codes).toEqual(["not-a-workbook"]);
    expect(read(encrypted(bomb)).remarks[0]?.args).toEqual({ problem: "encrypted" });
    expect(read(patched).codes).toEqual(["workbook-too-large"]);
  });

  it("[X11] is refused, never crashed on, whatever its bytes", () => {
    const whole = workbook('<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [place, value] of changes) bytes[place] = value;

        expect(() => read(bytes)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

/** An archive of one entry whose deflated bytes are given. */
function withPacked(name: string, packed: Uint8Array): Uint8Array {
  const one = zipOf([{ name, bytes: new Uint8Array(1) }]);
  const start = 30 + name.length;
  const end = new DataView(one.buffer).getUint32(18, true);
  const bytes = new Uint8Array(one.length - end + packed.length);
  bytes.set(one.subarray(0, start));
  bytes.set(packed, start);
  bytes.set(one.subarray(start + end), start + packed.length);
  const view = new DataView(bytes.buffer);
  const directory = start + packed.length;
  view.setUint32(directory + 20, packed.length, true);
  view.setUint32(bytes.length - 6, directory, true);
  return bytes;
}

function encrypted(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint16(directory + 8, 1, true);
  return bytes;
}

describe("a workbook that was written", () => {
  it("[X12] reads back, hides what is for programs, and keeps a text that looks like a formula a text", () => {
    const rows = [
      ["id", "名称", "=1+1", "_x0041_"],
      ["a", "<&\"'> 北\nline", 1.5],
    ];
    const bytes = workbookOf([{ name: "A/B", rows, hiddenColumns: [0], hiddenRows: [1] }]);
    const sheet = new TextDecoder().decode(new ZipReader(bytes).read("xl/worksheets/sheet1.xml"));

    expect(read(bytes).cells).toEqual([
      [1, "id|text", "名称|text", "=1+1|text", "_x0041_|text"],
      [2, "a|text", "<&\"'> 北\nline|text", "1.5|number"],
    ]);
    expect(sheet).toMatch(/<col min="1" max="1" width="[0-9]+" customWidth="1" hidden="1"\/>/);
    expect(sheet).toContain('<row r="2" hidden="1">');
    expect(sheet).not.toContain("<f>");
    expect(workbookOf([{ name: "A/B", rows, hiddenColumns: [0], hiddenRows: [1] }])).toEqual(bytes);
  });

  it("[X12] gives back any texts and numbers", () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const clean = rows.map((row) =>
          row.map((one) =>
            typeof one === "string" ? one.replaceAll(/[\p{C}\ufffe\uffff]/gu, "").trim() : one,
          ),
        );
        const sheets = readSheets(file("x.xlsx", workbookOf([{ name: "S", rows: clean }])), new Remarks());
        const back = new Map(sheets?.[0]?.rows.map((row) => [row.number, row.cells.map((one) => one?.text)]));

        clean.forEach((row, index) => {
          row.forEach((one, column) => {
            expect(back.get(index + 1)?.[column] ?? "").toBe(one === 0 ? "0" : String(one));
          });
        });
      }),
    );
  });
});

describe("a delimited text", () => {
  it("[X13] may begin with a byte order mark and use semicolons or tabs", () => {
    const remarks = new Remarks();
    const sheets = readSheets(file("x.csv", "\ufeffa;b\n1;2\n"), remarks);

    expect(sheets?.[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(told(remarks.all)).toEqual(["byte-order-mark 1"]);
    expect(["a,b", "a\tb", 'a;"x,y,z"'].map(delimiterOf)).toEqual([",", "\t", ";"]);
  });

  it.each([
    ["Shift_JIS", Uint8Array.of(0x8a, 0x43, 0x91, 0xaf, 0x2c, 0x41)],
    ["EUC-JP", Uint8Array.of(0xb3, 0xa4, 0xc2, 0xb1, 0x2c, 0x8f, 0xb0, 0xa1)],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x41, 0x00)],
    ["ISO 8859-1, Windows-1252", Uint8Array.of(0x51, 0x75, 0xe9, 0x3f)],
  ])("[X13] is refused in %s, with a guess", (guess, bytes) => {
    const remarks = new Remarks();

    expect(readSheets(file("x.csv", bytes), remarks)).toBe(undefined);
    expect(remarks.all).toMatchObject([{ code: "not-utf8", args: { guess } }]);
  });

  it("[X13] writes no cell that a spreadsheet takes for a formula, and reads the text back", () => {
    expect(["=1", "+1", "-1", "-x", "@a", "'=a", "\t=1", "a"].map(escapeFormula)).toEqual([
      "'=1",
      "+1",
      "-1",
      "'-x",
      "'@a",
      "''=a",
      "'\t=1",
      "a",
    ]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
        expect(/^[=@]/.test(escapeFormula(text))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.string().map((one) => one.trim()),
            { minLength: 2 },
          ),
        ),
        (rows) => {
          expect(readCsvRows(csvText(rows)).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
});
