import { wilsonInterval } from "../estimate/wilson-interval.ts";

/** How often each set of relaxations met a standard: `met[mask]` of `instances`, for all 2^n masks; mask 0 is nothing relaxed. */
export interface ClosingTable {
  readonly met: Float64Array;
  readonly instances: number;
}

/** A set that closes, with the share of instances in which it did and the 95 % interval of that share. */
export interface ClosingSet {
  readonly mask: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The minimal sets whose relaxation meets the standard in at least `threshold` of the instances: none of their proper subsets does.
 * `[{ mask: 0 }]` says the standard is met already; an empty list that no set meets it. Ascending by size, then mask. Every set is tested, because
 * relaxing more need not help more. Empty for a table without instances.
 */
export function closingSets(table: ClosingTable, threshold: number): readonly ClosingSet[] {
  if (!(threshold > 0 && threshold <= 1))
    throw new RangeError(`threshold must lie in (0, 1], got ${threshold}`);
  if (!(table.instances > 0)) return [];
  const closing: number[] = [];
  for (let mask = 0; mask < table.met.length; mask++) {
    if ((table.met[mask] as number) / table.instances >= threshold) closing.push(mask);
  }
  return closing
    .filter((mask) => !closing.some((other) => other !== mask && (other & mask) === other))
    .sort((a, b) => size(a) - size(b) || a - b)
    .map((mask) => {
      const met = table.met[mask] as number;
      return { mask, share: met / table.instances, ...wilsonInterval(met, table.instances) };
    });
}

function size(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
