import { poissonInterval } from "./poisson-interval.ts";
import { isoDay } from "./read-records.ts";

/** Days with missile launches of North Korea. */
export interface LaunchCount {
  /** Days with at least one launch. */
  readonly days: number;
  /** Years counted over, of 365.25 days. */
  readonly years: number;
  readonly perYear: number;
  /** Exact 95 % interval of days a year, if their count is Poisson. */
  readonly interval: readonly [number, number];
  /** Days with one launch, and with more. */
  readonly bySeverity: { readonly single: number; readonly salvo: number };
  /** Calendar years with a launch, of the whole years from 1993 to 2011. */
  readonly calendarYears: readonly string[];
  /** Launches without a day, of all years. */
  readonly skipped: number;
}

const from = "1993-01-01";
const to = "2012-03-31";
const dayMs = 86_400_000;

/**
 * Counts the record of launches from 1993 to the study's baseline. Earlier entries are the compilers' guesses at days. Throws if the
 * text is not the record's shape.
 */
export function countLaunches(text: string): LaunchCount {
  const days = daysOf(JSON.parse(text));
  const counted = days.filter((day) => day !== undefined && from <= day && day <= to);
  const launchDays = new Set(counted);
  const single = [...launchDays].filter((day) => counted.indexOf(day) === counted.lastIndexOf(day)).length;
  const years = (Date.parse(to) + dayMs - Date.parse(from)) / dayMs / 365.25;
  const [low, high] = poissonInterval(launchDays.size);
  return {
    days: launchDays.size,
    years,
    perYear: launchDays.size / years,
    interval: [low / years, high / years],
    bySeverity: { single, salvo: launchDays.size - single },
    calendarYears: [...new Set(counted.map((day = "") => day.slice(0, 4)))]
      .filter((year) => year < "2012")
      .sort(),
    skipped: days.filter((day) => day === undefined).length,
  };
}

function daysOf(record: unknown): readonly (string | undefined)[] {
  return listOf(record, "timeBins").flatMap((bin) =>
    listOf(bin, "data").map((flight) => {
      const date = fieldOf(flight, "date");
      return isoDay(typeof date === "string" ? date : undefined);
    }),
  );
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  if (!Array.isArray(list)) throw new Error(`The record of launches has no list ${name}.`);
  return list;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}
