import { describe, expect, it } from "vitest";
import { calendarFrom, monthAt, yearAt } from "../../src/number/calendar.ts";
import { ticksPerHour } from "../../src/number/ticks.ts";

const day = 24 * ticksPerHour;

describe("the calendar", () => {
  const calendar = calendarFrom({ year: 2012, month: 4, day: 1, minuteOfDay: 0 });

  it("[N7] begins months at midnight of their first day", () => {
    expect(monthAt(calendar, 0)).toBe(3);
    expect(monthAt(calendar, 30 * day - 1)).toBe(3);
    expect(monthAt(calendar, 30 * day)).toBe(4);
    // 1 January 2013 is 275 days after 1 April 2012; 1 March 2013 is 59 days later.
    expect(monthAt(calendar, 275 * day)).toBe(0);
    expect(monthAt(calendar, (275 + 59) * day)).toBe(2);
  });

  it("[N7] begins years on 1 January, leap years included", () => {
    expect(yearAt(calendar, 275 * day - 1)).toBe(0);
    expect(yearAt(calendar, 275 * day)).toBe(1);
    expect(Array.from(calendar.yearStarts.slice(0, 5), (tick) => tick / day)).toEqual([
      275, 640, 1005, 1370, 1736,
    ]);
  });

  it("[N7] counts from the minute the study starts", () => {
    const late = calendarFrom({ year: 2012, month: 12, day: 31, minuteOfDay: 1380 });

    expect(monthAt(late, 0)).toBe(11);
    expect([yearAt(late, ticksPerHour - 1), yearAt(late, ticksPerHour)]).toEqual([0, 1]);
    expect(monthAt(late, ticksPerHour)).toBe(0);
  });
});
