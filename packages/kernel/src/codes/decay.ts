import type { i32 } from "../engine/primitive.ts";

/** How value decays after the standard. */
export const none: i32 = 0;
export const step: i32 = 1;
export const linear: i32 = 2;
export const exponential: i32 = 3;
