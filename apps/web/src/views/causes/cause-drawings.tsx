import type { CauseFinding } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { ReactNode } from "react";
import { causeText, type ShellKey } from "../../messages/index.ts";
import type { Say } from "../../messages/say.ts";
import { IntervalMark } from "../../part/interval-mark.tsx";
import { printed } from "../../part/printed.tsx";
import { useWidth } from "../../part/use-width.ts";
import { extent, partsOf, stretches, ticks } from "./cause-bars.ts";

const usualWidth = 900;
/** Narrower than this, names stand above their marks. */
const narrow = 560;
const barRow = 66;
const edge = 16;
/** Place of one cause in the legend. */
const legendPlace = 124;

export interface CauseBarsProps {
  readonly findings: readonly CauseFinding[];
  readonly name: (finding: CauseFinding) => string;
  /** Where a finding leads; `undefined` where no further. */
  readonly address: (finding: CauseFinding) => string;
  readonly language: Language;
  readonly shell: Say<ShellKey>;
  readonly undeterminedText: string;
  readonly label: string;
}

/** Shortfalls as bars, each split over its causes; what undetermined law takes away stands behind, dashed. */
export function CauseBars({
  findings,
  name,
  address,
  language,
  shell,
  undeterminedText,
  label,
}: CauseBarsProps): ReactNode {
  const [place, width] = useWidth<HTMLDivElement>(usualWidth);
  const ends = extent(findings);
  const x = scale(ends, edge, width - edge);
  const parts = findings[0] === undefined ? [] : partsOf(findings[0]);
  const inRow = Math.max(1, Math.floor((width - edge) / legendPlace));
  const top = 14 + Math.ceil(parts.length / inRow) * 20;
  const height = top + findings.length * barRow + 24;
  const drawing = (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links inside
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={label}>
      {parts.map(({ cause }, at) => (
        <g
          key={cause}
          transform={`translate(${edge + (at % inRow) * legendPlace} ${4 + Math.floor(at / inRow) * 20})`}
        >
          <rect className={`area-${cause.replace(".", "-")}`} width={12} height={12} />
          <text x={17} y={11}>
            {causeText(shell, cause)}
          </text>
        </g>
      ))}
      {ticks(ends).map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "zero" : "grid"}
            x1={x(tick)}
            x2={x(tick)}
            y1={top - 8}
            y2={height - 20}
          />
          <text className="small" textAnchor="middle" x={x(tick)} y={height - 6}>
            {shareText(tick, language)}
          </text>
        </g>
      ))}
      {findings.map((finding, at) => {
        const y = top + at * barRow;
        const { shortfall, undetermined } = finding;
        const isOpen = undetermined.value > 0 && Number.isFinite(shortfall.value);
        return (
          <g key={finding.scope.id}>
            <a href={address(finding)}>
              <text className="causes-name" x={edge} y={y + 12}>
                {name(finding)}
                <tspan className="causes-total" dx={10}>
                  {printed(shortfall, "share-interval", language)}
                </tspan>
                {isOpen ? (
                  <tspan className="small" dx={10}>
                    {`+ ${printed(undetermined, "share", language)} ${undeterminedText}`}
                  </tspan>
                ) : null}
              </text>
            </a>
            {stretches(finding).map(({ cause, figure, from, to }) => (
              <g key={cause}>
                <rect
                  className={`causes-part area-${cause.replace(".", "-")}`}
                  x={x(from)}
                  y={y + 18}
                  width={Math.max(0, x(to) - x(from))}
                  height={18}
                >
                  <title>{`${causeText(shell, cause)} ${printed(figure, "share-interval", language)}`}</title>
                </rect>
                {x(to) - x(from) < 34 ? null : (
                  <text className="small" textAnchor="middle" x={(x(from) + x(to)) / 2} y={y + 49}>
                    {printed(figure, "share", language)}
                  </text>
                )}
              </g>
            ))}
            {isOpen ? (
              <rect
                className="causes-undetermined"
                x={x(shortfall.value)}
                y={y + 18}
                width={x(shortfall.value + undetermined.value) - x(shortfall.value)}
                height={18}
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
  return (
    <div ref={place} className="causes-drawing">
      {drawing}
    </div>
  );
}

export interface CausePartsProps {
  readonly finding: CauseFinding;
  readonly language: Language;
  readonly shell: Say<ShellKey>;
  readonly shortfallText: string;
  readonly undeterminedText: string;
  readonly label: string;
}

/** The parts of one shortfall, each with its interval. */
export function CauseParts({
  finding,
  language,
  shell,
  shortfallText,
  undeterminedText,
  label,
}: CausePartsProps): ReactNode {
  const [place, width] = useWidth<HTMLDivElement>(usualWidth);
  const isNarrow = width < narrow;
  const lines = [
    { id: "shortfall", name: shortfallText, figure: finding.shortfall },
    ...partsOf(finding).map(({ cause, figure }) => ({ id: cause, name: causeText(shell, cause), figure })),
    { id: "undetermined", name: undeterminedText, figure: finding.undetermined },
  ];
  const known = lines
    .flatMap(({ figure }) => [figure.value, figure.low, figure.high])
    .filter((value) => Number.isFinite(value));
  const ends = [Math.min(0, ...known), Math.max(0.01, ...known)] as const;
  const x = isNarrow ? scale(ends, edge, width - edge) : scale(ends, 190, width - 190);
  const row = isNarrow ? 42 : 28;
  const height = lines.length * row + 34;
  const drawing = (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {ticks(ends).map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? "zero" : "grid"} x1={x(tick)} x2={x(tick)} y1={4} y2={height - 22} />
          <text className="small" textAnchor="middle" x={x(tick)} y={height - 8}>
            {shareText(tick, language)}
          </text>
        </g>
      ))}
      {lines.map(({ id, name, figure }, at) => {
        const y = 18 + at * row;
        return (
          <g key={id}>
            {id === "shortfall" || id === "undetermined" ? null : (
              <rect className={`area-${id.replace(".", "-")}`} x={0} y={y - 6} width={12} height={12} />
            )}
            <text x={18} y={y + 4} className={id === "shortfall" ? "causes-name" : "halo"}>
              {name}
            </text>
            <IntervalMark
              figure={figure}
              x={x}
              y={isNarrow ? y + 20 : y}
              look={id === "undetermined" ? "second" : "first"}
            />
            <text x={width} y={y + 4} textAnchor="end" className="halo">
              {printed(figure, "share-interval", language)}
            </text>
          </g>
        );
      })}
    </svg>
  );
  return (
    <div ref={place} className="causes-drawing">
      {drawing}
    </div>
  );
}

function scale([low, high]: readonly [number, number], from: number, to: number): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

function shareText(value: number, language: Language): string {
  return printed(
    { value: Math.round(value * 100) / 100, low: Number.NaN, high: Number.NaN },
    "share",
    language,
  );
}
