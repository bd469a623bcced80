import { describe, expect, it } from "vitest";
import { causeBit } from "../../src/cause.ts";
import { engines } from "../differential/engine.ts";
import { type Change, delivered, readSentence, runSentence, told } from "./sentence.ts";

describe.each(engines)("who agrees, in the $name:", (engine) => {
  it("[Z15] a flag state is asked for consent to board; it may refuse, or answer too late", () => {
    const board = (...changes: Change[]) => runSentence(engine, readSentence("15-flag-state", ...changes));
    const refusing: Change = ["given: 1", "given: 0"];
    const late: Change = ["hesitates: 0 h", "hesitates: 7 h"];
    const freely = (change: Change) =>
      delivered(
        runSentence(engine, readSentence("15-flag-state", change), {
          relax: causeBit.consent,
          imposed: board(change).imposed,
        }),
      );

    expect(told(board(), "permit", "refused", "closed")).toEqual([
      "2 permit interdict.board US-NAVY L-BOARDING",
      "3 closed interdict.board 1",
    ]);
    expect(told(board(refusing), "permit", "refused", "closed")).toEqual([
      "2 refused interdict.board US-NAVY consent",
      "2 closed interdict.board",
    ]);
    expect(told(board(late), "stage", "permit", "refused", "closed")).toEqual(["8 closed interdict.board"]);
    expect([board(), board(refusing), board(late)].map((run) => delivered(run)["interdict.board"])).toEqual([
      10, 0, 0,
    ]);
    expect([freely(refusing), freely(late)]).toEqual([{ "interdict.board": 10 }, { "interdict.board": 10 }]);
  });

  it("[Z16] the Security Council may be blocked by one member; the same block holds for all measures in that future", () => {
    const futures = Array.from({ length: 12 }, (_, future) => future);
    /** How the four requests of one future end, over two replications: sanctions, then mission. */
    const votes = (future: number, ...changes: Change[]): readonly string[] => {
      const study = readSentence("16-blocked-council", ...changes);
      const ends = [0, 1].flatMap((replication) =>
        told(runSentence(engine, study, { future, replication }), "permit", "refused"),
      );
      const by = (task: string): readonly string[] =>
        ends
          .filter((line) => line.includes(task))
          .map((line) => (line.includes("permit") ? "yes" : "blocked"));
      return [[...new Set(by("inspect"))].join(), [...new Set(by("deploy"))].join()];
    };
    const two: readonly Change[] = [
      [
        "uncertainties:\n",
        "uncertainties:\n  other: {values: {discrete: {0: 0.5, 1: 0.5}}, assumption: true}\n",
      ],
      ["takes: 9 d, given: {future: no-veto}", "takes: 9 d, given: {future: other}"],
    ];

    expect(new Set(futures.map((future) => votes(future).join(" ")))).toEqual(
      new Set(["yes yes", "blocked blocked"]),
    );
    expect(futures.map((future) => votes(future, ...two).join(" "))).toEqual(
      expect.arrayContaining([expect.stringMatching(/yes blocked|blocked yes/)]),
    );
    const blocked = futures.find((future) => votes(future)[0] === "blocked") ?? 0;
    const run = runSentence(engine, readSentence("16-blocked-council"), { future: blocked });
    expect(new Set(run.trace.filter(({ what }) => what === "refused").map(({ cause }) => cause))).toEqual(
      new Set(["consent"]),
    );
  });

  it("[Z17] the base at Djibouti may be used against piracy only", () => {
    const tasks = (...changes: Change[]) =>
      told(
        runSentence(engine, readSentence("17-base-for-piracy-only", ...changes)),
        "refused",
        "opened",
        "access",
      );

    expect(tasks()).toEqual([
      "0 opened patrol.use-base",
      "2 opened patrol.fly",
      "240 opened evacuate.use-base",
      "240 access evacuate.use-base JP-MSDF djibouti mechanism",
      "240 refused evacuate.use-base JP-MSDF mechanism",
    ]);
    expect(tasks([", for: [counter-piracy]", ""])).toEqual([
      "0 opened patrol.use-base",
      "2 opened patrol.fly",
      "240 opened evacuate.use-base",
      "242 opened evacuate.fly",
    ]);
  });
});
