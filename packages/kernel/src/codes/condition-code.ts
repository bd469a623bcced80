import type { i32 } from "../engine/primitive.ts";

/** Kinds of conditions. */
export const fact: i32 = 0;
export const judgement: i32 = 1;
export const within: i32 = 2;
export const all: i32 = 3;
export const any: i32 = 4;
export const not: i32 = 5;
