import { describe, expect, it } from "vitest";
import { tableCsv } from "../../src/index.ts";

const columns = [
  { id: "name", title: "Name" },
  { id: "value", title: 'Value, "in full"', kind: "number" as const },
];

describe("CSV", () => {
  it("[W6] holds numbers in full, quotes, and nothing for no figure", () => {
    const rows = [
      { id: "a", cells: ["海, 山", { text: "33 %", value: 1 / 3 }] },
      { id: "b", cells: ["line\nbreak", { text: "no figure", value: Number.NaN }] },
      { id: "c", cells: ["x", 2] },
      { id: "d", cells: ["y"] },
    ];

    expect(tableCsv(columns, rows)).toBe(
      '\u{feff}Name,"Value, ""in full"""\r\n"海, 山",0.3333333333333333\r\n"line\nbreak",\r\nx,2\r\ny,\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@x", "\tx"])("[W6] lets no spreadsheet run %j", (text) => {
    expect(tableCsv(columns, [{ id: "a", cells: [text, 1] }])).toContain(`\r\n'${text}`);
  });
});
