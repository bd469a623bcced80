import { type CalendarDate, compareDates, parseDate } from "@shikumi/core/date";

/**
 * Whether even the first day that fits what is written (`2012`, `2012-03` or `2012-03-31`) comes after `limit`. What cannot be read
 * as a date is not later.
 */
export function isLater(written: string | undefined, limit: CalendarDate): boolean {
  const [year, month = "01", day = "01"] = written?.split("-") ?? [];
  const date = parseDate(`${year}-${month}-${day}`);
  return date !== undefined && compareDates(date, limit) > 0;
}
