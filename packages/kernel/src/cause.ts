/** The causes a refusal or a wait is charged to, in the order of their bits (K70). */
export const causes = [
  "law.basis",
  "law.decision",
  "mechanism",
  "capability",
  "coordination",
  "consent",
] as const;
export type Cause = (typeof causes)[number];

/** Bit of each cause in a relaxation mask. */
export const causeBit: Readonly<Record<Cause, number>> = {
  "law.basis": 1,
  "law.decision": 2,
  mechanism: 4,
  capability: 8,
  coordination: 16,
  consent: 32,
};

/** All six relaxed. */
export const everyCause = 63;
