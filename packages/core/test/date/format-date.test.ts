import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, dateFromDayNumber, formatDate, parseDate } from "../../src/date/index.ts";

function date(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (!parsed) throw new Error(`${text} is not a date`);
  return parsed;
}

describe("formatDate", () => {
  it("[T7] prints what parseDate reads", () => {
    const days = fc.integer({ min: -719_528, max: 2_932_896 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minuteOfDay) => {
        const moment = { ...dateFromDayNumber(day), minuteOfDay };
        expect(parseDate(formatDate(moment, "en", "iso"))).toEqual(moment);
      }),
    );
    expect(formatDate(date("2012-03-31"), "ja", "iso")).toBe("2012-03-31");
    expect(formatDate(date("2011-03-11T14:06"), "ja", "iso")).toBe("2011-03-11T14:06");
  });

  it("[T7] extends years beyond four digits", () => {
    expect(formatDate({ year: 12_012, month: 3, day: 1, minuteOfDay: 0 }, "en", "iso")).toBe("+012012-03-01");
    expect(formatDate({ year: -5, month: 3, day: 1, minuteOfDay: 0 }, "en", "iso")).toBe("-000005-03-01");
  });

  it("[T8] prints dates in words", () => {
    expect(formatDate(date("2012-03-31"), "ja")).toBe("2012年3月31日");
    expect(formatDate(date("2012-03-31"), "en")).toBe("31 March 2012");
    expect(formatDate(date("2011-03-11T14:46"), "ja", "long")).toBe("2011年3月11日14時46分");
    expect(formatDate(date("2011-03-11T18:00"), "ja", "long")).toBe("2011年3月11日18時");
    expect(formatDate(date("2011-03-11T08:05"), "en", "long")).toBe("11 March 2011, 08:05");
  });

  it.each([
    ["2012-03-31", "平成24年3月31日", "31 March 2012 (Heisei 24)"],
    ["1912-07-29", "明治45年7月29日", "29 July 1912 (Meiji 45)"],
    ["1912-07-30", "大正元年7月30日", "30 July 1912 (Taisho 1)"],
    ["1926-12-24", "大正15年12月24日", "24 December 1926 (Taisho 15)"],
    ["1926-12-25", "昭和元年12月25日", "25 December 1926 (Showa 1)"],
    ["1989-01-07", "昭和64年1月7日", "7 January 1989 (Showa 64)"],
    ["1989-01-08", "平成元年1月8日", "8 January 1989 (Heisei 1)"],
    ["2019-04-30", "平成31年4月30日", "30 April 2019 (Heisei 31)"],
    ["2019-05-01", "令和元年5月1日", "1 May 2019 (Reiwa 1)"],
    ["2011-03-11T14:46", "平成23年3月11日14時46分", "11 March 2011 (Heisei 23), 14:46"],
  ])("[T9] prints %s in its era", (text, japanese, english) => {
    expect(formatDate(date(text), "ja", "era")).toBe(japanese);
    expect(formatDate(date(text), "en", "era")).toBe(english);
  });

  it("[T10] uses no era before the Gregorian reform", () => {
    expect(formatDate(date("1873-01-01"), "ja", "era")).toBe("明治6年1月1日");
    expect(formatDate(date("1872-12-31"), "ja", "era")).toBe("1872年12月31日");
    expect(formatDate(date("1868-10-23"), "en", "era")).toBe("23 October 1868");
  });
});
