import type { Id } from "@shikumi/model";
import { type GeoProjection, geoDistance, geoPath } from "d3-geo";
import { memo, type ReactNode, useMemo } from "react";
import { organisationName } from "../../messages/name.ts";
import { fitText, textUnits } from "../../part/fit-text.ts";
import { useWidth } from "../../part/use-width.ts";
import { mapFrame } from "./map-frame.ts";
import type { Voice } from "./step-words.ts";
import type { Story } from "./story.ts";
import { type Point, pointOf, type UnitPath, unitPoint, unitState } from "./unit-paths.ts";
import { borders, land } from "./world.ts";

export interface MapDrawingProps {
  readonly story: Story;
  readonly paths: readonly UnitPath[];
  readonly at: number;
  readonly voice: Voice;
  readonly label: string;
  /** Only the surroundings of the scene. */
  readonly isNear: boolean;
}

/** What counts as around the scene, in radians. */
const near = 0.3;

/** The scene, the bases, the ways between, and where the units are at a time. */
export function MapDrawing({ story, paths, at, voice, label, isNear }: MapDrawingProps): ReactNode {
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const height = Math.round(Math.min(460, Math.max(230, width * 0.58)));
  const projection = useMemo(() => {
    const scene = pointOf(story.study.places.get(story.incident.place ?? ""));
    const points = [...(scene === undefined ? [] : [scene]), ...paths.flatMap((path) => path.points)];
    const middle = scene ?? points.at(-1);
    const close =
      isNear && middle !== undefined
        ? points.filter((point) => geoDistance([...middle], [...point]) <= near)
        : points;
    return mapFrame(close, width, height);
  }, [story, paths, width, height, isNear]);
  return (
    <div ref={frame} className="replay-map">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <Ground projection={projection} width={width} height={height} />
        <Ways
          story={story}
          paths={paths}
          projection={projection}
          width={width}
          height={height}
          voice={voice}
        />
        <Units story={story} paths={paths} projection={projection} at={at} voice={voice} />
      </svg>
    </div>
  );
}

interface GroundProps {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
}

const Ground = memo(function Ground({ projection, width, height }: GroundProps): ReactNode {
  const path = geoPath(projection);
  return (
    <g>
      <rect className="replay-sea" width={width} height={height} />
      <path className="replay-land" d={land === undefined ? "" : (path(land) ?? "")} />
      <path className="replay-border" d={borders === undefined ? "" : (path(borders) ?? "")} />
    </g>
  );
});

interface WaysProps extends GroundProps {
  readonly story: Story;
  readonly paths: readonly UnitPath[];
  readonly voice: Voice;
}

const Ways = memo(function Ways({ story, paths, projection, width, height, voice }: WaysProps): ReactNode {
  const { study, incident } = story;
  const path = geoPath(projection);
  const lines = new Map(
    paths
      .filter(({ points }) => points.length > 1)
      .map(({ points }) => [points.map((point) => point.join(",")).join(" "), points] as const),
  );
  const scenes = new Set<Id>([
    ...(incident.place === undefined ? [] : [incident.place]),
    ...paths.map(({ to }) => to),
  ]);
  const places = [...new Set<Id>([...scenes, ...paths.map(({ from }) => from)])];
  const taken: Box[] = [];
  const labels = places.flatMap((id) => {
    const place = study.places.get(id);
    const at = projected(projection, pointOf(place));
    if (at === undefined) return [];
    const text = fitText(place?.name[voice.language] || id, 150, 11);
    const long = textUnits(text) * 11 + 4;
    const isLeft = at[0] + 10 + long > width;
    const box = { x: isLeft ? at[0] - 9 - long : at[0] + 9, y: at[1] - 7, width: long, height: 14 };
    const isShown = at[1] > 6 && at[1] < height - 6 && !taken.some((other) => overlap(other, box));
    if (isShown) taken.push(box);
    return [{ id, at, text, isLeft, isShown, isScene: scenes.has(id) }];
  });
  return (
    <g>
      {[...lines].map(([key, points]) => (
        <path
          key={key}
          className="replay-way"
          d={path({ type: "LineString", coordinates: points.map((point) => [...point]) }) ?? ""}
        />
      ))}
      {labels.map(({ id, at, text, isLeft, isShown, isScene }) => (
        <g key={id}>
          <circle
            className={isScene ? "replay-scene" : "replay-base"}
            cx={at[0]}
            cy={at[1]}
            r={isScene ? 9 : 2.5}
          />
          {isShown ? (
            <text
              className={`small halo ${isScene ? "replay-scene-name" : ""}`}
              x={isLeft ? at[0] - 11 : at[0] + 11}
              y={at[1] + 4}
              textAnchor={isLeft ? "end" : "start"}
            >
              {text}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
});

interface UnitsProps {
  readonly story: Story;
  readonly paths: readonly UnitPath[];
  readonly projection: GeoProjection;
  readonly at: number;
  readonly voice: Voice;
}

function Units({ story, paths, projection, at, voice }: UnitsProps): ReactNode {
  const { study } = story;
  const marks = new Map<
    string,
    { x: number; y: number; state: "waits" | "travels" | "works"; names: string[] }
  >();
  for (const path of paths) {
    const state = unitState(path, at);
    const point = state === "left" ? undefined : projected(projection, unitPoint(path, at));
    if (state === "left" || point === undefined) continue;
    const key = `${state} ${Math.round(point[0] / 4)} ${Math.round(point[1] / 4)}`;
    const mark = marks.get(key) ?? { x: point[0], y: point[1], state, names: [] };
    const holding = study.holdings.get(path.holding)?.name[voice.language] ?? path.holding;
    mark.names.push(`${holding} (${organisationName(study, path.organisation, voice.language)})`);
    marks.set(key, mark);
  }
  const order = ["waits", "works", "travels"];
  return (
    <g>
      {[...marks]
        .toSorted(([, a], [, b]) => order.indexOf(a.state) - order.indexOf(b.state))
        .map(([key, { x, y, state, names }]) => (
          <g key={key} className={`replay-unit replay-unit-${state}`}>
            <title>{`${voice.say(`state-${state}`)}: ${names.join(voice.say("and"))}`}</title>
            {state === "works" ? (
              <rect x={x - 5} y={y - 5} width={10} height={10} />
            ) : (
              <circle cx={x} cy={y} r={state === "travels" ? 5.5 : 4.5} />
            )}
            {names.length > 1 ? (
              <text className="halo replay-count" x={x} y={y - 8} textAnchor="middle">
                {names.length}
              </text>
            ) : null}
          </g>
        ))}
    </g>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function projected(
  projection: GeoProjection,
  point: Point | undefined,
): readonly [number, number] | undefined {
  return point === undefined ? undefined : (projection([...point]) ?? undefined);
}
