import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { countAttacks } from "../calibration/count-attacks.ts";
import { countEarthquakes } from "../calibration/count-earthquakes.ts";
import { type Figures, figuresPage, readFigures } from "../calibration/figures.ts";
import { asamTable, imbTable, readInput, usgsTable } from "../calibration/input-file.ts";
import { isoDay, readRecords } from "../calibration/read-records.ts";
import { flagship } from "./read-flagship.ts";

const data = process.env["SHIKUMI_DATA"];
const hoursPerYear = 8766;

const seas = (
  figures: Figures["imb"]["regions"]["south-east-asia"],
): readonly (readonly [string, number])[] => Object.entries(figures.bySea);

function placesOf(stream: string): readonly (readonly [string, number])[] {
  return (flagship.incidents.get(stream)?.at ?? []).map(({ place, weight }) => [
    place,
    weight.kind === "number" ? weight.value : Number.NaN,
  ]);
}

function severitiesOf(stream: string): Readonly<Record<string, number>> {
  const fact = flagship.incidents.get(stream)?.facts.find(({ name }) => name === "severity");
  return Object.fromEntries(
    (fact?.outcomes ?? []).map(({ value, weight }) => [
      value,
      weight.kind === "number" ? weight.value : Number.NaN,
    ]),
  );
}

/** Values a year of an uncertainty over an observed set or a range. */
function perYear(uncertainty: string): readonly number[] {
  const values = flagship.uncertainties.get(uncertainty)?.values;
  const amounts =
    values?.kind === "observed" ? values.values : values?.kind === "uniform" ? [values.low, values.high] : [];
  return amounts.map((amount) => (amount.kind === "number" ? amount.value * hoursPerYear : Number.NaN));
}

describe.skipIf(data === undefined)(
  "figures of the study (skipped where SHIKUMI_DATA names no folder)",
  () => {
    let figures: Promise<Figures>;

    beforeAll(() => {
      figures = readFigures(data ?? "");
    });

    it("[calibration] are those of the page kept beside it", async () => {
      const page = await readFile(join(import.meta.dirname, "../calibration/figures.md"), "utf8");

      expect(figuresPage(await figures)).toBe(page);
    });

    it("[calibration] hold the places, seasons and outcomes of the attacks of 2008–2011", async () => {
      const { imb } = await figures;
      const somali = imb.regions["western-indian-ocean"];
      const asian = imb.regions["south-east-asia"];

      expect(new Map(placesOf("somali-attack"))).toEqual(new Map(seas(somali)));
      expect(new Map(placesOf("asia-robbery"))).toEqual(new Map(seas(asian)));
      expect(flagship.incidents.get("somali-attack")?.season).toEqual(somali.season);
      expect(severitiesOf("somali-attack")).toEqual(somali.byOutcome);
      expect(severitiesOf("attack-on-convoy")).toEqual(somali.byOutcome);
      expect(severitiesOf("asia-robbery")).toEqual(asian.byOutcome);
    });

    it("[calibration] hold the yearly counts and the doubt between two reporting offices", async () => {
      const { imb, asam } = await figures;
      const western = imb.regions["western-indian-ocean"];
      const asian = imb.regions["south-east-asia"];
      const ratios = Object.entries(asam.regions["western-indian-ocean"].byYear).map(
        ([year, count]) => count / (western.byYear[year] ?? Number.NaN),
      );
      const hijacked = Object.entries(western.hijackedByYear).map(
        ([year, count]) => count / (western.byYear[year] ?? Number.NaN),
      );
      const range = (id: string): readonly [number, number] => {
        const observed = flagship.validation.get(id)?.observed;
        return observed?.kind === "ratio" ? [observed.low, observed.high] : [Number.NaN, Number.NaN];
      };

      expect(perYear("asia-rate").map(Math.round)).toEqual(Object.values(asian.byYear));
      expect(range("WIO-asam-over-imb")[0]).toBeCloseTo(Math.min(...ratios), 1);
      expect(range("WIO-asam-over-imb")[1]).toBeCloseTo(Math.max(...ratios), 1);
      expect(range("WIO-hijacked-share")[0]).toBeCloseTo(Math.min(...hijacked), 1);
      expect(range("WIO-hijacked-share")[1]).toBeCloseTo(Math.max(...hijacked), 1);
    });

    it("[calibration] hold the interval of a Poisson count of large earthquakes", async () => {
      const { earthquakes } = await figures;

      expect(earthquakes.count).toBe(48);
      expect(perYear("quake-rate").map((rate) => rate.toFixed(1))).toEqual(
        earthquakes.interval.map((rate) => rate.toFixed(1)),
      );
    });

    it("[calibration] come from the files the sources of the study name", async () => {
      for (const [id, input] of [
        ["imb-table", imbTable],
        ["asam-table", asamTable],
        ["usgs-m55-1965-2016", usgsTable],
      ] as const)
        expect([id, flagship.sources.get(id)?.sha256]).toEqual([id, input.sha256]);
      await expect(readInput(data ?? "", { ...imbTable, sha256: "0".repeat(64) })).rejects.toThrow(
        "has the SHA-256",
      );
    });
  },
);

describe("tables with the defects of the real ones", () => {
  it("[calibration] are read with quotes, doubled quotes, line ends in cells, and CRLF", () => {
    const records = readRecords(
      '"date","note"\r\n2010-01-02,"a ""fast"" boat,\nat night"\r\n\r\n2010-01-03,plain',
    );

    expect(records).toEqual([
      { date: "2010-01-02", note: 'a "fast" boat,\nat night' },
      { date: "2010-01-03", note: "plain" },
    ]);
  });

  it("[calibration] give days in three spellings, and none where there is none", () => {
    expect(["2011-03-11", "03/11/2011", "2011-03-11T05:46:24.000Z"].map(isoDay)).toEqual([
      "2011-03-11",
      "2011-03-11",
      "2011-03-11",
    ]);
    expect(["NA", "", "2011-02-30", "2011-13-01", "11 March 2011", undefined].map(isoDay)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it("[calibration] count both spellings of a boarding, and skip rows without a day or a position", () => {
    const { regions, skipped } = countAttacks(
      readRecords(
        [
          "date,latitude,longitude,attack_type",
          "2008-05-01,12.5,48,Boarding",
          "2009-05-02,12.5,48,Boarded",
          "2010-07-03,2,52,Hijacked",
          "2011-12-31,14,60,NA",
          "2011-12-31,13.5,42.6,Fired Upon",
          "2007-12-31,12.5,48,Hijacked",
          "2012-01-01,12.5,48,Hijacked",
          "2010-01-01,1.2,104,Boarded",
          "2010-01-01,50,0,Boarded",
          "NA,12.5,48,Boarded",
          "2010-02-30,12.5,48,Boarded",
          "2010-02-03,NA,48,Boarded",
        ].join("\n"),
      ),
    );

    expect(regions["western-indian-ocean"]).toEqual({
      total: 5,
      byYear: { "2008": 1, "2009": 1, "2010": 1, "2011": 2 },
      bySea: { "gulf-of-aden": 2, "somali-basin": 1, "arabian-sea": 1, "southern-red-sea": 1 },
      byOutcome: { attempted: 2, boarded: 2, hijack: 1 },
      hijackedByYear: { "2008": 0, "2009": 0, "2010": 1, "2011": 0 },
      season: [0, 0, 0, 0, 4.8, 0, 2.4, 0, 0, 0, 0, 4.8],
    });
    expect(regions["south-east-asia"].bySea).toEqual({
      "malacca-strait": 0,
      "singapore-strait": 1,
      "natuna-waters": 0,
    });
    expect(skipped).toEqual({ badDate: 2, noPosition: 1 });
  });

  it("[calibration] count earthquakes alone, inside the box and up to the baseline", () => {
    const header = "Date,Time,Latitude,Longitude,Type,Depth,Magnitude";
    const { count, skipped } = countEarthquakes(
      readRecords(
        [
          header,
          "03/11/2011,05:46:24,38.297,142.373,Earthquake,29,9.1",
          "2011-03-11T05:46:24.000Z,2011-03-11T05:46:24.000Z,38,142,Earthquake,29,7.0",
          "03/31/2012,00:00:00,24,149,Earthquake,29,7.0",
          "04/01/2012,00:00:00,38,142,Earthquake,29,7.5",
          "12/31/1972,00:00:00,38,142,Earthquake,29,7.5",
          "03/11/2011,05:46:24,38,142,Nuclear Explosion,0,7.5",
          "03/11/2011,05:46:24,38,142,Earthquake,29,6.9",
          "03/11/2011,05:46:24,23.9,142,Earthquake,29,7.5",
          "NA,05:46:24,38,142,Earthquake,29,7.5",
          "03/11/2011,05:46:24,38,142,Earthquake,29,NA",
        ].join("\n"),
      ),
    );

    expect([count, skipped]).toEqual([3, 2]);
  });

  // F. Garwood (1936): the exact 95 % limits of a Poisson mean are 0 and 3.689 for a count of 0, 4.795 and 18.39 for 10.
  it("[calibration] give a count the exact limits of its mean", () => {
    const quakes = (n: number): readonly Readonly<Record<string, string>>[] =>
      Array.from({ length: n }, () => ({
        Date: "03/11/2011",
        Latitude: "38",
        Longitude: "142",
        Magnitude: "9",
        Type: "Earthquake",
      }));
    const limits = (n: number): readonly number[] => {
      const { interval, years } = countEarthquakes(quakes(n));
      return interval.map((rate) => rate * years);
    };

    expect(limits(0)[0]).toBe(0);
    expect(limits(0)[1]).toBeCloseTo(3.689, 3);
    expect(limits(10)[0]).toBeCloseTo(4.795, 3);
    expect(limits(10)[1]).toBeCloseTo(18.39, 2);
  });
});
