import { causeBit, type causes } from "@shikumi/kernel";
import { describe, it } from "vitest";
import { type Estimate, expectAgreement, ratioOf } from "./interval.ts";
import { nodeColumn, type Result, readStudy, runsOf, sumByTask, taskColumn } from "./study-run.ts";

const task = "help.go";
const informed = 0.8 * 0.75;
const stage = 0.8 * 0.7;
const first = 0.9 * stage * 0.95;
const second = 0.6 * 0.5;
const host = 0.6;

/** Part of the cases in which something happened. */
function shareOf(results: readonly Result[], counts: readonly number[]): Estimate {
  return ratioOf(counts, taskColumn(results, task, "instances"));
}

describe("a chain of permissions", () => {
  const study = readStudy("refusal");
  const results = runsOf(study, 40);

  it("[A14] thins by the product of its chances, and falls through to the next provision", () => {
    const asks = informed;
    const asksSecond = asks * (1 - first);
    const permitted = asks * (first + (1 - first) * second);
    const answered = (node: string) => shareOf(results, nodeColumn(results, node, "answered"));
    const refused = (node: string) => shareOf(results, nodeColumn(results, node, "refused"));

    expectAgreement([
      { of: "governor asked", estimate: answered("GOVERNOR"), exact: asks },
      { of: "governor against", estimate: refused("GOVERNOR"), exact: asks * 0.1 },
      { of: "partner asked", estimate: answered("Q-CABINET"), exact: asks * 0.9 },
      { of: "partner against", estimate: refused("Q-CABINET"), exact: asks * 0.9 * 0.3 },
      { of: "cabinet asked", estimate: answered("CABINET"), exact: asks * 0.9 * stage },
      // Consulted in the first provision; in the second he orders where he judged it urgent.
      { of: "minister asked", estimate: answered("MINISTER"), exact: asks * 0.9 + asksSecond * 0.6 },
      { of: "minister against", estimate: refused("MINISTER"), exact: asks * 0.9 * 0.2 + asksSecond * 0.3 },
      { of: "host asked", estimate: answered("HOST"), exact: permitted },
      {
        of: "done",
        estimate: shareOf(results, taskColumn(results, task, "fulfilled")),
        exact: permitted * host,
      },
    ]);
  });

  it("[A14] charges every refusal to the last that was against", () => {
    const refusals = (cause: (typeof causes)[number]) =>
      shareOf(results, sumByTask(results, task, "refusals", cause));
    // The last denial is the second provision's, by a judgement or an order of the own side; the host refuses what was permitted.
    const own = informed * (1 - first) * (1 - second);
    const abroad = informed * (first + (1 - first) * second) * (1 - host);

    // A lost need is counted with the refusal that lost it.
    expectAgreement([
      { of: "mechanism", estimate: refusals("mechanism"), exact: 2 * (1 - informed) },
      { of: "decision", estimate: refusals("law.decision"), exact: 2 * own },
      { of: "consent", estimate: refusals("consent"), exact: 2 * abroad },
    ]);
  });

  it("[A14] is thinned less with a cause relaxed, by just the chances that belong to it", () => {
    const done = (...relaxed: readonly (keyof typeof causeBit)[]) => {
      const relax = relaxed.reduce((mask, cause) => mask | causeBit[cause], 0);
      const runs = runsOf(study, 25, { relax });
      return shareOf(runs, taskColumn(runs, task, "fulfilled"));
    };
    const either = (one: number, other: number) => one + (1 - one) * other;

    expectAgreement([
      { of: "mechanism", estimate: done("mechanism"), exact: either(first, second) },
      { of: "consent", estimate: done("consent"), exact: informed * either(first / 0.7, second) },
      { of: "decision", estimate: done("law.decision"), exact: informed * host },
      {
        of: "consent and decision",
        estimate: done("consent", "law.decision"),
        exact: informed,
      },
    ]);
  });
});
