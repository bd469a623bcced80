import { sampleFuture } from "@shikumi/kernel";
import { describe, expect, it } from "vitest";
import { asOf, pendingWords } from "./legal-question.ts";
import { onlyStreams } from "./only-streams.ts";
import { flagship, flagshipWith } from "./read-flagship.ts";
import { entriesOf, traces } from "./trace-reading.ts";

const baseline = "2012-03-31";
const specified = { cargo: "specified", contingency: "no" };
const holdersOf = (capability: string): readonly string[] =>
  [
    ...new Set([...flagship.holdings.values()].filter(({ what }) => what === capability).map(({ of }) => of)),
  ].sort();

describe("cargo in port", () => {
  const question = { actor: "JP-CUSTOMS", activity: "inspect-cargo", place: "yokohama", facts: specified };

  // Cargo Inspection Act, 2010 No. 43, 4 June 2010: a year after resolution 1874 of 12 June 2009.
  it("[D2] has no basis for inspection before the act of 2010, and one that customs judge since", () => {
    const before = asOf("2009-06-12", question);
    const after = asOf(baseline, question);

    expect(before.kind).toBe("no-basis");
    expect([after.kind, after.by]).toEqual(["permitted", "L-JP-CARGO-PORT"]);
    expect(pendingWords(after)).toEqual(["judgement reasonable-grounds D-JP-CUSTOMS-HEAD"]);
    expect(asOf(baseline, { ...question, judgements: { "reasonable-grounds": false } }).kind).toBe(
      "no-basis",
    );
  });

  it("[D2] is specified North Korean cargo, or there is no basis", () => {
    expect(asOf(baseline, { ...question, facts: { ...specified, cargo: "other" } }).kind).toBe("no-basis");
  });

  it("[D2] is opened by customs and coast guard, never by the forces", () => {
    for (const actor of ["JP-MSDF", "JP-GSDF"])
      expect([actor, asOf(baseline, { ...question, actor }).kind]).toEqual([actor, "no-basis"]);
    expect(holdersOf("customs-team")).toEqual(["JP-CUSTOMS"]);
    expect(flagship.authorities.get("L-JP-CARGO-PORT")?.cites?.law).toBe("平成22年法律第43号");
  });
});

describe("a suspect ship on the high seas", () => {
  const question = { activity: "board-ship", place: "kyushu-west", facts: specified };

  it("[D2] is boarded by the coast guard only where the flag state consents", () => {
    const found = asOf(baseline, { ...question, actor: "JP-JCG" });

    expect([found.kind, found.by]).toEqual(["permitted", "L-JP-CARGO-HIGH"]);
    expect(pendingWords(found)).toContain("consent D-FLAG");
  });

  it("[D2] gives the navy no basis below a situation in the areas surrounding Japan, and consent is asked even there", () => {
    const below = asOf(baseline, { ...question, actor: "JP-MSDF" });
    const within = asOf(baseline, {
      ...question,
      actor: "JP-MSDF",
      facts: { cargo: "specified", contingency: "yes" },
    });

    expect(below.kind).toBe("no-basis");
    expect([within.kind, within.by]).toEqual(["permitted", "L-JP-SHIPINSP"]);
    for (const pending of ["finding areas-surrounding", "consent D-FLAG", "approval D-JP-DIET"])
      expect(pendingWords(within)).toContain(pending);
  });

  it("[D2] needs no flag consent in an armed attack alone", () => {
    const found = asOf(baseline, {
      ...question,
      actor: "JP-MSDF",
      facts: { cargo: "specified", contingency: "armed-attack" },
    });

    expect(found.by).toBe("L-JP-MARTRANS");
    expect(pendingWords(found)).not.toContain("consent D-FLAG");
  });

  it("[D2] is no freer for the United States: its officers ask the same flag", () => {
    for (const actor of ["US-USCG", "US-7FLT"])
      expect(pendingWords(asOf(baseline, { ...question, actor }))).toContain("consent D-FLAG");
  });
});

describe("measures", () => {
  it("[D2] of the Council wait for the Council, those of Japan's own for the Cabinet", () => {
    const council = asOf(baseline, { actor: "JP-MOFA", activity: "adopt-council-measure" });
    const own = asOf(baseline, { actor: "JP-METI", activity: "import-ban", place: "test-grounds" });
    const ports = asOf(baseline, { actor: "JP-MLIT", activity: "port-ban", place: "test-grounds" });

    expect(pendingWords(council)).toEqual(["finding council-resolution"]);
    expect(pendingWords(own)).toContain("approval D-JP-CABINET");
    expect(pendingWords(own).some((word) => word.startsWith("finding"))).toBe(false);
    expect(flagship.situations.get("council-resolution")?.foundBy).toEqual(["D-UNSC"]);
    expect(flagship.deciders.get("D-UNSC")?.party).toBe("UN");
    expect(pendingWords(ports)).not.toContain("approval D-JP-DIET");
  });

  it("[D2] have early warning from the United States alone", () => {
    expect(holdersOf("early-warning-satellite")).toEqual(["US-PACOM"]);
  });
});

describe("runs of the domain", () => {
  const streams = ["nuclear-test", "cargo-in-port", "cargo-at-sea"];
  const study = flagshipWith(`${onlyStreams(streams)}
packages:
  proliferation-only: {title: {ja: 核拡散のみ, en: Proliferation only}, levers: [only-streams]}
  proliferation-cue: {title: {ja: 手がかりの経路, en: Channel for cues}, levers: [only-streams, proliferation-cue-channel]}
`);
  const futures = 40;
  const runs = traces(study, "proliferation-only", { futures });
  const index = [...study.uncertainties.keys()].sort().indexOf("council-agrees");
  const agrees = (future: number): boolean => (sampleFuture(study, future).values[index] ?? 0) > 0.5;

  it("[D2] see no resolution in a future in which one member blocks, and measures of Japan's own all the same", () => {
    const blocked = runs.filter(({ future }) => !agrees(future));
    const done = (task: string): number => blocked.flatMap((run) => entriesOf(run, "done", task)).length;
    const tests = blocked.flatMap((run) => entriesOf(run, "opened", "answer-test.resolve"));

    expect(tests.length).toBeGreaterThan(3);
    expect(done("answer-test.resolve")).toBe(0);
    expect(done("answer-test.import-ban")).toBeGreaterThan(0);
  });

  it("[RC-24] have a resolution 5 or 18 days after it is sought where nobody blocks", () => {
    const days = runs.flatMap((run) =>
      entriesOf(run, "finding")
        .filter(({ subject, amount }) => subject === "council-resolution" && amount === 1)
        .map(({ ticks }) => ticks / 2048 / 24),
    );

    expect(new Set(days)).toEqual(new Set([5, 18]));
  });

  it("[D2] have one answer of the flag state, whoever asks", () => {
    const refused = runs.flatMap((run) =>
      entriesOf(run, "refused", "stop-at-sea.board")
        .filter(({ cause }) => cause === "consent")
        .map(({ incident }) => `${run.future} ${incident}`),
    );
    const boarded = runs.flatMap((run) =>
      entriesOf(run, "done", "stop-at-sea.board").map(({ incident }) => `${run.future} ${incident}`),
    );

    expect(refused.length).toBeGreaterThan(50);
    expect(boarded.length).toBeGreaterThan(10);
    expect(boarded.filter((incident) => refused.includes(incident))).toEqual([]);
  });

  it("[D2] leave customs without the cue in many cases, until a channel for it exists", () => {
    const without = (packageId: string): number =>
      traces(study, packageId, { futures: 10 })
        .flatMap((run) => entriesOf(run, "refused", "inspect-cargo.open-box"))
        .filter(({ cause }) => cause === "mechanism").length;

    expect(without("proliferation-only")).toBeGreaterThan(20);
    expect(without("proliferation-cue")).toBe(0);
  });
});
