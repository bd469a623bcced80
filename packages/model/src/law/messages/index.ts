import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import type { LawRule } from "../law-rule.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** Lines of legal explanations by rule, in every language. */
export const lawMessages: Readonly<Record<Language, Catalogue<LawRule>>> = { en, ja };
