import { isoDay, numberOf, type TableRecord } from "./read-records.ts";

/** Peacekeepers killed by malicious acts. */
export interface DeathCount {
  /** Deaths by year, 2002 to 2011. */
  readonly byYear: Readonly<Record<string, number>>;
  /** People in the field in the December before each year. */
  readonly forceBefore: Readonly<Record<string, number>>;
  /** Deaths per person and year, six decimals. */
  readonly rates: readonly number[];
  /** Deaths without a day, of all years. */
  readonly skipped: number;
}

const years = Array.from({ length: 10 }, (_, i) => String(2002 + i));
const size = "Size of total peacekeeping force (United Nations Peacekeeping)";

/** Deaths by malicious acts of 2002–2011 over the force of the December before. Accidents and illness are not counted. */
export function countPeacekeeperDeaths(
  deaths: readonly TableRecord[],
  totals: readonly TableRecord[],
): DeathCount {
  const days = deaths.map((record) => ({
    day: isoDay(record["incident_date"]),
    isMalicious: record["type_of_incident"] === "Malicious Act",
  }));
  const killed = (year: string): number =>
    days.filter(({ day, isMalicious }) => isMalicious && day?.startsWith(year) === true).length;
  const force = (year: string): number =>
    numberOf(totals.find((record) => record["Year"] === String(Number(year) - 1))?.[size]) ?? Number.NaN;
  return {
    byYear: Object.fromEntries(years.map((year) => [year, killed(year)])),
    forceBefore: Object.fromEntries(years.map((year) => [year, force(year)])),
    rates: years.map((year) => Math.round((1e6 * killed(year)) / force(year)) / 1e6),
    skipped: days.filter(({ day }) => day === undefined).length,
  };
}
