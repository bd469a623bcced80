import { createWhatIfContext, type TraceStep } from "@shikumi/assessment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunIncident } from "../../../src/live/run-story.ts";
import { TracedRuns } from "../../../src/live/traced-runs.ts";
import { sayer } from "../../../src/messages/say.ts";
import { incidentMonths } from "../../../src/views/replay/incident-months.ts";
import { mapFrame } from "../../../src/views/replay/map-frame.ts";
import { messages } from "../../../src/views/replay/messages/index.ts";
import { mostTelling, replayChoice } from "../../../src/views/replay/replay-choice.ts";
import { stepWords } from "../../../src/views/replay/step-words.ts";
import {
  isTrouble,
  missionStory,
  passed,
  passedAlone,
  type Story,
  storyOf,
  timesOf,
  union,
  weakestMission,
} from "../../../src/views/replay/story.ts";
import { timeAxis } from "../../../src/views/replay/time-axis.ts";
import {
  pathBetween,
  type UnitPath,
  unitPaths,
  unitPoint,
  unitState,
} from "../../../src/views/replay/unit-paths.ts";
import { nextTime, timeBefore } from "../../../src/views/replay/use-player.ts";
import { sampleEdition } from "../sample-edition.ts";

const { study } = sampleEdition();
const runs = new TracedRuns(createWhatIfContext(study));
const stories: readonly Story[] = [0, 1].flatMap((future) => {
  const run = { package: "baseline", choice: { future, replication: 0, mode: "in-force" } } as const;
  return runs
    .incidents(run)
    .slice(0, 25)
    .flatMap(({ id }) => {
      const told = runs.story(run, id);
      return told === undefined ? [] : [storyOf(study, told)];
    });
});
const incident = (id: string, change: Partial<RunIncident> = {}): RunIncident => ({
  id,
  stream: "",
  hours: 0,
  lasts: 0,
  isAverted: false,
  place: undefined,
  missions: [],
  steps: 1,
  refusals: 0,
  met: 1,
  lost: 0,
  ...change,
});

describe("the choice of a replay", () => {
  it("[U5] comes from the link; what the study lacks is chosen", () => {
    const [first = ""] = study.packages.keys();
    expect(replayChoice(study, {})).toEqual({
      package: "baseline",
      other: undefined,
      run: { future: 0, replication: 0, mode: "in-force" },
      incident: undefined,
      mission: undefined,
      at: 0,
      stretch: "early",
    });
    expect(
      replayChoice(study, { package: "nothing", other: "baseline", future: "-1", at: "x" }),
    ).toMatchObject({
      package: "baseline",
      other: undefined,
      run: { future: 0 },
      at: 0,
    });
    expect(
      replayChoice(study, {
        package: first,
        other: "baseline",
        future: "1",
        mode: "timed",
        at: "2.5",
        axis: "even",
      }),
    ).toMatchObject({
      package: first,
      other: "baseline",
      run: { future: 1, mode: "timed" },
      at: 2.5,
      stretch: "even",
    });
  });

  it("[U5] looks at the mission with most left unmet", () => {
    const [story] = stories;
    if (story === undefined) throw new Error("no story");
    const task = { opened: 0, closed: 1, standard: undefined, marks: [], lanes: [], isOutcome: true };
    const tasks = [
      { ...task, ref: "a.x", mission: "a", met: 0.9 },
      { ...task, ref: "b.x", mission: "b", met: 0.5 },
      { ...task, ref: "c.x", mission: "c", met: 0, isOutcome: false },
    ];
    expect(weakestMission({ ...story, tasks })).toBe("b");
    expect(weakestMission({ ...story, tasks: [] })).toBeUndefined();
  });

  it("[U6] begins with the incident that lost most", () => {
    const list = [
      incident("a", { lost: 0.2 }),
      incident("b", { lost: 0.3 }),
      incident("c", { lost: 0.3, refusals: 2 }),
      incident("d", { lost: 0.9, isAverted: true }),
    ];
    expect(mostTelling(list)?.id).toBe("c");
    expect(mostTelling([])).toBeUndefined();
  });
});

describe("the time axis", () => {
  it("[U7] rises, is undone by its inverse, and has its ticks on it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 40_000, noNaN: true }),
        fc.constantFrom("even", "early"),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (end, stretch, share) => {
          const axis = timeAxis(end, stretch as "even" | "early");
          expect(axis.place(0)).toBe(0);
          expect(axis.place(end)).toBeCloseTo(1, 9);
          expect(axis.place(axis.hours(share))).toBeCloseTo(share, 6);
          expect(axis.hours(Math.min(1, share + 0.01))).toBeGreaterThanOrEqual(axis.hours(share));
          expect(axis.ticks[0]).toBe(0);
          for (const [at, tick] of axis.ticks.entries()) {
            expect(tick).toBeLessThanOrEqual(end);
            if (at > 0) expect(tick).toBeGreaterThan(axis.ticks[at - 1] ?? 0);
          }
          expect(axis.ticks.length).toBeLessThanOrEqual(12);
        },
      ),
      { numRuns: 200 },
    );
    expect(timeAxis(100, "early").place(1)).toBeGreaterThan(timeAxis(100, "even").place(1));
    expect(timeAxis(0, "even").end).toBe(1);
  });
});

describe("a story", () => {
  const step = (what: TraceStep["what"], hours: number, change: Partial<TraceStep> = {}): TraceStep => ({
    hours,
    what,
    incident: "i",
    task: "relief.deliver",
    organisation: "A",
    subject: "",
    cause: "",
    amount: 0,
    waited: 0,
    units: 0,
    ...change,
  });

  it("[U8] has a stretch for each wait, way and work", () => {
    const story = storyOf(study, {
      incident: incident("i", { hours: 100 }),
      steps: [
        step("onset", 100, { task: "", organisation: "" }),
        step("opened", 100, { organisation: "" }),
        step("share", 100, { subject: "h", units: 3 }),
        step("informed", 102, { waited: 2, cause: "mechanism" }),
        step("denied", 103, { subject: "L1" }),
        step("permit", 107, { subject: "L2" }),
        step("access", 108, { waited: 1, amount: 1 }),
        step("arrived", 114, { subject: "h", waited: 4 }),
        step("done", 120, { subject: "h" }),
        step("closed", 118, { organisation: "", amount: 0.5 }),
        step("freed", 140, { subject: "h", units: 3 }),
      ],
    });
    const lane = story.tasks[0]?.lanes[0];
    expect(lane?.stretches.map(({ kind, from, until }) => [kind, from, until])).toEqual([
      ["inform", 0, 2],
      ["law", 2, 7],
      ["access", 7, 8],
      ["ready", 8, 10],
      ["travel", 10, 14],
      ["work", 14, 18],
    ]);
    expect(lane).toMatchObject({ knows: 2, waitedToKnow: 2, permitted: 7, under: "L2", onScene: 14 });
    expect(lane?.marks).toEqual([{ at: 3, kind: "denied", cause: "" }]);
    expect(lane?.moves).toEqual([{ holding: "h", units: 3, assigned: 0, leaves: 10, arrives: 14, ends: 18 }]);
    expect(story.end).toBe(20);
    expect(story.legal).toEqual([{ from: 2, until: 7 }]);
    expect(story.operational).toEqual([{ from: 8, until: 18 }]);
  });

  it("[U8] has no stretch of negative length or after the end of its task", () => {
    for (const { tasks, end } of stories)
      for (const { lanes, closed } of tasks)
        for (const { stretches } of lanes)
          for (const { kind, from, until } of stretches) {
            expect(until).toBeGreaterThan(from);
            if (kind === "work") expect(until).toBeLessThanOrEqual((closed ?? end) + 1e-9);
          }
    expect(stories.some(({ tasks }) => tasks.some(({ lanes }) => lanes.length > 1))).toBe(true);
  });

  it("[U9] counts time that two share once", () => {
    const spans = union([
      { from: 4, until: 6 },
      { from: -3, until: 1 },
      { from: 5, until: 9 },
      { from: 2, until: 2 },
    ]);
    expect(spans).toEqual([
      { from: 0, until: 1 },
      { from: 4, until: 9 },
    ]);
    expect(passed(spans, 5)).toBe(2);
    expect(passedAlone(spans, [{ from: 0.5, until: 5 }], 7)).toBe(2.5);
    for (const { legal, operational, end } of stories) {
      expect(passed(legal, end)).toBeLessThanOrEqual(end + 1e-9);
      expect(passedAlone(legal, operational, end)).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it("[U10] steps over every moment and jumps to refusals and delays", () => {
    const trouble = step("refused", 3);
    expect(
      [
        trouble,
        step("lost", 1),
        step("pooled", 1),
        step("recalled", 1),
        step("denied", 1),
        step("finding", 1, { amount: 0 }),
        step("access", 1, { amount: 0 }),
        step("stage", 1, { waited: 1 }),
        step("informed", 1, { waited: 1, cause: "mechanism" }),
      ].every(isTrouble),
    ).toBe(true);
    expect(
      [step("opened", 1), step("permit", 1), step("arrived", 1, { waited: 5 }), step("stage", 1)].some(
        isTrouble,
      ),
    ).toBe(false);
    for (const story of stories) {
      const all = timesOf([story], false);
      const some = timesOf([story], true);
      expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
      for (const time of some) expect(all).toContain(time);
      for (const one of story.steps.filter(isTrouble)) {
        const at = one.hours - story.incident.hours;
        if (at >= 0 && at <= story.end) expect(some).toContain(at);
      }
    }
    expect(nextTime([0, 2, 5], 2)).toBe(5);
    expect(nextTime([0, 2, 5], 5)).toBeUndefined();
    expect(timeBefore([0, 2, 5], 5)).toBe(2);
    expect(timeBefore([3], 1)).toBe(0);
  });

  it("[U10] keeps of a mission what belongs to it", () => {
    for (const story of stories) {
      expect(missionStory(story, "all")).toBe(story);
      for (const mission of story.incident.missions)
        for (const { mission: of } of missionStory(story, mission).tasks) expect(of).toBe(mission);
    }
  });
});

describe("units on the map", () => {
  it("[U11] start where they lie and end where the task is done", () => {
    const paths = stories.flatMap((story) => unitPaths(story));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      expect(path.from).toBe(study.holdings.get(path.holding)?.at ?? path.to);
      const [start, end] = [path.points[0], path.points.at(-1)];
      if (start === undefined || end === undefined) continue;
      expect(unitPoint(path, path.leaves - 1)?.[1]).toBeCloseTo(start[1], 6);
      expect(unitPoint(path, path.arrives + 1)?.[1]).toBeCloseTo(end[1], 6);
      expect(unitState(path, path.leaves - 1)).toBe("waits");
      expect(unitState(path, path.ends + 1)).toBe("left");
    }
  });

  it("[U11] follow the sea legs that join two places, else go straight", () => {
    const ports = [...study.routes.values()].filter(({ mode }) => mode === "sea");
    const [from, to] = ports[0]?.joins ?? ["", ""];
    expect(pathBetween(study, from, to, "sea")).toHaveLength(2);
    expect(pathBetween(study, from, "nowhere", undefined)).toEqual([]);
  });

  it("[U11] cross the antimeridian by the short way", () => {
    const path: UnitPath = {
      id: "",
      holding: "",
      organisation: "",
      task: "",
      units: 1,
      leaves: 0,
      arrives: 10,
      ends: 20,
      from: "",
      to: "",
      points: [
        [170, 0],
        [-170, 0],
      ],
    };
    expect(Math.abs(unitPoint(path, 5)?.[0] ?? 0)).toBeCloseTo(180, 6);
    const projection = mapFrame(path.points, 400, 200);
    const [left, right] = path.points.map((point) => projection([...point])?.[0] ?? Number.NaN);
    expect((right ?? 0) - (left ?? 0)).toBeGreaterThan(150);
    for (const points of [
      [],
      [[139, 35] as const],
      [[139, 35] as const, [-77, 38] as const, [18, -33] as const],
    ]) {
      const frame = mapFrame(points, 400, 200);
      for (const point of points) {
        const [x = -1, y = -1] = frame([...point]) ?? [];
        expect(x >= 0 && x <= 400 && y >= 0 && y <= 200).toBe(true);
      }
    }
  });
});

describe("words and months", () => {
  it("[U12] say every step in both languages without an open blank", () => {
    const kinds = new Set<string>();
    for (const language of ["en", "ja"] as const)
      for (const story of stories)
        for (const one of story.steps) {
          kinds.add(one.what);
          const text = stepWords(study, one, { say: sayer(messages, language), language });
          expect(text).not.toMatch(/\{[a-z-]+\}/);
          expect(text.trim()).not.toBe("");
        }
    expect(kinds.size).toBeGreaterThan(9);
  });

  it("[U14] count incidents by month without gaps", () => {
    const months = incidentMonths(
      [incident("a"), incident("b", { hours: 24 * 40, refusals: 1 }), incident("c", { isAverted: true })],
      { year: 2012, month: 11, day: 15, minuteOfDay: 0 },
      24 * 70,
    );
    expect(months).toEqual([
      { year: 2012, month: 11, count: 1, refused: 0 },
      { year: 2012, month: 12, count: 1, refused: 1 },
      { year: 2013, month: 1, count: 0, refused: 0 },
    ]);
  });

  it("[U23] have the same keys and blanks in both languages", () => {
    const blanks = (text: string): readonly string[] =>
      [...text.matchAll(/\{([a-z-]+)\}/g)].map(([one]) => one).sort();
    expect(Object.keys(messages.ja)).toEqual(Object.keys(messages.en));
    for (const [key, text] of Object.entries(messages.en))
      expect(blanks((messages.ja as Record<string, string>)[key] ?? ""), key).toEqual(blanks(text));
  });
});
