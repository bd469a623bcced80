import type { CauseFinding, Figure } from "@shikumi/assessment";
import type { Cause } from "@shikumi/kernel";

/** One part of a shortfall: charged to a cause, irreducible, or what undetermined law takes away besides. */
export interface CausePart {
  readonly cause: Cause | "irreducible";
  readonly figure: Figure;
}

/** The parts of a shortfall in their order, the irreducible one last; together they are the shortfall. */
export function partsOf(finding: CauseFinding): readonly CausePart[] {
  return [...finding.parts, { cause: "irreducible", figure: finding.irreducible }];
}

/** A part as a stretch of the axis. */
export interface Stretch extends CausePart {
  readonly from: number;
  readonly to: number;
}

/** The parts of a shortfall laid end to end: gains to the left of zero, losses to the right; nothing is clipped. Parts without a figure are left out. */
export function stretches(finding: CauseFinding): readonly Stretch[] {
  let right = 0;
  let left = 0;
  return partsOf(finding).flatMap((part): readonly Stretch[] => {
    const { value } = part.figure;
    if (!Number.isFinite(value)) return [];
    if (value >= 0) {
      const from = right;
      right += value;
      return [{ ...part, from, to: right }];
    }
    const to = left;
    left += value;
    return [{ ...part, from: left, to }];
  });
}

/** The least and the greatest value that these findings and their intervals reach, zero included. */
export function extent(findings: readonly CauseFinding[]): readonly [number, number] {
  const ends = findings.flatMap((finding) => [
    ...stretches(finding).flatMap(({ from, to }) => [from, to]),
    finding.shortfall.value + Math.max(0, finding.undetermined.value || 0),
  ]);
  const known = ends.filter(Number.isFinite);
  return [Math.min(0, ...known), Math.max(0.01, ...known)];
}

/** Round steps of an axis between two ends. */
export function ticks([low, high]: readonly [number, number]): readonly number[] {
  const span = high - low;
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((one) => span / one <= 6) ?? 1;
  const found: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high + 1e-9; at++) found.push(at * step + 0);
  return found;
}
