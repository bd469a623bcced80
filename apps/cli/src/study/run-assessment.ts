import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import {
  type Assessment,
  type AssessmentPlan,
  assessSteps,
  createContext,
  evaluateJob,
  planJobs,
} from "@shikumi/assessment";
import { suggest } from "@shikumi/core/diagnostic";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Study } from "@shikumi/model";
import { WorkbenchError } from "@shikumi/workbench";
import type { Session } from "../command/command.ts";
import { CommandError } from "../command-error.ts";
import { progressBar } from "../text/progress.ts";
import type { UsableStudy } from "./open-study.ts";

/**
 * The plan of `--package`, `--domain`, `--futures` and `--replications`. Hypotheses are evaluated where no package is named. Throws `CommandError` for a package or domain
 * the study does not have.
 */
export function planOf(study: Study, { options }: Session): AssessmentPlan {
  const futures = options.count("futures");
  const replications = options.count("replications");
  const packages = options.texts("package");
  const known = ["baseline", ...study.packages.keys()];
  const unknown = packages.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new CommandError("unknown-package", { id: unknown }, { near: suggest(unknown, known) });
  const domains = options.texts("domain");
  const knownDomains = [...new Set([...study.missions.values()].map(({ domain }) => domain))];
  const stranger = domains.find((domain) => !knownDomains.includes(domain));
  if (stranger !== undefined)
    throw new CommandError("unknown-domain", { id: stranger }, { near: suggest(stranger, knownDomains) });
  return {
    hypotheses: packages.length === 0,
    ...(domains.length === 0 ? {} : { domains }),
    ...(futures === undefined ? {} : { futures }),
    ...(replications === undefined ? {} : { replications }),
    ...(packages.length === 0 ? {} : { packages, levers: [] }),
  };
}

/** Assesses a study with progress on standard error, on as many threads as asked for. Throws `WorkbenchError` and `KernelError`. */
export async function runAssessment(
  { study, files }: UsableStudy,
  plan: AssessmentPlan,
  session: Session,
): Promise<Assessment> {
  const { effects, options, say, language } = session;
  const { signal } = effects;
  const progress = progressBar(effects, ({ done, total, perSecond, secondsLeft }) =>
    Number.isFinite(secondsLeft)
      ? say("progress-runs", {
          done,
          total,
          rate: formatQuantity(perSecond, "number", { digits: 2 }),
          left: formatQuantity(Math.ceil(secondsLeft) / 3600, "time", {
            unit: secondsLeft < 60 ? "s" : "min",
            digits: 2,
            language,
          }),
        })
      : say("progress-unknown", { done, total }),
  );
  try {
    const threads = options.count("threads") ?? threadsWorth(study, plan, effects);
    if (threads > 1) {
      const { assessOnThreads } = await import("@shikumi/workbench/threads");
      return await assessOnThreads(files, plan, { threads, progress: progress.report, signal, study });
    }
    const steps = assessSteps(study, plan);
    for (;;) {
      await setImmediate();
      if (signal.aborted) throw new WorkbenchError("interrupted", "", "the work was interrupted");
      const step = steps.next();
      if (step.done === true) return step.value;
      progress.report(step.value.done, step.value.total);
    }
  } finally {
    progress.close();
  }
}

/** Seconds of work from which other threads, which each read the study first, are worth their start. */
const worthwhile = 5;

/** One thread for little work, else all processors. How much work there is is told from one job. */
function threadsWorth(study: Study, plan: AssessmentPlan, { now }: Session["effects"]): number {
  const { jobs } = planJobs(study, plan);
  const sample = jobs.find(({ relaxed }) => !relaxed);
  if (sample === undefined || availableParallelism() === 1) return 1;
  const before = now();
  evaluateJob(createContext(study), sample);
  const secondsPerRun = (now() - before) / 1000 / sample.replications;
  const runs = jobs.reduce((sum, { relaxed, replications }) => sum + (relaxed ? 64 : 1) * replications, 0);
  return runs * secondsPerRun > worthwhile ? availableParallelism() : 1;
}
