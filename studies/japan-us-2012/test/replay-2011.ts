import { hoursOf, type TraceEntry } from "@shikumi/kernel";
import { onlyStreams } from "./only-streams.ts";
import { flagshipWith } from "./read-flagship.ts";
import { type Run, traces } from "./trace-reading.ts";

/**
 * 11 March 2011, 14:46, as an incident of its own at the study's hour 0 + 30 days, and nothing else: a stream of one date with the
 * facts of the case, every other stream silent.
 */
const replay = flagshipWith(`${onlyStreams(
  [],
  [
    `{add: incidents.shock-of-2011, to: {at: tohoku-coast, dates: [2012-05-01], for: {residents: 1}, facts: {severity: catastrophic, night: "no", town-hall-lost: "yes", airport-closed: "yes"}, calls: [home-response, us-support], causes: [{incident: nuclear-accident, chance: 1, after: 0 h}]}}`,
  ],
)}
packages:
  replay: {title: {ja: 再現, en: Replay}, levers: [only-streams]}
  replay-with-cell: {title: {ja: 再現と常設の調整所, en: Replay with a standing cell}, levers: [only-streams, standing-cell]}
`);

const options = { futures: 20, replications: 4 };

/** Runs of the case under the baseline. */
export const runsOf2011: readonly Run[] = traces(replay, "replay", options);

/** Runs of the case with the standing bilateral cell in force. */
export const runsWithStandingCell: readonly Run[] = traces(replay, "replay-with-cell", options);

/** Hours since the shock. */
export function sinceShock({ tick }: TraceEntry): number {
  return hoursOf(tick) - 30 * 24;
}
