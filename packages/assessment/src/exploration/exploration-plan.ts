import { applyLevers, type Id, type Study } from "@shikumi/model";
import { combine, packageLevers } from "../run/run-choice.ts";
import { domainsOf } from "../run/run-results.ts";
import type { DecidingMeasure, ExploredPackage } from "./exploration.ts";

/** How futures are spread: scrambled Sobol' points, a nested Latin hypercube, independent draws, or the draws of the study itself. */
export type PlannedDesign = "sobol" | "lhs" | "mc" | "study";

/** What is explored. */
export interface ExplorationPlan {
  /** 128 unless stated. */
  readonly futures?: number;
  /** The study's unless stated. */
  readonly replications?: number;
  /** `sobol` unless stated. */
  readonly design?: PlannedDesign;
  /** Whether levers are in force from the start, or come about in time. `in-force` unless stated. */
  readonly mode?: "in-force" | "timed";
  /** Packages besides the baseline; all of the study unless stated. */
  readonly packages?: readonly Id[];
  /** Domains that decide; all unless stated. What is run is the same. */
  readonly domains?: readonly string[];
  /** Events after which a run is cut off; the kernel's unless stated. */
  readonly budget?: number;
}

/** A plan made whole for one study. */
export interface ExplorationSetup {
  readonly futures: number;
  readonly replications: number;
  readonly design: PlannedDesign;
  readonly mode: "in-force" | "timed";
  readonly budget: number | undefined;
  /** The baseline first. */
  readonly packages: readonly ExploredPackage[];
  /** Packages whose levers do not combine. */
  readonly leftOut: readonly Id[];
  readonly measure: DecidingMeasure;
}

/** Futures unless a plan says how many. */
export const usualFutures = 128;

/**
 * What a plan means for a study (EX1). Throws `RangeError` for counts that are not positive integers, and for packages and domains the study does not have.
 */
export function plannedExploration(study: Study, plan: ExplorationPlan = {}): ExplorationSetup {
  const wanted = plan.packages ?? [...study.packages.keys()];
  const unknown = wanted.find((id) => id !== "baseline" && !study.packages.has(id));
  if (unknown !== undefined) throw new RangeError(`the study has no package "${unknown}"`);
  const chosen = [...study.packages.keys()].filter((id) => id !== "baseline" && wanted.includes(id));
  const combined = chosen.filter((id) => combine(study, packageLevers(study, id)));
  const present = study.packages.get("baseline");
  return {
    futures: positive("futures", plan.futures ?? usualFutures),
    replications: positive("replications", plan.replications ?? study.charter.replications),
    design: plan.design ?? "sobol",
    mode: plan.mode ?? "in-force",
    budget: plan.budget === undefined ? undefined : positive("budget", plan.budget),
    packages: [
      {
        id: "baseline",
        name: present?.name ?? { ja: "現状", en: "Present arrangement" },
        levers: [],
      },
      ...combined.map((id) => ({
        id,
        name: study.packages.get(id)?.name ?? { ja: id, en: id },
        levers: packageLevers(study, id),
      })),
    ],
    leftOut: chosen.filter((id) => !combined.includes(id)),
    measure: decidingMeasure(study, plan.domains),
  };
}

/** Domains of the study and of each of its packages, in order, each once. */
export function exploredDomains(study: Study): readonly string[] {
  const levered = [...study.packages.keys()].flatMap((id) => {
    const changed = applyLevers(study, packageLevers(study, id)).study;
    return changed === undefined ? [] : domainsOf(changed);
  });
  return [...new Set([...domainsOf(study), ...levered])];
}

/** The first measure of effectiveness that states a floor, else weights, else the first; a plain ratio of values where the study states none. */
function decidingMeasure(study: Study, domains: readonly string[] | undefined): DecidingMeasure {
  const known = exploredDomains(study);
  const unknown = domains?.find((domain) => !known.includes(domain));
  if (unknown !== undefined) throw new RangeError(`the study has no domain "${unknown}"`);
  const stated = [...study.measures.values()].filter(({ kind }) => kind === "effectiveness");
  const chosen =
    stated.find(({ floor }) => floor !== undefined) ??
    stated.find(({ weights }) => weights.length > 0) ??
    stated[0];
  const own = (chosen?.of ?? []).filter((domain) => known.includes(domain));
  const scope = (own.length > 0 ? own : known).filter((domain) => domains?.includes(domain) ?? true);
  const within = scope.length > 0 ? scope : (domains ?? known);
  const weights = new Map((chosen?.weights ?? []).map(({ domain, weight }) => [domain, weight]));
  const isWeighed = within.every((domain) => weights.has(domain));
  const amount = chosen?.floor?.amount;
  const missions = [...study.missions.values()].filter(
    ({ floor, domain }) => floor !== undefined && within.includes(domain),
  ).length;
  return {
    id: chosen?.id ?? "effectiveness",
    name: chosen?.name ?? { ja: "実効性", en: "Effectiveness" },
    domains: within.map((domain) => ({ domain, weight: isWeighed ? (weights.get(domain) ?? 1) : 1 })),
    isWeighed,
    floor:
      amount?.kind === "number"
        ? { kind: "stated", value: amount.value }
        : missions > 0
          ? { kind: "missions", missions }
          : { kind: "none" },
  };
}

function positive(name: string, count: number): number {
  if (!(Number.isSafeInteger(count) && count > 0))
    throw new RangeError(`${name} must be a positive integer, got ${count}`);
  return count;
}
