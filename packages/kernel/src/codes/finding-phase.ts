import type { i32 } from "../engine/primitive.ts";

/** How far a finding is. */
export const needs: i32 = 0;
export const needed: i32 = 1;
export const finders: i32 = 2;
export const takes: i32 = 3;
export const taken: i32 = 4;
