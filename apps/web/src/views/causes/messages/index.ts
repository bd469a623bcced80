import type { Catalogues } from "../../../messages/say.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

export type CausesKey = keyof typeof en;

/** What the view says, by language. */
export const messages: Catalogues<CausesKey> = { en, ja };
