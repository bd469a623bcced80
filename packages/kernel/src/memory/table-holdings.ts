// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function element(row: i32): i32 {
  return getInt(getInt(1444) + (row << 2));
}

export function capability(row: i32): i32 {
  return getInt(getInt(1448) + (row << 2));
}

export function quantity(row: i32): i32 {
  return getInt(getInt(1452) + (row << 2));
}

export function at(row: i32): i32 {
  return getInt(getInt(1456) + (row << 2));
}

export function ready(row: i32): i32 {
  return getInt(getInt(1460) + (row << 2));
}

export function endures(row: i32): i32 {
  return getInt(getInt(1464) + (row << 2));
}

export function recovers(row: i32): i32 {
  return getInt(getInt(1468) + (row << 2));
}

export function arrives(row: i32): i32 {
  return getInt(getInt(1472) + (row << 2));
}

export function users(row: i32): i32 {
  return getInt(getInt(1476) + (row << 2));
}
