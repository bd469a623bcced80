import type { i32 } from "../engine/primitive.ts";

/** Truth values of Kleene, ordered. */
export const no: i32 = 0;
export const unknown: i32 = 1;
export const yes: i32 = 2;
