import type { GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import atlas from "world-atlas/countries-110m.json" with { type: "json" };

const topology = atlas as unknown as Parameters<typeof mesh>[0];
const { land: landObject, countries } = topology.objects;

/** The land of the earth and the borders between states, at 1 : 110 million. From Natural Earth, by world-atlas. */
export const land: GeoPermissibleObjects | undefined =
  landObject === undefined ? undefined : feature(topology, landObject);
export const borders: GeoPermissibleObjects | undefined =
  countries === undefined ? undefined : mesh(topology, countries as never, (a, b) => a !== b);
