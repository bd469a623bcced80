import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
} from "d3-geo";
import type { Point } from "./unit-paths.ts";

const degrees = 180 / Math.PI;
/** Least and greatest radius of a map around its middle, in degrees; beyond the greatest the whole earth is shown. */
const leastRadius = 5;
const greatestRadius = 85;

/** A projection that shows all points in a frame: around their middle, so that none is cut off at the antimeridian; the whole earth where they lie far apart. */
export function mapFrame(points: readonly Point[], width: number, height: number): GeoProjection {
  const frame: [[number, number], [number, number]] = [
    [8, 8],
    [width - 8, height - 8],
  ];
  const places = points.length === 0 ? [[135, 25] as const] : points;
  const centroid = geoCentroid({ type: "MultiPoint", coordinates: places.map((point) => [...point]) });
  const middle: [number, number] = Number.isFinite(centroid[0]) ? centroid : [135, 25];
  const reach = Math.max(...places.map((point) => geoDistance(middle, [...point]) * degrees));
  if (reach > greatestRadius)
    return geoEqualEarth().rotate([-middle[0], 0]).fitExtent(frame, { type: "Sphere" });
  const circle = geoCircle()
    .center(middle)
    .radius(Math.max(leastRadius, reach * 1.12))();
  return geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .fitExtent(frame, circle)
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}
