import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { type Change, delivered, readSentence, runSentence, told } from "./sentence.ts";

describe.each(engines)("who does what, in the $name:", (engine) => {
  it("[Z5] officers of one service on a ship of another: two organisations, one task, two authorities", () => {
    const arrest = (...changes: Change[]) =>
      runSentence(engine, readSentence("05-officers-on-a-ship", ...changes));
    const noShip = arrest(["acts-through: [JP-MSDF]", "acts-through: [JP-JCG]"]);
    const noOfficers = arrest(["acts-through: [JP-JCG]", "acts-through: [JP-MSDF]"]);

    expect(told(arrest(), "permit", "cell", "closed")).toEqual([
      "0 permit law-enforcement.arrest JP-JCG L-PIRACY5",
      "1 permit law-enforcement.arrest JP-MSDF L-PIRACY7",
      "2 cell law-enforcement.arrest MX-BOARDING coordination (2 h)",
      "5 closed law-enforcement.arrest 1",
    ]);
    expect(told(noShip, "lost")).toEqual(["0 lost law-enforcement.arrest destroyer law.basis 1"]);
    expect(told(noOfficers, "lost")).toContain("0 lost law-enforcement.arrest officer law.basis 8");
    expect([arrest(), noShip, noOfficers].map((run) => delivered(run)["law-enforcement.arrest"])).toEqual([
      10, 0, 0,
    ]);
  });

  it("[Z9] a mechanism for two situations that are never declared: its cell is set up by analogy on day 3", () => {
    const cell = (packageId: string, ...changes: Change[]) =>
      told(
        runSentence(engine, readSentence("09-never-declared", ...changes), { packageId }),
        "cell",
        "closed",
      );
    const declared: Change = [
      "areas-surrounding: {found-by: [CABINET],",
      "areas-surrounding: {found-by: [CABINET], open: [{from: 2012-04-01}],",
    ];
    const standing = ["1 cell relief.clear MX-BCM97 coordination (1 h)", "11 closed relief.clear 1"];

    expect(cell("baseline")).toEqual([
      "72 cell relief.clear coordination (72 h)",
      "82 closed relief.clear 1",
    ]);
    expect(cell("baseline", declared)).toEqual(standing);
    expect(cell("standing-cell")).toEqual(standing);
  });

  it("[Z23] a municipality, a prefecture, a ministry and a force each hold a part of one task", () => {
    const clear = (...changes: Change[]) =>
      runSentence(engine, readSentence("23-four-hold-a-part", ...changes));
    const noForce = clear(["L-SDF83: {says: may,", "L-SDF83: {says: must-not,"]);

    expect(told(clear(), "share", "cell", "closed")).toEqual([
      "0 share relief.clear JP-TOWN town 1 (1)",
      "0 share relief.clear JP-PREFECTURE prefecture 2 (2)",
      "0 share relief.clear JP-MLIT ministry 3 (3)",
      "0 share relief.clear JP-GSDF force 4 (4)",
      "3 cell relief.clear MX-LOCAL-HQ coordination (3 h)",
      "8 closed relief.clear 1",
    ]);
    expect(
      told(clear(), "permit")
        .map((line) => line.split(" ").at(-1) ?? "")
        .sort(),
    ).toEqual(["L-PREFECTURE", "L-ROADS", "L-SDF83", "L-TOWN"]);
    expect([clear(), noForce].map((run) => delivered(run)["relief.clear"])).toEqual([
      10,
      expect.closeTo(6, 12),
    ]);
    expect(told(noForce, "closed")).toEqual([expect.stringMatching(/^10 closed relief.clear 0.6/)]);
  });

  it("[Z24] the cabinet office leads at home, the foreign ministry abroad; the United States names USAID", () => {
    const leads = (...changes: Change[]) =>
      told(runSentence(engine, readSentence("24-who-leads-where", ...changes)), "share");
    const study = readSentence("24-who-leads-where");
    const named = [...study.missions.values()].map(({ id, tasks }) => [
      id,
      tasks.get("coordinate")?.accountable,
    ]);
    const atHome = "0 share relief-at-home.coordinate JP-CAO 1";

    expect(leads()).toEqual([atHome, "240 share relief-abroad.coordinate JP-MOFA 1"]);
    expect(Object.fromEntries(named)).toEqual({
      "relief-at-home": [
        { party: "JPN", organisation: "JP-CAO" },
        { party: "USA", organisation: "US-USAID" },
      ],
      "relief-abroad": [
        { party: "JPN", organisation: "JP-MOFA" },
        { party: "USA", organisation: "US-USAID" },
      ],
    });
    expect(leads(["L-RELIEF-TEAMS: {says: may", "L-RELIEF-TEAMS: {says: must-not"])).toEqual([
      atHome,
      "240 share relief-abroad.coordinate US-USAID 1",
    ]);
    expect(
      leads(["relief-abroad.coordinate: {lead: JP-MOFA}", "relief-abroad.coordinate: {lead: US-USAID}"])[1],
    ).toBe("240 share relief-abroad.coordinate US-USAID 1");
  });

  it("[Z29] a treaty duty runs one way; bases run the other", () => {
    const run = (...changes: Change[]) =>
      runSentence(engine, readSentence("29-duties-and-bases", ...changes));
    const treaty = readSentence("29-duties-and-bases").mechanisms.get("MX-TREATY");
    const mutual: readonly Change[] = [
      ["acts-through: [US-FORCES]", "acts-through: [US-FORCES, JP-SDF]"],
      ["    for: {party: JPN}\n", ""],
    ];

    expect(treaty?.duties).toEqual([{ of: "USA", to: "JPN", activities: ["defend"] }]);
    expect(treaty?.contributions.map(({ by, to, kind }) => `${by} ${to} ${kind}`)).toEqual([
      "JPN USA bases",
      "JPN USA host-support",
    ]);
    expect(delivered(run())).toEqual({ "help-japan.defend": 1, "help-united-states.defend": 0 });
    expect(told(run(), "lost")).toEqual(["240 lost help-united-states.defend wing law.basis 1"]);
    expect(delivered(run(...mutual))).toEqual({ "help-japan.defend": 1, "help-united-states.defend": 1 });
    expect(told(run(["      access: {at: okinawa, to: US-FORCES}\n", ""]), "refused")).toEqual([
      "0 refused help-japan.defend US-FORCES mechanism",
    ]);
  });
});
