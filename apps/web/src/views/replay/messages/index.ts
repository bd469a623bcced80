import type { Catalogues } from "../../../messages/say.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** What the view says, by language. */
export const messages: Catalogues<keyof typeof en> = { en, ja };
