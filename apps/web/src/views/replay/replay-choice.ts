import type { TraceChoice } from "@shikumi/assessment";
import type { Id, Study } from "@shikumi/model";
import type { RunIncident } from "../../live/run-story.ts";
import type { Params } from "../../route/route.ts";
import type { Stretch } from "./time-axis.ts";

/** The package of the present arrangement. */
export const baseline = "baseline";

/** What the link says of the replay; what it does not say, or names and the study lacks, is chosen. */
export interface ReplayChoice {
  readonly package: Id;
  /** The package it is compared with on the same luck; `undefined` for none. */
  readonly other: Id | undefined;
  readonly run: TraceChoice;
  /** The incident asked for; `undefined`: the most telling one. */
  readonly incident: string | undefined;
  /** The mission looked at; `undefined`: the one with most left unmet; `all` for all. */
  readonly mission: string | undefined;
  /** Hours since the onset. */
  readonly at: number;
  readonly stretch: Stretch;
}

/** Reads the choice from the link. */
export function replayChoice(study: Study, params: Params): ReplayChoice {
  const known = (id: string | undefined): Id | undefined =>
    id === baseline || (id !== undefined && study.packages.has(id)) ? id : undefined;
  const count = (name: string, below: number): number => {
    const value = Number(params[name] ?? "0");
    return Number.isInteger(value) && value >= 0 && value < below ? value : 0;
  };
  const chosen = known(params["package"]) ?? baseline;
  const other = known(params["other"]);
  const at = Number(params["at"] ?? "0");
  return {
    package: chosen,
    other: other === chosen ? undefined : other,
    run: {
      future: count("future", Math.max(1, study.charter.futures)),
      replication: count("replication", Math.max(1, study.charter.replications)),
      mode: params["mode"] === "timed" ? "timed" : "in-force",
    },
    incident: params["incident"],
    mission: params["mission"],
    at: Number.isFinite(at) && at > 0 ? at : 0,
    stretch: params["axis"] === "even" ? "even" : "early",
  };
}

/** The most telling incident of a run: the one with the largest part of its domain's demand left unmet, of those alike the one with most refusals, then with most steps. */
export function mostTelling(incidents: readonly RunIncident[]): RunIncident | undefined {
  return byTelling(incidents)[0];
}

/** Incidents, the most telling first; averted ones, of which nothing is told, last. */
export function byTelling(incidents: readonly RunIncident[]): readonly RunIncident[] {
  return incidents.toSorted(
    (a, b) =>
      Number(a.isAverted) - Number(b.isAverted) ||
      b.lost - a.lost ||
      b.refusals - a.refusals ||
      b.steps - a.steps ||
      a.hours - b.hours,
  );
}
