import type { RoleRow } from "../findings.ts";
import { roleMatrix } from "../measure/role-matrix.ts";
import type { JobResult } from "../plan.ts";
import { evaluateJob } from "../run/evaluate-job.ts";
import { studyOf } from "./future-columns.ts";
import type { WhatIf } from "./what-if.ts";
import { chosenLevers, contextOf, futureOf, type WhatIfContext } from "./what-if-context.ts";
import { whatIfRun } from "./what-if-run.ts";

/** All columns of one future of a choice, undetermined law refused: what a role matrix is made from. Throws as `evaluateFuture`. */
export function evaluateWhole(
  context: WhatIfContext,
  whatIf: WhatIf,
  replications: number,
  future: number,
): JobResult {
  futureOf(context, whatIf, future);
  return evaluateJob(contextOf(context, whatIf), {
    index: future,
    run: "",
    levers: chosenLevers(context.study, whatIf),
    mode: whatIf.mode,
    undetermined: "refused",
    without: undefined,
    relaxed: false,
    future,
    replications,
  });
}

/** The role matrix of a choice (W7), from all columns of the futures 0, 1, … */
export function whatIfRoles(
  context: WhatIfContext,
  whatIf: WhatIf,
  replications: number,
  results: readonly JobResult[],
): readonly RoleRow[] {
  const [first] = results;
  if (first === undefined) throw new RangeError("a role matrix needs one future at least");
  return roleMatrix({
    reference: whatIfRun(context.study, whatIf, {
      undetermined: "refused",
      relaxed: false,
      futures: results.length,
      replications,
    }),
    study: studyOf(context, whatIf),
    layout: first.layout,
    results,
  });
}
