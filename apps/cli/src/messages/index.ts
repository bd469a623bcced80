import type { Language } from "@shikumi/core/diagnostic";
import { en } from "./en.ts";
import { exchangeEn } from "./exchange/en.ts";
import { exchangeJa } from "./exchange/ja.ts";
import { exploreEn } from "./explore/en.ts";
import { exploreJa } from "./explore/ja.ts";
import { ja } from "./ja.ts";
import { publishEn } from "./publish/en.ts";
import { publishJa } from "./publish/ja.ts";

/** Names of everything the command says itself. */
export type PhraseKey =
  | keyof typeof en
  | keyof typeof exchangeEn
  | keyof typeof exploreEn
  | keyof typeof publishEn;

/** What fills the blanks of a phrase. */
export type PhraseArgs = Readonly<Record<string, string | number>>;

/** Says a phrase in the language of the session. */
export type Say = (key: PhraseKey, args?: PhraseArgs) => string;

/** The phrases of both languages, with their blanks. */
export const phrases: Readonly<Record<Language, Readonly<Record<PhraseKey, string>>>> = {
  en: { ...en, ...exchangeEn, ...exploreEn, ...publishEn },
  ja: { ...ja, ...exchangeJa, ...exploreJa, ...publishJa },
};

/**
 * Fills phrases of one language. `{name}` is a blank; `{name|file|files}` is a number with the noun that goes with it. A blank that
 * is not given stays as written.
 */
export function speaker(language: Language): Say {
  const catalogue = phrases[language];
  return (key, args = {}) =>
    catalogue[key].replace(/\{([a-z-]+)(?:\|([^|}]*)\|([^}]*))?\}/gi, (whole, name: string, one, many) => {
      const value = Object.hasOwn(args, name) ? args[name] : undefined;
      if (value === undefined) return whole;
      return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`;
    });
}

/** Whether a text is the name of a phrase. */
export function isPhrase(key: string): key is PhraseKey {
  return Object.hasOwn(phrases.en, key);
}
