import { describe, expect, it } from "vitest";
import {
  javascriptTaskEngine,
  type TapeUse,
  type TaskResults,
  TaskRunner,
} from "../../src/host/task-model.ts";
import { webassemblyTaskEngine } from "../../src/host/webassembly.ts";
import { taskBytes } from "../../src/webassembly/engine-bytes.ts";
import { desbModel } from "./desb-model.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");

/** Reference values of DESB-1 with their 95 % half-widths: 19 implementations, 20,000 replications. */
const reference = {
  completion: [
    [192.03, 0.13],
    [224.64, 0.08],
    [295.79, 0.17],
    [210.71, 0.14],
    [165.4, 0.1],
  ],
  wait: [4.238, 0.024],
  queued: [0.0755, 0.0003],
  approval: [12.095, 0.012],
} as const;

const fast = (): TaskRunner => new TaskRunner(webassemblyTaskEngine(taskBytes()), desbModel());

/** |z| of the mean of values against a reference with a 95 % half-width. */
function distance(values: readonly number[], [mean, half]: readonly [number, number]): number {
  const own = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - own) * (value - own), 0) / (values.length - 1);
  return Math.abs(own - mean) / Math.sqrt(spread / values.length + (half / 1.96) ** 2);
}

describe("the task layer on DESB-1", () => {
  it("[T1, T5] agrees with the reference", () => {
    const runner = fast();
    const runs = Array.from({ length: Math.round(2000 * scale) }, (_, replication) =>
      runner.run(2012, replication),
    );

    expect(runs.every(({ missions, events }) => events === 16 * missions)).toBe(true);
    expect(
      runs.every(({ missions, completed }) => completed.reduce((sum, one) => sum + one, 0) === missions),
    ).toBe(true);
    const byRun = (figure: (run: TaskResults) => number): number[] => runs.map(figure);
    reference.completion.forEach((value, type) => {
      const times = byRun((run) => (run.completionTime[type] ?? 0) / (run.completed[type] ?? 1));

      expect(distance(times, value), `type ${type}`).toBeLessThan(3.5);
    });
    expect(
      distance(
        byRun((run) => run.unitWait / (3 * run.missions)),
        reference.wait,
      ),
    ).toBeLessThan(3.5);
    expect(
      distance(
        byRun((run) => run.queued / (3 * run.missions)),
        reference.queued,
      ),
    ).toBeLessThan(3.5);
    expect(
      distance(
        byRun((run) => run.approvalTime / (3 * run.missions)),
        reference.approval,
      ),
    ).toBeLessThan(3.5);
  });

  it("[T2] is the same from JavaScript and from WebAssembly", () => {
    const plain = new TaskRunner(javascriptTaskEngine(), desbModel());
    const runner = fast();
    for (let replication = 0; replication < 20; replication++)
      for (const [tape, isFused] of [
        ["none", false],
        ["make", false],
        ["replay", true],
      ] as const)
        expect(plain.run(7, replication, tape, isFused)).toEqual(runner.run(7, replication, tape, isFused));
  });

  it("[T3, T4] replays a tape, plain and fused", () => {
    const runner = fast();
    for (let replication = 0; replication < 20; replication++) {
      const run = (tape: TapeUse, isFused = false): TaskResults => runner.run(3, replication, tape, isFused);
      const made = run("make");
      const { events: _, ...fused } = run("replay", true);
      const { events, ...replayed } = run("replay");

      expect({ events, ...replayed }).toEqual(made);
      expect(fused.missions).toBe(made.missions);
      expect(fused.completionTime).toEqual(replayed.completionTime);
      expect(run("replay", true).events).toBe(10 * made.missions);
      expect(run("none").missions).toBe(made.missions);
    }
  });

  it.each(["organisations", "load", "units"] as const)(
    "[T5] completes every mission at ten times the %s",
    (kind) => {
      const runner = new TaskRunner(webassemblyTaskEngine(taskBytes()), desbModel({ kind, times: 10 }));
      const { missions, events, completed } = runner.run(1, 0);

      expect(events).toBe(16 * missions);
      expect(completed.reduce((sum, one) => sum + one, 0)).toBe(missions);
    },
  );
});
