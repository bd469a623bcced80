import { describe, expect, it } from "vitest";
import { RowQueue } from "../../src/experiments/row-queue.ts";

describe("RowQueue", () => {
  it("[E3] halves rows down to the one that kills threads, and loses none", () => {
    const queue = new RowQueue([
      { first: 0, rows: 5 },
      { first: 5, rows: 3 },
    ]);
    const lost: number[] = [];
    const run: number[] = [];
    for (let range = queue.take(); range !== undefined; range = queue.take()) {
      const rows = Array.from({ length: range.rows }, (_, at) => (range?.first ?? 0) + at);
      if (!rows.includes(6)) run.push(...rows);
      else if (!queue.halve(range)) lost.push(range.first);
    }

    expect(lost).toEqual([6]);
    expect(run.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 7]);
  });

  it("[E3] hands out first what was given back", () => {
    const queue = new RowQueue([{ first: 5, rows: 3 }]);
    queue.giveBack([{ first: 0, rows: 5 }]);

    expect([queue.take(), queue.take(), queue.take()]).toEqual([
      { first: 0, rows: 5 },
      { first: 5, rows: 3 },
      undefined,
    ]);
  });
});
