import type { i32 } from "../engine/primitive.ts";

/** Places of the kinds of mechanisms in `mechanismsWith`. */
export const channel: i32 = 0;
export const access: i32 = 1;
export const logistics: i32 = 2;
export const planning: i32 = 3;
export const cell: i32 = 4;
export const agreement: i32 = 5;
