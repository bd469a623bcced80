import { type AttackCount, countAttacks, type Skipped } from "./count-attacks.ts";
import { countEarthquakes, type EarthquakeCount } from "./count-earthquakes.ts";
import { asamTable, type InputFile, imbTable, readInput, usgsTable } from "./input-file.ts";
import { readRecords } from "./read-records.ts";
import type { Region } from "./sea-region.ts";

interface AttackFigures {
  readonly regions: Readonly<Record<Region, AttackCount>>;
  readonly skipped: Skipped;
}

/** What the study takes from data files. */
export interface Figures {
  readonly imb: AttackFigures;
  readonly asam: AttackFigures;
  readonly earthquakes: EarthquakeCount;
}

/** Reads the figures from the data in a folder. Throws if a file is missing or is not the one the study names. */
export async function readFigures(folder: string): Promise<Figures> {
  const records = async (input: InputFile): Promise<ReturnType<typeof readRecords>> =>
    readRecords(await readInput(folder, input));
  return {
    imb: countAttacks(await records(imbTable)),
    asam: countAttacks(await records(asamTable)),
    earthquakes: countEarthquakes(await records(usgsTable)),
  };
}

/** The figures as a page to be kept beside the study. */
export function figuresPage({ imb, asam, earthquakes }: Figures): string {
  const { count, years, perYear, interval, skipped } = earthquakes;
  const asamCount = asam.regions["western-indian-ocean"].byYear;
  return [
    "# Figures read from data",
    "",
    "Made by `print-figures.ts`; not to be edited. Only rows up to the baseline, 31 March 2012, are counted.",
    ...inputSection(imbTable, imb.skipped),
    ...attackSection("Western Indian Ocean, 2008–2011", imb.regions["western-indian-ocean"]),
    ...attackSection("South-East Asia, 2008–2011", imb.regions["south-east-asia"]),
    ...inputSection(asamTable, asam.skipped),
    `- Western Indian Ocean by year: ${pairs(asamCount)}`,
    ...inputSection(usgsTable, undefined),
    `- M7.0 and above, 24–46 N, 122–149 E, 1 January 1973 – 31 March 2012: ${count} in ${years.toFixed(2)} years`,
    `- A year: ${perYear.toFixed(2)} (95 % ${interval[0].toFixed(2)}–${interval[1].toFixed(2)})`,
    `- Rows skipped for want of a day, a position or a magnitude: ${skipped}`,
    "",
  ].join("\n");
}

function inputSection(input: InputFile, skipped: Skipped | undefined): readonly string[] {
  return [
    "",
    `## ${input.path}`,
    "",
    `- Publisher: ${input.publisher}`,
    `- Licence: ${input.licence}`,
    `- SHA-256: ${input.sha256}`,
    ...(skipped === undefined
      ? []
      : [`- Rows skipped: ${skipped.badDate} without a day, ${skipped.noPosition} without a position`]),
  ];
}

function attackSection(title: string, attacks: AttackCount): readonly string[] {
  return [
    "",
    `### ${title}: ${attacks.total}`,
    "",
    `- By year: ${pairs(attacks.byYear)}`,
    `- By sea: ${pairs(attacks.bySea)}`,
    `- By outcome: ${pairs(attacks.byOutcome)}`,
    `- Hijacked by year: ${pairs(attacks.hijackedByYear)}`,
    `- Season, January to December: ${attacks.season.map((share) => share.toFixed(2)).join(" ")}`,
  ];
}

function pairs(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
