// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function floor(row: i32): i32 {
  return getInt(getInt(1764) + (row << 2));
}

export function priority(row: i32): i32 {
  return getInt(getInt(1768) + (row << 2));
}

export function recalls(row: i32): i32 {
  return getInt(getInt(1772) + (row << 2));
}

export function tasks(row: i32): i32 {
  return getInt(getInt(1776) + (row << 2));
}

export function needs(row: i32): i32 {
  return getInt(getInt(1780) + (row << 2));
}
