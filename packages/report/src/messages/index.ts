import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { problemEn } from "./problem-en.ts";
import { problemJa } from "./problem-ja.ts";

/** The sentences of a brief in English, as literal types; the other languages have the same keys and blanks. */
export type Phrases = typeof en;
export type PhraseKey = keyof Phrases;

/** The sentences of a brief by language. */
export const phrases: Readonly<Record<Language, Readonly<Record<PhraseKey, string>>>> = { en, ja };

/** What can be wrong with a brief that is verified. */
export type BriefProblemCode = keyof typeof problemEn;

/** Messages for problems and differences of briefs, by language and code. */
export const reportMessages: Readonly<Record<Language, Catalogue<BriefProblemCode>>> = {
  en: problemEn,
  ja: problemJa,
};
