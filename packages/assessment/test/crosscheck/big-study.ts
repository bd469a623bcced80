import { type ParsedStudy, parseStudy } from "@shikumi/model";

export interface BigStudySize {
  readonly organisations: number;
  readonly holdings: number;
  readonly tasks: number;
}

const tasksPerMission = 20;

/** The text of a study of any size: organisations of four parties with holdings at a hundred places, missions of twenty tasks each, a law for every activity. */
export function bigStudyText({ organisations, holdings, tasks }: BigStudySize): string {
  const many = (count: number, make: (i: number) => readonly [string, unknown]): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => make(i)));
  const named = (id: string): unknown => ({ ja: id, en: id });
  const missions = Math.ceil(tasks / tasksPerMission);
  return JSON.stringify({
    study: {
      title: named("Big"),
      baseline: "2011-12-31",
      horizon: "90 d",
      futures: 2,
      replications: 1,
      assumption: true,
    },
    parties: many(4, (i) => [`P${i}`, { name: named(`P${i}`) }]),
    kinds: { organ: { name: named("organ"), default: "needs-basis" } },
    organisations: many(organisations, (i) => [
      `O${i}`,
      { name: named(`O${i}`), party: `P${i % 4}`, kind: "organ" },
    ]),
    capabilities: many(20, (i) => [
      `C${i}`,
      { name: named(`C${i}`), unit: "unit", moves: "air", speed: "800 km/h", assumption: true },
    ]),
    places: many(100, (i) => [
      `S${i}`,
      { name: named(`S${i}`), at: `${(i % 10) * 4} N ${100 + Math.floor(i / 10) * 4} E`, access: "open" },
    ]),
    holdings: many(holdings, (i) => [
      `H${i}`,
      {
        of: `O${i % organisations}`,
        what: `C${Math.floor(i / 4) % 20}`,
        quantity: 2,
        at: `S${i % 100}`,
        ready: "1 h",
        assumption: true,
      },
    ]),
    missions: many(missions, (m) => [
      `M${m}`,
      {
        name: named(`M${m}`),
        domain: `D${m % 3}`,
        assumption: true,
        tasks: many(Math.min(tasksPerMission, tasks - m * tasksPerMission), (t) => [
          `T${t}`,
          {
            activity: `act-${m}`,
            needs: { [`C${t}`]: t % 5 === 0 ? 5 : 2 },
            takes: "2 h",
            ...(t % 5 === 4 ? { outcome: true, value: 10, expires: "48 h" } : {}),
            ...(t % 5 === 0 ? {} : { after: [`T${t - 1}`] }),
          },
        ]),
      },
    ]),
    incidents: many(missions, (m) => [
      `E${m}`,
      {
        name: named(`E${m}`),
        at: { S1: 1, S50: 2, S99: 1 },
        rate: "1 /wk",
        calls: `M${m}`,
        assumption: true,
      },
    ]),
    authorities: many(missions, (m) => [
      `L${m}`,
      {
        name: named(`L${m}`),
        says: "may",
        "acts-through": [`P${m % 4}`, `P${(m + 1) % 4}`],
        activities: [`act-${m}`],
        assumption: true,
      },
    ]),
  });
}

/** A study of that size. */
export function bigStudy(size: BigStudySize): ParsedStudy {
  return parseStudy([{ path: "study.yaml", text: bigStudyText(size) }]);
}
