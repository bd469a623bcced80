import { ticksPerHour } from "@shikumi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStudy, runsOf, scale, studyOf, traceOf } from "./study-run.ts";

const day = 24 * ticksPerHour;
const ticksOfMinutes = (minutes: number): number => Math.floor((minutes / 60) * ticksPerHour + 0.5);
/** Ticks of times that follow one another, each rounded by itself. */
const inTurn = (...minutes: readonly number[]): number =>
  minutes.reduce((sum, one) => sum + ticksOfMinutes(one), 0);

describe("the time line of one case", () => {
  it("[A15] is the sum of what every gate takes, tick by tick", () => {
    const trace = traceOf(readStudy("timeline"));
    const tickOf = (what: string, organisation: string): number =>
      (trace.find((entry) => entry.what === what && entry.organisation === organisation)?.tick ?? 0) - day;
    const drive = ticksOfMinutes((1000 / 30) * 60);

    const informed = inTurn(50);
    const denied = informed + inTurn(10, 25) + inTurn(60, 35);
    // The Cabinet finds the danger after half an hour's attention and three hours, and attends again to approve.
    const found = denied + inTurn(30, 180);
    const permitted = found + Math.max(inTurn(10, 5), inTurn(40)) + inTurn(30, 120);
    // B, who needs no permission, has asked for the cell long before A may go; the host is asked then.
    const cell = inTurn(250);
    const welcome = permitted + inTurn(420, 20);
    const there = welcome + inTurn(100) + drive;
    const done = there + inTurn(1234);

    expect(trace.filter(({ what }) => what === "cell").map(({ tick }) => tick - day)).toEqual([cell]);
    expect(tickOf("informed", "A")).toBe(informed);
    expect(tickOf("denied", "A")).toBe(denied);
    expect(tickOf("finding", "")).toBe(found);
    expect(tickOf("permit", "A")).toBe(permitted);
    expect(tickOf("access", "A")).toBe(welcome);
    expect(tickOf("arrived", "A")).toBe(there);
    expect(tickOf("done", "A")).toBe(done);
    expect(tickOf("freed", "A")).toBe(done + drive + inTurn(660));
    expect(tickOf("arrived", "B")).toBe(cell);
    expect(trace.filter(({ what }) => what === "closed").map(({ tick }) => tick - day)).toEqual([done]);
  });
});

/** Minutes a step takes and hesitates. */
type Step = readonly [takes: number, hesitates: number];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.integer({ min: 0, max: 3000 }),
  fc.integer({ min: 0, max: 300 }),
);
const stages = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

/** A study whose provisions are tried one after the other; all but the last end in a refusal by their last step. */
function chainStudy(provisions: readonly (readonly (readonly Step[])[])[]): string {
  const written = provisions.map((chain, at) => {
    const isLast = at === provisions.length - 1;
    const lines = chain.map((parallel, i) => {
      const steps = parallel.map(([takes, hesitates], j) => {
        const refuses = !isLast && i === chain.length - 1 && j === parallel.length - 1;
        return `{approval: MINISTER, takes: ${takes} min, hesitates: ${hesitates} min${refuses ? ", given: 0" : ""}}`;
      });
      return `[${steps.join(", ")}]`;
    });
    const over = isLast ? "" : `over: [L-${at + 1}], `;
    return `  L-${at}: {says: may, acts-through: [A], activities: [go], ${over}steps: [${lines.join(", ")}]}`;
  });
  return `
study: {title: {ja: 鎖, en: Chains}, baseline: 2012-03-31, horizon: 1 d, assumption: true}
parties: {P: {name: {ja: 甲, en: P}}}
kinds: {force: {default: needs-basis}}
organisations: {A: {party: P, kind: force}}
deciders: {MINISTER: {party: P}}
places: {here: {}}
incidents: {case: {at: here, dates: [2012-04-01], calls: help}}
missions: {help: {domain: D, tasks: {go: {activity: go}}}}
roles: {help.go: {lead: A}}
sources: {act: {title: Act, reliability: A}}
authorities:
${written.join("\n").replaceAll("says: may", "source: act, grade: 1, says: may")}
`;
}

describe("chains of approvals", () => {
  it("[A15] take the sum over their stages of the slowest step, and try the next provision when refused", () => {
    fc.assert(
      fc.property(fc.array(stages, { minLength: 1, maxLength: 4 }), (provisions) => {
        const trace = traceOf(studyOf(chainStudy(provisions)));
        const expected = provisions
          .flat()
          .reduce((sum, parallel) => sum + Math.max(...parallel.map((one) => inTurn(...one))), 0);

        expect(trace.filter(({ what }) => what === "done").map(({ tick }) => tick)).toEqual([expected]);
      }),
      { numRuns: 60 * scale, seed: 15 },
    );
  });
});

describe("a decider with many steps at once", () => {
  it("[A15] is done with the k-th after k times the attention", () => {
    const cases = 50;
    const text = `
study: {title: {ja: 机, en: A desk}, baseline: 2012-03-31, horizon: 1 d, assumption: true}
parties: {P: {name: {ja: 甲, en: P}}}
kinds: {force: {default: needs-basis}}
organisations: {A: {party: P, kind: force}}
deciders: {DESK: {party: P, attention: 7 min, assumption: true}}
places: {here: {}}
incidents: {case: {at: here, dates: [${Array.from({ length: cases }, () => "2012-04-01").join(", ")}], calls: help}}
missions: {help: {domain: D, tasks: {go: {activity: go}}}}
roles: {help.go: {lead: A}}
authorities: {L: {says: may, acts-through: [A], activities: [go], steps: [{approval: DESK, takes: 1 h}], assumption: true}}
`;
    const done = traceOf(studyOf(text)).filter(({ what }) => what === "done");

    expect(done.map(({ tick }) => tick)).toEqual(
      Array.from({ length: cases }, (_, k) => (k + 1) * ticksOfMinutes(7) + ticksOfMinutes(60)),
    );
    expect(runsOf(studyOf(text), 1)[0]?.status.ended).toBe("complete");
  });
});
