// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function at(row: i32): i32 {
  return getInt(getInt(1712) + (row << 2));
}

export function rate(row: i32): i32 {
  return getInt(getInt(1716) + (row << 2));
}

export function valid(row: i32): i32 {
  return getInt(getInt(1720) + (row << 2));
}

export function season(row: i32): i32 {
  return getInt(getInt(1724) + (row << 2));
}

export function times(row: i32): i32 {
  return getInt(getInt(1728) + (row << 2));
}

export function facts(row: i32): i32 {
  return getInt(getInt(1732) + (row << 2));
}

export function forList(row: i32): i32 {
  return getInt(getInt(1736) + (row << 2));
}

export function calls(row: i32): i32 {
  return getInt(getInt(1740) + (row << 2));
}

export function causes(row: i32): i32 {
  return getInt(getInt(1744) + (row << 2));
}

export function suppressedBy(row: i32): i32 {
  return getInt(getInt(1748) + (row << 2));
}

export function lag(row: i32): i32 {
  return getInt(getInt(1752) + (row << 2));
}

export function atMost(row: i32): i32 {
  return getInt(getInt(1756) + (row << 2));
}

export function moves(row: i32): i32 {
  return getInt(getInt(1760) + (row << 2));
}
