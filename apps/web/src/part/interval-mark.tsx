import type { Figure } from "@shikumi/assessment";
import type { ReactNode } from "react";

export interface IntervalMarkProps {
  readonly figure: Pick<Figure, "value" | "low" | "high">;
  /** The same number before, drawn as a ghost. */
  readonly ghost?: Pick<Figure, "value"> | undefined;
  /** Position of a value, in units of the drawing. */
  readonly x: (value: number) => number;
  readonly y: number;
  /** `second`: hollow, for the weaker of two. */
  readonly look?: "first" | "second";
}

/** A dot with its 95 % interval as a line, and what it was before as a hollow ring. For use inside an `<svg>`; the number must also stand as text. */
export function IntervalMark({ figure, ghost, x, y, look = "first" }: IntervalMarkProps): ReactNode {
  const { value, low, high } = figure;
  const isGhostApart =
    ghost !== undefined &&
    Number.isFinite(ghost.value) &&
    Number.isFinite(value) &&
    Math.abs(x(ghost.value) - x(value)) > 0.5;
  return (
    <g className={`mark ${look}`}>
      {isGhostApart ? (
        <>
          <line className="ghost-path" x1={x(ghost.value)} x2={x(value)} y1={y} y2={y} />
          <circle className="ghost" cx={x(ghost.value)} cy={y} r={4.5} />
        </>
      ) : null}
      {Number.isFinite(low) && Number.isFinite(high) ? (
        <line className="whisker" x1={x(low)} x2={x(high)} y1={y} y2={y} />
      ) : null}
      {Number.isFinite(value) ? <circle className="dot" cx={x(value)} cy={y} r={4.5} /> : null}
    </g>
  );
}
