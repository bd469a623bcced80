import { describe, expect, it } from "vitest";
import { briefDocument } from "../../src/brief/brief-document.ts";
import { en } from "../../src/messages/en.ts";
import { type PhraseKey, phrases, reportMessages } from "../../src/messages/index.ts";
import { ja } from "../../src/messages/ja.ts";
import { fill } from "../../src/phrase/phrase.ts";
import { collectionNames } from "../sample/collection-names.ts";
import { sampleAssessment } from "../sample/sample-assessment.ts";
import { languages } from "../sample/sample-briefs.ts";
import { sampleCounts, sampleStudy } from "../sample/sample-study.ts";
import { unusualBriefs } from "../sample/unusual-briefs.ts";

const blanks = (text: string): readonly string[] => [...new Set(text.match(/\{[a-z-]+\}/g))].sort();

describe("the catalogues", () => {
  it("[P3] have the same keys and blanks", () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en) as PhraseKey[]) expect(blanks(ja[key]), key).toEqual(blanks(en[key]));
  });

  it("[P3] hold no sentence that no brief says", () => {
    const said = new Set<PhraseKey>();
    for (const { study, assessment } of [
      { study: sampleStudy, assessment: sampleAssessment },
      ...unusualBriefs,
    ]) {
      for (const language of languages)
        briefDocument(study, assessment, sampleCounts, language, (key) => said.add(key));
    }

    const silent = Object.keys(phrases.en).filter((key) => !said.has(key as PhraseKey));
    const collections = new Set(collectionNames.map((name) => `collection-${name}`));
    expect(silent.filter((key) => !collections.has(key))).toEqual([]);
  });

  it("[P3] write Japanese in Japanese and end its sentences", () => {
    for (const [key, text] of Object.entries(ja)) {
      expect(text, key).not.toMatch(/です|ます。|ました|ください/);
      expect(text, key).not.toMatch(/[,;!?]|\. /);
    }
  });

  it("[P3] refuse a blank that nothing fills", () => {
    expect(() => fill("{a} and {b}", { a: "x" })).toThrow(TypeError);
    expect(fill("{a} and {a}", { a: "{b}" })).toEqual([{ kind: "text", text: "{b} and {b}" }]);
  });

  it("[P55] have a message for every problem in both languages", () => {
    const args = { id: "x", printed: "1", recomputed: "2", path: "p", count: 2, found: "a", expected: "b" };
    expect(Object.keys(reportMessages.ja).sort()).toEqual(Object.keys(reportMessages.en).sort());
    for (const language of languages) {
      for (const [code, template] of Object.entries(reportMessages[language])) {
        const { text, help } = template(args);
        expect(text + help, code).not.toMatch(/undefined|\[object/);
        expect(text, code).toMatch(language === "ja" ? /。$/ : /\.$/);
        expect(help, code).not.toBe("");
      }
    }
  });
});
