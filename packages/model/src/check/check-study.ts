import { compareDiagnostics, type Diagnostic } from "@shikumi/core/diagnostic";
import { applyLevers } from "../lever/apply-levers.ts";
import type { Study } from "../study/study.ts";
import { checkCascades } from "./check-cascades.ts";
import { checkClashes } from "./check-clashes.ts";
import { checkCutOff } from "./check-cut-off.ts";
import { checkCycles } from "./check-cycles.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkHypotheses } from "./check-hypotheses.ts";
import { checkPeople } from "./check-people.ts";
import { checkReach } from "./check-reach.ts";
import { checkRecalls } from "./check-recalls.ts";
import { checkUse } from "./check-use.ts";
import { checkValidation } from "./check-validation.ts";

/**
 * Whether a study that could be read is consistent, in canonical order. What only a lever uses, opens or connects counts as used.
 * Throws `TypeError` for a study whose levers change something but that was not made by this package.
 */
export function checkStudy(study: Study): readonly Diagnostic[] {
  const found = [
    ...checkClashes(study),
    ...checkCutOff(study),
    ...checkCycles(study),
    ...checkCascades(study),
    ...checkPeople(study),
    ...checkEvidence(study),
    ...checkHypotheses(study),
    ...checkValidation(study),
    ...idleUnderEveryLever(study),
  ];
  return found.sort(compareDiagnostics);
}

function idleUnderEveryLever(study: Study): Diagnostic[] {
  let idle = idleIn(study);
  for (const { id, change } of study.levers.values()) {
    if (change.length === 0 || idle.length === 0) continue;
    const { study: changed } = applyLevers(study, [id]);
    if (!changed) continue;
    const still = new Set(idleIn(changed).map(subjectOf));
    idle = idle.filter((one) => still.has(subjectOf(one)));
  }
  return idle;
}

function idleIn(study: Study): Diagnostic[] {
  return [...checkUse(study), ...checkReach(study), ...checkRecalls(study)];
}

/** What a diagnostic is about, apart from where it was found and what may be meant instead. */
function subjectOf({ code, args }: Diagnostic): string {
  const { id, place, capability, activity } = args;
  return JSON.stringify([code, id, place, capability, activity]);
}
