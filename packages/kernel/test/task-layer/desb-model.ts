import type { TaskModel } from "../../src/host/task-model.ts";

/** Which of the benchmark's sizes is scaled, and by how much: organisations; organisations, arrivals and cells; units, arrivals and cells. */
export interface DesbScale {
  readonly kind: "organisations" | "load" | "units";
  readonly times: number;
}

const capabilities = 6;
const regions = 20;
const cells = 4;
const rates = [700, 500, 400, 250, 150];
const medians = [24, 36, 48, 30, 20];
const needed = [
  [0, 1, 2],
  [3, 4, 5],
  [0, 3, 1],
  [2, 4, 0],
  [5, 1, 3],
] as const;

const fraction = (x: number): number => x - Math.floor(x);

/** DESB-1: five types of events, twelve organisations, six capabilities, twenty regions, four cells; tasks strictly in sequence. */
export function desbModel({ kind, times }: DesbScale = { kind: "organisations", times: 1 }): TaskModel {
  const organisations = kind === "units" ? 12 : 12 * times;
  const load = kind === "organisations" ? 1 : times;
  const at = (offset: number, step: number, index: number): number => 3000 * fraction(offset + step * index);
  const hours = (organisation: number, region: number): number => {
    const x = at(0.5, 0.7548776662466927, organisation + 1) - at(0.25, 0.7548776662466927, region + 1001);
    const y = at(0.5, 0.5698402909980532, organisation + 1) - at(0.25, 0.5698402909980532, region + 1001);
    return 2 + Math.sqrt(x * x + y * y) / 100;
  };
  const pools: { readonly organisation: number; readonly capability: number }[] = [];
  for (let organisation = 0; organisation < organisations; organisation++)
    for (let capability = 0; capability < capabilities; capability++)
      if ((organisation + capability) % 3 !== 0) pools.push({ organisation, capability });
  const regionList = Array.from({ length: regions }, (_, region) => region);
  return {
    horizon: 8760,
    unitsPerPool: kind === "units" ? 2 * times : 2,
    mobilise: pools.map(({ organisation }) => 1 + (organisation % 4)),
    travel: pools.map(({ organisation }) => regionList.map((region) => hours(organisation, region))),
    walks: Array.from({ length: capabilities }, (_, capability) =>
      regionList.map((region) =>
        [...pools.keys()]
          .filter((pool) => pools[pool]?.capability === capability)
          .sort(
            (a, b) => hours(pools[a]?.organisation ?? 0, region) - hours(pools[b]?.organisation ?? 0, region),
          ),
      ),
    ),
    types: rates.map((rate, type) => ({
      perYear: rate * load,
      median: medians[type] as number,
      capabilities: needed[type] as (typeof needed)[number],
    })),
    sigma: 0.8,
    approval: 4,
    regionsPerCell: cells,
    cellsPerRegion: load,
    regions,
  };
}
