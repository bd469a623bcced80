import type { i32 } from "../engine/primitive.ts";

/** How a stock of trust is moved. */
export const kept: i32 = 0;
export const leak: i32 = 1;
export const broken: i32 = 2;
