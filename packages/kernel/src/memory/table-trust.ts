// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function starts(row: i32): i32 {
  return getInt(getInt(1892) + (row << 2));
}

export function kept(row: i32): i32 {
  return getInt(getInt(1896) + (row << 2));
}

export function leak(row: i32): i32 {
  return getInt(getInt(1900) + (row << 2));
}

export function broken(row: i32): i32 {
  return getInt(getInt(1904) + (row << 2));
}

export function returns(row: i32): i32 {
  return getInt(getInt(1908) + (row << 2));
}
