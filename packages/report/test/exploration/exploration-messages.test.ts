import { describe, expect, it } from "vitest";
import { explorationDocument } from "../../src/exploration/exploration-document.ts";
import { explorationEn } from "../../src/exploration/messages/en.ts";
import { type ExplorationPhraseKey, explorationPhrases } from "../../src/exploration/messages/index.ts";
import { explorationJa } from "../../src/exploration/messages/ja.ts";
import { languages } from "../sample/sample-briefs.ts";
import { sampleExploration } from "../sample/sample-exploration.ts";
import { sampleStudy } from "../sample/sample-study.ts";
import { unusualExplorations } from "../sample/unusual-explorations.ts";

const keys = Object.keys(explorationEn) as ExplorationPhraseKey[];
const blanks = (text: string): readonly string[] => [...new Set(text.match(/\{[^}]*\}/g))].sort();

describe("the catalogues of an exploration", () => {
  it("[Q3] have the same keys and blanks, of small letters and hyphens", () => {
    expect(Object.keys(explorationJa).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(blanks(explorationJa[key]), key).toEqual(blanks(explorationEn[key]));
      for (const blank of blanks(explorationEn[key])) expect(blank, key).toMatch(/^\{[a-z-]+\}$/);
    }
  });

  it("[Q3] hold no sentence that no page says, but names of criteria and reasons", () => {
    const said = new Set<ExplorationPhraseKey>();
    for (const exploration of [sampleExploration, ...unusualExplorations]) {
      for (const language of languages)
        explorationDocument(exploration, sampleStudy, language, (key) => said.add(key));
    }
    const silent = Object.keys(explorationPhrases.en).filter((key) => !said.has(key as ExplorationPhraseKey));

    expect(silent.filter((key) => !/^(criterion|absent|stopped)-/.test(key))).toEqual([]);
  });

  it("[Q3] write Japanese in Japanese and end its sentences", () => {
    for (const [key, text] of Object.entries(explorationJa)) {
      expect(text, key).not.toMatch(/です|ます。|ました|ください/);
      expect(text, key).not.toMatch(/[,;!?]|\. /);
    }
  });
});
