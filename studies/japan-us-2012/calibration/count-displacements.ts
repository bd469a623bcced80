import { numberOf, type TableRecord } from "./read-records.ts";

/** Where a disaster abroad is met. A ship can come to South-East and South Asia; East Asia stands for the inland. */
export const theatres = ["coastal-asia", "inland-asia", "africa", "americas"] as const;
export type Theatre = (typeof theatres)[number];

/** What struck, as the study says it. */
export const hazards = ["storm", "flood", "earthquake", "other"] as const;
export type Hazard = (typeof hazards)[number];

/** How many were displaced: 100,000 and more, 300,000 and more, a million and more. */
export const sizes = ["large", "very-large", "extreme"] as const;
export type Size = (typeof sizes)[number];

/** Disasters that displaced 100,000 people and more, in one theatre. */
export interface TheatreCount {
  /** By year, the year held out last. */
  readonly byYear: Readonly<Record<string, number>>;
  /** Of the years that calibrate. */
  readonly byHazard: Readonly<Record<Hazard, number>>;
}

/** What the study takes from the table. */
export interface DisplacementCount {
  readonly theatres: Readonly<Record<Theatre, TheatreCount>>;
  /** Parts of coastal Asia, of the years that calibrate. */
  readonly byPart: Readonly<Record<string, number>>;
  /** All theatres, of the years that calibrate. */
  readonly bySize: Readonly<Record<Size, number>>;
  /** Rows of these years without a number of people, or in a country of no theatre (Japan and the United States apart). */
  readonly skipped: number;
}

/** Years that calibrate, and the one held out to compare with. */
const calibrating: readonly string[] = ["2008", "2009", "2010"];
const heldOut = "2011";

const coastalAsia: Readonly<Record<string, readonly string[]>> = {
  "south-east": ["IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "THA", "TLS", "VNM"],
  south: ["AFG", "BGD", "BTN", "IND", "IRN", "LKA", "NPL", "PAK"],
};
const inlandAsia: readonly string[] = ["CHN", "HKG", "KOR", "MNG", "PRK", "TWN"];
const africa: readonly string[] = [
  ...["AGO", "BEN", "BFA", "ETH", "KEN", "MDG", "MLI", "MOZ", "MWI", "NAM", "NER", "NGA", "SDN", "SEN"],
  ...["SOM", "SSD", "TCD", "TGO", "TUR", "UGA", "YEM", "ZMB"],
];
const americas: readonly string[] = [
  ...["ARG", "BOL", "BRA", "CHL", "COL", "CUB", "DOM", "ECU", "GTM", "HND", "HTI", "MEX", "NIC", "PAN"],
  ...["PER", "PRY", "SLV", "VEN"],
];
/** A disaster at home, and one in the partner's own country, are not disasters abroad. */
const home: readonly string[] = ["JPN", "USA"];

const hazardOf: Readonly<Record<string, Hazard>> = {
  Storm: "storm",
  Flood: "flood",
  Earthquake: "earthquake",
};

/**
 * Disasters abroad that displaced 100,000 people and more, 2008–2011. Only years are read: most start dates of the table are known
 * to the month at best, and those of 2012 all stand in its first quarter, so a cut within 2012 cannot be made.
 */
export function countDisplacements(records: readonly TableRecord[]): DisplacementCount {
  const inYears = records.filter(({ year = "" }) => calibrating.includes(year) || year === heldOut);
  const rows = inYears.map((record) => ({
    year: record["year"] ?? "",
    country: record["iso3"] ?? "",
    hazard: hazardOf[record["hazard_type_name"] ?? ""] ?? "other",
    people: numberOf(record["new_displacement"]),
  }));
  const large = rows.filter(({ people = 0, country }) => people >= 100_000 && !home.includes(country));
  const met = large.flatMap((row) => {
    const theatre = theatreOf(row.country);
    return theatre === undefined ? [] : [{ ...row, people: row.people ?? 0, theatre }];
  });
  const used = met.filter(({ year }) => calibrating.includes(year));
  const countOf = (theatre: Theatre): TheatreCount => ({
    byYear: Object.fromEntries(
      [...calibrating, heldOut].map((year) => [
        year,
        met.filter((row) => row.theatre === theatre && row.year === year).length,
      ]),
    ),
    byHazard: {
      storm: used.filter((row) => row.theatre === theatre && row.hazard === "storm").length,
      flood: used.filter((row) => row.theatre === theatre && row.hazard === "flood").length,
      earthquake: used.filter((row) => row.theatre === theatre && row.hazard === "earthquake").length,
      other: used.filter((row) => row.theatre === theatre && row.hazard === "other").length,
    },
  });
  return {
    theatres: {
      "coastal-asia": countOf("coastal-asia"),
      "inland-asia": countOf("inland-asia"),
      africa: countOf("africa"),
      americas: countOf("americas"),
    },
    byPart: Object.fromEntries(
      Object.entries(coastalAsia).map(([part, countries]) => [
        part,
        used.filter(({ country }) => countries.includes(country)).length,
      ]),
    ),
    bySize: {
      large: used.filter(({ people }) => people < 300_000).length,
      "very-large": used.filter(({ people }) => people >= 300_000 && people < 1_000_000).length,
      extreme: used.filter(({ people }) => people >= 1_000_000).length,
    },
    skipped: rows.filter(({ people }) => people === undefined).length + (large.length - met.length),
  };
}

function theatreOf(country: string): Theatre | undefined {
  if (Object.values(coastalAsia).some((part) => part.includes(country))) return "coastal-asia";
  if (inlandAsia.includes(country)) return "inland-asia";
  if (africa.includes(country)) return "africa";
  return americas.includes(country) ? "americas" : undefined;
}
