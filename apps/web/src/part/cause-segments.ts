import type { CauseFinding, Figure } from "@shikumi/assessment";
import type { Cause } from "@shikumi/kernel";

/** One part of a bar, in shares of demand. */
export interface Segment {
  readonly cause: Cause | "irreducible";
  readonly from: number;
  readonly to: number;
  readonly figure: Figure;
}

/** The segments of one shortfall in shares of demand: positive parts to the right of zero in the order of causes, negative ones to the left. */
export function segmentsOf(finding: CauseFinding): readonly Segment[] {
  let right = 0;
  let left = 0;
  const all = [
    ...finding.parts.map(({ cause, figure }) => ({ cause, figure })),
    { cause: "irreducible" as const, figure: finding.irreducible },
  ];
  return all.flatMap(({ cause, figure }) => {
    const { value } = figure;
    if (!Number.isFinite(value) || value === 0) return [];
    if (value > 0) {
      right += value;
      return [{ cause, from: right - value, to: right, figure }];
    }
    left += value;
    return [{ cause, from: left, to: left - value, figure }];
  });
}
