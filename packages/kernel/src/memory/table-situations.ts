// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function foundBy(row: i32): i32 {
  return getInt(getInt(1528) + (row << 2));
}

export function takes(row: i32): i32 {
  return getInt(getInt(1532) + (row << 2));
}

export function found(row: i32): i32 {
  return getInt(getInt(1536) + (row << 2));
}

export function lasts(row: i32): i32 {
  return getInt(getInt(1540) + (row << 2));
}

export function needs(row: i32): i32 {
  return getInt(getInt(1544) + (row << 2));
}

export function open(row: i32): i32 {
  return getInt(getInt(1548) + (row << 2));
}
