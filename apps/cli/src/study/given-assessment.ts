import { readFile } from "node:fs/promises";
import { type Assessment, type AssessmentPlan, engineVersion } from "@shikumi/assessment";
import type { Study } from "@shikumi/model";
import { CommandError } from "../command-error.ts";

/** Results that were made before, and the plan they were made by as far as they say. */
export interface GivenAssessment {
  readonly assessment: Assessment;
  readonly plan: AssessmentPlan;
}

/**
 * The results in a file that `assess --out` wrote. Numbers that JSON cannot hold are missing ones again. Throws `CommandError` `assessment-unreadable`, or `assessment-differs` where its runs are of another
 * study or were made by other rules.
 */
export async function givenAssessment(path: string, shown: string, study: Study): Promise<GivenAssessment> {
  const assessment = await readAssessment(path, shown);
  for (const { digest, engine } of assessment.runs) {
    if (digest === study.digest && engine === engineVersion) continue;
    const named = (one: string, rules: string): string => `${one.slice(0, 12)} (${rules})`;
    throw new CommandError("assessment-differs", {
      path: shown,
      found: named(digest, engine),
      expected: named(study.digest, engineVersion),
    });
  }
  const run = assessment.runs[0];
  const plan = run === undefined ? {} : { futures: run.futures, replications: run.replications };
  return { assessment, plan };
}

async function readAssessment(path: string, shown: string): Promise<Assessment> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"), (_, one: unknown) =>
      one === null ? Number.NaN : one,
    );
    if (isAssessment(value)) return value;
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof Error)) throw cause;
  }
  throw new CommandError("assessment-unreadable", { path: shown });
}

function isAssessment(value: unknown): value is Assessment {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === "shikumi-assessment-1" &&
    "runs" in value &&
    Array.isArray(value.runs)
  );
}
