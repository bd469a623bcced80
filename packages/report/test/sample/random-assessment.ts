import type { Assessment, Figure } from "@shikumi/assessment";
import fc from "fast-check";
import { sampleAssessment } from "./sample-assessment.ts";

const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1, max: 2, noNaN: true }) },
  fc.constantFrom(0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, 1e-12, 1e6),
);

function isFigure(value: object): value is Figure {
  return "value" in value && "low" in value && "run" in value;
}

/** The sample with other numbers in every figure, and with some findings left out. */
export const randomAssessment: fc.Arbitrary<Assessment> = fc
  .record({ numbers: fc.infiniteStream(number), drops: fc.infiniteStream(fc.nat(9)) })
  .map(({ numbers, drops }) => {
    const next = (): number => numbers.next().value ?? 0;
    const changed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(changed);
      if (typeof value !== "object" || value === null) return value;
      if (isFigure(value)) return { ...value, value: next(), low: next(), high: next() };
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item)]));
    };
    const kept = <T>(items: readonly T[]): readonly T[] =>
      items.filter(() => (drops.next().value ?? 1) !== 0);
    const { roles, equality, causes, closing, levers, packageGains, notices, ...rest } = changed(
      sampleAssessment,
    ) as Assessment;
    return {
      ...rest,
      roles: kept(roles),
      equality: kept(equality),
      causes: kept(causes),
      closing: kept(closing),
      levers: kept(levers),
      packageGains: kept(packageGains),
      notices: kept(notices),
    };
  });
