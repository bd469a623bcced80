// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function starts(row: i32): i32 {
  return getInt(getInt(1924) + (row << 2));
}

export function kept(row: i32): i32 {
  return getInt(getInt(1928) + (row << 2));
}

export function leak(row: i32): i32 {
  return getInt(getInt(1932) + (row << 2));
}

export function broken(row: i32): i32 {
  return getInt(getInt(1936) + (row << 2));
}

export function returns(row: i32): i32 {
  return getInt(getInt(1940) + (row << 2));
}
