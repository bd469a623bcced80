import type { i32 } from "../engine/primitive.ts";

/** How far a request is. */
export const conditions: i32 = 0;
export const situations: i32 = 1;
export const sought: i32 = 2;
export const stages: i32 = 3;
export const stage: i32 = 4;
