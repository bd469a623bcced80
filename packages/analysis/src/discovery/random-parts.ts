import { childInto, type Name, uniformOf } from "@shikumi/core/random";
import type { Seed } from "../frame/index.ts";
import { nameOfSeed } from "../frame/seed.ts";
import type { Question } from "./interest.ts";
import { orderOf } from "./sorted-rows.ts";

/** The name all draws of one purpose of a discovery lie under. Throws as `nameOfSeed` does. */
export function discoveryName(seed: Seed, purpose: string): Name {
  return nameOfSeed(seed, "discovery", purpose);
}

/** Writes one uniform a place to `out`: that of place i under the name is a pure function of both. */
export function drawUniforms(out: Float64Array, name: Name): void {
  const lanes = new Int32Array(2);
  for (let at = 0; at < out.length; at++) {
    childInto(lanes, 0, name[0], name[1], 0, at);
    out[at] = uniformOf(lanes[0] as number, lanes[1] as number);
  }
}

/** Rows of one group side by side: those of group g are `rows[start[g] … start[g + 1] − 1]`. */
export interface Groups {
  readonly count: number;
  readonly rows: Int32Array;
  readonly start: Int32Array;
}

/** The rows by their group, groups in the order of their first row. */
export function groupsOf(question: Question, rows: Int32Array): Groups {
  if (!question.isGrouped) {
    return { count: rows.length, rows, start: Int32Array.from({ length: rows.length + 1 }, (_, at) => at) };
  }
  const members = new Map<number, number[]>();
  for (const row of rows) {
    const group = question.group[row] as number;
    const list = members.get(group);
    if (list === undefined) members.set(group, [row]);
    else list.push(row);
  }
  const start = new Int32Array(members.size + 1);
  const ordered = new Int32Array(rows.length);
  let place = 0;
  let group = 0;
  for (const list of members.values()) {
    ordered.set(list, place);
    place += list.length;
    group += 1;
    start[group] = place;
  }
  return { count: members.size, rows: ordered, start };
}

/**
 * Deals the groups of the given rows at random into parts of the given shares (of the groups) and returns the part of each row of the design. Groups with a row of
 * interest and groups
 * without are dealt apart, so that every part has its share of either. Rows not given are in part 255.
 */
export function dealParts(
  question: Question,
  rows: Int32Array,
  shares: readonly number[],
  name: Name,
): Uint8Array {
  const part = new Uint8Array(question.design.rows).fill(255);
  const groups = groupsOf(question, rows);
  const uniforms = new Float64Array(groups.count);
  drawUniforms(uniforms, name);
  const hasInterest = new Uint8Array(groups.count);
  for (let group = 0; group < groups.count; group++) {
    for (let at = groups.start[group] as number; at < (groups.start[group + 1] as number); at++) {
      if ((question.hits[groups.rows[at] as number] as number) > 0) hasInterest[group] = 1;
    }
  }
  const all = Int32Array.from({ length: groups.count }, (_, group) => group);
  for (const wanted of [0, 1]) {
    const order = orderOf(
      uniforms,
      all.filter((group) => hasInterest[group] === wanted),
    );
    let sum = 0;
    let from = 0;
    shares.forEach((share, index) => {
      sum += share;
      const to = index === shares.length - 1 ? order.length : Math.round(sum * order.length);
      for (let at = from; at < to; at++) {
        const group = order[at] as number;
        for (let item = groups.start[group] as number; item < (groups.start[group + 1] as number); item++) {
          part[groups.rows[item] as number] = index;
        }
      }
      from = to;
    });
  }
  return part;
}

/**
 * 1 for the rows of a random half of the groups, drawn without replacement (selection sampling, Knuth, "The Art of Computer Programming", vol. 2, §3.4.2, algorithm S);
 * else 0. By row of the design.
 */
export function randomHalf(question: Question, groups: Groups, name: Name): Uint8Array {
  const isTaken = new Uint8Array(question.design.rows);
  const uniforms = new Float64Array(groups.count);
  drawUniforms(uniforms, name);
  let left = groups.count;
  let wanted = Math.ceil(groups.count / 2);
  for (let group = 0; group < groups.count; group++) {
    const takes = (uniforms[group] as number) * left < wanted;
    left -= 1;
    if (!takes) continue;
    wanted -= 1;
    for (let at = groups.start[group] as number; at < (groups.start[group + 1] as number); at++) {
      isTaken[groups.rows[at] as number] = 1;
    }
  }
  return isTaken;
}
