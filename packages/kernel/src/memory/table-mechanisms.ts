// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function between(row: i32): i32 {
  return getInt(getInt(1588) + (row << 2));
}

export function inList(row: i32): i32 {
  return getInt(getInt(1592) + (row << 2));
}

export function valid(row: i32): i32 {
  return getInt(getInt(1596) + (row << 2));
}

export function information(row: i32): i32 {
  return getInt(getInt(1600) + (row << 2));
}

export function access(row: i32): i32 {
  return getInt(getInt(1604) + (row << 2));
}

export function logistics(row: i32): i32 {
  return getInt(getInt(1608) + (row << 2));
}

export function planning(row: i32): i32 {
  return getInt(getInt(1612) + (row << 2));
}

export function members(row: i32): i32 {
  return getInt(getInt(1616) + (row << 2));
}

export function combines(row: i32): i32 {
  return getInt(getInt(1620) + (row << 2));
}

export function standsUp(row: i32): i32 {
  return getInt(getInt(1624) + (row << 2));
}

export function handles(row: i32): i32 {
  return getInt(getInt(1628) + (row << 2));
}

export function agreement(row: i32): i32 {
  return getInt(getInt(1632) + (row << 2));
}
