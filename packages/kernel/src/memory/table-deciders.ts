// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function party(row: i32): i32 {
  return getInt(getInt(1516) + (row << 2));
}

export function attention(row: i32): i32 {
  return getInt(getInt(1520) + (row << 2));
}

export function rate(row: i32): i32 {
  return getInt(getInt(1524) + (row << 2));
}
