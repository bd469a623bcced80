import { beforeAll, describe, expect, it } from "vitest";
import { countLaunches } from "../calibration/count-launches.ts";
import { countPeacekeeperDeaths } from "../calibration/count-peacekeeper-deaths.ts";
import { type Figures, readFigures } from "../calibration/figures.ts";
import { fatalitiesTable, forceTotalsTable, launchRecord } from "../calibration/input-file.ts";
import { poissonInterval } from "../calibration/poisson-interval.ts";
import { readRecords } from "../calibration/read-records.ts";
import { flagship } from "./read-flagship.ts";

const data = process.env["SHIKUMI_DATA"];
const hoursPerYear = 8766;

/** The numbers of an uncertainty over an observed set or a range. */
function numbersOf(uncertainty: string): readonly number[] {
  const values = flagship.uncertainties.get(uncertainty)?.values;
  const amounts =
    values?.kind === "observed" ? values.values : values?.kind === "uniform" ? [values.low, values.high] : [];
  return amounts.map((amount) => (amount.kind === "number" ? amount.value : Number.NaN));
}

describe.skipIf(data === undefined)(
  "figures on launches and peacekeepers (skipped where SHIKUMI_DATA names no folder)",
  () => {
    let figures: Figures;

    beforeAll(async () => {
      figures = await readFigures(data ?? "");
    });

    it("[calibration] hold the interval of a Poisson count of launch days, and how many were salvoes", () => {
      const severity = flagship.incidents
        .get("missile-launch")
        ?.facts.find(({ name }) => name === "severity");
      const weights = (severity?.outcomes ?? []).map(({ value, weight }) => [
        value,
        weight.kind === "number" ? weight.value : Number.NaN,
      ]);
      const share = flagship.validation.get("launch-years")?.observed;

      expect(figures.launches.days).toBe(6);
      expect(numbersOf("launch-rate").map((rate) => (rate * hoursPerYear).toFixed(2))).toEqual(
        figures.launches.interval.map((rate) => rate.toFixed(2)),
      );
      expect(Object.fromEntries(weights)).toEqual(figures.launches.bySeverity);
      expect(share).toMatchObject({ low: Number((figures.launches.calendarYears.length / 19).toFixed(2)) });
    });

    it("[calibration] hold the yearly rates of peacekeepers killed by malicious acts", () => {
      expect(numbersOf("malicious-death-rate")).toEqual(figures.deaths.rates);
    });

    it("[calibration] come from the files that the sources on launches and peacekeepers name", () => {
      for (const [id, input] of [
        ["nk-launches", launchRecord],
        ["un-fatalities", fatalitiesTable],
        ["un-force-totals", forceTotalsTable],
      ] as const)
        expect([id, flagship.sources.get(id)?.sha256]).toEqual([id, input.sha256]);
    });
  },
);

describe("records with the defects of the real ones", () => {
  it("[calibration] count a day of many launches once, nothing after the baseline, and skip months", () => {
    const flights = (dates: readonly string[]): unknown => ({ data: dates.map((date) => ({ date })) });
    const count = countLaunches(
      JSON.stringify({
        timeBins: [
          flights(["1992-12-31", "1993-05-29", "1993-05-29", "1998-08-31"]),
          flights(["2006-07", "2012-03-31", "2012-04-13"]),
        ],
      }),
    );

    expect([count.days, count.bySeverity, count.calendarYears, count.skipped]).toEqual([
      3,
      { single: 2, salvo: 1 },
      ["1993", "1998"],
      1,
    ]);
    expect(() => countLaunches("{}")).toThrow("timeBins");
  });

  it("[calibration] count malicious acts alone, over the force of the December before", () => {
    const size = "Size of total peacekeeping force (United Nations Peacekeeping)";
    const { byYear, rates, skipped } = countPeacekeeperDeaths(
      readRecords(
        "incident_date,type_of_incident\n2002-01-05,Malicious Act\n2002-02-05,Accident\n2011-12-31,Malicious Act\nNA,Malicious Act\n2012-01-01,Malicious Act",
      ),
      readRecords(`Year,${size}\n2001,50000\n2010,100000`),
    );

    expect([byYear["2002"], byYear["2011"], byYear["2005"]]).toEqual([1, 1, 0]);
    expect([rates[0], rates[9]]).toEqual([0.00002, 0.00001]);
    expect(skipped).toBe(1);
  });

  // F. Garwood (1936): 0 and 3.689 for a count of 0, 4.795 and 18.39 for 10.
  it("[calibration] give a count the exact limits of its mean in either script", () => {
    expect(poissonInterval(0)[1]).toBeCloseTo(3.689, 3);
    expect(poissonInterval(10)[0]).toBeCloseTo(4.795, 3);
    expect(poissonInterval(10)[1]).toBeCloseTo(18.39, 2);
  });
});
