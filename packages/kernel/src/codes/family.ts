import type { i32 } from "../engine/primitive.ts";

/** Families of distributions; the first eight have at most three parameters, the last two are lists. `byCase` stands for a slot that depends on a fact. */
export const fixed: i32 = 0;
export const uniform: i32 = 1;
export const triangular: i32 = 2;
export const normal: i32 = 3;
export const lognormal: i32 = 4;
export const exponential: i32 = 5;
export const gamma: i32 = 6;
export const weibull: i32 = 7;
export const observed: i32 = 8;
export const discrete: i32 = 9;
export const byCase: i32 = -1;
