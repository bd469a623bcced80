import { agreementOf, futureTable, leaveOutcomes, type Party, scoreCube } from "@shikumi/analysis/robustness";
import type { Id } from "@shikumi/model";
import { boxesBelow } from "./box-findings.ts";
import type { AgreementFinding } from "./exploration.ts";
import { benefitCube, type RunTable } from "./run-table.ts";

/** Least share of futures in which a party loses for its conditions to be looked for, and most. */
const [leastLosing, mostLosing] = [0.05, 0.95];

/**
 * Per party (EX6): what reaches its beneficiaries under each package against the present arrangement, future by future; its regret; which packages no party would block in the mean;
 * and the conditions under which a party gets less than at present.
 */
export function agreementFindings(table: RunTable, parties: readonly Id[]): AgreementFinding {
  const cubes = parties.map((party) => ({ party, cube: benefitCube(table, party) }));
  const served = cubes.filter(({ cube }) => cube.values.some((value) => value > 0));
  const leftOut = cubes.filter((one) => !served.includes(one)).map(({ party }) => party);
  const packages = table.setup.packages.map(({ id }) => id);
  const none = { parties: served.map(({ party }) => party), leftOut, consents: [], leaving: [] };
  if (served.length === 0 || packages.length < 2) return { ...none, agreed: [], surelyAgreed: [] };
  const asked: readonly Party[] = served.map(({ party, cube }) => ({
    name: party,
    cube,
    fallback: { kind: "alternative", index: 0 },
  }));
  const agreement = agreementOf(asked, { kind: "mean" });
  const leaves = leaveOutcomes(asked);
  const consents = served.flatMap(({ party, cube }, side) => {
    const [regrets] = scoreCube(cube, [{ id: "minimax-regret" }], { replicates: 0 });
    const means = futureTable(cube);
    return packages.flatMap((id, at) => {
      const consent = agreement.consents[at]?.[side];
      if (at === 0 || consent === undefined || means.futures === 0) return [];
      const outcome = leaves[side * packages.length + at];
      const losing = outcome?.values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0) ?? 0;
      const { interval } = consent;
      return [
        {
          party,
          package: id,
          agrees: consent.agrees,
          isSure: consent.isSure,
          gain: consent.margin,
          low: "low" in interval ? interval.low : undefined,
          high: "high" in interval ? interval.high : undefined,
          losing: losing / means.futures,
          regret: regrets?.scores[at]?.value,
        },
      ];
    });
  });
  const leaving = consents.flatMap(({ party, package: id, losing }) => {
    const side = served.findIndex((one) => one.party === party);
    const outcome = leaves[side * packages.length + packages.indexOf(id)];
    if (outcome === undefined || losing < leastLosing || losing > mostLosing) return [];
    const turned = { ...outcome, values: outcome.values.map((value) => 1 - value) };
    return [{ party, package: id, ...boxesBelow(table.futures.design, turned, 0.5) }];
  });
  const named = (places: readonly number[]): readonly Id[] =>
    places.filter((at) => at > 0).map((at) => packages[at] as Id);
  return {
    ...none,
    consents,
    agreed: named(agreement.agreed),
    surelyAgreed: named(agreement.surelyAgreed),
    leaving: leaving.filter(({ boxes }) => boxes.length > 0),
  };
}
