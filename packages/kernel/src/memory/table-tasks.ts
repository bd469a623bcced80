// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function layout(row: i32): i32 {
  return getInt(getInt(1784) + (row << 2));
}

export function name(row: i32): i32 {
  return getInt(getInt(1788) + (row << 2));
}

export function activity(row: i32): i32 {
  return getInt(getInt(1792) + (row << 2));
}

export function after(row: i32): i32 {
  return getInt(getInt(1796) + (row << 2));
}

export function anyOf(row: i32): i32 {
  return getInt(getInt(1800) + (row << 2));
}

export function evenIfFailed(row: i32): i32 {
  return getInt(getInt(1804) + (row << 2));
}

export function condition(row: i32): i32 {
  return getInt(getInt(1808) + (row << 2));
}

export function needs(row: i32): i32 {
  return getInt(getInt(1812) + (row << 2));
}

export function knows(row: i32): i32 {
  return getInt(getInt(1816) + (row << 2));
}

export function takes(row: i32): i32 {
  return getInt(getInt(1820) + (row << 2));
}

export function handsOver(row: i32): i32 {
  return getInt(getInt(1824) + (row << 2));
}

export function accrues(row: i32): i32 {
  return getInt(getInt(1828) + (row << 2));
}

export function at(row: i32): i32 {
  return getInt(getInt(1832) + (row << 2));
}

export function outcome(row: i32): i32 {
  return getInt(getInt(1836) + (row << 2));
}

export function value(row: i32): i32 {
  return getInt(getInt(1840) + (row << 2));
}

export function standard(row: i32): i32 {
  return getInt(getInt(1844) + (row << 2));
}

export function expires(row: i32): i32 {
  return getInt(getInt(1848) + (row << 2));
}

export function decays(row: i32): i32 {
  return getInt(getInt(1852) + (row << 2));
}

export function halfLife(row: i32): i32 {
  return getInt(getInt(1856) + (row << 2));
}

export function hazard(row: i32): i32 {
  return getInt(getInt(1860) + (row << 2));
}

export function forList(row: i32): i32 {
  return getInt(getInt(1864) + (row << 2));
}

export function fromOpen(row: i32): i32 {
  return getInt(getInt(1868) + (row << 2));
}

export function enough(row: i32): i32 {
  return getInt(getInt(1872) + (row << 2));
}

export function onOpen(row: i32): i32 {
  return getInt(getInt(1876) + (row << 2));
}

export function uncombined(row: i32): i32 {
  return getInt(getInt(1880) + (row << 2));
}

export function joint(row: i32): i32 {
  return getInt(getInt(1884) + (row << 2));
}

export function accountable(row: i32): i32 {
  return getInt(getInt(1888) + (row << 2));
}

export function weapons(row: i32): i32 {
  return getInt(getInt(1892) + (row << 2));
}

export function withoutLogistics(row: i32): i32 {
  return getInt(getInt(1896) + (row << 2));
}

export function withoutPlanning(row: i32): i32 {
  return getInt(getInt(1900) + (row << 2));
}

export function commits(row: i32): i32 {
  return getInt(getInt(1904) + (row << 2));
}
