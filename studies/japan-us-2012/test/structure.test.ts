import { compile, prepare, sampleFuture, traceRun } from "@shikumi/kernel";
import { applyLevers, checkStudy, leverKinds, packageStudy, type Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { flagship, flagshipFiles, parsedFlagship } from "./read-flagship.ts";

const everything = flagshipFiles.map(({ text }) => text).join("\n");

/** Organisations of the world of 2012 as the study has to know them, those of its other domains included. */
const organisations = {
  JPN: `JP-KANTEI JP-ANKI JP-SCJ JP-CIRO JP-CSICE JP-NISC12 JP-MOD JP-GSDF JP-MSDF JP-ASDF JP-DIH JP-C4SC JP-JCG JP-MOFA JP-JICA
    JP-NPA JP-PSIA JP-METI JP-JOGMEC JP-CUSTOMS JP-MLIT JP-CAO-B JP-FDMA JP-PKOHQ JP-PREF JP-NUC JP-IND JP-SHIP JP-CERT JP-NGO`,
  USA: `US-WH US-DOS US-USAID US-DOD US-JCS US-PACOM US-USFJ US-7FLT US-IIIMEF US-USARJ US-AIR US-NAVCENT US-CYBERCOM US-NSA US-IC
    US-DHS US-FBI US-DOE US-NRC US-OFAC US-BIS US-DSCA US-DDTC US-CONG`,
  other: `X-UNSC X-1718 X-DPKO X-OCHA X-IAEA X-IMO X-RECAAP X-CMF X-CTF151 X-EUNAVFOR X-CGPCS X-IEA X-PSI X-REG X-HOST X-ROK X-AUS
    X-FLAG`,
};

/** A lever with all that it needs. */
function withNeeds(lever: string): readonly string[] {
  return [...new Set([...(flagship.levers.get(lever)?.needs ?? []).flatMap(withNeeds), lever])];
}

/** What is wrong with a study once levers are in force, apart from words they leave without use. */
function problemsOf(study: Study | undefined): readonly string[] {
  if (study === undefined) return ["the levers make no study"];
  // Without its levers, so that what only another lever would use is not looked for under each of them in turn.
  return checkStudy({ ...study, levers: new Map() })
    .filter(({ code }) => !["uncertainty-unused", "decider-unused", "validation-of-unknown"].includes(code))
    .map(({ code, args }) => `${code} ${JSON.stringify(args)}`);
}

describe("the flagship", () => {
  it("[flagship] parses and checks without error, warning or note", () => {
    expect(parsedFlagship.diagnostics).toEqual([]);
    expect(checkStudy(flagship)).toEqual([]);
  });

  it.each(Object.entries(organisations))("[flagship] knows the organisations of %s", (party, ids) => {
    const missing = ids.split(/\s+/).filter((id) => !flagship.organisations.has(id));
    const ofOthers = ids
      .split(/\s+/)
      .filter((id) => party !== "other" && flagship.organisations.get(id)?.party !== party);

    expect(missing).toEqual([]);
    expect(ofOthers).toEqual([]);
  });

  it("[flagship] names the people of the plan with the disclaimer that they took no part", () => {
    const { lead, members, disclaimer, source } = flagship.charter;

    expect(lead?.name.ja).toBe("谷内正太郎");
    expect(members).toHaveLength(21);
    expect(new Set(members.map(({ name }) => name.ja)).size).toBe(21);
    expect(members.filter(({ affiliation }) => affiliation === undefined)).toEqual([]);
    expect(disclaimer?.ja).toContain("参加も、査読も、承認もしていない");
    expect(disclaimer?.en).toContain("have not taken part in, reviewed or endorsed this study");
    expect(source).toBe("waseda-plan-2012");
  });

  it("[flagship] has at least six levers of each kind, for tasks that exist, each in a class and with both chances", () => {
    const levers = [...flagship.levers.values()];
    const tasks = new Set(
      [...flagship.missions.values()].flatMap((mission) =>
        [...mission.tasks.values()].map((task) => task.ref),
      ),
    );

    for (const kind of leverKinds)
      expect([kind, levers.filter((lever) => lever.kind === kind).length >= 6]).toEqual([kind, true]);
    for (const lever of levers) {
      expect([lever.id, lever.answers.length > 0]).toEqual([lever.id, true]);
      expect([lever.id, lever.answers.filter((task) => !tasks.has(task))]).toEqual([lever.id, []]);
      expect([lever.id, [...lever.classes].sort()]).toEqual([
        lever.id,
        lever.classes.length === 2 ? ["civil", "military"] : [lever.classes[0] ?? "none"],
      ]);
      expect(["civil", "military"]).toContain(lever.classes[0]);
    }
  });

  it("[flagship] stays sound under every lever alone and under every package", () => {
    const levers = [...flagship.levers.keys()].map((id) => [
      id,
      problemsOf(applyLevers(flagship, withNeeds(id)).study),
    ]);
    const packages = [...flagship.packages.keys()].map((id) => [
      id,
      problemsOf(packageStudy(flagship, id).study),
    ]);

    expect([...levers, ...packages].filter(([, problems]) => problems?.length !== 0)).toEqual([]);
  }, 300_000);

  it.each([
    ["in-force", ["baseline", ...flagship.packages.keys()]],
    ["timed", ["baseline", "D4-analyst", "D6i-analyst", "MC"]],
  ] as const)(
    "[flagship] runs packages in mode %s",
    (mode, packages) => {
      const future = sampleFuture(flagship, 0);

      for (const id of packages) {
        const program = compile(flagship, id, { mode });
        const entries = traceRun(program, prepare(program, future), { replication: 0 });
        const shares = entries.filter(({ what }) => what === "share").length;

        expect([id, shares > 1000 && shares < 30_000]).toEqual([id, true]);
      }
    },
    300_000,
  );

  it("[flagship] writes nothing later than the baseline, except terms of the run, plans and levers", () => {
    const { baseline } = flagship.charter;
    const late = [...flagship.sources.values()].filter(
      ({ issued }) => issued !== undefined && Number(issued.slice(0, 4)) > baseline.year,
    );
    const windows = [
      ...[...flagship.authorities.values()].map(({ id, valid }) => ({ id, valid })),
      ...[...flagship.mechanisms.values()].map(({ id, valid }) => ({ id, valid })),
    ];

    expect(late).toEqual([]);
    expect(windows.flatMap(({ id, valid }) => (valid.some(({ from }) => from > 0) ? [id] : []))).toEqual([]);
  });

  it("[flagship] uses every uncertainty, capability and source it has", () => {
    const uses = (id: string): number =>
      everything.split(new RegExp(`(?<![\\w-])${id}(?![\\w-])`)).length - 1;
    const once = (ids: Iterable<string>): readonly string[] => [...ids].filter((id) => uses(id) < 2);

    expect(once(flagship.uncertainties.keys())).toEqual([]);
    expect(once(flagship.capabilities.keys())).toEqual([]);
    expect(once(flagship.sources.keys())).toEqual([]);
  });

  it("[flagship] gives every number a source with a grade, or says that it is an assumption", () => {
    const { counts } = parsedFlagship;
    const graded = counts.items[1] + counts.items[2] + counts.items[3];

    expect(counts.numbers).toBeGreaterThan(1000);
    expect(graded + counts.assumptions).toBeGreaterThan(0.99 * counts.numbers);
  });
});
