import type { Language } from "@shikumi/core/diagnostic";
import { explorationEn } from "./en.ts";
import { explorationJa } from "./ja.ts";

/** The sentences of an exploration in English, as literal types; the other languages have the same keys and blanks. */
export type ExplorationPhrases = typeof explorationEn;
export type ExplorationPhraseKey = keyof ExplorationPhrases;

/** The sentences of an exploration by language. */
export const explorationPhrases: Readonly<Record<Language, Readonly<Record<ExplorationPhraseKey, string>>>> =
  {
    en: explorationEn,
    ja: explorationJa,
  };
