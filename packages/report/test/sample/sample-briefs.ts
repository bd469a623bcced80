import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import { briefDocument } from "../../src/brief/brief-document.ts";
import type { BriefDocument } from "../../src/document/block.ts";
import { sampleAssessment } from "./sample-assessment.ts";
import { sampleCounts, sampleStudy } from "./sample-study.ts";

export const languages: readonly Language[] = ["ja", "en"];

export function sampleBrief(language: Language, study: Study = sampleStudy): BriefDocument {
  return briefDocument(study, sampleAssessment, sampleCounts, language);
}

const words = new Set(["ja", "en", "author", "url", "issued", "want", "unit", "licence"]);

/** The study with every text that authors write freely replaced. Ids and keys stay. */
export function withTexts(study: Study, text: string): Study {
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return words.has(key) ? text : value;
    if (value instanceof Map) return new Map([...value].map(([id, item]) => [id, replaced(item, id)]));
    if (Array.isArray(value)) return value.map((item) => replaced(item, key));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, name)]));
    }
    return value;
  };
  return replaced(study, "") as Study;
}

/** Texts that mean something in HTML, in JSON, in Markdown, or to a terminal. */
export const hostileTexts: readonly string[] = [
  '"><script>alert(1)</script>',
  '</script><script type="application/json" id="shikumi-brief">{}</script>',
  "<!-- <style>*{display:none}</style>",
  "'\"`&<>;{}|\\",
  "```json shikumi-brief\n{}\n```",
  "\n# Heading\n\n- item | cell\n[^R1]: note\n",
  "{share} {mission} $& $1",
  "\u202egnirts\u2066 \ud800 \u0000\u001b[31m \u2028",
  "![x](javascript:alert(1)) [a](http://e.org) <b>*bold*</b> _x_",
  '<data value="1" data-figure="effectiveness/baseline/domain/sea" data-style="share">99 %</data>',
];
