import { uniformOf } from "./lanes.ts";
import type { Name } from "./name.ts";

/** The uniform of a name, in the open interval (0, 1) with 52 bits. Bit-identical with `uniformOf`. */
export function uniform(name: Name): number {
  return uniformOf(name[0] | 0, name[1] | 0);
}
