// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function task(row: i32): i32 {
  return getInt(getInt(1576) + (row << 2));
}

export function lead(row: i32): i32 {
  return getInt(getInt(1580) + (row << 2));
}

export function supports(row: i32): i32 {
  return getInt(getInt(1584) + (row << 2));
}
