import type {
  Assessment,
  Bracket,
  CauseFinding,
  EqualityDefinition,
  EqualityFinding,
  Figure,
  GainFinding,
  PackageEffect,
  RoleCell,
  RunReference,
  TaskEffect,
  Unit,
} from "@shikumi/assessment";
import { sampleDigest } from "./sample-study.ts";

const none = Number.NaN;
const base = "baseline/in-force/refused";

function figure(id: string, unit: Unit, run: string, value: number, low = none, high = none): Figure {
  return { id, value, low, high, unit, run };
}

function run(key: string, change: Partial<RunReference> = {}): RunReference {
  const [id = "", mode = "", undetermined = ""] = key.split("/");
  return {
    key,
    digest: sampleDigest,
    engine: "rules-1",
    package: id,
    levers: [],
    mode: mode === "timed" ? "timed" : "in-force",
    undetermined: undetermined === "granted" ? "granted" : "refused",
    relaxed: false,
    without: undefined,
    seed: 7,
    futures: 4,
    replications: 5,
    ...change,
  };
}

function bracket(id: string, refused: readonly [number, number, number], granted = refused): Bracket {
  return {
    refused: figure(id, "share", base, ...refused),
    granted: figure(`${id}/granted`, "share", "baseline/in-force/granted", ...granted),
  };
}

function cell(
  task: string,
  organisation: string,
  role: RoleCell["role"],
  verdict: RoleCell["verdict"],
  able: boolean,
  delivered: number,
): RoleCell {
  return {
    organisation,
    role,
    verdict,
    able,
    accountable: role === "lead",
    delivered: figure(`delivered/${task}/${organisation}`, "share", base, delivered),
  };
}

function interval(
  exists: boolean,
  ...parts: readonly [number, number, number]
): readonly [number, number, number] {
  return exists ? parts : [none, none, none];
}

function taskEffect(task: string, effectiveness: Bracket | undefined, hours: readonly number[]): TaskEffect {
  const [p10 = none, p50 = none, p90 = none] = hours;
  const at = `baseline/task/${task}`;
  const sized = hours.length > 0;
  return {
    task,
    instances: figure(`instances/${at}`, "count", base, sized ? 1234 : 0),
    effectiveness,
    standardMet: figure(`standard-met/${at}`, "share", base, ...interval(sized, 0.71, 0.66, 0.75)),
    firstEffect: {
      p10: figure(`first-effect-p10/${at}`, "hours", base, p10),
      p50: figure(`first-effect-p50/${at}`, "hours", base, p50),
      p90: figure(`first-effect-p90/${at}`, "hours", base, p90),
    },
    coverage: figure(`coverage/${at}`, "share", base, ...interval(sized, 0.97, 0.95, 0.99)),
  };
}

function effect(id: string, mode: "in-force" | "timed", level: number): PackageEffect {
  const at = id === "baseline" ? "baseline" : `${id}${mode === "timed" ? "/timed" : ""}`;
  return {
    package: id,
    mode,
    domains: [
      {
        domain: "sea",
        effectiveness: bracket(
          `effectiveness/${at}/domain/sea`,
          [level, level - 0.04, level + 0.04],
          [level + 0.08, level + 0.04, level + 0.12],
        ),
        permissionCoverage: figure(`permission-coverage/${at}/domain/sea`, "share", base, 0.75),
      },
      {
        domain: "land",
        effectiveness: bracket(`effectiveness/${at}/domain/land`, [none, none, none]),
        permissionCoverage: figure(`permission-coverage/${at}/domain/land`, "share", base, none),
      },
    ],
    missions: [
      {
        mission: "rescue",
        domain: "sea",
        effectiveness: bracket(
          `effectiveness/${at}/mission/rescue`,
          [level, level - 0.04, level + 0.04],
          [level + 0.08, level + 0.04, level + 0.12],
        ),
        belowFloor: figure(`below-floor/${at}/mission/rescue`, "share", base, 0.224, 0.18, 0.27),
        worstTenth: figure(`worst-tenth/${at}/mission/rescue`, "share", base, 0.31),
        averted: figure(`averted/${at}/mission/rescue`, "share", base, 0, 0, 0),
      },
      {
        mission: "fire",
        domain: "land",
        effectiveness: bracket(`effectiveness/${at}/mission/fire`, [none, none, none]),
        belowFloor: undefined,
        worstTenth: figure(`worst-tenth/${at}/mission/fire`, "share", base, none),
        averted: figure(`averted/${at}/mission/fire`, "share", base, none),
      },
    ],
    tasks: [
      taskEffect("rescue.alert", undefined, [0.02, 0.1, 0.75]),
      taskEffect(
        "rescue.recover",
        bracket(
          `effectiveness/${at}/task/rescue.recover`,
          [level, level - 0.04, level + 0.04],
          [0.7, 0.66, 0.74],
        ),
        [1.25, 6.5, 412],
      ),
      taskEffect("fire.fight", bracket(`effectiveness/${at}/task/fire.fight`, [none, none, none]), []),
    ],
  };
}

function equality(
  definition: EqualityDefinition,
  declared: Pick<EqualityFinding, "kind" | "direction">,
  values: readonly number[],
  domain?: string,
): EqualityFinding {
  const made = declared.kind === "study" ? "study" : base;
  return {
    definition,
    domain,
    ...declared,
    linear: false,
    byParty: ["north", "south", "west"].map((party, index) => ({
      party,
      figure: figure(
        `equality/${definition}${domain === undefined ? "" : `/domain/${domain}`}/${party}`,
        definition === "substitutability" ? "points" : "share",
        declared.kind === "removal" ? `baseline/in-force/refused/without-${party}` : made,
        values[index] ?? none,
        ...(declared.kind === "study"
          ? []
          : [(values[index] ?? none) - 0.03, (values[index] ?? none) + 0.03]),
      ),
      want: definition === "decision" && party === "north" ? "own-waters-lead" : undefined,
    })),
  };
}

const relaxed = "baseline/in-force/refused/relaxed";

function causes(kind: "domain" | "mission", id: string): CauseFinding {
  const at = (name: string, value: number): Figure =>
    figure(`causes/${kind}/${id}/${name}`, "share", relaxed, value, value - 0.02, value + 0.02);
  return {
    scope: { kind, id },
    shortfall: at("shortfall", 0.38),
    parts: [
      { cause: "law.basis", figure: at("law.basis", 0.15) },
      { cause: "law.decision", figure: at("law.decision", 0.02) },
      { cause: "mechanism", figure: at("mechanism", 0.005) },
      { cause: "capability", figure: at("capability", 0.12) },
      { cause: "coordination", figure: at("coordination", 0.095) },
      { cause: "consent", figure: at("consent", -0.03) },
    ],
    irreducible: at("irreducible", 0.02),
    undetermined: at("undetermined", 0.08),
  };
}

function gain(
  id: string,
  address: string,
  [adopted, expected]: readonly [number, number],
  rest: Partial<GainFinding> = {},
): GainFinding {
  const point = (mode: string, domain: string, value: number): Figure =>
    figure(
      `gain/${address}${mode}/domain/${domain}`,
      "points",
      `${address}/${mode === "" ? "in-force" : "timed"}/refused`,
      value,
      value - 0.02,
      value + 0.02,
    );
  return {
    id,
    with: [id],
    gains: [
      {
        domain: "sea",
        ifAdoptedAndUsed: point("", "sea", adopted),
        expected: point("/timed", "sea", expected),
      },
      { domain: "land", ifAdoptedAndUsed: point("", "land", 0), expected: point("/timed", "land", 0) },
    ],
    cost: undefined,
    currency: undefined,
    effort: figure(`effort/${address}`, "points", "study", 3),
    ...rest,
  };
}

const tried = ["lever.standing-cell", "lever.boat-law", "lever.third-boat", "law-and-cell"];

/** Every kind of finding and of notice, with missing numbers, undetermined law, a negative part and a hole. */
export const sampleAssessment: Assessment = {
  format: "shikumi-assessment-1",
  runs: [
    run(relaxed, { relaxed: true }),
    run(base),
    run("baseline/in-force/granted"),
    ...tried.flatMap((id) => [run(`${id}/in-force/refused`), run(`${id}/timed/refused`)]),
    ...["north", "south", "west"].map((party) => run(`${base}/without-${party}`, { without: party })),
  ],
  roles: [
    {
      task: "rescue.alert",
      mission: "rescue",
      domain: "sea",
      outcome: false,
      hole: false,
      cells: [
        cell("rescue.alert", "north-guard", "lead", "obliged", true, none),
        cell("rescue.alert", "north-fire", "none", "no-basis", false, none),
        cell("rescue.alert", "south-guard", "support", "permitted", false, none),
        cell("rescue.alert", "west-office", "none", "permitted", false, none),
      ],
    },
    {
      task: "rescue.recover",
      mission: "rescue",
      domain: "sea",
      outcome: true,
      hole: false,
      cells: [
        cell("rescue.recover", "north-guard", "lead", "permitted", true, 0.48),
        cell("rescue.recover", "north-fire", "none", "prohibited", true, 0),
        cell("rescue.recover", "south-guard", "support", "undetermined", true, 0.14),
        cell("rescue.recover", "west-office", "none", "not-encoded", false, 0),
      ],
    },
    {
      task: "fire.fight",
      mission: "fire",
      domain: "land",
      outcome: true,
      hole: true,
      cells: [
        cell("fire.fight", "north-guard", "none", "no-basis", false, none),
        cell("fire.fight", "north-fire", "none", "no-basis", true, none),
        cell("fire.fight", "south-guard", "none", "no-basis", false, none),
        cell("fire.fight", "west-office", "none", "no-basis", false, none),
      ],
    },
  ],
  baseline: effect("baseline", "in-force", 0.62),
  packages: [effect("law-and-cell", "in-force", 0.81), effect("law-and-cell", "timed", 0.7)],
  equality: [
    equality("decision", { kind: "runs", direction: "power" }, [0.7, 0.3, 0]),
    equality("obligation", { kind: "study", direction: "burden" }, [0.5, 0.5, 0]),
    equality("information-dependence", { kind: "study", direction: "dependence" }, [0.25, 1, none]),
    equality("risk", { kind: "runs", direction: "burden" }, [0.8, 0.2, 0]),
    equality("contribution-capacity", { kind: "runs", direction: "burden" }, [0.041, 0.02, none]),
    equality("contribution-benefit", { kind: "runs", direction: "burden" }, [
      1.31,
      0.4,
      Number.POSITIVE_INFINITY,
    ]),
    equality("substitutability", { kind: "removal", direction: "power" }, [0.48, 0.11, 0], "sea"),
    equality("substitutability", { kind: "removal", direction: "power" }, [none, none, none], "land"),
    equality("planning", { kind: "study", direction: "power" }, [1, 0, 0]),
    equality("bases-and-support", { kind: "study", direction: "burden" }, [1, 0, 0]),
  ],
  causes: [causes("domain", "sea"), causes("mission", "rescue")],
  closing: [
    {
      scope: { kind: "task", id: "rescue.alert" },
      threshold: 0.9,
      instances: 1234,
      sets: [{ causes: [], share: figure("closing/task/rescue.alert/none", "share", relaxed, 1, 0.98, 1) }],
    },
    {
      scope: { kind: "task", id: "rescue.recover" },
      threshold: 0.9,
      instances: 1234,
      sets: [
        {
          causes: ["law", "capability"],
          share: figure("closing/task/rescue.recover/law+capability", "share", relaxed, 0.96, 0.91, 0.99),
        },
        {
          causes: ["law", "coordination"],
          share: figure("closing/task/rescue.recover/law+coordination", "share", relaxed, 0.92, 0.9, 0.94),
        },
      ],
    },
    { scope: { kind: "task", id: "fire.fight" }, threshold: 0.9, instances: 3, sets: [] },
    {
      scope: { kind: "mission", id: "rescue" },
      threshold: 0.9,
      instances: 1234,
      sets: [
        {
          causes: ["law", "capability"],
          share: figure("closing/mission/rescue/law+capability", "share", relaxed, 0.96, 0.91, 0.99),
        },
      ],
    },
  ],
  levers: [
    gain("standing-cell", "lever.standing-cell", [0.121, 0.08], {
      cost: figure("cost/lever.standing-cell", "value", "study", 2_500_000),
      currency: "JPY",
    }),
    gain("boat-law", "lever.boat-law", [0.15, 0.03]),
    gain("third-boat", "lever.third-boat", [0.004, 0], {
      with: ["boat-law", "third-boat"],
      effort: undefined,
    }),
  ],
  packageGains: [gain("law-and-cell", "law-and-cell", [0.19, 0.1])],
  notices: [
    { code: "cut-runs", args: { run: base, count: 2 } },
    { code: "no-demand", args: { kind: "domain", id: "land" } },
    { code: "no-demand", args: { kind: "mission", id: "fire" } },
    { code: "one-cluster", args: {} },
    { code: "one-future", args: { replications: 5 } },
    { code: "levers-do-not-combine", args: { id: "third-boat" } },
    { code: "undetermined-law", args: { package: "baseline", mode: "in-force", domain: "sea" } },
    { code: "contributions-counted", args: { count: 4 } },
    { code: "several-currencies", args: { currencies: "JPY, USD" } },
  ],
};
