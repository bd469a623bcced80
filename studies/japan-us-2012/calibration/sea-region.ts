/** A box of latitude and longitude in degrees north and east, its edges included. */
interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const westernIndianOcean: Box = { south: -12, north: 27, west: 32, east: 66 };
const southEastAsia: Box = { south: -12, north: 24, west: 92, east: 130 };
const gulfOfAden: Box = { south: 10.5, north: 15.5, west: 43, east: 51.5 };
const singaporeStrait: Box = { south: 0, north: 2.5, west: 103, east: 105 };

/** The two regions in which the study counts, and the seas each falls into, by the ids of its places. */
export const seasOf = {
  "western-indian-ocean": ["gulf-of-aden", "somali-basin", "arabian-sea", "southern-red-sea"],
  "south-east-asia": ["malacca-strait", "singapore-strait", "natuna-waters"],
} as const;

export type Region = keyof typeof seasOf;
export type Sea = (typeof seasOf)[Region][number];

/** The sea of a position, `undefined` outside both regions. A sea is a box; what no box takes goes to the widest of the region. */
export function seaAt(latitude: number, longitude: number): Sea | undefined {
  if (isInside(westernIndianOcean, latitude, longitude)) {
    if (latitude >= 12 && longitude <= 43.5) return "southern-red-sea";
    if (isInside(gulfOfAden, latitude, longitude)) return "gulf-of-aden";
    return latitude < 10.5 ? "somali-basin" : "arabian-sea";
  }
  if (isInside(southEastAsia, latitude, longitude)) {
    if (longitude < 103) return "malacca-strait";
    return isInside(singaporeStrait, latitude, longitude) ? "singapore-strait" : "natuna-waters";
  }
  return undefined;
}

function isInside({ south, north, west, east }: Box, latitude: number, longitude: number): boolean {
  return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
}
