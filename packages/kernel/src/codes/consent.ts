import type { i32 } from "../engine/primitive.ts";

/** Whether an asker has asked for consent, and how it ended. */
export const none: i32 = 0;
export const pending: i32 = 1;
export const given: i32 = 2;
