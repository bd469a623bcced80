// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32 } from "../engine/primitive.ts";

export function nameHi(at: i32): i32 {
  return getInt(getInt(1944) + (at << 2));
}

export function nameLo(at: i32): i32 {
  return getInt(getInt(1948) + (at << 2));
}

export function organisationParty(at: i32): i32 {
  return getInt(getInt(1952) + (at << 2));
}

export function organisationFree(at: i32): i32 {
  return getInt(getInt(1956) + (at << 2));
}

export function organisationOver(at: i32): i32 {
  return getInt(getInt(1960) + (at << 2));
}

export function organisationName(at: i32): i32 {
  return getInt(getInt(1964) + (at << 2));
}

export function beneficiaryParty(at: i32): i32 {
  return getInt(getInt(1968) + (at << 2));
}

export function trustBetween(at: i32): i32 {
  return getInt(getInt(1972) + (at << 2));
}

export function capabilityName(at: i32): i32 {
  return getInt(getInt(1976) + (at << 2));
}

export function capabilityHoldings(at: i32): i32 {
  return getInt(getInt(1980) + (at << 2));
}

export function holdingName(at: i32): i32 {
  return getInt(getInt(1984) + (at << 2));
}

export function holdingSupplies(at: i32): i32 {
  return getInt(getInt(1988) + (at << 2));
}

export function holdingLevers(at: i32): i32 {
  return getInt(getInt(1992) + (at << 2));
}

export function situationName(at: i32): i32 {
  return getInt(getInt(1996) + (at << 2));
}

export function authorityName(at: i32): i32 {
  return getInt(getInt(2000) + (at << 2));
}

export function authorityPermitName(at: i32): i32 {
  return getInt(getInt(2004) + (at << 2));
}

export function informationName(at: i32): i32 {
  return getInt(getInt(2008) + (at << 2));
}

export function mechanismName(at: i32): i32 {
  return getInt(getInt(2012) + (at << 2));
}

export function missionName(at: i32): i32 {
  return getInt(getInt(2016) + (at << 2));
}

export function streamName(at: i32): i32 {
  return getInt(getInt(2020) + (at << 2));
}

export function streamDates(at: i32): i32 {
  return getInt(getInt(2024) + (at << 2));
}

export function streamGap(at: i32): i32 {
  return getInt(getInt(2028) + (at << 2));
}

export function streamLasts(at: i32): i32 {
  return getInt(getInt(2032) + (at << 2));
}

export function taskRoles(at: i32): i32 {
  return getInt(getInt(2036) + (at << 2));
}

export function activityAuthorities(at: i32): i32 {
  return getInt(getInt(2040) + (at << 2));
}

export function mechanismsWith(at: i32): i32 {
  return getInt(getInt(2044) + (at << 2));
}

export function leverName(at: i32): i32 {
  return getInt(getInt(2048) + (at << 2));
}

export function leverUsed(at: i32): i32 {
  return getInt(getInt(2052) + (at << 2));
}

export function leverNeeds(at: i32): i32 {
  return getInt(getInt(2056) + (at << 2));
}

export function isLogged(at: i32): i32 {
  return getInt(getInt(2060) + (at << 2));
}

export function streamPart(at: i32): i32 {
  return getInt(getInt(2064) + (at << 2));
}

/** Address of three: levers, first and rows of the versions of a collection. */
export const holdingIn: i32 = 2068;

/** Address of three: levers, first and rows of the versions of a collection. */
export const capabilityIn: i32 = 2080;

/** Address of three: levers, first and rows of the versions of a collection. */
export const placeIn: i32 = 2092;

/** Address of three: levers, first and rows of the versions of a collection. */
export const networkIn: i32 = 2104;

/** Address of three: levers, first and rows of the versions of a collection. */
export const deciderIn: i32 = 2116;

/** Address of three: levers, first and rows of the versions of a collection. */
export const situationIn: i32 = 2128;

/** Address of three: levers, first and rows of the versions of a collection. */
export const informationIn: i32 = 2140;

/** Address of three: levers, first and rows of the versions of a collection. */
export const roleIn: i32 = 2152;

/** Address of three: levers, first and rows of the versions of a collection. */
export const mechanismIn: i32 = 2164;

/** Address of three: levers, first and rows of the versions of a collection. */
export const authorityIn: i32 = 2176;

/** Address of three: levers, first and rows of the versions of a collection. */
export const streamIn: i32 = 2188;

/** Address of three: levers, first and rows of the versions of a collection. */
export const missionIn: i32 = 2200;
