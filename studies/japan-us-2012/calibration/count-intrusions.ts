import { numberOf, type TableRecord } from "./read-records.ts";

/** Intrusions from outside, by the unit in which the time to their discovery is recorded. */
export interface IntrusionCount {
  /** Rows dated up to the baseline, of all kinds. */
  readonly rows: number;
  /** Of these, hacking or malware by an outside actor. */
  readonly intrusions: number;
  /** Of these, with a known unit of discovery. */
  readonly byUnit: Readonly<Record<string, number>>;
  /** 95 % interval of the share found after a month or more (E. B. Wilson, 1927). */
  readonly monthsOrMore: readonly [number, number];
  /** Rows without a year; or of 2012 without a month. */
  readonly undated: number;
}

const units = ["Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years"];

/** Counts rows up to March 2012. Victims are mostly American and chosen by disclosure, so nothing here is a rate. */
export function countIntrusions(records: readonly TableRecord[]): IntrusionCount {
  const dated = records.map((record) => ({
    record,
    year: numberOf(record["year"]),
    month: numberOf(record["month"]),
  }));
  const rows = dated.filter(
    ({ year = Number.NaN, month = Number.NaN }) => year <= 2011 || (year === 2012 && month <= 3),
  );
  const intrusions = rows.filter(
    ({ record }) =>
      /Hacking|Malware/.test(record["action"] ?? "") && (record["actor"] ?? "").includes("External"),
  );
  const count = (unit: string): number =>
    intrusions.filter(({ record }) => record["discovery_unit"] === unit).length;
  const byUnit = Object.fromEntries(
    units.flatMap((unit) => (count(unit) === 0 ? [] : [[unit.toLowerCase(), count(unit)]])),
  );
  const known = Object.values(byUnit).reduce((sum, n) => sum + n, 0);
  return {
    rows: rows.length,
    intrusions: intrusions.length,
    byUnit,
    monthsOrMore: wilson((byUnit["months"] ?? 0) + (byUnit["years"] ?? 0), known),
    undated: dated.filter(({ year, month }) => year === undefined || (year === 2012 && month === undefined))
      .length,
  };
}

/** 95 % interval of a share; NaN of nothing. */
function wilson(hits: number, n: number): readonly [number, number] {
  const z = 1.959964;
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [(middle - half) / scale, (middle + half) / scale];
}
