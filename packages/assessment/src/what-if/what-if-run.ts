import type { Id, Study } from "@shikumi/model";
import type { RunReference } from "../findings.ts";
import { engineVersion } from "../run/plan-jobs.ts";
import { aloneId, leverClosure, packageLevers, runKey } from "../run/run-choice.ts";
import type { WhatIf } from "./what-if.ts";
import { chosenLevers, whatIfKey } from "./what-if-context.ts";

/** Name of a choice among packages that is no package of the study and no lever alone. */
export const ownChoice = "what-if";

/** The run of a choice: named as `assess` names it where it is the baseline, a package, or a lever with what it needs; else by its own key (W4). */
export function whatIfRun(
  study: Study,
  whatIf: WhatIf,
  run: {
    readonly undetermined: "refused" | "granted";
    readonly relaxed: boolean;
    readonly futures: number;
    readonly replications: number;
  },
): RunReference {
  const levers = chosenLevers(study, whatIf);
  const isHeld = Object.keys(whatIf.fixed).length > 0;
  const id = isHeld ? ownChoice : packageOf(study, levers);
  const { mode } = whatIf;
  const { undetermined, relaxed, futures, replications } = run;
  const key = runKey({ package: id, mode, undetermined, relaxed });
  return {
    key: id === ownChoice ? `${key} ${whatIfKey(study, whatIf)}` : key,
    digest: study.digest,
    engine: engineVersion,
    package: id,
    levers,
    mode,
    undetermined,
    relaxed,
    without: undefined,
    seed: study.charter.seed,
    futures,
    replications,
  };
}

function packageOf(study: Study, levers: readonly Id[]): Id {
  const isSame = (others: readonly Id[]): boolean =>
    others.length === levers.length && others.every((id) => levers.includes(id));
  if (levers.length === 0) return "baseline";
  const named = [...study.packages.keys()].find((id) => isSame(packageLevers(study, id)));
  if (named !== undefined) return named;
  const alone = levers.find((id) => isSame(leverClosure(study, id)));
  return alone === undefined ? ownChoice : aloneId(alone);
}
