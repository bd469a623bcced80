// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function family(row: i32): i32 {
  return getInt(getInt(1392) + (row << 2));
}

export function p0(row: i32): i32 {
  return getInt(getInt(1396) + (row << 2));
}

export function p1(row: i32): i32 {
  return getInt(getInt(1400) + (row << 2));
}

export function p2(row: i32): i32 {
  return getInt(getInt(1404) + (row << 2));
}

export function values(row: i32): i32 {
  return getInt(getInt(1408) + (row << 2));
}

export function weights(row: i32): i32 {
  return getInt(getInt(1412) + (row << 2));
}

export function fact(row: i32): i32 {
  return getInt(getInt(1416) + (row << 2));
}

export function cases(row: i32): i32 {
  return getInt(getInt(1420) + (row << 2));
}

export function otherwise(row: i32): i32 {
  return getInt(getInt(1424) + (row << 2));
}
