// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function uncertainty(row: i32): i32 {
  return getInt(getInt(1376) + (row << 2));
}

export function fact(row: i32): i32 {
  return getInt(getInt(1380) + (row << 2));
}

export function cases(row: i32): i32 {
  return getInt(getInt(1384) + (row << 2));
}

export function otherwise(row: i32): i32 {
  return getInt(getInt(1388) + (row << 2));
}
