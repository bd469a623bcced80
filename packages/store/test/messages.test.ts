import { describe, expect, it } from "vitest";
import { StoreError, storeErrorCodes, storeMessages } from "../src/index.ts";

describe("messages of the store", () => {
  it.each(storeErrorCodes)("[S16] has a text and a help for %s in both languages", (code) => {
    const { args } = new StoreError(code, "found", {
      path: "PATH",
      args: { exploration: "EXPLORATION" },
      problems: [{ code, column: "COLUMN", parts: ["PART"] }],
    });
    for (const language of ["en", "ja"] as const) {
      const { text, help } = storeMessages[language][code](args);
      expect(text).toMatch(/PATH|EXPLORATION|COLUMN|PART/);
      expect(text + help).not.toMatch(/undefined/);
      expect(/[ぁ-ん]/.test(text) && /[ぁ-ん]/.test(help)).toBe(language === "ja");
    }
  });
});
