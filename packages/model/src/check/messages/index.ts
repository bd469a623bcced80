import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import type { CheckCode } from "../check-code.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The messages of every inconsistency, by language. */
export const checkMessages: Readonly<Record<Language, Catalogue<CheckCode>>> = { en, ja };
