import type { Assessment, CauseFinding, GainFinding } from "@shikumi/assessment";

/** The missions with the largest shortfall, the largest first; as the brief ranks them. */
export function largestShortfalls({ causes }: Assessment, count: number): readonly CauseFinding[] {
  return causes
    .filter(({ scope, shortfall }) => scope.kind === "mission" && shortfall.value > 0)
    .toSorted((a, b) => b.shortfall.value - a.shortfall.value || (a.scope.id < b.scope.id ? -1 : 1))
    .slice(0, count);
}

/** A lever or package in the domain in which it gains most. */
export interface LeadingGain {
  readonly id: string;
  readonly kind: "lever" | "package";
  readonly gain: GainFinding["gains"][number];
}

/** The levers that gain most alone, each in its best domain, and the package that gains most; the largest first. */
export function largestGains(assessment: Assessment, count: number): readonly LeadingGain[] {
  const levers = ranked(assessment.levers, "lever").slice(0, count);
  return [...levers, ...ranked(assessment.packageGains, "package").slice(0, 1)];
}

function ranked(findings: readonly GainFinding[], kind: LeadingGain["kind"]): readonly LeadingGain[] {
  return findings
    .flatMap(({ id, gains }) => {
      const [best] = gains
        .filter(({ ifAdoptedAndUsed }) => ifAdoptedAndUsed.value > 0)
        .toSorted((a, b) => b.ifAdoptedAndUsed.value - a.ifAdoptedAndUsed.value);
      return best === undefined ? [] : [{ id, kind, gain: best }];
    })
    .toSorted(
      (a, b) => b.gain.ifAdoptedAndUsed.value - a.gain.ifAdoptedAndUsed.value || (a.id < b.id ? -1 : 1),
    );
}
