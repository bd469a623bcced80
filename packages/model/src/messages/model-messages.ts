import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import { quantityMessages } from "@shikumi/core/quantity";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** What every problem of a study's files says, in both languages, quantities included. */
export const modelMessages: Record<Language, Catalogue> = {
  en: { ...quantityMessages.en, ...en },
  ja: { ...quantityMessages.ja, ...ja },
};
