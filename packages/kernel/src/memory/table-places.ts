// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function state(row: i32): i32 {
  return getInt(getInt(1492) + (row << 2));
}

export function access(row: i32): i32 {
  return getInt(getInt(1496) + (row << 2));
}

export function node(row: i32): i32 {
  return getInt(getInt(1500) + (row << 2));
}

export function takes(row: i32): i32 {
  return getInt(getInt(1504) + (row << 2));
}

export function hesitates(row: i32): i32 {
  return getInt(getInt(1508) + (row << 2));
}

export function given(row: i32): i32 {
  return getInt(getInt(1512) + (row << 2));
}
