import type { i32 } from "../engine/primitive.ts";

/** State of a task. */
export const waiting: i32 = 0;
export const opening: i32 = 1;
export const open: i32 = 2;
export const closed: i32 = 3;
