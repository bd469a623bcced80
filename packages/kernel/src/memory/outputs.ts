// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

/** Addresses of the columns of the outputs. */

export function instances(): i32 {
  return getInt(2360);
}

export function demanded(): i32 {
  return getInt(2364);
}

export function delivered(): i32 {
  return getInt(2368);
}

export function fulfilled(): i32 {
  return getInt(2372);
}

export function standardMet(): i32 {
  return getInt(2376);
}

export function effective(): i32 {
  return getInt(2380);
}

export function firstEffectHours(): i32 {
  return getInt(2384);
}

export function waitHours(): i32 {
  return getInt(2388);
}

export function refusals(): i32 {
  return getInt(2392);
}

export function deliveredBy(): i32 {
  return getInt(2396);
}

export function sharesBy(): i32 {
  return getInt(2400);
}

export function refusedBy(): i32 {
  return getInt(2404);
}

export function unitHoursBy(): i32 {
  return getInt(2408);
}

export function hazardBy(): i32 {
  return getInt(2412);
}

export function recalled(): i32 {
  return getInt(2416);
}

export function missionInstances(): i32 {
  return getInt(2420);
}

export function belowFloor(): i32 {
  return getInt(2424);
}

export function averted(): i32 {
  return getInt(2428);
}

export function avertedInstances(): i32 {
  return getInt(2432);
}

export function answered(): i32 {
  return getInt(2436);
}

export function refused(): i32 {
  return getInt(2440);
}

export function benefitBy(): i32 {
  return getInt(2444);
}

export function happened(): i32 {
  return getInt(2448);
}

export function avertedIncidents(): i32 {
  return getInt(2452);
}

export function firstEffectBins(): i32 {
  return getInt(2456);
}
