import { type LegalQuestion, verdict } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { type Engine, engines } from "../differential/engine.ts";
import { type Change, readSentence, runSentence, type SentenceOptions, told } from "./sentence.ts";

/** Steps answered, permits, denials and losses of a study with passages changed. */
function answers(
  engine: Engine,
  name: string,
  changes: readonly Change[] = [],
  options: SentenceOptions = {},
): readonly string[] {
  const run = runSentence(engine, readSentence(name, ...changes), options);
  return told(run, "stage", "permit", "denied", "refused", "lost");
}

/** What a legal question leaves open: steps and findings to come. */
function toCome(name: string, question: LegalQuestion): readonly string[] {
  return verdict(readSentence(name), question).pending.map((one) =>
    one.kind === "step" ? `${one.step.kind} ${one.step.whom}` : one.kind,
  );
}

describe.each(engines)("who may, in the $name:", (engine) => {
  it("[Z1] a governor must request before the minister may dispatch, unless there is no time; then a report follows", () => {
    const dispatch = (...changes: Change[]) => answers(engine, "01-request-or-report", changes);
    const noTime: Change = ["no-time: no", "no-time: yes"];
    const refusing: Change = ["takes: 6 h,", "takes: 6 h, given: 0,"];
    const asked = { actor: "JP-GSDF", activity: "relief", hours: 0 };

    expect(dispatch()).toEqual([
      "6 stage rescue.search JP-GSDF L-SDF83 (6 h)",
      "7 stage rescue.search JP-GSDF L-SDF83 1 (1 h)",
      "7 stage rescue.search JP-GSDF L-SDF83 2",
      "7 permit rescue.search JP-GSDF L-SDF83",
    ]);
    expect(dispatch(noTime).at(-1)).toBe("1 permit rescue.search JP-GSDF L-SDF83");
    expect(dispatch(refusing)).toContain("6 refused rescue.search JP-GSDF law.decision");
    expect(dispatch(refusing, noTime).at(-1)).toBe("1 permit rescue.search JP-GSDF L-SDF83");
    expect(toCome("01-request-or-report", { ...asked, facts: { "no-time": "yes" } })).toEqual([
      "order MINISTER",
      "report-after GOVERNOR",
    ]);
    expect(toCome("01-request-or-report", { ...asked, facts: { "no-time": "no" } })).toEqual([
      "request GOVERNOR",
      "order MINISTER",
    ]);
  });

  it("[Z2] the nuclear headquarters requests, not the governor; the same forces answer both", () => {
    const run = runSentence(engine, readSentence("02-two-requesters"));
    const asked = run.outputs.layout.nodes.map((node, i) => `${node} ${run.outputs.answered[i]}`);

    expect(told(run, "stage", "share", "pooled", "done")).toEqual([
      "0 share rescue.search JP-GSDF teams 2 (2)",
      "6 stage rescue.search JP-GSDF L-SDF83 (6 h)",
      "10 share cool.pump JP-GSDF teams 1 (1)",
      "10 pooled cool.pump JP-GSDF relief-team capability 1",
      "12 stage cool.pump JP-GSDF L-SDF83-3 (2 h)",
      "30 done rescue.search JP-GSDF teams 2",
      "30 share cool.pump JP-GSDF teams 1 (1)",
      "36 done cool.pump JP-GSDF teams 1",
      "54 done cool.pump JP-GSDF teams 1",
    ]);
    expect(asked).toEqual(expect.arrayContaining(["GOVERNOR 1", "NUCLEAR-HQ 1"]));
    expect(answers(engine, "02-two-requesters", [["nuclear: yes", "nuclear: no"]])).toContain(
      "16 stage cool.pump JP-GSDF L-SDF83 (6 h)",
    );
  });

  it("[Z3] one order covers later escorts until the act replaces it; one under way keeps its cover", () => {
    const convoys = (...changes: Change[]) => {
      const run = runSentence(engine, readSentence("03-standing-order", ...changes));
      return told(run, "stage", "permit", "closed").filter((line) => !/permit L/.test(line));
    };
    // 13 March is hour 0; 20 April is day 38, 20 July day 129, 24 July day 133, 3 August day 143.
    const march = [
      "24 stage L-SDF82 (24 h)",
      "24 permit escort.sail JP-MSDF L-SDF82",
      "240 closed escort.sail 0.9",
    ];
    const april = ["912 permit escort.sail JP-MSDF L-SDF82", "1152 closed escort.sail 1"];
    const july = ["3096 permit escort.sail JP-MSDF L-SDF82", "3336 closed escort.sail 1"];
    const august = [
      "3480 stage L-PIRACY7 (48 h)",
      "3480 permit escort.sail JP-MSDF L-PIRACY7",
      "3672 closed escort.sail 0.8",
    ];

    expect(convoys()).toEqual([...march, ...april, ...july, ...august]);
    expect(convoys(["from: 1954-07-01", "from: 1954-07-01\n    until: 2009-07-24"])).toEqual(convoys());
    expect(convoys(["2009-07-20", "2009-07-24"]).slice(5)).toEqual([
      "3240 stage L-PIRACY7 (48 h)",
      "3240 permit escort.sail JP-MSDF L-PIRACY7",
      "3432 closed escort.sail 0.8",
      "3432 permit escort.sail JP-MSDF L-PIRACY7",
      "3672 closed escort.sail 1",
    ]);
    expect(
      convoys(["lasts: 1 yr                      #", "#"]).filter((line) => /stage/.test(line)),
    ).toHaveLength(4);
  });

  it("[Z4] the coast guard comes first; the navy only in special need, which a minister judges", () => {
    const judged = answers(engine, "04-special-need");
    const notJudged = answers(engine, "04-special-need", [["given: 1", "given: 0"]]);
    const navyFirst: Change = ["lead: JP-JCG, supports: [JP-MSDF]", "lead: JP-MSDF, supports: [JP-JCG]"];

    expect(judged).toEqual([
      "0 permit answer.repel JP-JCG L-PIRACY5",
      "3 stage answer.repel JP-MSDF L-PIRACY7 (1 h)",
      "3 permit answer.repel JP-MSDF L-PIRACY7",
    ]);
    expect(notJudged).toEqual([
      "0 permit answer.repel JP-JCG L-PIRACY5",
      "2 denied answer.repel JP-MSDF L-PIRACY7 law.decision",
      "2 refused answer.repel JP-MSDF law.decision",
      "10 permit answer.repel JP-JCG L-PIRACY5",
    ]);
    expect(answers(engine, "04-special-need", [navyFirst])[0]).toBe(
      "1 stage answer.repel JP-MSDF L-PIRACY7 (1 h)",
    );
  });

  it("[Z6] a law permits the act but not for this beneficiary; another the beneficiary but not at this place", () => {
    const anybody: Change = [", for: {party: JPN}", ""];
    const anywhere: Change = [", at: {state: JPN}", ""];
    const question = { actor: "JP-MSDF", activity: "escort", hours: 0, beneficiary: "other-ships" };
    const study = readSentence("06-beneficiary-or-place");

    expect(answers(engine, "06-beneficiary-or-place")).toEqual([
      "0 permit escort.sail JP-MSDF L-OWN",
      "24 permit escort.sail JP-MSDF L-HOME",
      "48 lost escort.sail destroyer law.basis 1",
    ]);
    expect(verdict(study, { ...question, place: "gulf-of-aden" }).kind).toBe("no-basis");
    expect(verdict(study, { ...question, place: "home-waters" }).kind).toBe("permitted");
    expect(answers(engine, "06-beneficiary-or-place", [anybody]).at(-1)).toBe(
      "48 permit escort.sail JP-MSDF L-OWN",
    );
    expect(answers(engine, "06-beneficiary-or-place", [anywhere]).at(-1)).toBe(
      "48 permit escort.sail JP-MSDF L-HOME",
    );
  });

  it("[Z7] abandoned mines may be swept, laid mines not, until hostilities end: a fact of the case decides", () => {
    const facts = "mines: abandoned, hostilities-ended: no";
    const swept = (is: string, undetermined: "granted" | "refused" = "refused") =>
      answers(engine, "07-abandoned-or-laid", [[facts, is]], { undetermined })[0];
    const yes = "0 permit clear.sweep JP-MSDF L-SDF84-2";
    const no = "0 lost clear.sweep minesweeper law.basis 1";

    expect(swept(facts)).toBe(yes);
    expect(swept("mines: laid, hostilities-ended: no")).toBe(no);
    expect(swept("mines: laid, hostilities-ended: yes")).toBe(yes);
    expect([swept("mines: laid", "granted"), swept("mines: laid", "refused")]).toEqual([yes, no]);
  });

  it("[Z8] a special measures act lapses on a date and its operation stops; it can be renewed after a gap", () => {
    const requests = (...changes: Change[]) => answers(engine, "08-act-with-an-end", changes);
    // 15 October 2007, 15 November, 20 January 2008: days 14, 45 and 111.
    const served = [
      "336 permit replenish.refuel JP-MSDF L-REFUEL",
      "2664 permit replenish.refuel JP-MSDF L-REFUEL",
    ];
    const lapsed = "1080 lost replenish.refuel supply-ship law.basis 1";

    expect(requests()).toEqual([served[0], lapsed, served[1]]);
    expect(requests(["    renewed: [{from: 2008-01-16, until: 2010-01-16}]\n", ""])).toEqual([
      served[0],
      lapsed,
      "2664 lost replenish.refuel supply-ship law.basis 1",
    ]);
    expect(requests(["until: 2007-11-02", "until: 2007-12-01"])[1]).toBe(
      "1080 permit replenish.refuel JP-MSDF L-REFUEL",
    );
  });

  it("[Z10] a commander may act for 72 hours on his own; after that higher approval is needed", () => {
    const second = (hours: string) =>
      answers(engine, "10-seventy-two-hours", [["takes: 80 h", `takes: ${hours}`]]).slice(1);

    expect(answers(engine, "10-seventy-two-hours")).toEqual([
      "0 permit relief.rescue US-USFJ L-IMMEDIATE",
      "85 stage relief.clear US-USFJ L-APPROVED (5 h)",
      "85 permit relief.clear US-USFJ L-APPROVED",
    ]);
    expect(second("72 h")).toEqual(["72 permit relief.clear US-USFJ L-IMMEDIATE"]);
    expect(second("73 h").at(-1)).toBe("78 permit relief.clear US-USFJ L-APPROVED");
  });
});
