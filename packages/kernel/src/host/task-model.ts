import { exp, log1p, normalQuantile } from "@shikumi/core/math";
import { runName } from "@shikumi/core/random";
import * as address from "../task-layer/address.ts";
import { flatTaskLayer } from "../webassembly/flat-tasks.ts";

/** Ticks of the task layer to the hour: 27 ms each, 16,384 hours in all. */
export const taskTicksPerHour = 131072;

/**
 * What the task layer runs: missions of several types arrive at regions; each of their three tasks in turn takes the first free unit on a walk of pools, or waits at the first of
 * them; the unit mobilises, queues at the region's cell, travels, works and goes home. Times are hours.
 */
export interface TaskModel {
  readonly horizon: number;
  readonly unitsPerPool: number;
  /** Mobilisation by pool. */
  readonly mobilise: readonly number[];
  /** Travel by pool, then region. */
  readonly travel: readonly (readonly number[])[];
  /** Pools in the order in which they are asked, by capability, then region. All walks are equally long. */
  readonly walks: readonly (readonly (readonly number[])[])[];
  readonly types: readonly {
    readonly perYear: number;
    readonly median: number;
    readonly capabilities: readonly [number, number, number];
  }[];
  /** Log standard deviation of work. */
  readonly sigma: number;
  /** Mean of the approval at a cell. */
  readonly approval: number;
  /** Region r is served by cells r mod `regionsPerCell`, plus multiples of it, `cellsPerRegion` in all. */
  readonly regionsPerCell: number;
  readonly cellsPerRegion: number;
  readonly regions: number;
}

/** Sums of one run; times in hours. */
export interface TaskResults {
  readonly missions: number;
  readonly events: number;
  /** Tasks that had to wait for a unit. */
  readonly queued: number;
  readonly unitWait: number;
  readonly approvalTime: number;
  /** Missions and time to completion by type. */
  readonly completed: readonly number[];
  readonly completionTime: readonly number[];
}

/** How a run draws: on the way, from a tape made for it, or from the tape that the run before made. */
export type TapeUse = "none" | "make" | "replay";

/** What runs the task layer: the same source as JavaScript or as WebAssembly. */
export interface TaskEngine {
  readonly name: "javascript" | "webassembly";
  buffer(): ArrayBufferLike;
  reserve(bytes: number): void;
  runTasks(): void;
}

/** The task layer as JavaScript, with a memory of its own. */
export function javascriptTaskEngine(): TaskEngine {
  let buffer = new ArrayBuffer(1 << 20);
  let flat = flatTaskLayer(buffer, exp, log1p, normalQuantile);
  return {
    name: "javascript",
    buffer: () => buffer,
    reserve(bytes) {
      if (bytes <= buffer.byteLength) return;
      const larger = new ArrayBuffer((bytes + 65535) & ~65535);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
      flat = flatTaskLayer(buffer, exp, log1p, normalQuantile);
    },
    runTasks: () => flat.runTasks(),
  };
}

const missionBytes = 32;
const cells = 4096;

/** A model laid out in the memory of an engine, ready for runs. */
export class TaskRunner {
  readonly #engine: TaskEngine;
  readonly #types: number;
  readonly #results: number;

  constructor(engine: TaskEngine, model: TaskModel) {
    this.#engine = engine;
    this.#types = model.types.length;
    const pools = model.mobilise.length;
    const units = pools * model.unitsPerPool;
    const perYear = model.types.reduce((sum, { perYear: rate }) => sum + rate, 0);
    const missions = Math.ceil(((perYear * model.horizon) / 8760) * 1.5 + 4096);
    let leaves = 1;
    while (leaves < units + this.#types) leaves *= 2;
    const cellTotal = model.regionsPerCell * model.cellsPerRegion;
    const walk = model.walks[0]?.[0]?.length ?? 0;
    let top = 4096;
    const room = (bytes: number): number => {
      const at = (top + 63) & ~63;
      top = at + bytes;
      return at;
    };
    const place = {
      tree: room(16 * leaves),
      results: room(512),
      units: room(32 * units),
      pools: room(16 * pools),
      cells: room(16 * cellTotal),
      stacks: room(4 * units),
      needs: room(12 * this.#types),
      gaps: room(8 * this.#types),
      medians: room(8 * this.#types),
      walks: room(4 * model.walks.length * model.regions * walk),
      travels: room(4 * pools * model.regions),
      exponential: room(8 * (cells + 1)),
      lognormal: room(8 * (cells + 1)),
      missions: room(missionBytes * missions),
      tape: room(32 * (missions + 1)),
    };
    engine.reserve(top);
    const ints = new Int32Array(engine.buffer());
    const reals = new Float64Array(engine.buffer());
    const set = (at: number, value: number): void => {
      ints[at >> 2] = value;
    };
    const ticks = (hours: number): number => Math.floor(hours * taskTicksPerHour);
    set(address.unitCount, units);
    set(address.unitsPerPool, model.unitsPerPool);
    set(address.poolCount, pools);
    set(address.cellCount, cellTotal);
    set(address.regionCount, model.regions);
    set(address.typeCount, this.#types);
    set(address.walkLength, walk);
    set(address.cellsPerRegion, model.cellsPerRegion);
    set(address.regionsPerCell, model.regionsPerCell);
    set(address.leafCount, leaves);
    set(address.horizonTicks, ticks(model.horizon));
    set(address.missionRoom, missions);
    set(address.treeAt, place.tree);
    set(address.unitsAt, place.units);
    set(address.missionsAt, place.missions);
    set(address.poolsAt, place.pools);
    set(address.cellsAt, place.cells);
    set(address.stacksAt, place.stacks);
    set(address.needsAt, place.needs);
    set(address.walksAt, place.walks);
    set(address.travelAt, place.travels);
    set(address.tapeAt, place.tape);
    set(address.exponentialAt, place.exponential);
    set(address.lognormalAt, place.lognormal);
    set(address.gapsAt, place.gaps);
    set(address.mediansAt, place.medians);
    set(address.resultsAt, place.results);
    reals[address.sigma >> 3] = model.sigma;
    reals[address.approvalTicks >> 3] = model.approval * taskTicksPerHour;
    model.mobilise.forEach((hours, pool) => {
      set(place.pools + 16 * pool + 12, ticks(hours));
      model.travel[pool]?.forEach((way, region) => {
        set(place.travels + 4 * (pool * model.regions + region), ticks(way));
      });
    });
    model.walks.forEach((byRegion, capability) => {
      byRegion.forEach((order, region) => {
        order.forEach((pool, at) => {
          set(place.walks + 4 * ((capability * model.regions + region) * walk + at), pool);
        });
      });
    });
    model.types.forEach(({ perYear: rate, median, capabilities }, type) => {
      capabilities.forEach((capability, task) => {
        set(place.needs + 4 * (3 * type + task), capability * model.regions);
      });
      reals[(place.gaps >> 3) + type] = (8760 / rate) * taskTicksPerHour;
      reals[(place.medians >> 3) + type] = median * taskTicksPerHour;
    });
    for (let at = 0; at <= cells; at++) {
      const u = Math.min(at, cells - 0.5) / cells;
      reals[(place.exponential >> 3) + at] = -log1p(-u);
      reals[(place.lognormal >> 3) + at] = exp(model.sigma * normalQuantile(Math.max(u, 0.25 / cells)));
    }
    this.#results = place.results;
  }

  /** One run, named by its seed and replication. */
  run(seed: number, replication: number, tape: TapeUse = "none", isFused = false): TaskResults {
    const ints = new Int32Array(this.#engine.buffer());
    const [hi, lo] = runName(seed, 0, replication);
    ints[address.runHigh >> 2] = hi;
    ints[address.runLow >> 2] = lo;
    ints[address.tapeMode >> 2] = tape === "none" ? 0 : tape === "make" ? 2 : 1;
    ints[address.isFused >> 2] = isFused ? 1 : 0;
    this.#engine.runTasks();
    const sums = new Float64Array(this.#engine.buffer(), this.#results, 5 + 2 * this.#types);
    const at = (index: number): number => sums[index] as number;
    const byType = (column: number): number[] =>
      Array.from({ length: this.#types }, (_, type) => at(5 + 2 * type + column));
    return {
      missions: at(0),
      events: at(1),
      queued: at(2),
      unitWait: at(3) / taskTicksPerHour,
      approvalTime: at(4) / taskTicksPerHour,
      completed: byType(0),
      completionTime: byType(1).map((ticks) => ticks / taskTicksPerHour),
    };
  }
}
