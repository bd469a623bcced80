import type { i32 } from "../engine/primitive.ts";

/** Causes by their place in K70; the bit of cause c is 1 << c. */
export const basis: i32 = 0;
export const decision: i32 = 1;
export const mechanism: i32 = 2;
export const capability: i32 = 3;
export const coordination: i32 = 4;
export const consent: i32 = 5;
