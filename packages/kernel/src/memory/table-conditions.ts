// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function kind(row: i32): i32 {
  return getInt(getInt(1428) + (row << 2));
}

export function a(row: i32): i32 {
  return getInt(getInt(1432) + (row << 2));
}

export function b(row: i32): i32 {
  return getInt(getInt(1436) + (row << 2));
}

export function node(row: i32): i32 {
  return getInt(getInt(1440) + (row << 2));
}
