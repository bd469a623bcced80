import { closingSets } from "@shikumi/analysis";
import { type ClosingCause, type ClosingFinding, closingCauses } from "../findings.ts";
import { clusterSums, type RunResults, relaxedSums } from "../run/run-results.ts";
import { taskAt } from "./effectiveness.ts";
import { figure, sum } from "./figure.ts";

/** Sets of the five causes. */
const setCount: number = 1 << closingCauses.length;

/** The relaxation (K70) that relaxes a set of the five causes: law stands for both its bits, the others move up by one. */
export function relaxationOfSet(set: number): number {
  return (set & 1 ? 3 : 0) | ((set >> 1) << 2);
}

/** The causes of a set, in the order of their bits. */
export function causesOfSet(set: number): readonly ClosingCause[] {
  return closingCauses.filter((_, bit) => (set & (1 << bit)) !== 0);
}

/**
 * The minimal closing sets of every task with instances and of every mission with an outcome task (X3, X4), at the charter's threshold. The share met of a mission is
 * the least of its outcome tasks'.
 */
export function closingFindings(run: RunResults): readonly ClosingFinding[] {
  const threshold = run.study.charter.closing;
  const counts = run.layout.tasks.map((_, task) => metBySet(run, task));
  const finding = (scope: ClosingFinding["scope"], met: Float64Array, instances: number): ClosingFinding => ({
    scope,
    threshold,
    instances,
    sets: closingSets({ met, instances }, threshold).map(({ mask, share, low, high }) => {
      const id = `closing/${scope.kind}/${scope.id}/${causesOfSet(mask).join("+") || "none"}`;
      return {
        causes: causesOfSet(mask),
        share: figure({ id, unit: "share", run: run.reference.key }, { mean: share, low, high }),
      };
    }),
  });
  const tasks = run.layout.tasks.flatMap((id, task) => {
    const instances = instancesOf(run, task);
    if (instances === 0) return [];
    return [finding({ kind: "task", id }, counts[task] as Float64Array, instances)];
  });
  const missions = run.layout.missions.flatMap((id, mission) => {
    const outcomes = [...run.layout.tasks.keys()].filter(
      (task) =>
        run.layout.missionOfTask[task] === mission &&
        taskAt(run, task)?.outcome === true &&
        instancesOf(run, task) > 0,
    );
    const instances = sum(clusterSums(run, "missionInstances", [mission]));
    if (outcomes.length === 0 || instances === 0) return [];
    const met = Float64Array.from({ length: setCount }, (_, set) =>
      Math.min(
        ...outcomes.map((task) => {
          const count = (counts[task] as Float64Array)[set] as number;
          const tried = instancesOf(run, task);
          return tried === instances ? count : (count / tried) * instances;
        }),
      ),
    );
    return [finding({ kind: "mission", id }, met, instances)];
  });
  return [...tasks, ...missions];
}

function metBySet(run: RunResults, task: number): Float64Array {
  return Float64Array.from({ length: setCount }, (_, set) =>
    sum(relaxedSums(run, "relaxedStandardMet", relaxationOfSet(set), [task])),
  );
}

function instancesOf(run: RunResults, task: number): number {
  return sum(clusterSums(run, "instances", [task]));
}
