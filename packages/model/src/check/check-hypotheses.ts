import type { Diagnostic } from "@shikumi/core/diagnostic";
import { suggest } from "@shikumi/core/diagnostic";
import type { Hypothesis } from "../study/reform.ts";
import type { Study } from "../study/study.ts";
import { finding } from "./check-code.ts";

/** Predicates that name packages, measures, domains, missions or levers the study does not have. */
export function checkHypotheses(study: Study): Diagnostic[] {
  const scopes = [...new Set([...study.missions.values()].flatMap(({ id, domain }) => [domain, id]))];
  const packages = ["baseline", ...study.packages.keys()];
  const known: Readonly<Record<string, readonly string[]>> = {
    package: packages,
    versus: packages,
    measure: [...study.measures.keys()],
    of: scopes,
    domain: scopes,
    mission: [...study.missions.keys()],
    lever: [...study.levers.keys()],
    party: [...study.parties.keys()],
  };
  return [...study.hypotheses.values()].flatMap((hypothesis) =>
    Object.entries(known).flatMap(([field, names]) => unknownNames(hypothesis, field, names)),
  );
}

function unknownNames(
  { id, holdsIf, span }: Hypothesis,
  field: string,
  known: readonly string[],
): Diagnostic[] {
  const written = holdsIf[field];
  const words = typeof written === "string" ? [written] : typeof written === "number" ? [] : (written ?? []);
  return words
    .filter((word) => !known.includes(word))
    .map((found) =>
      finding("hypothesis-names-unknown", span, {
        id,
        field,
        found,
        suggestions: suggest(found, known).join(", "),
      }),
    );
}
