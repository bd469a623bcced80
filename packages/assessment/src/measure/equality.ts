import type { FutureValues } from "@shikumi/kernel";
import type { Id } from "@shikumi/model";
import type { EqualityDefinition, EqualityFinding, Unit } from "../findings.ts";
import { domainsOf, type RunResults } from "../run/run-results.ts";
import { figure } from "./figure.ts";
import {
  contributionToBenefit,
  contributionToCapacity,
  decision,
  risk,
  substitutability,
} from "./run-equality.ts";
import {
  type ByParty,
  basesAndSupport,
  informationDependence,
  obligation,
  planning,
} from "./study-equality.ts";

/** What a definition of equality declares (rules E1 to E9). */
export type EqualityDeclaration = Pick<EqualityFinding, "kind" | "direction" | "linear"> & {
  readonly unit: Unit;
};

/** The declaration of every definition. */
export const equalityDeclarations: Readonly<Record<EqualityDefinition, EqualityDeclaration>> = {
  decision: { kind: "runs", direction: "power", linear: false, unit: "share" },
  obligation: { kind: "study", direction: "burden", linear: false, unit: "share" },
  "information-dependence": { kind: "study", direction: "dependence", linear: false, unit: "share" },
  risk: { kind: "runs", direction: "burden", linear: true, unit: "share" },
  "contribution-capacity": { kind: "runs", direction: "burden", linear: true, unit: "share" },
  "contribution-benefit": { kind: "runs", direction: "burden", linear: true, unit: "share" },
  substitutability: { kind: "removal", direction: "power", linear: false, unit: "points" },
  planning: { kind: "study", direction: "power", linear: false, unit: "share" },
  "bases-and-support": { kind: "study", direction: "burden", linear: false, unit: "share" },
};

/**
 * Every definition of equality on the present arrangement, side by side, in the order of `equalityDefinitions`. Substitutability is stated by domain (totals across
 * domains would need weights), and only for parties that were withdrawn.
 */
export function equalityFindings(
  run: RunResults,
  without: ReadonlyMap<Id, RunResults>,
  values: readonly FutureValues[],
): readonly EqualityFinding[] {
  const { study } = run;
  const finding = (definition: EqualityDefinition, numbers: ByParty, domain?: string): EqualityFinding => {
    const { unit, ...declared } = equalityDeclarations[definition];
    const place = domain === undefined ? definition : `${definition}/domain/${domain}`;
    return {
      definition,
      domain,
      ...declared,
      byParty: [...study.parties.values()].map((party) => ({
        party: party.id,
        figure: figure(
          { id: `equality/${place}/${party.id}`, unit, run: runOf(declared.kind, party.id) },
          numbers.get(party.id) ?? { mean: Number.NaN, low: Number.NaN, high: Number.NaN },
        ),
        want: party.wants.find((wanted) => wanted.definition === definition)?.want,
      })),
    };
  };
  const runOf = (kind: EqualityFinding["kind"], party: Id): string => {
    if (kind === "study") return "study";
    return (kind === "removal" ? without.get(party) : undefined)?.reference.key ?? run.reference.key;
  };
  return [
    finding("decision", decision(run)),
    finding("obligation", obligation(study)),
    finding("information-dependence", informationDependence(study)),
    finding("risk", risk(run)),
    finding("contribution-capacity", contributionToCapacity(run, values)),
    finding("contribution-benefit", contributionToBenefit(run)),
    ...(without.size === 0
      ? []
      : domainsOf(study).map((domain) =>
          finding("substitutability", substitutability(run, without, domain), domain),
        )),
    finding("planning", planning(study)),
    finding("bases-and-support", basesAndSupport(study, values)),
  ];
}
