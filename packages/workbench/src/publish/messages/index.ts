import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import type { PublishCode } from "../publish-code.ts";
import { en, problemEn } from "./en.ts";
import { ja, problemJa } from "./ja.ts";

/** Messages for what keeps a study from being published, by language and code. */
export const publishMessages: Readonly<Record<Language, Catalogue<PublishCode>>> = {
  en: problemEn,
  ja: problemJa,
};

/** What a published page says besides the results, by language. */
export const pagePhrases: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ja };
