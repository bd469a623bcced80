import type { i32 } from "../engine/primitive.ts";

/** Who may come to a place. */
export const open: i32 = 0;
export const closed: i32 = 1;
export const consent: i32 = 2;
