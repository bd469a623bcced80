import type { Study } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { permissionCoverage, roleMatrix } from "../../src/measure/role-matrix.ts";
import { caseSettings } from "../../src/measure/task-setting.ts";
import { obstacleStudy } from "../small-study.ts";
import { emptyResult, layoutOfTasks, runOfResults } from "../synthetic-run.ts";

function rowOf(study: Study) {
  const result = emptyResult(0, layoutOfTasks(["act"]), 1);
  result.demanded.fill(10);
  result.deliveredBy.fill(4);
  const [row] = roleMatrix(runOfResults(study, [result], 1));
  return row;
}

const cellOf = (study: Study, organisation: string) =>
  rowOf(study)?.cells.find((cell) => cell.organisation === organisation);

describe("roleMatrix", () => {
  it("[R2] shows lead, able, lawful and the share of demand delivered", () => {
    const cell = cellOf(obstacleStudy(), "team");

    expect(cell).toMatchObject({ role: "lead", able: true, verdict: "permitted", accountable: false });
    expect(cell?.delivered.value).toBe(0.4);
    expect(rowOf(obstacleStudy())?.hole).toBe(false);
  });

  it("[R2] leaves out organisations that have nothing to do with the task", () => {
    expect(rowOf(obstacleStudy())?.cells.map((cell) => cell.organisation)).toEqual(["team"]);
  });

  it("[R1] tells no basis from undetermined and from a permission that hangs on a fact of the case", () => {
    const never = obstacleStudy({ provision: "until: 2011-06-01" });
    const unknown = obstacleStudy({ provision: "when: [{fact: grave}]" });
    const sometimes = obstacleStudy({ provision: "when: [{fact: grave}]", facts: "{grave: 0.2}" });

    expect(cellOf(never, "team")?.verdict).toBe("no-basis");
    expect(cellOf(unknown, "team")?.verdict).toBe("undetermined");
    expect(cellOf(sometimes, "team")?.verdict).toBe("permitted");
  });

  it("[R2] calls a task a hole where nobody is both lawful and able", () => {
    expect(rowOf(obstacleStudy({ provision: "until: 2011-06-01" }))?.hole).toBe(true);
    expect(rowOf(obstacleStudy({ provision: "when: [{fact: grave}]" }))?.hole).toBe(true);
  });
});

describe("permissionCoverage", () => {
  it("[R3] is the share of able organisations that are lawful, by domain", () => {
    const another = `
  other-units: {of: watch, what: unit, quantity: 1, at: home, assumption: true}`;
    const study = obstacleStudy({ holdings: another });

    const coverage = permissionCoverage(study, "baseline", "study").get("D1");

    expect(coverage).toMatchObject({
      id: "permission-coverage/baseline/domain/D1",
      value: 0.5,
      unit: "share",
      run: "study",
    });
  });
});

describe("caseSettings", () => {
  it("[R1] are beneficiaries × places of the incidents × values of the facts asked for", () => {
    const study = obstacleStudy({ facts: "{grave: 0.2, night: {early: 1, late: 1}}" });
    const mission = study.missions.get("answer");
    const task = mission?.tasks.values().next().value;
    if (task === undefined) throw new TypeError("the task is missing");

    const settings = caseSettings(study, "answer", task, new Set(["night"]));

    expect(settings).toEqual([
      { beneficiary: "people", place: "scene", facts: { night: "early" } },
      { beneficiary: "people", place: "scene", facts: { night: "late" } },
    ]);
  });

  it("[R1] of an incident caused by another are also those of its cause", () => {
    const study = obstacleStudy({
      facts: "{night: 0.5}",
      incidents: `
  after-alarm: {name: {ja: 続発, en: Aftermath}, at: home, facts: {rain: 0.5}, calls: follow, assumption: true}`,
      causes: "[{incident: after-alarm, chance: 0.5}]",
      missions:
        "  follow: {name: {ja: 追跡, en: Follow}, domain: D1, assumption: true, tasks: {track: {activity: track}}}",
    });
    const task = study.missions.get("follow")?.tasks.values().next().value;
    if (task === undefined) throw new TypeError("the task is missing");

    const settings = caseSettings(study, "follow", task, new Set(["night", "rain", "unheard-of"]));

    expect(settings.map(({ place }) => place)).toEqual(["home", "home", "home", "home"]);
    expect(settings.map(({ facts }) => facts)).toEqual([
      { night: "yes", rain: "yes" },
      { night: "yes", rain: "no" },
      { night: "no", rain: "yes" },
      { night: "no", rain: "no" },
    ]);
  });
});
