import type { i32 } from "../engine/primitive.ts";

/** What an event does. Several answers share the kind `answer` and several onsets the kind `onset` of K2. */
export const supply: i32 = 0;
export const close: i32 = 1;
export const free: i32 = 2;
export const done: i32 = 3;
export const informed: i32 = 4;
export const access: i32 = 5;
export const renewed: i32 = 6;
export const request: i32 = 7;
export const finding: i32 = 8;
export const stood: i32 = 9;
export const potential: i32 = 10;
export const dated: i32 = 11;
export const caused: i32 = 12;
export const open: i32 = 13;
export const serve: i32 = 14;
export const ask: i32 = 15;
export const go: i32 = 16;
export const arrive: i32 = 17;
