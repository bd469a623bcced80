import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import type { RemarkCode } from "../remark.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** What remarks say, in both languages. */
export const exchangeMessages: Readonly<Record<Language, Catalogue<RemarkCode>>> = { en, ja };
