import { estimateRatio, owenValues } from "@shikumi/analysis";
import { causes, everyCause } from "@shikumi/kernel";
import type { CauseFinding } from "../findings.ts";
import { relaxationCount } from "../run/evaluate-job.ts";
import {
  clusterCount,
  domainIndices,
  domainsOf,
  type RunResults,
  relaxedSums,
  type ScopeIndices,
  scopeIndices,
} from "../run/run-results.ts";
import { valueByCluster } from "./effectiveness.ts";
import { figure, ratioDifference, shareFigure, sum } from "./figure.ts";

/** Law's two causes are divided by their Owen value; each other cause is a union of its own. Players are the bits of K70. */
const unions = [[0, 1], [2], [3], [4], [5]] as const;

/** The shortfall of one scope, split by cluster: sums in units of value. `parts[cause][cluster]`. */
export interface ShortfallParts {
  readonly demand: Float64Array;
  readonly shortfall: Float64Array;
  readonly parts: readonly Float64Array[];
  readonly irreducible: Float64Array;
}

/** Splits the shortfall of a scope of a relaxed run (X1). Parts and irreducible add up to the shortfall in every cluster. */
export function splitShortfall(run: RunResults, scope: ScopeIndices): ShortfallParts {
  const [credited, demand] = valueByCluster(run, scope);
  const byMask = Array.from({ length: relaxationCount }, (_, mask) =>
    relaxedSums(run, "relaxedDelivered", mask, scope.tasks),
  );
  const clusters = clusterCount(run);
  const parts = causes.map(() => new Float64Array(clusters));
  for (let cluster = 0; cluster < clusters; cluster++) {
    const values = Float64Array.from(byMask, (worth) => worth[cluster] as number);
    owenValues(values, unions).forEach((part, cause) => {
      (parts[cause] as Float64Array)[cluster] = part;
    });
  }
  const unrelaxed = byMask[0] as Float64Array;
  const relaxed = byMask[everyCause] as Float64Array;
  const shortfall = demand.map((value, cluster) => value - (credited[cluster] as number));
  const irreducible = shortfall.map(
    (value, cluster) => value - ((relaxed[cluster] as number) - (unrelaxed[cluster] as number)),
  );
  return { demand, shortfall, parts, irreducible };
}

/** The causes of the shortfall of every domain and mission with demand, in shares of demand (X1). `refused` is the baseline with undetermined law refused. */
export function causeFindings(run: RunResults, refused: RunResults): readonly CauseFinding[] {
  const domains = domainsOf(run.study).map((id) => ({
    scope: { kind: "domain", id } as const,
    indices: domainIndices(run, id),
  }));
  const missions = run.layout.missions.map((id) => ({
    scope: { kind: "mission", id } as const,
    indices: scopeIndices(run, (mission) => mission === id),
  }));
  return [...domains, ...missions].flatMap(({ scope, indices }) => {
    const split = splitShortfall(run, indices);
    if (!(sum(split.demand) > 0)) return [];
    const place = (name: string) => ({
      id: `causes/${scope.kind}/${scope.id}/${name}`,
      unit: "share" as const,
      run: run.reference.key,
    });
    const shareOf = (part: Float64Array) => estimateRatio(part, split.demand);
    return [
      {
        scope,
        shortfall: shareFigure(place("shortfall"), shareOf(split.shortfall)),
        parts: causes.map((cause, index) => ({
          cause,
          figure: figure(place(cause), shareOf(split.parts[index] as Float64Array)),
        })),
        irreducible: shareFigure(place("irreducible"), shareOf(split.irreducible)),
        undetermined: figure(
          place("undetermined"),
          ratioDifference(valueByCluster(run, indices), valueByCluster(refused, indices)),
        ),
      },
    ];
  });
}
