import type { i32 } from "../engine/primitive.ts";

/** How a task accrues. */
export const atEnd: i32 = 0;
export const evenly: i32 = 1;
export const presence: i32 = 2;
