import type { Catalogue, Language } from "@shikumi/core/diagnostic";
import type { StoreErrorCode } from "../store-error.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** What people read about each code of the store. `StoreError.args` fills them. */
export const storeMessages: Readonly<Record<Language, Catalogue<StoreErrorCode>>> = { en, ja };
