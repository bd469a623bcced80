import { poissonInterval } from "./poisson-interval.ts";
import { isoDay, numberOf, type TableRecord } from "./read-records.ts";

/** Large earthquakes around Japan. */
export interface EarthquakeCount {
  readonly count: number;
  /** Years counted over, of 365.25 days. */
  readonly years: number;
  readonly perYear: number;
  /** Exact 95 % interval of the yearly rate, if the count is Poisson (F. Garwood, 1936). */
  readonly interval: readonly [number, number];
  /** Rows without a day, a position or a magnitude, of all years and places. */
  readonly skipped: number;
}

const from = "1973-01-01";
const to = "2012-03-31";
const dayMs = 86_400_000;

/** Earthquakes of M7.0 and above within 24–46 N, 122–149 E from 1973 to the study's baseline. Explosions are not counted. */
export function countEarthquakes(records: readonly TableRecord[]): EarthquakeCount {
  const quakes = records
    .filter((record) => record["Type"] === "Earthquake")
    .map((record) => ({
      day: isoDay(record["Date"]),
      latitude: numberOf(record["Latitude"]),
      longitude: numberOf(record["Longitude"]),
      magnitude: numberOf(record["Magnitude"]),
    }));
  const counted = quakes.filter(
    ({ day = "", latitude = Number.NaN, longitude = Number.NaN, magnitude = Number.NaN }) =>
      from <= day &&
      day <= to &&
      24 <= latitude &&
      latitude <= 46 &&
      122 <= longitude &&
      longitude <= 149 &&
      magnitude >= 7,
  );
  const count = counted.length;
  const [low, high] = poissonInterval(count);
  const years = (Date.parse(to) + dayMs - Date.parse(from)) / dayMs / 365.25;
  return {
    count,
    years,
    perYear: count / years,
    interval: [low / years, high / years],
    skipped: quakes.filter((quake) => Object.values(quake).includes(undefined)).length,
  };
}
