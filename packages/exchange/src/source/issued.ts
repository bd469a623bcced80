/** A date in the forms a study takes, with whether something was left out: a range's end, a season, a time of day. */
export interface ReadDate {
  readonly date: string;
  readonly isShortened: boolean;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A date as bibliographies write it: `2012`, `2012-03`, `2012/3/31`, `2012/2013`, `March 2012`, `31 Mar 2012`, `2012年3月31日`, `平成24年3月31日`. `undefined` for what is none.
 */
export function readDate(text: string): ReadDate | undefined {
  const clean = inCommonEra(text.normalize("NFKC").trim());
  const numeric = /^(\d{4})(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2})日?)?月?)?年?(.*)$/.exec(clean);
  if (numeric !== null) {
    const [, year = "", month, day, rest = ""] = numeric;
    const range = /^[-/–]\d{2,4}/.test(rest) || (month !== undefined && Number(month) > 12);
    if (range || month === undefined) {
      const isPlain = rest === "" && month === undefined;
      return isPlain || range || /^[/~?%T\s-]/.test(rest) ? { date: year, isShortened: !isPlain } : undefined;
    }
    const date = dateOf(Number(year), Number(month), day === undefined ? undefined : Number(day));
    return date === undefined ? undefined : { date, isShortened: rest.replaceAll("/", "").trim() !== "" };
  }
  const words = /^(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?\s*(?:(\d{1,2}),?\s+)?,?\s*(\d{4})$/.exec(clean);
  const month = months.indexOf((words?.[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  if (words === null || month === 0) return undefined;
  const day = words[1] ?? words[3];
  const date = dateOf(Number(words[4]), month, day === undefined ? undefined : Number(day));
  return date === undefined ? undefined : { date, isShortened: false };
}

/** The year before the first of each era of Japan. */
const eras: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };

function inCommonEra(text: string): string {
  return text.replace(/^(明治|大正|昭和|平成|令和)\s*(\d{1,2}|元)年?/, (_, era: string, year: string) => {
    return `${(eras[era] ?? 0) + (year === "元" ? 1 : Number(year))}年`;
  });
}

/** A date from its parts; `undefined` where there is no such month or day. */
export function dateOf(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  const written = String(year).padStart(4, "0");
  if (month === undefined) return written;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  const withMonth = `${written}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return withMonth;
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (!Number.isInteger(day) || day < 1 || day > (days[month - 1] ?? 0)) return undefined;
  return `${withMonth}-${String(day).padStart(2, "0")}`;
}

/** The number of a month written as a number or an English name; `undefined` for none. */
export function monthNumber(text: string): number | undefined {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 12) return number;
  const index = months.indexOf(text.trim().slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}
