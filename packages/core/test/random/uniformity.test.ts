import { describe, expect, it } from "vitest";
import { child, indexName, type Name, nameOf, nameOfParts, uniform } from "../../src/random/index.ts";
import { battery, correlation, failures, LIMIT } from "./battery.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? 1);
const count = 65536 * scale;

interface Naming {
  nameOf(text: string): Name;
  child(parent: Name, part: Name): Name;
  uniform(name: Name): number;
}

const real: Naming = { child, nameOf, uniform };

function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  return x ^ (x >>> 15);
}

function rounds(h0: number, l0: number, keys: readonly number[]): Name {
  let [h, l] = [h0, l0];
  keys.forEach((key, round) => {
    if (round % 2 === 0) l ^= scramble(h + key);
    else h ^= scramble(l + key);
  });
  return [h | 0, l | 0];
}

/** The same composition and draw with both permutations cut to their first rounds. */
function cutTo(count: number): Naming {
  const childKeys = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const drawKeys = [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89];
  const cutChild = ([hi, lo]: Name, [partHi, partLo]: Name): Name =>
    rounds(hi ^ partLo, lo ^ partHi ^ partLo, childKeys.slice(0, count));
  return {
    child: cutChild,
    nameOf: (text) => {
      let name = cutChild([0xbe5466cf, 0x34e90c6c], [0, text.length]);
      const unit = (at: number): number => text.charCodeAt(at) || 0;
      for (let at = 0; at < text.length; at += 4) {
        name = cutChild(name, [unit(at) | (unit(at + 1) << 16), unit(at + 2) | (unit(at + 3) << 16)]);
      }
      return [name[0] | (1 << 31), name[1]];
    },
    uniform: ([hi, lo]) => {
      const [h, l] = rounds(hi, lo, drawKeys.slice(0, count));
      return ((h >>> 0) * 2 ** 20 + (l >>> 12) + 0.5) / 2 ** 52;
    },
  };
}

/** A name with one part left open: its value runs along the coordinate. */
const coordinates: Readonly<Record<string, (i: number) => readonly (string | number)[]>> = {
  seed: (i) => ["run", i, 7, 41, "piracy", 12, "escort", "work", 0],
  "seed in steps of 2^32": (i) => ["run", i * 2 ** 32, 7, 41, "piracy", 12, "escort", "work", 0],
  future: (i) => ["run", 2012, i, 41, "piracy", 12, "escort", "work", 0],
  replication: (i) => ["run", 2012, 7, i, "piracy", 12, "escort", "work", 0],
  incident: (i) => ["run", 2012, 7, 41, "piracy", i, "escort", "work", 0],
  "text part": (i) => ["run", 2012, 7, 41, "piracy", 12, `task-${i}`, "work", 0],
  attempt: (i) => ["run", 2012, 7, 41, "piracy", 12, "escort", "work", i],
};

function draw(naming: Naming, parts: readonly (string | number)[]): number {
  let name: Name = [0x452821e6, 0x38d01377];
  for (const part of parts)
    name = naming.child(name, typeof part === "string" ? naming.nameOf(part) : indexName(part));
  return naming.uniform(name);
}

function drawsAlong(coordinate: (i: number) => readonly (string | number)[], naming: Naming): Float64Array {
  const draws = new Float64Array(count);
  for (let i = 0; i < count; i++) draws[i] = draw(naming, coordinate(i));
  return draws;
}

describe("uniforms of names", () => {
  it.each(Object.entries(coordinates))("[R13] are uniform and independent along %s", (_, coordinate) => {
    const draws = drawsAlong(coordinate, real);

    expect(draws[3]).toBe(uniform(nameOfParts(...coordinate(3))));
    expect(failures(battery(draws))).toEqual([]);
  });

  it("[R13] are unrelated between neighbouring names of a grid of two coordinates", () => {
    const side = 256;
    const prefix = nameOfParts("run", 2012);
    const grid = new Float64Array(side * side);
    const transposed = new Float64Array(side * side);
    for (let i = 0; i < side; i++) {
      for (let j = 0; j < side; j++) {
        const u = uniform(child(child(prefix, indexName(i)), indexName(j)));
        grid[i * side + j] = u;
        transposed[j * side + i] = i === j ? 0.5 : u;
      }
    }

    expect(failures(battery(grid))).toEqual([]);
    for (const lag of [1, side - 1, side, side + 1])
      expect(Math.abs(correlation(grid, grid, lag))).toBeLessThan(LIMIT);
    // Each off-diagonal pair is met twice, which doubles the variance.
    expect(Math.abs(correlation(grid, transposed, 0)) / Math.SQRT2).toBeLessThan(LIMIT);
  });

  it("[R13] are unrelated to the uniform of the parent", () => {
    const parents = new Float64Array(count);
    const children = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const parent = nameOfParts("run", i);
      parents[i] = uniform(parent);
      children[i] = uniform(child(parent, indexName(0)));
    }

    expect(Math.abs(correlation(parents, children, 0))).toBeLessThan(LIMIT);
  });

  it("[R14] flip in half of their bits when one bit of a part flips", () => {
    const samples = 2048 * scale;
    const flips = new Float64Array(64 * 116);
    const parent = nameOfParts("run", 2012, 7, 41);
    for (let sample = 0; sample < samples; sample++) {
      const part = sample % 2 === 0 ? indexName(sample) : nameOf(`part ${sample}`);
      const before = child(parent, part);
      const drawn = uniform(before) * 2 ** 52 - 0.5;
      for (let bit = 0; bit < 64; bit++) {
        const flipped: Name =
          bit < 32 ? [part[0] ^ (1 << bit), part[1]] : [part[0], part[1] ^ (1 << (bit - 32))];
        const after = child(parent, flipped);
        const redrawn = uniform(after) * 2 ** 52 - 0.5;
        for (let out = 0; out < 32; out++) {
          count1(flips, bit * 116 + out, ((before[0] ^ after[0]) >>> out) & 1);
          count1(flips, bit * 116 + 32 + out, ((before[1] ^ after[1]) >>> out) & 1);
        }
        const high = Math.floor(drawn / 2 ** 26) ^ Math.floor(redrawn / 2 ** 26);
        const low = (drawn % 2 ** 26) ^ (redrawn % 2 ** 26);
        for (let out = 0; out < 26; out++) {
          count1(flips, bit * 116 + 64 + out, (high >>> out) & 1);
          count1(flips, bit * 116 + 90 + out, (low >>> out) & 1);
        }
      }
    }

    const deviations = flips.map((flipped) => Math.abs(flipped - samples / 2) / Math.sqrt(samples / 4));
    expect(Math.max(...deviations)).toBeLessThan(LIMIT);
  });

  it("[R15] come from names without a repetition among 2^20", () => {
    const total = 2 ** 20;
    const along = new BigInt64Array(total);
    const grid = new BigInt64Array(total);
    const prefix = nameOfParts("run", 2012, 7);
    const bits = ([hi, lo]: Name): bigint => (BigInt(hi) << 32n) | BigInt(lo >>> 0);
    for (let i = 0; i < total; i++) {
      along[i] = bits(nameOf(`task ${i}`));
      grid[i] = bits(child(child(prefix, indexName(i >>> 10)), indexName(i & 1023)));
    }

    for (const names of [along, grid]) {
      names.sort();
      for (let i = 1; i < total; i++) if (names[i] === names[i - 1]) expect.fail(`name ${names[i]} repeats`);
    }
  });

  it("[R16] are those of the definition when the battery's own copy has four rounds", () => {
    const copy = cutTo(4);
    for (const coordinate of Object.values(coordinates)) {
      for (let i = 0; i < 100; i++) expect(draw(copy, coordinate(i))).toBe(draw(real, coordinate(i)));
    }
  });

  it.each(Object.entries(coordinates))(
    "[R16] fail along %s when both permutations have one round",
    (_, coordinate) => {
      expect(failures(battery(drawsAlong(coordinate, cutTo(1)))).length).toBeGreaterThan(0);
    },
  );
});

function count1(counts: Float64Array, at: number, flipped: number): void {
  counts[at] = (counts[at] as number) + flipped;
}
