import type { Catalogues } from "../../../messages/say.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

export type SourcesKey = keyof typeof en;

/** What the view says, by language. */
export const messages: Catalogues<SourcesKey> = { en, ja };
