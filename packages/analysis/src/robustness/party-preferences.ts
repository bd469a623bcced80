import { AnalysisError } from "../frame/index.ts";
import type { Party } from "./agreement.ts";
import type { Metric } from "./metric.ts";
import { checkSameFrame } from "./outcome-cube.ts";
import { winnersOf } from "./ranking.ts";
import { type ScoreOptions, type Scores, scoreCube } from "./score.ts";

/** What one party would choose for itself, criterion by criterion. */
export interface PartyPreference {
  readonly party: string;
  /** Scores of its own cube, in the order of the metrics: its own regret, its own floors. */
  readonly scores: readonly Scores[];
  /** By metric: indices of the alternatives it finds best; several where they tie, none where none has a score. */
  readonly best: readonly (readonly number[])[];
}

/** How parties differ by one criterion. */
export interface PartyDivision {
  readonly metric: Metric;
  /** Alternatives that are best for every party; none where parties differ. */
  readonly bestForAll: readonly number[];
  /** Parties by what they find best: those with the same alternatives together, in the order of the first of each. */
  readonly camps: readonly { readonly best: readonly number[]; readonly parties: readonly string[] }[];
}

/** Preferences of parties, and where whose side one takes changes the alternative preferred. */
export interface PartyPreferences {
  readonly parties: readonly PartyPreference[];
  /** In the order of the metrics. */
  readonly divisions: readonly PartyDivision[];
}

/**
 * Robustness by party (an organisation, a state): every criterion on each party's own cube, so that regret is measured against what would have been best for that party, and where parties prefer different
 * alternatives. `metricsOf` gives the criteria of a party where floors and units differ; all must be as many and of the same kinds. Throws as `scoreCube` and `checkSameFrame`, and `bad-argument` for no parties, two
 * of one name, and criteria that do not pair.
 */
export function partyPreferences(
  parties: readonly Pick<Party, "name" | "cube">[],
  metrics: readonly Metric[] | ((party: string) => readonly Metric[]),
  options: ScoreOptions = {},
): PartyPreferences {
  const [first] = parties;
  if (first === undefined) throw new AnalysisError("bad-argument", "no parties");
  if (new Set(parties.map(({ name }) => name)).size !== parties.length) {
    throw new AnalysisError("bad-argument", "two parties share a name");
  }
  const metricsOf = typeof metrics === "function" ? metrics : (): readonly Metric[] => metrics;
  const shared = metricsOf(first.name);
  const preferences = parties.map(({ name, cube }): PartyPreference => {
    checkSameFrame(first.cube, cube);
    const own = metricsOf(name);
    if (own.length !== shared.length || own.some(({ id }, at) => id !== shared[at]?.id)) {
      throw new AnalysisError(
        "bad-argument",
        `the criteria of "${name}" do not pair with those of "${first.name}"`,
      );
    }
    const scores = scoreCube(cube, own, options);
    return { party: name, scores, best: winnersOf(scores).map(({ best }) => best) };
  });
  return {
    parties: preferences,
    divisions: shared.map((metric, at) => divisionBy(metric, preferences, at)),
  };
}

function divisionBy(metric: Metric, preferences: readonly PartyPreference[], at: number): PartyDivision {
  const camps = new Map<string, { readonly best: readonly number[]; readonly parties: string[] }>();
  for (const { party, best } of preferences) {
    const own = best[at] ?? [];
    const key = own.join(" ");
    const camp = camps.get(key);
    if (camp === undefined) camps.set(key, { best: own, parties: [party] });
    else camp.parties.push(party);
  }
  const bestForAll = (preferences[0]?.best[at] ?? []).filter((one) =>
    preferences.every(({ best }) => best[at]?.includes(one) === true),
  );
  return { metric, bestForAll, camps: [...camps.values()] };
}
