import { addHours, type CalendarDate } from "@shikumi/core/date";
import type { RunIncident } from "../../live/run-story.ts";

/** The incidents of one month. */
export interface IncidentMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly count: number;
  /** Those in which an organisation was refused for good. */
  readonly refused: number;
}

/** Incidents by month of onset, without gaps from the first month of the run to its last. */
export function incidentMonths(
  incidents: readonly RunIncident[],
  start: CalendarDate,
  horizon: number,
): readonly IncidentMonth[] {
  const from = start.year * 12 + start.month - 1;
  const last = addHours(start, Math.max(0, horizon - 1));
  const length = last.year * 12 + last.month - from;
  const months = Array.from({ length }, (_, at) => ({
    year: Math.floor((from + at) / 12),
    month: ((from + at) % 12) + 1,
    count: 0,
    refused: 0,
  }));
  for (const { hours, refusals, isAverted } of incidents) {
    const { year, month } = addHours(start, Math.floor(hours));
    const found = months[year * 12 + month - 1 - from];
    if (found === undefined || isAverted) continue;
    found.count++;
    if (refusals > 0) found.refused++;
  }
  return months;
}
