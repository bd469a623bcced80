import {
  allocateOutputs,
  compile,
  createState,
  distributionValue,
  type Future,
  layoutOf,
  noFacts,
  prepare,
  run,
  sampleFuture,
  uncertaintiesOf,
} from "@shikumi/kernel";
import type { Id, Study, Uncertainty } from "@shikumi/model";
import type { Job } from "../plan.ts";
import { type AssessmentContext, type CompiledProgram, programFor } from "../run/context.ts";
import { domainsOf } from "../run/run-results.ts";
import { scaledStudy, scaleEnds, type Unranged } from "./scaled-study.ts";

/** Shares of the distribution of an uncertainty at the two ends it is moved to. */
export const swingEnds: readonly [number, number] = [0.05, 0.95];

/** What one run leaves of a domain at one end: value delivered and averted, and value demanded and averted. */
const kept = 2;

/** The value of an uncertainty at a share of its own distribution, whatever it is correlated with. */
export function valueAtEnd({ values }: Uncertainty, share: number): number {
  return distributionValue(values, new Map(), noFacts, share);
}

/**
 * The present arrangement in every future of a job with one assumption moved to its low and to its high end, all else and all luck as it was (WA1): by future and replication, then
 * domain, then end, credit and demand. Depends on nothing but study and job.
 */
export function swings(
  context: AssessmentContext,
  { swing, undetermined, replications, budget }: Job,
): { readonly columns: Float64Array; readonly cut: number } {
  if (swing === undefined) throw new RangeError("the job moves nothing");
  const domains = domainsOf(context.study);
  const width = domains.length * swingEnds.length * kept;
  const columns = new Float64Array(swing.futures * replications * width);
  let cut = 0;
  swingEnds.forEach((_, end) => {
    const { study, compiled, futureAt } = movedTo(context, swing.of, end);
    const { program, state, outputs } = compiled;
    const { missions, missionOfTask } = outputs.layout;
    const domainOf = missions.map((id) => domains.indexOf(study.missions.get(id)?.domain ?? ""));
    for (let index = 0; index < swing.futures; index++) {
      const prepared = prepare(program, futureAt(index));
      for (let replication = 0; replication < replications; replication++) {
        const limit = budget === undefined ? {} : { budget };
        const { ended } = run(program, prepared, state, { replication, undetermined, ...limit }, outputs);
        if (ended === "budget") cut++;
        const row = (index * replications + replication) * width;
        const add = (mission: number, credit: number, demand: number): void => {
          const at = row + ((domainOf[mission] as number) * swingEnds.length + end) * kept;
          columns[at] = (columns[at] as number) + credit;
          columns[at + 1] = (columns[at + 1] as number) + demand;
        };
        missionOfTask.forEach((mission, task) => {
          add(mission, outputs.delivered[task] as number, outputs.demanded[task] as number);
        });
        outputs.averted.forEach((averted, mission) => {
          add(mission, averted, averted);
        });
      }
    }
  });
  return { columns, cut };
}

interface Moved {
  readonly study: Study;
  readonly compiled: CompiledProgram;
  readonly futureAt: (index: number) => Future;
}

function movedTo(context: AssessmentContext, of: Uncertainty["id"] | Unranged, end: number): Moved {
  if (typeof of === "string") {
    const { study } = context;
    const share = swingEnds[end] as number;
    const futureAt = (index: number): Future => movedFuture(study, index, of, share);
    return { study, compiled: programFor(context, [], "in-force"), futureAt };
  }
  const study = scaledStudy(context.study, of, scaleEnds[end] as number);
  const program = compile(study, [], { mode: "in-force" });
  const compiled = {
    program,
    state: createState(program, context.engine),
    outputs: allocateOutputs(layoutOf(program)),
  };
  return { study, compiled, futureAt: (index) => sampleFuture(study, index) };
}

function movedFuture(study: Study, index: number, uncertainty: Id, share: number): Future {
  const drawn = sampleFuture(study, index);
  const values = Float64Array.from(drawn.values);
  uncertaintiesOf(study).forEach((one, at) => {
    if (one.id === uncertainty) values[at] = valueAtEnd(one, share);
  });
  return { ...drawn, values };
}

/** Credit and demand of one domain at one end, by future and replication. */
export function swingColumns(
  columns: Float64Array,
  domains: number,
  domain: number,
  end: number,
): readonly [Float64Array, Float64Array] {
  const width = domains * swingEnds.length * kept;
  const clusters = columns.length / width;
  const column = (which: number): Float64Array =>
    Float64Array.from(
      { length: clusters },
      (_, row) => columns[row * width + (domain * swingEnds.length + end) * kept + which] as number,
    );
  return [column(0), column(1)];
}
