import { type TraceStep, traceOne } from "@shikumi/assessment";
import { addHours, formatDate } from "@shikumi/core/date";
import { suggest } from "@shikumi/core/diagnostic";
import { packageStudy, type Study, type Task } from "@shikumi/model";
import type { Outcome, Session } from "../command/command.ts";
import { CommandError } from "../command-error.ts";
import { textTable } from "../text/table.ts";
import { chargesOf, chargesText } from "./charges.ts";
import { durationText, shareText } from "./duration-text.ts";
import { type Instance, instancesOf, stepsOf, worstOf } from "./instances.ts";
import { storyText } from "./story-text.ts";

/** Why a task was late: its cases in one run, and the steps of one of them in words. Clean if that one met its need in time. */
export function explainDelay(study: Study, taskId: string, session: Session): Outcome {
  const { options, say, style, language } = session;
  const packageId = options.text("package") ?? "baseline";
  const mode = options.text("mode") === "timed" ? "timed" : "in-force";
  const future = options.count("future") ?? 0;
  const replication = options.count("replication") ?? 0;
  const packages = ["baseline", ...study.packages.keys()];
  if (!packages.includes(packageId))
    throw new CommandError("unknown-package", { id: packageId }, { near: suggest(packageId, packages) });
  const changed = packageStudy(study, packageId).study ?? study;
  const task = taskNamed(changed, taskId);
  const trace = traceOne(study, packageId, { future, replication, mode });
  const instances = instancesOf(trace, task);
  const number = options.count("incident");
  const chosen = number === undefined ? worstOf(instances) : instances[number - 1];
  if (number !== undefined && chosen === undefined)
    throw new CommandError("unknown-incident", { number, count: instances.length });
  const steps = chosen === undefined ? [] : stepsOf(trace, changed, task, chosen);
  const charges = chosen === undefined ? [] : chargesOf(steps, taskId);
  const dateOf = (instance: Instance): string =>
    formatDate(addHours(study.charter.start, Math.floor(instance.onset)), language);
  return {
    status:
      chosen === undefined || chosen.result === "met" || chosen.result === "skipped" ? "clean" : "findings",
    data: {
      task: taskId,
      package: packageId,
      mode,
      future,
      replication,
      instances,
      chosen: chosen?.number ?? null,
      steps: steps.map((step: TraceStep) => ({ ...step, sinceOnset: step.hours - (chosen?.onset ?? 0) })),
      charges,
    },
    diagnostics: [],
    text: () => {
      const title = say("delay-title", {
        task: taskId,
        future,
        replication,
        package: packageId,
        mode: say(`mode-${mode}`),
      });
      if (chosen === undefined) return `${style.bold(title)}\n\n${say("delay-none", { task: taskId })}\n`;
      const heading = say("delay-story", {
        number: chosen.number,
        stream: changed.incidents.get(chosen.stream)?.name[language] ?? chosen.stream,
        date: dateOf(chosen),
      });
      return [
        `${style.bold(title)}\n\n${casesTable(instances, dateOf, session)}`,
        `${style.bold(heading)}\n${storyText(changed, steps, { instance: chosen, taskId }, session)}`,
        `${style.bold(say("delay-sum"))}\n${chargesText(charges, session)}`,
        `${style.dim(say("delay-more"))}\n`,
      ].join("\n");
    },
  };
}

function taskNamed(study: Study, id: string): Task {
  const tasks = [...study.missions.values()].flatMap((mission) => [...mission.tasks.values()]);
  const task = tasks.find(({ ref }) => ref === id);
  if (task !== undefined) return task;
  const refs = tasks.map(({ ref }) => ref);
  const sameName = refs.filter((ref) => ref.split(".")[1] === id);
  throw new CommandError(
    "unknown-task",
    { id },
    { near: sameName.length > 0 ? sameName : suggest(id, refs) },
  );
}

function casesTable(
  instances: readonly Instance[],
  dateOf: (instance: Instance) => string,
  { say, language }: Session,
): string {
  const time = (hours: number | undefined): string =>
    hours === undefined ? "–" : durationText(hours, language);
  return textTable(
    [
      { head: say("delay-column-number"), align: "right" },
      { head: say("delay-column-onset") },
      { head: say("delay-column-stream") },
      { head: say("delay-column-first"), align: "right" },
      { head: say("delay-column-closed"), align: "right" },
      { head: say("delay-column-share"), align: "right" },
      { head: say("delay-column-limit"), align: "right" },
      { head: say("delay-column-result") },
    ],
    instances.map((instance) => [
      String(instance.number),
      dateOf(instance),
      instance.stream,
      time(instance.firstEffect),
      time(instance.closed),
      instance.closed === undefined ? "–" : shareText(instance.met),
      time(instance.standard),
      say(`delay-${instance.result}`),
    ]),
  );
}
