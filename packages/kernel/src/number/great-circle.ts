import { asin, cos, sin } from "@shikumi/core/math";

/** Mean radius of the earth, km (IUGG R1). */
export const earthRadiusKm = 6371.0088;

/** π ÷ 180, rounded to nearest. */
const RADIANS = 0.017453292519943295;

/**
 * Great-circle distance in km between two points in degrees north and east, by the haversine formula (R. W. Sinnott, "Virtues of
 * the Haversine", 1984). The same bits in both directions; longitudes may be given on any turn.
 */
export function greatCircleKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const north = sin(((lat2 - lat1) * RADIANS) / 2);
  const east = sin(((lon2 - lon1) * RADIANS) / 2);
  const square = north * north + cos(lat1 * RADIANS) * cos(lat2 * RADIANS) * (east * east);
  return 2 * earthRadiusKm * asin(Math.min(1, Math.sqrt(square)));
}
