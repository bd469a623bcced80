import type { i32 } from "../engine/primitive.ts";

/** What an authority says. */
export const may: i32 = 0;
export const must: i32 = 1;
export const mustNot: i32 = 2;
