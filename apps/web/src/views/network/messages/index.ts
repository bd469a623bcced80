import type { Catalogues } from "../../../messages/say.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The sentences of this view. */
export type NetworkKey = keyof typeof en;

/** What the view says, by language. */
export const messages: Catalogues<NetworkKey> = { en, ja };
