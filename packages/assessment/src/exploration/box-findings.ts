import { type BoxMeasures, discoverBoxes, type FoundBox, type Search } from "@shikumi/analysis/discovery";
import type { Design, Outcome } from "@shikumi/analysis/frame";
import type { BoxLimit, BoxSearch, BoxShares, PeelPoint } from "./exploration.ts";

/** Most boxes that are looked for. */
const mostBoxes = 2;

/**
 * Where an outcome lies below a threshold among the futures (EX7): boxes that the futures kept apart confirm, or the reason why there is none. Shares are of sampled futures.
 */
export function boxesBelow(design: Design, outcome: Outcome, threshold: number): BoxSearch {
  const found = discoverBoxes(design, outcome, { kind: "below", threshold }, { mostBoxes, draws: 0 });
  const { rows } = found.use;
  const hits = rows.reduce((sum, row) => sum + ((outcome.values[row] as number) < threshold ? 1 : 0), 0);
  return {
    share: rows.length === 0 ? 0 : hits / rows.length,
    use: { used: found.use.used, leftOut: design.rows - found.use.used },
    trajectory: trajectoryOf(found.searches[0]),
    boxes: found.boxes.map((box) => ({
      limits: limitsOf(box, design),
      fitted: sharesOf(box.fitted),
      heldOut: sharesOf(box.heldOut),
    })),
    stopped: found.stopped,
  };
}

/** Most restrictive first: by what the box loses without the limit, on the rows kept apart. */
function limitsOf({ box, limits }: FoundBox, { factors }: Design): readonly BoxLimit[] {
  const lossOf = (factor: string): number =>
    Math.max(
      ...limits.filter((one) => one.factor === factor).map(({ crossValidated }) => crossValidated.loss),
    );
  return box.limits
    .flatMap((limit) =>
      limit.kind === "range" && factors.some(({ name }) => name === limit.factor)
        ? [
            {
              uncertainty: limit.factor,
              low: limit.low,
              high: limit.high,
              isConfirmed: limits.some((one) => one.factor === limit.factor && one.isConfirmed),
            },
          ]
        : [],
    )
    .sort((a, b) => lossOf(b.uncertainty) - lossOf(a.uncertainty));
}

function sharesOf(measures: BoxMeasures): BoxShares {
  return {
    futures: measures.rows,
    boxFutures: measures.boxRows,
    hits: measures.boxInterestRows,
    coverage: measures.coverage?.value,
    density: measures.density?.value,
  };
}

/** Points of a peeling until its box is at its smallest; those without a share are left out. */
function trajectoryOf(search: Search | undefined): readonly PeelPoint[] {
  if (search === undefined) return [];
  const { trajectory, chosenPoint } = search;
  return Array.from({ length: trajectory.points }, (_, at): PeelPoint => {
    const [coverage, density] = [trajectory.heldOut?.coverage[at], trajectory.heldOut?.density[at]];
    return {
      limited: trajectory.limitedFactors[at] as number,
      mass: trajectory.mass[at] as number,
      coverage: trajectory.coverage[at] as number,
      density: trajectory.density[at] as number,
      heldOut: isShare(coverage) && isShare(density) ? { coverage, density } : undefined,
      isChosen: at === chosenPoint,
    };
  }).filter(({ coverage, density }) => isShare(coverage) && isShare(density));
}

function isShare(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}
