import type { i32 } from "../engine/primitive.ts";

/** Kinds of trace entries, in the order of `TraceKind`. */
export const onset: i32 = 0;
export const averted: i32 = 1;
export const skipped: i32 = 2;
export const opened: i32 = 3;
export const closed: i32 = 4;
export const share: i32 = 5;
export const pooled: i32 = 6;
export const lost: i32 = 7;
export const informed: i32 = 8;
export const stage: i32 = 9;
export const permit: i32 = 10;
export const denied: i32 = 11;
export const refused: i32 = 12;
export const finding: i32 = 13;
export const cell: i32 = 14;
export const access: i32 = 15;
export const arrived: i32 = 16;
export const done: i32 = 17;
export const freed: i32 = 18;
export const recalled: i32 = 19;
