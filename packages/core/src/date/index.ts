export {
  addHours,
  type CalendarDate,
  compareDates,
  dateFromDayNumber,
  dayNumber,
  hoursBetween,
  parseDate,
} from "./calendar-date.ts";
export { type DateStyle, formatDate } from "./format-date.ts";
