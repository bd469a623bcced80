import type { Authority, Capability, Task } from "@shikumi/model";

/** Kinds of conditions. */
export const conditionCode = { fact: 0, judgement: 1, within: 2, all: 3, any: 4, not: 5 } as const;

/** A slot whose distribution depends on a fact of the case. */
export const caseFamily = -1;

export const saysCode: Readonly<Record<Authority["says"], number>> = { may: 0, must: 1, "must-not": 2 };

export const movesCode: Readonly<Record<Capability["moves"], number>> = { none: 0, air: 1, sea: 2, road: 3 };

export const accruesCode: Readonly<Record<Task["accrues"], number>> = {
  "at-end": 0,
  evenly: 1,
  presence: 2,
};

export const accessCode = { open: 0, closed: 1, consent: 2 } as const;

export const moveCode = { kept: 0, leak: 1, broken: 2 } as const;

/** Code of each way in which value decays after the standard (K49). */
export const decayCodes = { none: 0, step: 1, linear: 2, exponential: 3 } as const;
/** Code of a kind of decay. */
export type DecayCode = (typeof decayCodes)[keyof typeof decayCodes];
