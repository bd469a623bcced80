import type { i32 } from "../engine/primitive.ts";

/** What seeking something comes to now. */
export const waiting: i32 = 0;
export const granted: i32 = 1;
export const refused: i32 = 2;
