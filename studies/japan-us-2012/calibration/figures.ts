import { type AttackCount, countAttacks, type Skipped } from "./count-attacks.ts";
import { countDisplacements, type DisplacementCount } from "./count-displacements.ts";
import { countEarthquakes, type EarthquakeCount } from "./count-earthquakes.ts";
import { countIntrusions, type IntrusionCount } from "./count-intrusions.ts";
import { countLaunches, type LaunchCount } from "./count-launches.ts";
import { countPeacekeeperDeaths, type DeathCount } from "./count-peacekeeper-deaths.ts";
import {
  asamTable,
  displacementTable,
  fatalitiesTable,
  forceTotalsTable,
  type InputFile,
  imbTable,
  intrusionSample,
  launchRecord,
  readInput,
  usgsTable,
} from "./input-file.ts";
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
  readonly launches: LaunchCount;
  readonly deaths: DeathCount;
  readonly intrusions: IntrusionCount;
  readonly displacements: DisplacementCount;
}

/** Reads the figures from the data in a folder. Throws if a file is missing or is not the one the study names. */
export async function readFigures(folder: string): Promise<Figures> {
  const records = async (input: InputFile): Promise<ReturnType<typeof readRecords>> =>
    readRecords(await readInput(folder, input));
  return {
    imb: countAttacks(await records(imbTable)),
    asam: countAttacks(await records(asamTable)),
    earthquakes: countEarthquakes(await records(usgsTable)),
    launches: countLaunches(await readInput(folder, launchRecord)),
    deaths: countPeacekeeperDeaths(await records(fatalitiesTable), await records(forceTotalsTable)),
    intrusions: countIntrusions(await records(intrusionSample)),
    displacements: countDisplacements(await records(displacementTable)),
  };
}

/** The figures as a page to be kept beside the study. */
export function figuresPage({
  imb,
  asam,
  earthquakes,
  launches,
  deaths,
  intrusions,
  displacements,
}: Figures): string {
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
    ...launchSection(launches),
    ...deathSection(deaths),
    ...intrusionSection(intrusions),
    ...displacementSection(displacements),
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

function launchSection({
  days,
  years,
  perYear,
  interval,
  bySeverity,
  calendarYears,
  skipped,
}: LaunchCount): readonly string[] {
  return [
    ...inputSection(launchRecord, undefined),
    `- Days with a launch, 1 January 1993 – 31 March 2012: ${days} in ${years.toFixed(2)} years`,
    `- Days a year: ${perYear.toFixed(2)} (95 % ${interval[0].toFixed(2)}–${interval[1].toFixed(2)})`,
    `- Days by number of launches: ${pairs(bySeverity)}`,
    `- Years with a launch, 1993–2011: ${calendarYears.join(", ")}`,
    `- Launches skipped for want of a day: ${skipped}`,
  ];
}

function deathSection({ byYear, forceBefore, rates, skipped }: DeathCount): readonly string[] {
  return [
    ...inputSection(fatalitiesTable, undefined),
    `- Deaths by malicious acts, 2002–2011: ${pairs(byYear)}`,
    `- Rows skipped for want of a day: ${skipped}`,
    ...inputSection(forceTotalsTable, undefined),
    `- People in the field in the December before: ${pairs(forceBefore)}`,
    `- Deaths per person and year, 2002–2011: ${rates.map((rate) => rate.toFixed(6)).join(" ")}`,
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

function intrusionSection(count: IntrusionCount): readonly string[] {
  const [low, high] = count.monthsOrMore;
  return [
    ...inputSection(intrusionSample, undefined),
    `- Incidents up to March 2012: ${count.rows}, of which intrusions from outside: ${count.intrusions}`,
    `- By unit of the time to discovery, where known: ${pairs(count.byUnit)}`,
    `- Found after a month or more: 95 % ${low.toFixed(2)}–${high.toFixed(2)} of these`,
    `- Rows skipped for want of a date: ${count.undated}`,
  ];
}

function displacementSection({ theatres, byPart, bySize, skipped }: DisplacementCount): readonly string[] {
  return [
    ...inputSection(displacementTable, undefined),
    "- Disasters abroad that displaced 100,000 people and more; 2008–2010 calibrate, 2011 is held out",
    ...Object.entries(theatres).flatMap(([theatre, { byYear, byHazard }]) => [
      `- ${theatre}, by year: ${pairs(byYear)}; by hazard, 2008–2010: ${pairs(byHazard)}`,
    ]),
    `- Coastal Asia by part, 2008–2010: ${pairs(byPart)}`,
    `- By size, 2008–2010: ${pairs(bySize)}`,
    `- Rows skipped for want of people or theatre: ${skipped}`,
  ];
}

function pairs(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
