import { describe, expect, it } from "vitest";
import {
  jointVerdict,
  type LawRule,
  type LegalQuestion,
  lawMessages,
  type ToldExplanation,
  tellExplanation,
  verdict,
} from "../../src/law/index.ts";
import { level, makeStudy, on, provenance, step } from "./make-study.ts";

const study = makeStudy({
  parties: { JPN: {} },
  kinds: { force: {} },
  organisations: { MSDF: { name: { ja: "海上自衛隊", en: "Maritime Self-Defense Force" } } },
  deciders: {
    MINISTER: { name: { ja: "防衛大臣", en: "Minister of Defense" } },
    PM: { name: { ja: "内閣総理大臣", en: "Prime Minister" } },
  },
  beneficiaries: { ours: { name: { ja: "日本関係船舶", en: "Japan-related ships" } } },
  situations: { security: { name: { ja: "海上警備行動の事態", en: "maritime security situation" } } },
  sources: { act: { title: { ja: "自衛隊法", en: "Self-Defense Forces Act" } } },
  authorities: {
    "ART-82": {
      name: { ja: "海上における警備行動", en: "Maritime security operation" },
      cites: { ja: "自衛隊法第82条", en: "SDF Act, art. 82", law: "昭和29年法律第165号", article: "82" },
      empowers: "MINISTER",
      actsThrough: ["MSDF"],
      activities: ["escort"],
      for: ["ours"],
      in: ["security"],
      when: [
        { kind: "within", time: level(72, "time") },
        { kind: "fact", fact: "piracy", is: ["yes"] },
      ],
      steps: [[step("approval", "PM")]],
      valid: [{ from: on("1954-07-01"), until: Number.POSITIVE_INFINITY }],
      provenance: { ...provenance, source: "act" },
    },
  },
});
const question: LegalQuestion = {
  actor: "MSDF",
  activity: "escort",
  beneficiary: "ours",
  hours: on("2009-03-13"),
  sinceOnset: 1,
  facts: { piracy: "yes" },
};
const texts = (told: ToldExplanation): string[] => [told.text, ...told.children.flatMap(texts)];

describe("an explanation", () => {
  it("[W16] carries the article and the source as data", () => {
    expect(verdict(study, question).explanation).toMatchObject({
      rule: "verdict-permitted",
      authority: "ART-82",
      citation: { en: "SDF Act, art. 82", article: "82" },
      source: "act",
      value: "true",
    });
  });

  it("[W16] is told in English down to the article, the source, the date and the steps", () => {
    const told = texts(tellExplanation(study, verdict(study, question).explanation, "en"));

    expect(told[0]).toBe(
      'Maritime Self-Defense Force (MSDF) may do "escort" for Japan-related ships (ours), as of 13 March 2009: ' +
        "SDF Act, art. 82 [source: Self-Defense Forces Act (act)].",
    );
    expect(told).toContain("It is in force on 13 March 2009 (since 1 July 1954).");
    expect(told).toContain("It empowers Minister of Defense (MINISTER).");
    expect(told).toContain("Still to come: a finding of maritime security situation (security).");
    expect(told).toContain("Still to come: approval by Prime Minister (PM).");
  });

  it("[W16] is told in Japanese with the same structure", () => {
    const { explanation } = verdict(study, question);
    const ja = tellExplanation(study, explanation, "ja");

    expect(ja.text).toContain("海上自衛隊 (MSDF)");
    expect(ja.text).toContain("自衛隊法第82条");
    expect(ja.text).toContain("自衛隊法 (act)");
    expect(texts(ja)).toContain("未了：内閣総理大臣 (PM)の承認。");
    expect(texts(ja)).toHaveLength(texts(tellExplanation(study, explanation, "en")).length);
  });

  it("[W16] names what is missing, the time since onset too", () => {
    const { facts: _facts, sinceOnset: _sinceOnset, ...bare } = question;
    const { explanation } = verdict(study, bare);

    expect(texts(tellExplanation(study, explanation, "en")).slice(-2)).toEqual([
      "Not given: time since onset.",
      "Not given: piracy.",
    ]);
    expect(texts(tellExplanation(study, explanation, "ja")).at(-2)).toBe(
      "与えられていない事実：発生からの経過時間。",
    );
  });

  it("[W16] lists several names as the language does", () => {
    const several = makeStudy({
      kinds: { force: {} },
      organisations: { MSDF: {}, GSDF: {}, ASDF: {} },
      authorities: { L: { actsThrough: ["ASDF", "GSDF"], activities: ["escort"] } },
    });
    const { explanation } = verdict(several, { actor: "MSDF", activity: "escort", hours: 0 });

    expect(texts(tellExplanation(several, explanation, "en"))).toContain(
      "It acts through ASDF, GSDF, not through MSDF.",
    );
    expect(texts(tellExplanation(several, explanation, "ja"))).toContain(
      "ASDF、GSDFを通じて行われ、MSDFは含まれません。",
    );
  });

  it("[W16] quotes what was left out on purpose", () => {
    const leftOut = makeStudy({
      kinds: { force: {} },
      organisations: { MSDF: {} },
      authorities: {
        L: {
          actsThrough: ["MSDF"],
          activities: ["escort"],
          notEncoded: { ja: "交戦規則", en: "Rules of engagement." },
        },
      },
    });
    const { explanation } = verdict(leftOut, { actor: "MSDF", activity: "escort", hours: 0 });

    expect(texts(tellExplanation(leftOut, explanation, "en"))).toContain(
      "The study leaves this out on purpose: Rules of engagement.",
    );
    expect(texts(tellExplanation(leftOut, explanation, "ja"))).toContain(
      "この研究では意図して記述していません：交戦規則",
    );
  });

  it("[W16] of a joint act tells each participant and each agreement", () => {
    const told = tellExplanation(study, jointVerdict(study, [question]).explanation, "en");

    expect(told).toMatchObject({ text: 'The participants may do "escort" together.', valueText: "yes" });
    expect(told.children).toHaveLength(1);
  });

  it("[W16] has a text for every rule in both languages, none of them equal", () => {
    const filled = { actor: "A", activity: "a", fact: "f", date: "d", whom: "W", by: "B", stage: 1 };
    const tell = (rule: LawRule) => [lawMessages.en[rule](filled).text, lawMessages.ja[rule](filled).text];
    const rules = Object.keys(lawMessages.en) as LawRule[];

    expect(Object.keys(lawMessages.ja).sort()).toEqual([...rules].sort());
    for (const rule of rules) {
      const [en = "", ja = ""] = tell(rule);
      expect(en).toMatch(/^[ -~]+$/);
      expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });
});
