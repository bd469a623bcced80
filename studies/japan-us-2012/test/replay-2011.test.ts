import { hoursOf, type TraceEntry, ticksOf } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { runsOf2011, runsWithStandingCell, sinceShock } from "./replay-2011.ts";
import { entriesOf, median, type Run } from "./trace-reading.ts";

/** Waits of the first stage of a provision, in ticks. */
function firstStages(run: Run, authority: string): readonly number[] {
  return entriesOf(run, "stage")
    .filter((entry) => entry.subject === authority && entry.amount === 0)
    .map((entry) => entry.ticks);
}

/** Hours until so many people of the first and the main force have arrived. */
function hoursUntilPeople(run: Run, people: number): number {
  const isForce = ({ task }: TraceEntry): boolean => /^home-response\.rescue-(?:first|main)$/.test(task);
  const sent = new Map(
    entriesOf(run, "share")
      .filter(isForce)
      .map((entry) => [`${entry.task} ${entry.subject}`, entry.amount]),
  );
  let there = 0;
  for (const entry of entriesOf(run, "arrived").filter(isForce)) {
    there += sent.get(`${entry.task} ${entry.subject}`) ?? 0;
    if (there >= people) return sinceShock(entry);
  }
  return Number.POSITIVE_INFINITY;
}

function timesOf(what: TraceEntry["what"], task: string): readonly number[] {
  return runsOf2011.flatMap((run) => entriesOf(run, what, task).map(sinceShock));
}

describe("the case of 11 March 2011", () => {
  it("[RC-01] has governors ask within minutes to hours", () => {
    // MOD situation reports, March–May 2011: requests of seven governors, minutes after 14:46.
    const observed = [6, 16, 94, 121, 128, 244, 614].map((minutes) => ticksOf(minutes / 60));

    const waits = runsOf2011.flatMap((run) => firstStages(run, "L-JP-SDF83-1"));

    expect(waits.length).toBeGreaterThan(20);
    expect(waits.filter((wait) => !observed.includes(wait))).toEqual([]);
    expect(new Set(waits).size).toBeGreaterThan(3);
  });

  it("[RC-01] lets commanders move on their own at 4 to 6 minutes, and never before a request where they wait for one", () => {
    // Mainichi 2011, JBpress 2011: every ship able to sail ordered to sea between 14:50 and 14:52.
    const observed = [4, 6].map((minutes) => ticksOf(minutes / 60));

    const waits = runsOf2011.flatMap((run) => firstStages(run, "L-JP-SDF83-2"));
    const refused = runsOf2011.flatMap((run) =>
      entriesOf(run, "denied").filter((entry) => entry.subject === "L-JP-SDF83-2"),
    );

    expect([...new Set(waits)].sort((a, b) => a - b)).toEqual(observed);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((entry) => entry.cause === "law.decision")).toBe(true);
  });

  it("[RC-01] has the large-scale order at 194 minutes and the nuclear one at 284", () => {
    const large = runsOf2011.flatMap((run) =>
      entriesOf(run, "permit", "").filter((entry) => entry.subject === "L-JP-SDF83-LARGE"),
    );
    const found = runsOf2011.flatMap((run) =>
      entriesOf(run, "finding").filter((entry) => entry.subject === "nuclear-emergency"),
    );
    const stepsAfter = runsOf2011.flatMap((run) =>
      entriesOf(run, "stage").filter((entry) => entry.subject === "L-JP-SDF83-3"),
    );

    // Defense of Japan 2012, III-3: orders of 18:00 and 19:30; the shock was at 14:46. A tick is 1.76 s.
    expect(new Set(large.map((entry) => Math.round(60 * sinceShock(entry))))).toEqual(new Set([194]));
    expect(new Set(found.map((entry) => Math.round(60 * sinceShock(entry))))).toEqual(new Set([284]));
    expect(large).toHaveLength(runsOf2011.length);
    expect(found.map((entry) => entry.amount)).toEqual(runsOf2011.map(() => 1));
    expect(stepsAfter.length).toBeGreaterThan(0);
    expect(stepsAfter.every((entry) => entry.ticks === 0)).toBe(true);
  });

  it("[RC-01] forms the joint task force and calls up reserves when the case did", () => {
    const minutesTo = (task: string): ReadonlySet<number> =>
      new Set(timesOf("permit", task).map((time) => Math.round(60 * time)));

    // JBpress 2011: 14 March, 11:00. MOD report: 16 March, 11:58.
    expect(minutesTo("home-response.unify-command")).toEqual(new Set([4094]));
    expect(minutesTo("home-response.reserves")).toEqual(new Set([7032]));
  });

  it("[RC-01] has a patrol aircraft in the air at about 29 minutes where nobody waits for a request", () => {
    const airborne = runsOf2011.flatMap((run) => {
      const isFleet = (entry: TraceEntry): boolean => entry.organisation === "JP-MSDF";
      const permit = entriesOf(run, "permit", "home-response.sense").find(isFleet);
      const arrived = entriesOf(run, "arrived", "home-response.sense").find(isFleet);
      return permit?.subject === "L-JP-SDF83-2" && arrived !== undefined
        ? [60 * (sinceShock(arrived) - hoursOf(arrived.ticks))]
        : [];
    });

    // JBpress 2011: first P-3C airborne at 15:15; the order came between 4 and 6 minutes after the shock.
    expect(airborne.length).toBeGreaterThan(10);
    expect(Math.min(...airborne)).toBeGreaterThan(27.9);
    expect(Math.max(...airborne)).toBeLessThan(30.1);
  });

  it("[RC-01] has no bilateral cell before day 3, unless a standing one may be used", () => {
    const cellOf = (run: Run): readonly TraceEntry[] => entriesOf(run, "cell", "us-support.coordinate");

    const adHoc = runsOf2011.map(cellOf);
    const standing = runsWithStandingCell.map(cellOf);

    // Slides on the Sendai cell, 2011: cells by analogy on 14 and 15 March, days 3 and 4.
    expect(adHoc.every((entries) => entries.length === 1)).toBe(true);
    expect(adHoc.flat().every((entry) => entry.subject === "" && sinceShock(entry) >= 72)).toBe(true);
    expect(standing.every((entries) => entries.length === 1)).toBe(true);
    expect(standing.flat().every((entry) => entry.subject === "MX-BCM97" && sinceShock(entry) < 12)).toBe(
      true,
    );
  });

  it("[RC-01] brings ten thousand people in about a day and a hundred thousand in about three", () => {
    const first = runsOf2011.map((run) => hoursUntilPeople(run, 10_000));
    const all = runsOf2011.map((run) => hoursUntilPeople(run, 100_000));

    // Defense of Japan 2012: 8,400 by the end of 11 March. The bound leaves the slowest draw of readiness its 4 h beyond a day.
    expect(median(first)).toBeLessThan(24);
    expect(Math.max(...first)).toBeLessThan(30);
    // JBpress 2011: 100,000 ordered on 13 March, 07:00 (40.2 h); MOD report: 106,600 counted on 20 March.
    expect(Math.min(...all)).toBeGreaterThan(40.2);
    expect(median(all)).toBeLessThan(72);
    expect(Math.max(...all)).toBeLessThan(84);
  });

  it("[RC-01] has the first US delivery before the formal order in every run in which it is let in", () => {
    const pairs = runsOf2011.map((run) => ({
      delivered: entriesOf(run, "done", "us-support.first-delivery").map(sinceShock),
      ordered: entriesOf(run, "permit", "us-support.formal-order").map(sinceShock),
      kept: entriesOf(run, "refused", "us-support.first-delivery").map((entry) => entry.cause),
    }));

    // Sealift, May 2011, and the slides: effects on 12 and 13 March, formal order on 14 March (57 to 81 h after the shock).
    for (const { delivered, ordered, kept } of pairs) {
      expect(ordered).toHaveLength(1);
      expect(ordered[0]).toBeGreaterThan(57);
      expect(ordered[0]).toBeLessThan(81.3);
      if (kept.length > 0) expect(kept).toEqual(["consent"]);
      else expect(delivered[0]).toBeLessThan(ordered[0] ?? 0);
    }
    expect(pairs.filter(({ kept }) => kept.length === 0).length).toBeGreaterThan(0.9 * pairs.length);
  });

  it("[RC-01] spans the rescue teams' 48.6 hours to Misawa and the carrier's arrival on 13 March", () => {
    const teams = timesOf("arrived", "us-support.foreign-rescue");
    const carrier = runsOf2011.flatMap((run) =>
      entriesOf(run, "arrived", "us-support.carrier-relief")
        .filter((entry) => entry.organisation === "US-7FLT")
        .map(sinceShock),
    );

    // MOFA, 13 March 2011: 15:22 on 13 March.
    expect(Math.min(...teams)).toBeLessThan(48.6);
    expect(Math.max(...teams)).toBeGreaterThan(48.6);
    // Sealift, May 2011: 13 March, 33.2 to 57.2 h after the shock.
    expect(median(carrier)).toBeGreaterThan(33.2);
    expect(median(carrier)).toBeLessThan(57.2);
  });

  it("[RC-01] opens the airfield around 115 hours, 90 minutes after the last of both crews stands on it", () => {
    const closed = runsOf2011.flatMap((run) => entriesOf(run, "closed", "us-support.open-airfield"));
    const together = runsOf2011.flatMap((run) => {
      const [done] = entriesOf(run, "closed", "us-support.open-airfield");
      const last = entriesOf(run, "arrived", "us-support.open-airfield").at(-1);
      return done === undefined || last === undefined ? [] : [hoursOf(done.tick - last.tick)];
    });
    const crews = runsOf2011.map(
      (run) =>
        new Set(
          entriesOf(run, "arrived", "us-support.open-airfield").map(({ organisation }) => organisation),
        ),
    );

    // Air Commando Journal: open to C-130 on 16 March at 10:00, 115.2 h; the team had come at 08:30.
    expect(Math.min(...closed.map(sinceShock))).toBeLessThan(115.2);
    expect(Math.max(...closed.map(sinceShock))).toBeGreaterThan(115.2);
    expect(new Set(together)).toEqual(new Set([1.5]));
    expect(crews.every((crew) => crew.has("JP-MLIT") && crew.has("US-AIR"))).toBe(true);
  });
});
