import type { Design } from "@shikumi/analysis/frame";

/** One point of a peeling found the slow way. */
export interface SlowPoint {
  readonly members: readonly number[];
}

/**
 * PRIM's peeling by copying boxes: an independent second implementation for unweighted rows and the objective lenient1. Every candidate is a list of rows; nothing is
 * sorted before or counted on the way.
 */
export function slowPeel(
  design: Design,
  hits: readonly boolean[],
  rows: readonly number[],
  peel: number,
  least: number,
): SlowPoint[] {
  const density = (members: readonly number[]): number =>
    members.filter((row) => hits[row]).length / members.length;
  const byName = design.factors
    .map((_, at) => at)
    .sort((a, b) => ((design.factors[a]?.name ?? "") < (design.factors[b]?.name ?? "") ? -1 : 1));
  const points: SlowPoint[] = [{ members: rows }];
  for (;;) {
    const box = points[points.length - 1]?.members as readonly number[];
    if (density(box) === 0 || density(box) === 1) return points;
    const candidates: (readonly number[])[] = [];
    for (const factor of byName) {
      const value = (row: number): number => design.columns[factor]?.[row] as number;
      const values = [...new Set(box.map(value))].sort((a, b) => a - b);
      if (design.factors[factor]?.kind === "category") {
        for (const level of values) candidates.push(box.filter((row) => value(row) !== level));
        continue;
      }
      for (const direction of [1, -1]) {
        const ordered = direction === 1 ? values : values.slice().reverse();
        const kept = ordered
          .slice(1)
          .map((limit) => box.filter((row) => direction * (value(row) - limit) >= 0));
        const patient = kept.filter(
          (members) => box.length - members.length <= peel * box.length * (1 + 1e-12),
        );
        const candidate = patient.at(-1) ?? kept[0];
        if (candidate !== undefined) candidates.push(candidate);
      }
    }
    let best: readonly number[] | undefined;
    let bestScore = 0;
    for (const candidate of candidates) {
      if (candidate.length < least * rows.length || candidate.length === 0 || candidate.length === box.length)
        continue;
      const gain = density(candidate) - density(box);
      const score = gain / (box.length - candidate.length);
      if (
        best === undefined ||
        score > bestScore ||
        (score === bestScore && candidate.length > best.length)
      ) {
        best = candidate;
        bestScore = score;
      }
    }
    if (best === undefined) return points;
    points.push({ members: best });
  }
}
