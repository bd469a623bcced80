// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function says(row: i32): i32 {
  return getInt(getInt(1636) + (row << 2));
}

export function through(row: i32): i32 {
  return getInt(getInt(1640) + (row << 2));
}

export function activities(row: i32): i32 {
  return getInt(getInt(1644) + (row << 2));
}

export function forList(row: i32): i32 {
  return getInt(getInt(1648) + (row << 2));
}

export function at(row: i32): i32 {
  return getInt(getInt(1652) + (row << 2));
}

export function inList(row: i32): i32 {
  return getInt(getInt(1656) + (row << 2));
}

export function condition(row: i32): i32 {
  return getInt(getInt(1660) + (row << 2));
}

export function conditions(row: i32): i32 {
  return getInt(getInt(1664) + (row << 2));
}

export function weapons(row: i32): i32 {
  return getInt(getInt(1668) + (row << 2));
}

export function stages(row: i32): i32 {
  return getInt(getInt(1672) + (row << 2));
}

export function lasts(row: i32): i32 {
  return getInt(getInt(1676) + (row << 2));
}

export function valid(row: i32): i32 {
  return getInt(getInt(1680) + (row << 2));
}

export function notEncoded(row: i32): i32 {
  return getInt(getInt(1684) + (row << 2));
}
