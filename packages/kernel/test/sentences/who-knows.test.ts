import { exp } from "@shikumi/core/math";
import { describe, expect, it } from "vitest";
import { engines } from "../differential/engine.ts";
import { type Change, readSentence, runSentence, type SentenceOptions, told } from "./sentence.ts";

describe.each(engines)("who knows, in the $name:", (engine) => {
  const informing = (
    name: string,
    changes: readonly Change[] = [],
    options: SentenceOptions = {},
  ): readonly string[] =>
    told(runSentence(engine, readSentence(name, ...changes), options), "informed", "refused");

  it("[Z11] military information may be shared, police and cyber-industry information may not", () => {
    const shared = "1 informed defend.go JP-GOV mechanism (1 h)";
    const police = { packageId: "police" };

    expect([...informing("11-channel-by-type")].sort()).toEqual([
      "0 refused arrest.go JP-GOV mechanism",
      "0 refused patch.go JP-GOV mechanism",
      shared,
    ]);
    expect(informing("11-channel-by-type", [], police)).toEqual([
      "0 refused patch.go JP-GOV mechanism",
      shared,
      "4 informed arrest.go JP-GOV mechanism (4 h)",
    ]);
    expect(informing("11-channel-by-type", [["up-to: secret", "up-to: confidential"]])).toContain(
      "0 refused defend.go JP-GOV mechanism",
    );
  });

  it("[Z12] the originator must agree before the third party sees it", () => {
    const partner = "1 informed intercept.shadow US-NAVY mechanism (1 h)";
    const refusing: Change = ["chance: 1", "chance: 0"];
    const ownItem: Change = ["from: [X-NAVY]", "from: [X-NAVY, US-NAVY]"];

    expect(informing("12-third-party-rule")).toEqual([
      partner,
      "48 informed intercept.shadow JP-NAVY mechanism (48 h)",
    ]);
    expect(informing("12-third-party-rule", [refusing])).toEqual([
      partner,
      "48 refused intercept.shadow JP-NAVY mechanism",
    ]);
    expect(informing("12-third-party-rule", [ownItem])).toEqual([
      "0 informed intercept.shadow US-NAVY",
      "1 informed intercept.shadow JP-NAVY mechanism (1 h)",
    ]);
  });

  it("[Z13] a leak lowers the partner's readiness to release for a year", () => {
    const asked = [0, 48, 8808];
    const releases = (...changes: Change[]) => {
      const study = readSentence("13-leak-and-trust", ...changes);
      const runs = Array.from({ length: 200 }, (_, replication) =>
        runSentence(engine, study, { replication }).trace.filter(({ what }) => what === "informed"),
      ).flat();
      return asked.map((hours) => {
        const granted = runs.filter(({ tick, ticks }) => tick - ticks === hours * 2048);
        return { granted: granted.length, ticks: [...new Set(granted.map(({ ticks }) => ticks))] };
      });
    };
    // The leak of hour 24 takes 0.6 of a trust of 1, which returns at 4 a year (8766 h); a release takes 10 h × (2 − trust).
    const trust = [1, 1 - 0.6 * exp((-4 / 8766) * 24), 1 - 0.6 * exp((-4 / 8766) * (8808 - 24))];
    const [before, after, later] = releases();

    expect([before, after, later].map((one) => one?.ticks)).toEqual(
      trust.map((level) => [Math.floor(10 * (2 - level) * 2048 + 0.5)]),
    );
    expect(before?.granted).toBe(200);
    expect(Math.abs((after?.granted ?? 0) - 200 * 0.4065)).toBeLessThan(25);
    expect(later?.granted).toBeGreaterThan(190);
    expect(releases([", moves: [{trust: us-in-japan, by: leak}]", ""])).toEqual(
      asked.map(() => ({ granted: 200, ticks: [20480] })),
    );
  });

  it("[Z14] a firm is the first to know and need not tell; a contract obliges it to tell one ministry only", () => {
    const free = "0 informed respond.contain JP-FIRM";
    const noContract: Change = ["types: [breach]", "types: [audit]"];
    const policeInstead: Change = ["between: [JP-FIRM, JP-MOD]", "between: [JP-FIRM, JP-NPA]"];
    const told = (...changes: Change[]) => [...informing("14-firm-knows-first", changes)].sort();

    expect(told()).toEqual([
      free,
      "0 refused respond.investigate JP-NPA mechanism",
      "24 informed respond.assess JP-MOD mechanism (24 h)",
    ]);
    expect(told(noContract)).toEqual([
      free,
      "0 refused respond.assess JP-MOD mechanism",
      "0 refused respond.investigate JP-NPA mechanism",
    ]);
    expect(told(policeInstead)).toContain("24 informed respond.investigate JP-NPA mechanism (24 h)");
  });
});
