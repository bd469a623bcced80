import type { Language } from "../diagnostic/index.ts";
import { type CalendarDate, compareDates } from "./calendar-date.ts";

/** `iso` is what `parseDate` reads, `long` is for prose, `era` adds or uses the Japanese era. */
export type DateStyle = "iso" | "long" | "era";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

interface Era {
  readonly ja: string;
  readonly en: string;
  readonly firstYear: number;
  readonly start: CalendarDate;
}

/** Newest first. Meiji began on 1868-10-23; it is used from the Gregorian reform on (T10). */
const ERAS: readonly Era[] = [
  { ja: "令和", en: "Reiwa", firstYear: 2019, start: { year: 2019, month: 5, day: 1, minuteOfDay: 0 } },
  { ja: "平成", en: "Heisei", firstYear: 1989, start: { year: 1989, month: 1, day: 8, minuteOfDay: 0 } },
  { ja: "昭和", en: "Showa", firstYear: 1926, start: { year: 1926, month: 12, day: 25, minuteOfDay: 0 } },
  { ja: "大正", en: "Taisho", firstYear: 1912, start: { year: 1912, month: 7, day: 30, minuteOfDay: 0 } },
  { ja: "明治", en: "Meiji", firstYear: 1868, start: { year: 1873, month: 1, day: 1, minuteOfDay: 0 } },
];

/** A date in words or in ISO 8601. The time is printed only when it is not midnight. Before 1873 `era` prints as `long`. */
export function formatDate(date: CalendarDate, language: Language, style: DateStyle = "long"): string {
  if (style === "iso") return isoDate(date);
  const era = style === "era" ? ERAS.find(({ start }) => compareDates(start, date) <= 0) : undefined;
  return language === "ja" ? japaneseDate(date, era) : englishDate(date, era);
}

function isoDate({ year, month, day, minuteOfDay }: CalendarDate): string {
  const plain = year >= 0 && year <= 9999;
  const sign = year < 0 ? "-" : "+";
  const digits = plain ? padded(year, 4) : `${sign}${padded(Math.abs(year), 6)}`;
  const time = minuteOfDay === 0 ? "" : `T${clock(minuteOfDay)}`;
  return `${digits}-${padded(month, 2)}-${padded(day, 2)}${time}`;
}

function japaneseDate({ year, month, day, minuteOfDay }: CalendarDate, era: Era | undefined): string {
  const eraYear = era ? year - era.firstYear + 1 : 0;
  const yearText = era ? `${era.ja}${eraYear === 1 ? "元" : eraYear}` : String(year);
  const minute = minuteOfDay % 60;
  const time =
    minuteOfDay === 0 ? "" : `${(minuteOfDay - minute) / 60}時${minute === 0 ? "" : `${minute}分`}`;
  return `${yearText}年${month}月${day}日${time}`;
}

function englishDate({ year, month, day, minuteOfDay }: CalendarDate, era: Era | undefined): string {
  const eraText = era ? ` (${era.en} ${year - era.firstYear + 1})` : "";
  const time = minuteOfDay === 0 ? "" : `, ${clock(minuteOfDay)}`;
  return `${day} ${MONTHS[month - 1]} ${year}${eraText}${time}`;
}

function clock(minuteOfDay: number): string {
  const minute = minuteOfDay % 60;
  return `${padded((minuteOfDay - minute) / 60, 2)}:${padded(minute, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
