import type { Dimension } from "./quantity.ts";
import { type Rational, rational } from "./rational.ts";

/** A unit with a fixed, exact size. */
export interface Unit {
  /** As studies write it. */
  readonly symbol: string;
  readonly dimension: Dimension;
  /** Size in the base unit of its dimension. */
  readonly factor: Rational;
  /** Other accepted names; the first is the one printed in Japanese. */
  readonly words: readonly string[];
}

function unit(
  dimension: Dimension,
  symbol: string,
  [numerator, denominator = 1n]: readonly [bigint, bigint?],
  ...words: readonly string[]
): Unit {
  return { symbol, dimension, factor: rational(numerator, denominator), words };
}

/**
 * Every unit there is. A year is the Julian year of 365.25 d; nautical mile 1852 m (First International Extraordinary
 * Hydrographic Conference, 1929); foot 0.3048 m, statute mile 1609.344 m and pound 0.45359237 kg (international yard
 * and pound agreement, 1959).
 */
const UNITS: readonly Unit[] = [
  unit("time", "s", [1n, 3600n], "秒"),
  unit("time", "min", [1n, 60n], "分"),
  unit("time", "h", [1n], "時間"),
  unit("time", "d", [24n], "日"),
  unit("time", "wk", [168n], "週間", "週"),
  unit("time", "yr", [8766n], "年"),
  unit("distance", "m", [1n, 1000n]),
  unit("distance", "km", [1n]),
  unit("distance", "nmi", [1852n, 1000n], "海里"),
  unit("distance", "mi", [1_609_344n, 1_000_000n]),
  unit("distance", "ft", [3048n, 10_000_000n], "フィート"),
  unit("speed", "km/h", [1n]),
  unit("speed", "kn", [1852n, 1000n], "ノット"),
  unit("speed", "m/s", [18n, 5n]),
  unit("speed", "mph", [1_609_344n, 1_000_000n]),
  unit("rate", "/s", [3600n], "/秒"),
  unit("rate", "/min", [60n], "/分"),
  unit("rate", "/h", [1n], "/時間"),
  unit("rate", "/d", [1n, 24n], "/日"),
  unit("rate", "/wk", [1n, 168n], "/週"),
  unit("rate", "/yr", [1n, 8766n], "/年"),
  unit("mass", "kg", [1n, 1000n]),
  unit("mass", "t", [1n], "トン"),
  unit("mass", "lb", [45_359_237n, 100_000_000_000n], "ポンド"),
  unit("people", "people", [1n], "人", "person", "名"),
  unit("share", "%", [1n, 100n]),
];

const BY_NAME: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((known) => [known.symbol, ...known.words].map((name) => [name, known])),
);

/** The unit of this name, or `undefined`. Names are case-sensitive. */
export function unitNamed(name: string): Unit | undefined {
  return BY_NAME.get(name);
}

/** The symbols a slot of this dimension accepts, smallest unit first; none for money, counts and numbers. */
export function unitsOf(dimension: Dimension): readonly string[] {
  return UNITS.filter((known) => known.dimension === dimension).map((known) => known.symbol);
}

/** Names people write for a unit that are not its name, with the name to write. Lower case. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...["sec", "secs", "second", "seconds"].map((name) => [name, "s"] as const),
  ...["mins", "minute", "minutes"].map((name) => [name, "min"] as const),
  ...["hr", "hrs", "hour", "hours", "時"].map((name) => [name, "h"] as const),
  ...["day", "days", "日間"].map((name) => [name, "d"] as const),
  ...["w", "week", "weeks"].map((name) => [name, "wk"] as const),
  ...["y", "a", "yrs", "year", "years", "年間"].map((name) => [name, "yr"] as const),
  ...["metre", "metres", "meter", "meters", "メートル"].map((name) => [name, "m"] as const),
  ...["kms", "kilometre", "kilometres", "kilometer", "kilometers", "キロ"].map(
    (name) => [name, "km"] as const,
  ),
  ...["nautical mile", "nautical miles", "nmiles"].map((name) => [name, "nmi"] as const),
  ...["foot", "feet"].map((name) => [name, "ft"] as const),
  ...["kph", "kmh", "kmph"].map((name) => [name, "km/h"] as const),
  ...["kts", "knot", "knots"].map((name) => [name, "kn"] as const),
  ...["per hour", "an hour", "/hr", "/hour", "/時"].map((name) => [name, "/h"] as const),
  ...["per day", "a day", "/day"].map((name) => [name, "/d"] as const),
  ...["per week", "a week", "/week", "/w"].map((name) => [name, "/wk"] as const),
  ...["per year", "a year", "/year", "/y", "/a"].map((name) => [name, "/yr"] as const),
  ...["kgs", "kilogram", "kilograms"].map((name) => [name, "kg"] as const),
  ...["tonne", "tonnes", "mt"].map((name) => [name, "t"] as const),
  ...["lbs", "pound", "pounds"].map((name) => [name, "lb"] as const),
  ...["persons", "ppl", "pax", "personnel"].map((name) => [name, "people"] as const),
  ...["percent", "per cent", "pct", "パーセント"].map((name) => [name, "%"] as const),
]);

/** The unit a person probably meant by another name, if it measures `dimension`. */
export function unitMeant(written: string, dimension: Dimension): string | undefined {
  const symbol = OTHER_NAMES.get(written.toLowerCase());
  return symbol !== undefined && unitNamed(symbol)?.dimension === dimension ? symbol : undefined;
}

/** Why a unit is refused rather than guessed: the key of its explanation in the messages. */
export type Ambiguity = "m" | "M" | "mile" | "nm" | "ton" | "kt";

const AMBIGUOUS: ReadonlyMap<string, Ambiguity> = new Map<string, Ambiguity>([
  ["m", "m"],
  ["M", "M"],
  ["mile", "mile"],
  ["miles", "mile"],
  ["マイル", "mile"],
  ["nm", "nm"],
  ["NM", "nm"],
  ["ton", "ton"],
  ["tons", "ton"],
  ["kt", "kt"],
]);

/** What makes a unit ambiguous, or `undefined` for a unit that is not. */
export function ambiguityOf(written: string): Ambiguity | undefined {
  return AMBIGUOUS.get(written);
}

/** Whether a unit is a month, alone or as a rate. A month has no fixed length. */
export function isMonth(written: string): boolean {
  return /^(?:\/|per |a )?(?:mo|mon|mth|mths|month|months|月|[ヶケか箇カヵ]月間?)$/i.test(written);
}
