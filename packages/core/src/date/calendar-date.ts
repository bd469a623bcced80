/** A minute of the proleptic Gregorian calendar on the study's one clock; there is no time zone. */
export interface CalendarDate {
  /** Astronomical year: 0 is 1 BC. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** Whole minutes since midnight, 0 to 1439. */
  readonly minuteOfDay: number;
}

const MINUTES_PER_DAY = 1440;

/** Reads `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`; `undefined` for any other form and for days that do not exist. */
export function parseDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? "0"));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59) return undefined;
  return { year, month, day, minuteOfDay: hour * 60 + minute };
}

/** Days from 1970-01-01 to the day of `date`; negative before. After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013). */
export function dayNumber(date: CalendarDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const cycle = Math.floor(year / 400);
  const yearOfCycle = year - cycle * 400;
  const dayOfYear = Math.floor((153 * ((date.month + 9) % 12) + 2) / 5) + date.day - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

/** The day `days` after 1970-01-01, at midnight. Inverse of {@link dayNumber}. Throws `RangeError` unless `days` is a safe integer. */
export function dateFromDayNumber(days: number): CalendarDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`days must be a whole number, got ${days}`);
  const shifted = days + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day, minuteOfDay: 0 };
}

/** Hours from one minute to another; negative when `to` is earlier. Whole minutes, divided by 60 and rounded once. */
export function hoursBetween(from: CalendarDate, to: CalendarDate): number {
  const minutes = minuteNumber(to) - minuteNumber(from);
  return minutes === 0 ? 0 : minutes / 60;
}

/** The minute `hours` later (earlier if negative), rounded half up to a whole minute. Throws `RangeError` unless finite. */
export function addHours(from: CalendarDate, hours: number): CalendarDate {
  const minutes = minuteNumber(from) + Math.round(hours * 60);
  if (!Number.isSafeInteger(minutes)) throw new RangeError(`hours must be finite and in range, got ${hours}`);
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  return { ...dateFromDayNumber(days), minuteOfDay: minutes - days * MINUTES_PER_DAY };
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return minuteNumber(a) - minuteNumber(b);
}

function minuteNumber(date: CalendarDate): number {
  return dayNumber(date) * MINUTES_PER_DAY + date.minuteOfDay;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
