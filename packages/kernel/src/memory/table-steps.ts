// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function node(row: i32): i32 {
  return getInt(getInt(1688) + (row << 2));
}

export function takes(row: i32): i32 {
  return getInt(getInt(1692) + (row << 2));
}

export function hesitates(row: i32): i32 {
  return getInt(getInt(1696) + (row << 2));
}

export function given(row: i32): i32 {
  return getInt(getInt(1700) + (row << 2));
}

export function condition(row: i32): i32 {
  return getInt(getInt(1704) + (row << 2));
}

export function report(row: i32): i32 {
  return getInt(getInt(1708) + (row << 2));
}
