/** Number of bins of the histograms of times: 0 below one tick, else 1 + four to the octave. */
export const timeBins = 128;

/** Names and order of everything the columns of `Outputs` are indexed by. Ids, in ascending order of keys. */
export interface OutputLayout {
  /** `mission.task`, by mission's key, then task's key. */
  readonly tasks: readonly string[];
  readonly missions: readonly string[];
  /** Mission of each task. */
  readonly missionOfTask: Int32Array;
  readonly organisations: readonly string[];
  readonly parties: readonly string[];
  /** Deciders by key, then organisations by key: whoever can be asked in a step. */
  readonly nodes: readonly string[];
  readonly streams: readonly string[];
}

/** What one run leaves behind. Every run overwrites all of it. */
export interface Outputs {
  readonly layout: OutputLayout;
  // By task.
  /** Instances that were not skipped. */
  readonly instances: Float64Array;
  readonly demanded: Float64Array;
  readonly delivered: Float64Array;
  readonly fulfilled: Float64Array;
  /** Instances whose F reached `enough` by the standard (K50). */
  readonly standardMet: Float64Array;
  /** Instances with any effect, and the sum of hours from onset to the first (K50). */
  readonly effective: Float64Array;
  readonly firstEffectHours: Float64Array;
  /** Task × `timeBins`: ticks from onset to first effect. */
  readonly firstEffectBins: Int32Array;
  // By task × cause (K70 order).
  /** Hours waited; a share that waits with others counts once. */
  readonly waitHours: Float64Array;
  /** Final refusals of askers and lost needs, one each. */
  readonly refusals: Float64Array;
  /** Shares that lost units to a mission of higher priority, once for each recall. */
  readonly recalled: Float64Array;
  // By task × organisation.
  readonly deliveredBy: Float64Array;
  /** Shares created. */
  readonly sharesBy: Float64Array;
  readonly refusedBy: Float64Array;
  /** Units × hours on scene. */
  readonly unitHoursBy: Float64Array;
  /** Task's hazard × x, at each arrival. */
  readonly hazardBy: Float64Array;
  // By task × party, the last for none: value delivered to beneficiaries of that party.
  readonly benefitBy: Float64Array;
  // By mission.
  readonly missionInstances: Float64Array;
  /** Instances that delivered less than `floor` of what they demanded (those with a demand). */
  readonly belowFloor: Float64Array;
  readonly averted: Float64Array;
  readonly avertedInstances: Float64Array;
  // By node: steps, findings and consents answered, and those refused.
  readonly answered: Float64Array;
  readonly refused: Float64Array;
  // By stream.
  readonly happened: Float64Array;
  readonly avertedIncidents: Float64Array;
}

/** Bin of a time in the histograms. Quarter octaves by exponent and two bits of mantissa, exact. */
export function timeBin(ticks: number): number {
  if (ticks < 1) return 0;
  const octave = 31 - Math.clz32(ticks);
  const base = 2147483648 >>> (31 - octave);
  return 1 + 4 * octave + Math.floor((4 * (ticks - base)) / base);
}

/** Empty columns for one layout. */
export function allocateOutputs(layout: OutputLayout): Outputs {
  const tasks = layout.tasks.length;
  const missions = layout.missions.length;
  const pairs = tasks * layout.organisations.length;
  const column = (length: number): Float64Array => new Float64Array(length);
  return {
    layout,
    instances: column(tasks),
    demanded: column(tasks),
    delivered: column(tasks),
    fulfilled: column(tasks),
    standardMet: column(tasks),
    effective: column(tasks),
    firstEffectHours: column(tasks),
    firstEffectBins: new Int32Array(tasks * timeBins),
    waitHours: column(tasks * 6),
    refusals: column(tasks * 6),
    recalled: column(tasks),
    deliveredBy: column(pairs),
    sharesBy: column(pairs),
    refusedBy: column(pairs),
    unitHoursBy: column(pairs),
    hazardBy: column(pairs),
    benefitBy: column(tasks * (layout.parties.length + 1)),
    missionInstances: column(missions),
    belowFloor: column(missions),
    averted: column(missions),
    avertedInstances: column(missions),
    answered: column(layout.nodes.length),
    refused: column(layout.nodes.length),
    happened: column(layout.streams.length),
    avertedIncidents: column(layout.streams.length),
  };
}
