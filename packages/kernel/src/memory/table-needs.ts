// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function name(row: i32): i32 {
  return getInt(getInt(1908) + (row << 2));
}

export function text(row: i32): i32 {
  return getInt(getInt(1912) + (row << 2));
}

export function quantity(row: i32): i32 {
  return getInt(getInt(1916) + (row << 2));
}

export function alternatives(row: i32): i32 {
  return getInt(getInt(1920) + (row << 2));
}
