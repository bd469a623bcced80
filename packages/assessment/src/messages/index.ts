import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import type { EqualityDefinition, NoticeCode } from "../findings.ts";
import { definitionsEn, noticesEn } from "./en.ts";
import { definitionsJa, noticesJa } from "./ja.ts";

/** What people read about one definition of equality. */
export interface DefinitionText {
  readonly name: string;
  /** What is divided by what, and how to read it. */
  readonly definition: string;
}

/** The notices of an assessment: `text` says what happened, `help` what it means or what to do. */
export const noticeMessages: Readonly<Record<Language, Catalogue<NoticeCode>>> = {
  en: noticesEn,
  ja: noticesJa,
};

/** Names and definitions of the measures of equality (rules E1 to E9). */
export const definitionTexts: Readonly<
  Record<Language, Readonly<Record<EqualityDefinition, DefinitionText>>>
> = { en: definitionsEn, ja: definitionsJa };
