import type { Catalogue, Language } from "../../diagnostic/index.ts";
import type { QuantityProblemCode } from "../quantity.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The messages of every quantity problem, by language. */
export const quantityMessages: Readonly<Record<Language, Catalogue<QuantityProblemCode>>> = { en, ja };
