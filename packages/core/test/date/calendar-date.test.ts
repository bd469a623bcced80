import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addHours,
  type CalendarDate,
  compareDates,
  dateFromDayNumber,
  dayNumber,
  formatDate,
  hoursBetween,
  parseDate,
} from "../../src/date/index.ts";

function date(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (!parsed) throw new Error(`${text} is not a date`);
  return parsed;
}

const day = fc.integer({ min: -700_000, max: 2_900_000 });
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 1439 }))
  .map(([days, minuteOfDay]) => ({ ...dateFromDayNumber(days), minuteOfDay }));

describe("parseDate", () => {
  it("[T1] reads days and minutes", () => {
    expect(parseDate("2012-03-31")).toEqual({ year: 2012, month: 3, day: 31, minuteOfDay: 0 });
    expect(parseDate("2011-03-11T14:46")).toEqual({ year: 2011, month: 3, day: 11, minuteOfDay: 886 });
  });

  it.each([
    "2012-3-31",
    "2012/03/31",
    "20120331",
    " 2012-03-31",
    "2012-03-31\n",
    "2012-03-31T24:00",
    "2012-03-31T14:60",
    "2012-03-31T14:46Z",
    "2012-03-31T14:46:00",
    "2012-03-31 14:46",
    "12012-03-31",
    "",
  ])("[T1] does not read %j", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it("[T2] knows the days that exist", () => {
    for (const text of ["2012-02-29", "2000-02-29", "2013-12-31"]) expect(parseDate(text)).toBeDefined();
    for (const text of ["2013-02-29", "1900-02-29", "2012-04-31", "2012-13-01", "2012-00-10", "2012-01-00"]) {
      expect(parseDate(text)).toBeUndefined();
    }
  });

  it("[T2] accepts exactly the days the platform's own calendar has", () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
    const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    fc.assert(
      fc.property(year, part(13), part(32), (y, m, d) => {
        const platform = new Date(`${y}-${m}-${d}T00:00:00Z`);
        const exists =
          !Number.isNaN(platform.getTime()) && platform.toISOString().startsWith(`${y}-${m}-${d}`);
        expect(parseDate(`${y}-${m}-${d}`) !== undefined).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("dayNumber", () => {
  it("[T3] agrees with the platform's own calendar", () => {
    expect(dayNumber(date("1970-01-01"))).toBe(0);
    fc.assert(
      fc.property(day, (days) => {
        const platform = new Date(days * 86_400_000);
        const found = dateFromDayNumber(days);

        expect([found.year, found.month, found.day, found.minuteOfDay]).toEqual([
          platform.getUTCFullYear(),
          platform.getUTCMonth() + 1,
          platform.getUTCDate(),
          0,
        ]);
        expect(dayNumber(found)).toBe(days);
      }),
      { numRuns: 3000 },
    );
    expect(() => dateFromDayNumber(0.5)).toThrow(RangeError);
  });
});

describe("hours", () => {
  it("[T4] counts elapsed hours", () => {
    expect(hoursBetween(date("2012-02-28"), date("2012-03-01"))).toBe(48);
    expect(hoursBetween(date("2011-03-11T14:46"), date("2011-03-11T18:00"))).toBe(194 / 60);
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(hoursBetween(a, b) + hoursBetween(b, a)).toBe(0);
      }),
    );
  });

  it("[T5] moves by hours and undoes hoursBetween", () => {
    expect(addHours(date("2012-02-28T23:30"), 1)).toEqual(date("2012-02-29T00:30"));
    expect(addHours(date("2012-03-01"), -0.25)).toEqual(date("2012-02-29T23:45"));
    expect(addHours(date("2012-03-01"), 1 / 120)).toEqual(date("2012-03-01T00:01"));
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(addHours(a, hoursBetween(a, b))).toEqual(b);
      }),
    );
    expect(() => addHours(date("2012-03-01"), Number.NaN)).toThrow(RangeError);
    expect(() => addHours(date("2012-03-01"), Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("[T6] orders by time", () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const order = Math.sign(compareDates(a, b));
        expect(order).toBe(Math.sign(hoursBetween(b, a)));
        expect(order === 0).toBe(formatDate(a, "en", "iso") === formatDate(b, "en", "iso"));
      }),
    );
    expect(compareDates(date("2012-03-31"), date("2012-03-31T00:01"))).toBeLessThan(0);
  });
});
