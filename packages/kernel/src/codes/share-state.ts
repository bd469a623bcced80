import type { i32 } from "../engine/primitive.ts";

/** State of a share; those up to `working` are live. */
export const pool: i32 = 0;
export const joined: i32 = 1;
export const going: i32 = 2;
export const uncombined: i32 = 3;
export const unadmitted: i32 = 4;
export const underWay: i32 = 5;
export const waiting: i32 = 6;
export const working: i32 = 7;
export const returning: i32 = 8;
export const ended: i32 = 9;
