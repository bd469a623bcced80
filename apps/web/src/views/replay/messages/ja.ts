import type { Sentences } from "../../../messages/say.ts";
import type { en } from "./en.ts";

/** What the view says in Japanese. */
export const ja: Sentences<keyof typeof en> = {
  empty: "ここにはまだ何も示していない。",
};
