import { beforeAll, describe, expect, it } from "vitest";
import { countDisplacements } from "../calibration/count-displacements.ts";
import { type Figures, readFigures } from "../calibration/figures.ts";
import { displacementTable } from "../calibration/input-file.ts";
import { readRecords } from "../calibration/read-records.ts";
import { flagship } from "./read-flagship.ts";

const data = process.env["SHIKUMI_DATA"];
const hoursPerYear = 8766;

const streams = [
  ["disaster-in-coastal-asia", "coastal-asian-disasters", "coastal-asia"],
  ["disaster-in-inland-asia", "inland-asian-disasters", "inland-asia"],
  ["disaster-in-africa", "african-disasters", "africa"],
  ["disaster-in-america", "american-disasters", "americas"],
] as const;

function weightsOf(stream: string, fact: string): Readonly<Record<string, number>> {
  const found = flagship.incidents.get(stream)?.facts.find(({ name }) => name === fact);
  return Object.fromEntries(
    (found?.outcomes ?? []).map(({ value, weight }) => [
      value,
      weight.kind === "number" ? weight.value : Number.NaN,
    ]),
  );
}

/** Values a year of an uncertainty over an observed set. */
function perYear(uncertainty: string): readonly number[] {
  const values = flagship.uncertainties.get(uncertainty)?.values;
  return values?.kind === "observed"
    ? values.values.map((one) => (one.kind === "number" ? Math.round(one.value * hoursPerYear) : Number.NaN))
    : [];
}

describe.skipIf(data === undefined)(
  "figures on displacement (skipped where SHIKUMI_DATA names no folder)",
  () => {
    let figures: Figures["displacements"];

    beforeAll(async () => {
      figures = (await readFigures(data ?? "")).displacements;
    });

    it.each(streams)("[calibration] hold the years, hazards and sizes of %s", (stream, rate, theatre) => {
      const { byYear, byHazard } = figures.theatres[theatre];
      const { "2011": heldOut, ...calibrating } = byYear;
      const observed = [...flagship.validation.values()].find(({ of }) => of === `rate.${stream}`);

      expect(perYear(rate)).toEqual(Object.values(calibrating));
      expect(weightsOf(stream, "hazard")).toEqual(byHazard);
      expect(weightsOf(stream, "severity")).toEqual(figures.bySize);
      expect(observed?.use).toBe("held-out");
      expect(
        observed?.observed.kind === "set" ? observed.observed.values.map((one) => one * hoursPerYear) : [],
      ).toEqual([heldOut]);
    });

    it("[calibration] hold the parts of coastal Asia", () => {
      const at = flagship.incidents.get("disaster-in-coastal-asia")?.at ?? [];

      expect(
        new Map(at.map(({ place, weight }) => [place, weight.kind === "number" ? weight.value : Number.NaN])),
      ).toEqual(
        new Map([
          ["luzon", figures.byPart["south-east"]],
          ["bengal", figures.byPart["south"]],
        ]),
      );
    });

    it("[calibration] come from the file that the source on displacement names", () => {
      expect(flagship.sources.get("idmc-gidd")?.sha256).toBe(displacementTable.sha256);
    });
  },
);

describe("counting displacement", () => {
  const table = (rows: readonly string[]): ReturnType<typeof countDisplacements> =>
    countDisplacements(
      readRecords(["iso3,year,start_date,hazard_type_name,new_displacement", ...rows].join("\n")),
    );

  it("[calibration] counts great ones abroad, by year and not by uncertain day", () => {
    const { theatres, bySize, byPart } = table([
      "PHL,2009,2009-01-01,Storm,100000",
      "PHL,2009,2009-01-01,Storm,99999",
      "IND,2010,2012-03-01,Flood,300000",
      "CHN,2008,2008-05-12,Earthquake,1000000",
      "HTI,2010,2010-01-12,Earthquake,999999",
      "NER,2011,2011-01-01,Flood,150000",
      "IDN,2012,2012-01-01,Flood,150000",
    ]);

    expect(theatres["coastal-asia"].byYear).toEqual({ "2008": 0, "2009": 1, "2010": 1, "2011": 0 });
    expect(theatres["inland-asia"].byHazard.earthquake).toBe(1);
    expect(theatres.americas.byYear["2010"]).toBe(1);
    expect(theatres.africa.byYear["2011"]).toBe(1);
    expect(theatres.africa.byHazard.flood).toBe(0);
    expect(bySize).toEqual({ large: 1, "very-large": 2, extreme: 1 });
    expect(byPart).toEqual({ "south-east": 1, south: 1 });
  });

  it("[calibration] leaves out disasters at home and says what else it left out", () => {
    const { theatres, skipped } = table([
      "JPN,2011,2011-03-11,Earthquake,400000",
      "USA,2008,2008-09-01,Storm,2000000",
      "PHL,2009,2009-01-01,Storm,NA",
      "XXX,2009,2009-01-01,Volcanic activity,200000",
    ]);

    expect(Object.values(theatres).flatMap(({ byYear }) => Object.values(byYear))).toEqual(
      Array.from({ length: 16 }, () => 0),
    );
    expect(skipped).toBe(2);
  });
});
