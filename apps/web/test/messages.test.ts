import { describe, expect, it } from "vitest";
import { sayer, shellMessages } from "../src/index.ts";
import { messages as overview } from "../src/views/overview/messages/index.ts";
import { messages as whatIf } from "../src/views/what-if/messages/index.ts";

const all = { shell: shellMessages, overview, whatIf } as const;

function blanks(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, name]) => name ?? "").sort();
}

describe("messages", () => {
  it.each(Object.entries(all))(
    "[W4] of %s have the same keys and blanks in both languages",
    (_, { en, ja }) => {
      const english: Readonly<Record<string, string>> = en;
      const japanese: Readonly<Record<string, string>> = ja;
      expect(Object.keys(japanese)).toEqual(Object.keys(english));
      for (const [key, text] of Object.entries(english)) {
        expect(blanks(japanese[key] ?? ""), key).toEqual(blanks(text));
        expect(japanese[key]?.trim()).not.toBe("");
      }
    },
  );

  it("[W4] keep a blank that nothing fills, and take fillings as they are", () => {
    const say = sayer({ en: { hello: "{name}, {other}" }, ja: { hello: "{name}" } }, "en");
    expect(say("hello", { name: "$& {other}" })).toBe("$& {other}, {other}");
  });

  it("[W4] exist for every code of errors and failures", () => {
    const keys = Object.keys(shellMessages.en);
    for (const code of [
      "unreachable",
      "not-json",
      "wrong-format",
      "wrong-engine",
      "incomplete",
      "digest-differs",
    ])
      expect(keys).toContain(`error-${code}`);
    for (const code of [
      "no-workers",
      "digest-differs",
      "study-has-errors",
      "stopped",
      "levers",
      "run-failed",
    ])
      expect(keys).toContain(`failure-${code}`);
  });
});
