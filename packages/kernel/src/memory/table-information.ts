// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function kind(row: i32): i32 {
  return getInt(getInt(1552) + (row << 2));
}

export function fromList(row: i32): i32 {
  return getInt(getInt(1556) + (row << 2));
}

export function classed(row: i32): i32 {
  return getInt(getInt(1560) + (row << 2));
}

export function stale(row: i32): i32 {
  return getInt(getInt(1564) + (row << 2));
}

export function chance(row: i32): i32 {
  return getInt(getInt(1568) + (row << 2));
}

export function takes(row: i32): i32 {
  return getInt(getInt(1572) + (row << 2));
}
