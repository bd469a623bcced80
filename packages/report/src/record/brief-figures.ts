import type { Assessment, Figure } from "@shikumi/assessment";
import type { StudyCounts } from "@shikumi/model";

/** Prefix of the figures that are read from the study's counts. */
export const countPrefix = "counts/";

/**
 * Figures a brief prints that are not figures of the assessment: numbers of rows and holes of the role matrix, the threshold of closing
 * sets, and, where `counts` is given, those of the study. By id.
 */
export function briefFigures(assessment: Assessment, counts?: StudyCounts): ReadonlyMap<string, Figure> {
  const run = assessment.runs.find(
    ({ package: id, mode, relaxed }) => id === "baseline" && mode === "in-force" && !relaxed,
  );
  const figures = new Map<string, Figure>();
  const add = (id: string, value: number, made: string, unit: Figure["unit"] = "count"): void => {
    figures.set(id, { id, value, low: Number.NaN, high: Number.NaN, unit, run: made });
  };
  add("roles/tasks", assessment.roles.length, "study");
  add("roles/holes", assessment.roles.filter(({ hole }) => hole).length, "study");
  const threshold = assessment.closing[0]?.threshold;
  if (threshold !== undefined) add("closing/threshold", threshold, "study", "share");
  if (run !== undefined) {
    add("plan/futures", run.futures, run.key);
    add("plan/replications", run.replications, run.key);
  }
  if (counts === undefined) return figures;
  add(`${countPrefix}numbers`, counts.numbers, "study");
  add(`${countPrefix}assumptions`, counts.assumptions, "study");
  add(`${countPrefix}unchecked`, counts.unchecked, "study");
  for (const [grade, count] of Object.entries(counts.sources))
    add(`${countPrefix}sources/${grade}`, count, "study");
  for (const [collection, count] of Object.entries(counts.elements)) {
    add(`${countPrefix}elements/${collection}`, count, "study");
  }
  return figures;
}

/** Every figure of an assessment by its id. Of two with one id the first holds. */
export function assessmentFigures(assessment: Assessment): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isFigure(value)) {
      if (!figures.has(value.id)) figures.set(value.id, value);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit(assessment);
  return figures;
}

function isFigure(value: unknown): value is Figure {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "low" in value &&
    "high" in value &&
    "unit" in value &&
    "run" in value &&
    "value" in value &&
    typeof value.value === "number"
  );
}
