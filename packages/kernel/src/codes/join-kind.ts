import type { i32 } from "../engine/primitive.ts";

/** Who waits. */
export const asker: i32 = 0;
export const request: i32 = 1;
export const finding: i32 = 2;
