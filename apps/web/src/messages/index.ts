import type { Cause } from "@shikumi/kernel";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Catalogues, Say } from "./say.ts";

export type ShellKey = keyof typeof en;

/** What the frame of the page and the shared parts say, by language. */
export const shellMessages: Catalogues<ShellKey> = { en, ja };

/** Name of a cause, or of what is irreducible. */
export function causeText(say: Say<ShellKey>, cause: Cause | "irreducible"): string {
  return say(`cause-${cause.replace(".", "-")}` as ShellKey);
}
