import type { i32 } from "../engine/primitive.ts";

/** How far an asker is. */
export const idle: i32 = 0;
export const informing: i32 = 1;
export const permitting: i32 = 2;
export const permitted: i32 = 3;
export const refused: i32 = 4;
