import type { i32 } from "../engine/primitive.ts";

/** Whether closing is the end of the task's own course or a cancellation by `any-of`. */
export const ended: i32 = 0;
export const cancelled: i32 = 1;
