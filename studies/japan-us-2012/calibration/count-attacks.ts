import { isoDay, numberOf, type TableRecord } from "./read-records.ts";
import { type Region, type Sea, seaAt, seasOf } from "./sea-region.ts";

/** How an attack ended, as the study says it. */
export const outcomes = ["attempted", "boarded", "hijack"] as const;
export type Outcome = (typeof outcomes)[number];

/** Attacks of the years counted, in one region. */
export interface AttackCount {
  readonly total: number;
  readonly byYear: Readonly<Record<string, number>>;
  readonly bySea: Readonly<Record<string, number>>;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  /** Attacks hijacked by year. */
  readonly hijackedByYear: Readonly<Record<string, number>>;
  /** January to December: share of the total times twelve, so that an even year is all ones. Two decimals. */
  readonly season: readonly number[];
}

/** Why rows were left out. */
export interface Skipped {
  readonly badDate: number;
  readonly noPosition: number;
}

const years = ["2008", "2009", "2010", "2011"] as const;

/** How each word of the tables is read; words not named are attempts, since the ship got away. */
const outcomeOf: Readonly<Record<string, Outcome>> = {
  Boarded: "boarded",
  Boarding: "boarded",
  Hijacked: "hijack",
};

/**
 * Attacks of 2008–2011 by region. Rows without a day or a position are counted as skipped, among the rows of all years; they are
 * never guessed.
 */
export function countAttacks(records: readonly TableRecord[]): {
  readonly regions: Readonly<Record<Region, AttackCount>>;
  readonly skipped: Skipped;
} {
  const attacks = records.map(attackOf);
  const whole = attacks.filter((attack) => attack !== "bad-date" && attack !== "no-position");
  const inYears = whole.filter(({ day }) => years.some((year) => day.startsWith(year)));
  const regionCount = (region: Region): AttackCount =>
    countRegion(
      inYears.filter(({ sea }) => seasOf[region].some((one) => one === sea)),
      seasOf[region],
    );
  return {
    regions: {
      "western-indian-ocean": regionCount("western-indian-ocean"),
      "south-east-asia": regionCount("south-east-asia"),
    },
    skipped: {
      badDate: attacks.filter((attack) => attack === "bad-date").length,
      noPosition: attacks.filter((attack) => attack === "no-position").length,
    },
  };
}

interface Attack {
  readonly day: string;
  readonly sea: Sea | undefined;
  readonly outcome: Outcome;
}

function attackOf(record: TableRecord): Attack | "bad-date" | "no-position" {
  const day = isoDay(record["date"]);
  const latitude = numberOf(record["latitude"]);
  const longitude = numberOf(record["longitude"]);
  if (day === undefined) return "bad-date";
  if (latitude === undefined || longitude === undefined) return "no-position";
  const outcome = outcomeOf[record["attack_type"] ?? ""] ?? "attempted";
  return { day, sea: seaAt(latitude, longitude), outcome };
}

function countRegion(attacks: readonly Attack[], seas: readonly Sea[]): AttackCount {
  const count = (fits: (attack: Attack) => boolean): number => attacks.filter(fits).length;
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
  const total = attacks.length;
  return {
    total,
    byYear: Object.fromEntries(years.map((year) => [year, count(({ day }) => day.startsWith(year))])),
    bySea: Object.fromEntries(seas.map((one) => [one, count(({ sea }) => sea === one)])),
    byOutcome: {
      attempted: count(({ outcome }) => outcome === "attempted"),
      boarded: count(({ outcome }) => outcome === "boarded"),
      hijack: count(({ outcome }) => outcome === "hijack"),
    },
    hijackedByYear: Object.fromEntries(
      years.map((year) => [year, count(({ day, outcome }) => day.startsWith(year) && outcome === "hijack")]),
    ),
    season: months.map((month) =>
      total === 0 ? 0 : Math.round((1200 * count(({ day }) => day.slice(5, 7) === month)) / total) / 100,
    ),
  };
}
