import { hoursOf, type TraceEntry } from "@shikumi/kernel";
import { onlyStreams } from "./only-streams.ts";
import { flagshipWith } from "./read-flagship.ts";
import { type Run, traces } from "./trace-reading.ts";

/** The request of 8 August 2011 as an incident of its own at the study's day 30, with the facts of the case, and nothing else. */
const replay = flagshipWith(`${onlyStreams(
  [],
  [
    `{add: incidents.request-of-2011, to: {at: juba, dates: [2012-05-01], calls: join-peacekeeping,
        facts: {asked-for: support, ceasefire: holds, parties-consent: "yes", host-lets-in: "yes", civilians-attacked: "no"}}}`,
  ],
)}
packages:
  replay-unmiss: {title: {ja: 南スーダンの再現, en: Replay of South Sudan}, levers: [only-streams]}
`);

/** Runs of the case of South Sudan under the baseline. */
export const runsOfUnmiss: readonly Run[] = traces(replay, "replay-unmiss", { futures: 50, replications: 3 });

/** Days since the request. */
export function sinceRequest({ tick }: TraceEntry): number {
  return hoursOf(tick) / 24 - 30;
}
