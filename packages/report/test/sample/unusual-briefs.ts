import type { Assessment, CauseFinding, ClosingFinding, EqualityFinding } from "@shikumi/assessment";
import type { Lever, Party, Study } from "@shikumi/model";
import { sampleAssessment } from "./sample-assessment.ts";
import { sampleEvidence, studyWithCases } from "./sample-evidence.ts";
import { sampleStudy } from "./sample-study.ts";

export interface UnusualBrief {
  readonly study: Study;
  readonly assessment: Assessment;
}

const nothing: Assessment = {
  ...sampleAssessment,
  roles: [],
  equality: [],
  causes: [],
  closing: [],
  levers: [],
  packageGains: [],
  packages: [],
  notices: [],
};

function everyPart(change: (finding: CauseFinding) => CauseFinding): readonly CauseFinding[] {
  return sampleAssessment.causes.map(change);
}

const onlyIrreducible = everyPart((finding) => ({
  ...finding,
  undetermined: { ...finding.undetermined, value: 0 },
  parts: finding.parts.map((part) => ({ ...part, figure: { ...part.figure, value: 0 } })),
}));

const oneCause = everyPart((finding) => ({
  ...finding,
  parts: finding.parts.map((part) => ({
    ...part,
    figure: { ...part.figure, value: part.cause === "mechanism" ? 0.3 : 0 },
  })),
}));

function closing(sets: ClosingFinding["sets"]): readonly ClosingFinding[] {
  return sampleAssessment.closing
    .filter(({ scope }) => scope.kind === "mission")
    .map((finding) => ({ ...finding, sets }));
}

const share =
  sampleAssessment.closing[0]?.sets[0]?.share ?? sampleAssessment.baseline.domains[0]?.permissionCoverage;
if (share === undefined) throw new Error("the sample has shares");
const three = (["law", "mechanism", "consent"] as const).map((cause) => ({ causes: [cause], share }));

const { baseline } = sampleAssessment;
const good: Assessment["baseline"] = {
  ...baseline,
  domains: baseline.domains.map((one) => ({
    ...one,
    effectiveness: {
      refused: { ...one.effectiveness.refused, value: 0.95 },
      granted: { ...one.effectiveness.granted, value: 0.95 },
    },
  })),
  missions: baseline.missions.map((one) => ({
    ...one,
    effectiveness: {
      refused: { ...one.effectiveness.refused, value: 0.95 },
      granted: { ...one.effectiveness.granted, value: one.mission === "fire" ? 0.97 : 0.95 },
    },
  })),
};
const settled: Assessment["baseline"] = {
  ...good,
  missions: good.missions.map((one) => ({
    ...one,
    effectiveness: { refused: one.effectiveness.refused, granted: one.effectiveness.refused },
  })),
};

const mechanismLever = { ...sampleStudy.levers.get("boat-law"), kind: "mechanism" } as Lever;
const wanting: readonly Party[] = [...sampleStudy.parties.values()].map((party) => ({
  ...party,
  wants: [{ definition: "planning", want: "civil" }],
}));
const benefit: readonly EqualityFinding[] = sampleAssessment.equality.map((finding) => ({
  ...finding,
  direction: "benefit",
}));
const [firstParty] = wanting;
if (firstParty === undefined) throw new Error("the sample has parties");

const graded = new Map(
  (["C", "D", "E", "F"] as const).flatMap((reliability) =>
    [...sampleStudy.sources.values()].map((source) => {
      const id = `${source.id}-${reliability}`;
      return [id, { ...source, id, reliability }] as const;
    }),
  ),
);

const holding = [...sampleStudy.holdings.values()][0];
if (holding === undefined) throw new Error("the sample has a holding");
const unremarked = {
  ...holding,
  quantity: { ...holding.quantity, provenance: { ...holding.quantity.provenance, note: undefined } },
  recovers: holding.ready,
};

/** Briefs that say what the sample does not: nothing tried, nothing missing, other kinds of everything. */
export const unusualBriefs: readonly UnusualBrief[] = [
  { study: studyWithCases, assessment: sampleEvidence },
  {
    study: sampleStudy,
    assessment: { ...sampleAssessment, validation: { rows: [], counts: [] }, hypotheses: [] },
  },
  { study: { ...sampleStudy, sources: new Map() }, assessment: nothing },
  {
    study: { ...sampleStudy, sources: graded, holdings: new Map([[holding.id, unremarked]]) },
    assessment: nothing,
  },
  {
    study: { ...sampleStudy, charter: { ...sampleStudy.charter, horizon: Number.POSITIVE_INFINITY } },
    assessment: nothing,
  },
  {
    study: sampleStudy,
    assessment: { ...sampleAssessment, baseline: good, causes: onlyIrreducible, closing: closing([]) },
  },
  {
    study: sampleStudy,
    assessment: {
      ...sampleAssessment,
      baseline: settled,
      causes: oneCause,
      closing: closing(three),
      packages: [],
    },
  },
  { study: sampleStudy, assessment: { ...sampleAssessment, closing: closing([{ causes: [], share }]) } },
  {
    study: {
      ...sampleStudy,
      levers: new Map([...sampleStudy.levers, ["boat-law", mechanismLever]]),
      packages: new Map([...sampleStudy.packages].map(([id, one]) => [id, { ...one, levers: [] }])),
      parties: new Map([
        ...wanting.map((party) => [party.id, party] as const),
        ...Array.from(
          { length: 9 },
          (_, index) => [`p${index}`, { ...firstParty, id: `p${index}` }] as const,
        ),
      ]),
    },
    assessment: {
      ...sampleAssessment,
      equality: benefit,
      levers: sampleAssessment.levers.map((lever) => ({
        ...lever,
        gains: lever.gains.map((gain) =>
          lever.id === "third-boat"
            ? {
                ...gain,
                ifAdoptedAndUsed: { ...gain.ifAdoptedAndUsed, value: 0 },
                expected: { ...gain.expected, value: 0 },
              }
            : gain,
        ),
      })),
      roles: sampleAssessment.roles.map((row) => ({
        ...row,
        cells: Array.from({ length: 4 }, () => row.cells)
          .flat()
          .map((cell, index) => ({ ...cell, organisation: `o${index}`, able: true })),
      })),
      notices: [
        { code: "undetermined-law", args: { package: "law-and-cell", mode: "timed", domain: "sea" } },
      ],
    },
  },
];
