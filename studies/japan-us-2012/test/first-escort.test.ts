import { hoursOf, type TraceEntry } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { onlyStreams } from "./only-streams.ts";
import { flagshipWith } from "./read-flagship.ts";
import { entriesOf, median, type Run, traces } from "./trace-reading.ts";

/** The Gulf of Aden alone, every other stream silent; and the same with single levers. */
const study =
  flagshipWith(`${onlyStreams(["escort-turn", "air-watch-day", "attack-on-convoy", "crew-in-distress", "coast-guard-course"])}
packages:
  gulf: {title: {ja: アデン湾, en: Gulf}, levers: [only-streams]}
  gulf-wider-base: {title: {ja: 拠点の目的の拡大, en: Wider base}, levers: [only-streams, djibouti-wider-purpose]}
  gulf-coast-guard: {title: {ja: 海上保安庁の船, en: Coast guard ships}, levers: [only-streams, piracy-coast-guard-ships]}
`);

const options = { futures: 30 };
const runs = traces(study, "gulf", options);
const escorts: ReadonlySet<string> = new Set(["gulf-escort.escort-related", "gulf-escort.escort-other"]);

function isEscort({ task }: TraceEntry): boolean {
  return escorts.has(task);
}

/** The standing order under the act: its own entry names no task. */
function orders(run: Run): readonly TraceEntry[] {
  return entriesOf(run, "permit", "").filter((entry) => entry.subject === "L-JP-PIRACY7");
}

describe("the escort in the Gulf of Aden", () => {
  it("[RC-09] first meets ships about 17 days after the order", () => {
    const days = runs.flatMap((run) => {
      const [order] = orders(run);
      const [first] = entriesOf(run, "arrived").filter(isEscort);
      // A first turn under another provision, because this one was refused, is not the case.
      const isUnderIt =
        order !== undefined && first !== undefined && hoursOf(first.tick - order.tick) < 60 * 24;
      return isUnderIt ? [hoursOf(first.tick - order.tick) / 24] : [];
    });

    // Joint Staff Office: order of 13 March 2009, first escort of 30 March.
    expect(days.length).toBeGreaterThan(20);
    expect(median(days)).toBeGreaterThan(14);
    expect(median(days)).toBeLessThan(20);
    expect(Math.min(...days)).toBeLessThan(17);
    expect(Math.max(...days)).toBeGreaterThan(17);
  });

  it("[RC-09] needs one order for the operation, which covers the escorts that follow", () => {
    const year = 8766;
    const ordered = runs.flatMap((run) => {
      const [order] = orders(run);
      if (order === undefined) return [];
      const isCovered = ({ tick }: TraceEntry): boolean =>
        tick > order.tick && hoursOf(tick - order.tick) < year;
      const later = entriesOf(run, "opened").filter((entry) => isEscort(entry) && isCovered(entry));
      const incidents = new Set(later.map((entry) => entry.incident));
      return [
        {
          sought: entriesOf(run, "stage").filter(
            (entry) => entry.subject === "L-JP-PIRACY7" && isCovered(entry),
          ),
          permits: entriesOf(run, "permit").filter(
            (entry) => isEscort(entry) && isCovered(entry) && incidents.has(entry.incident),
          ),
        },
      ];
    });

    expect(ordered.length).toBeGreaterThan(20);
    expect(ordered.flatMap(({ sought }) => sought)).toEqual([]);
    // Two turns of 150 days begin within the year after the first; both escorts of each stand under the same order.
    expect(ordered.map(({ permits }) => permits.length)).toEqual(ordered.map(() => 4));
    expect(new Set(ordered.flatMap(({ permits }) => permits.map((entry) => entry.subject)))).toEqual(
      new Set(["L-JP-PIRACY7"]),
    );
  });

  it("[RC-09] is first asked of the coast guard, as soon as it has ships for it", () => {
    const firstAsked = (run: Run): string | undefined => entriesOf(run, "share").find(isEscort)?.organisation;

    const now = new Set(runs.map(firstAsked));
    const withShips = new Set(traces(study, "gulf-coast-guard", { futures: 5 }).map(firstAsked));

    expect(now).toEqual(new Set(["JP-MSDF"]));
    expect(withShips).toEqual(new Set(["JP-JCG"]));
  });
});

describe("the base at Djibouti", () => {
  const waits = (of: readonly Run[], task: string): readonly TraceEntry[] =>
    of.flatMap((run) => entriesOf(run, "access", task));

  it("[RC-09] is open against piracy without asking", () => {
    expect(runs.flatMap((run) => entriesOf(run, "arrived", "air-watch.stage")).length).toBeGreaterThan(100);
    expect(waits(runs, "air-watch.stage")).toEqual([]);
  });

  it("[RC-09] is not for rescue, where Djibouti is asked each time, unless its purpose is widened", () => {
    const asked = waits(runs, "rescue-at-sea.stage");
    const wider = traces(study, "gulf-wider-base", options);

    expect(asked.length).toBeGreaterThan(20);
    expect(asked.every((entry) => entry.subject === "djibouti" && hoursOf(entry.ticks) >= 24)).toBe(true);
    expect(waits(wider, "rescue-at-sea.stage")).toEqual([]);
    expect(wider.flatMap((run) => entriesOf(run, "arrived", "rescue-at-sea.stage")).length).toBeGreaterThan(
      20,
    );
  });
});
