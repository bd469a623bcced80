import { estimateRatio } from "@shikumi/analysis";
import { causes } from "@shikumi/kernel";
import type { CauseFinding, EqualityFinding, Figure, RunReference } from "../findings.ts";
import { causeFindings } from "../measure/cause-split.ts";
import { effectiveness, missionEffect, valueByCluster } from "../measure/effectiveness.ts";
import { equalityFindings } from "../measure/equality.ts";
import { figure, packageAddress, ratioDifference, shareFigure, sum } from "../measure/figure.ts";
import {
  domainIndices,
  domainsOf,
  futureSums,
  type RunResults,
  type ScopeIndices,
  scopeIndices,
} from "../run/run-results.ts";
import {
  evaluateFuture,
  type FutureColumns,
  layoutOfWhatIf,
  studyOf,
  sumsByParty,
} from "./future-columns.ts";
import type { ChargeFinding, WhatIf, WhatIfDomain, WhatIfFindings, WhatIfMission } from "./what-if.ts";
import { valuesOf, type WhatIfContext } from "./what-if-context.ts";
import { whatIfRun } from "./what-if-run.ts";

/** The columns a choice's findings are made from: of the same futures in the same order, 0, 1, … */
export interface WhatIfColumns {
  readonly refused: readonly FutureColumns[];
  readonly granted?: readonly FutureColumns[];
  /** Of the present arrangement with nothing held, undetermined law refused: what gains are over. */
  readonly present?: readonly FutureColumns[];
  /** Granted, with relaxations. */
  readonly relaxed?: readonly FutureColumns[];
}

/** The present arrangement with nothing held. */
export const presentChoice: WhatIf = { levers: [], fixed: {}, mode: "in-force" };

/**
 * The measures of a choice (W3), by the functions that `assess` makes its findings with. Throws `RangeError` where the columns are not of the same futures, and as `evaluateFuture`.
 */
export function whatIfFindings(
  context: WhatIfContext,
  whatIf: WhatIf,
  columns: WhatIfColumns,
): WhatIfFindings {
  const refused = resultsOf(context, whatIf, columns.refused);
  const granted = columns.granted && resultsOf(context, whatIf, columns.granted);
  const present = columns.present && resultsOf(context, presentChoice, columns.present);
  for (const other of [granted, present])
    if (other !== undefined && other.results.length !== refused.results.length)
      throw new RangeError("the columns of a choice must be of the same futures");
  const values = refused.results.map((_, future) => valuesOf(context, whatIf, future));
  return {
    whatIf,
    run: refused.reference,
    domains: domainsOf(refused.study).map((domain) => domainOf(domain, refused, granted, present)),
    missions: [...refused.layout.missions.keys()].flatMap((index) => missionOf(index, refused, granted)),
    charges: chargesOf(refused),
    equality: addressed(equalityFindings(refused, new Map(), values), refused.reference),
    causes:
      columns.relaxed === undefined
        ? undefined
        : whatIfCauses(context, whatIf, columns.relaxed, columns.refused),
    cut: refused.results.reduce((total, { cut }) => total + cut, 0),
  };
}

/** The shortfall of a choice split over its causes, from columns with relaxations and those of the same futures refused (W5). */
export function whatIfCauses(
  context: WhatIfContext,
  whatIf: WhatIf,
  relaxed: readonly FutureColumns[],
  refused: readonly FutureColumns[],
): readonly CauseFinding[] {
  return causeFindings(
    resultsOf(context, whatIf, relaxed),
    resultsOf(context, whatIf, refused.slice(0, relaxed.length)),
  );
}

/** Runs futures 0 to `futures` of a choice and of the present arrangement, and makes its findings: all at once, for tests and scripts. */
export function evaluateWhatIf(
  context: WhatIfContext,
  whatIf: WhatIf,
  {
    futures,
    replications,
    isRelaxed = false,
  }: {
    readonly futures: number;
    readonly replications: number;
    readonly isRelaxed?: boolean;
  },
): WhatIfFindings {
  const all = (
    choice: WhatIf,
    undetermined: "refused" | "granted",
    relaxed: boolean,
  ): readonly FutureColumns[] =>
    Array.from({ length: futures }, (_, future) =>
      evaluateFuture(context, choice, { undetermined, relaxed, replications }, future),
    );
  return whatIfFindings(context, whatIf, {
    refused: all(whatIf, "refused", false),
    granted: all(whatIf, "granted", false),
    present: all(presentChoice, "refused", false),
    ...(isRelaxed ? { relaxed: all(whatIf, "granted", true) } : {}),
  });
}

function resultsOf(context: WhatIfContext, whatIf: WhatIf, futures: readonly FutureColumns[]): RunResults {
  const [first] = futures;
  if (first === undefined || futures.some(({ future }, at) => future !== at))
    throw new RangeError("columns must be of the futures 0, 1, … in order");
  const study = studyOf(context, whatIf);
  const layout = layoutOfWhatIf(context, whatIf, first.choice);
  return {
    reference: whatIfRun(context.study, whatIf, { ...first.choice, futures: futures.length }),
    study,
    layout,
    results: futures.map(({ columns }) => ({ ...columns, layout })),
    partySums: sumsByParty(study, futures),
  };
}

/** The addresses of a choice other than the present arrangement name it: the assessment has equality of the latter only. */
function addressed(
  findings: readonly EqualityFinding[],
  reference: RunReference,
): readonly EqualityFinding[] {
  const address = packageAddress(reference);
  if (address === "baseline") return findings;
  return findings.map((finding) => ({
    ...finding,
    byParty: finding.byParty.map((one) => ({
      ...one,
      figure: { ...one.figure, id: one.figure.id.replace(/^equality\//, `equality/${address}/`) },
    })),
  }));
}

function domainOf(
  domain: string,
  refused: RunResults,
  granted: RunResults | undefined,
  present: RunResults | undefined,
): WhatIfDomain {
  const address = packageAddress(refused.reference);
  const id = `effectiveness/${address}/domain/${domain}`;
  const share = (run: RunResults, name: string): Figure =>
    shareFigure({ id: name, run: run.reference.key }, effectiveness(run, domainIndices(run, domain)));
  return {
    domain,
    effectiveness: {
      refused: share(refused, id),
      granted: granted && share(granted, `${id}/granted`),
    },
    gain:
      present &&
      figure(
        { id: `gain/${address}/domain/${domain}`, unit: "points", run: refused.reference.key },
        ratioDifference(
          valueByCluster(refused, domainIndices(refused, domain)),
          valueByCluster(present, domainIndices(present, domain)),
        ),
      ),
  };
}

function missionOf(
  index: number,
  refused: RunResults,
  granted: RunResults | undefined,
): readonly WhatIfMission[] {
  return missionEffect({ refused, granted: granted ?? refused }, index).map((effect) => ({
    ...effect,
    effectiveness: {
      refused: effect.effectiveness.refused,
      granted: granted && effect.effectiveness.granted,
    },
  }));
}

/** Hours waited and refusals by cause, per instance of a task, in every domain and mission with an instance (W6). */
function chargesOf(run: RunResults): readonly ChargeFinding[] {
  const domains = domainsOf(run.study).map((id) => ({
    scope: { kind: "domain", id } as const,
    indices: domainIndices(run, id),
  }));
  const missions = run.layout.missions.map((id) => ({
    scope: { kind: "mission", id } as const,
    indices: scopeIndices(run, (mission) => mission === id),
  }));
  return [...domains, ...missions].flatMap(({ scope, indices }) => {
    const instances = instancesByFuture(run, indices);
    if (!(sum(instances) > 0)) return [];
    const address = `${packageAddress(run.reference)}/${scope.kind}/${scope.id}`;
    return [
      {
        scope,
        byCause: causes.map((cause, place) => {
          const rows = indices.tasks.map((task) => task * causes.length + place);
          const charged = (column: "waitHours" | "refusals"): Float64Array => futureSums(run, column, rows);
          return {
            cause,
            waits: figure(
              { id: `waits/${address}/${cause}`, unit: "hours", run: run.reference.key },
              estimateRatio(charged("waitHours"), instances),
            ),
            refusals: figure(
              { id: `refusals/${address}/${cause}`, unit: "count", run: run.reference.key },
              estimateRatio(charged("refusals"), instances),
            ),
          };
        }),
      },
    ];
  });
}

function instancesByFuture(run: RunResults, { tasks }: ScopeIndices): Float64Array {
  const width = run.layout.tasks.length;
  return Float64Array.from(run.results, ({ instances }) => {
    let total = 0;
    for (let row = 0; row < instances.length; row += width)
      for (const task of tasks) total += instances[row + task] as number;
    return total;
  });
}
