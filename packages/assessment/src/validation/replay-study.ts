import type { IncidentStream, Replay, Study } from "@shikumi/model";

/** Hours since the study's start at which a case is played: after the first month, in a short study half-way. */
export function replayHours({ charter }: Study): number {
  return Math.min(720, charter.horizon / 2);
}

const certain = { kind: "number", value: 1 } as const;

/**
 * The study with one incident only: that of the case, with what is known of it, on the law and the means of the baseline (B2). All other streams keep what they
 * set off in one another and are silent of themselves; there are no levers. What the case leaves open is drawn as the stream says.
 */
export function replayStudy(study: Study, replay: Replay): Study {
  const incidents = new Map(
    [...study.incidents].map(([id, stream]): [string, IncidentStream] => [
      id,
      id === replay.incident ? playedStream(stream, replay, replayHours(study)) : silent(stream),
    ]),
  );
  return { ...study, incidents, levers: new Map(), packages: new Map() };
}

function silent(stream: IncidentStream): IncidentStream {
  return { ...stream, rate: undefined, dates: [], clusters: undefined };
}

function playedStream(
  stream: IncidentStream,
  { at, for: whom, facts, causes }: Replay,
  hours: number,
): IncidentStream {
  return {
    ...silent(stream),
    dates: [hours],
    valid: [{ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }],
    suppressedBy: undefined,
    at: at === undefined ? stream.at : [{ place: at, weight: certain }],
    for: whom === undefined ? stream.for : [{ beneficiary: whom, weight: certain }],
    facts: stream.facts.map((fact) => {
      const known = facts.find((one) => one.fact === fact.name);
      if (known === undefined) return fact;
      return { ...fact, outcomes: [{ value: known.value, weight: certain }], rest: undefined };
    }),
    causes: stream.causes.map((cause) => {
      const known = causes.find(({ incident }) => incident === cause.incident);
      if (known === undefined) return cause;
      return { ...cause, chance: { ...cause.chance, amount: { kind: "number", value: known.chance } } };
    }),
  };
}
