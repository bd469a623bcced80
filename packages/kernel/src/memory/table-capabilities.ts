// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function moves(row: i32): i32 {
  return getInt(getInt(1480) + (row << 2));
}

export function speed(row: i32): i32 {
  return getInt(getInt(1484) + (row << 2));
}

export function range(row: i32): i32 {
  return getInt(getInt(1488) + (row << 2));
}
