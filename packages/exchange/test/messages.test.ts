import {
  exchangeMessages,
  exportFormats,
  exportFrom,
  importFile,
  importKinds,
  remarkKinds,
} from "@shikumi/exchange";
import { describe, expect, it } from "vitest";
import { file, small } from "./small-study.ts";

describe("remarks", () => {
  it("[X33] are worded in both languages, every one of them", () => {
    const codes = Object.keys(remarkKinds).sort();

    for (const language of ["en", "ja"] as const) {
      expect(Object.keys(exchangeMessages[language]).sort()).toEqual(codes);
      for (const [code, message] of Object.entries(exchangeMessages[language])) {
        const { text } = message({});
        expect([code, text.length > 8]).toEqual([code, true]);
        expect(/[ぁ-ん]/.test(text)).toBe(language === "ja");
      }
    }
  });

  it("[X33] take the place of errors: whatever a file holds, an importer does not throw", () => {
    for (const kind of importKinds)
      for (const name of ["x.xlsx", "x.csv", "x.json", "x.bib", "x.ris", "x.yaml"])
        for (const content of [
          "",
          "PK",
          "[]",
          "{}",
          "null",
          '[null, 1, {"id": {}}]',
          "a,b\n1",
          "@",
          "TY  - \n",
          "\u0000",
        ]) {
          const imported = importFile(kind, file(name, content), {
            study: small.study,
            mapping: file("m.yaml", content),
          });
          expect(imported.elements.length === 0 || kind === "sources").toBe(true);
        }
  });

  it("[X33] nothing is exported in a format that it does not have", () => {
    expect(() => exportFrom(small.study, { what: "stix", format: "csv", language: "en" })).toThrow(
      RangeError,
    );
    expect(Object.keys(exportFormats)).toEqual(["matrix", "holdings", "sources", "3w", "stix"]);
  });
});
