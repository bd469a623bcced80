import {
  everyCause,
  type Imposed,
  type IndependentParts,
  independentParts,
  type Outputs,
  type PreparedFuture,
  type RunSpec,
  type RunStatus,
  run,
  touchedCauses,
} from "@shikumi/kernel";
import type { CompiledProgram } from "./context.ts";

/** What the tasks of one part gave under one relaxation: by task of the part, in order. */
interface PartRow {
  readonly delivered: Float64Array;
  readonly standardMet: Float64Array;
  readonly touched: number;
}

/**
 * Delivered value and standards met by task under every relaxation of one run, with its demand and stocks imposed (S2). Each part that shares nothing with the others is run on
 * its own, and only under those relaxations that can change it: relaxing a cause that nothing in a run belonged to gives that run again (K83, K84). The same bits as running
 * everything 64 times.
 */
export class RelaxedRuns {
  readonly #compiled: CompiledProgram;
  readonly #prepared: PreparedFuture;
  readonly #parts: IndependentParts;
  /** Tasks of each part, by row of the outputs. */
  readonly #tasks: readonly (readonly number[])[];
  readonly #count: (status: RunStatus) => void;

  constructor(compiled: CompiledProgram, prepared: PreparedFuture, count: (status: RunStatus) => void) {
    this.#compiled = compiled;
    this.#prepared = prepared;
    this.#count = count;
    this.#parts = independentParts(compiled.program);
    const { missionOfTask } = compiled.outputs.layout;
    this.#tasks = Array.from({ length: this.#parts.count }, (_, part) =>
      [...missionOfTask.keys()].filter(
        (task) => this.#parts.ofMission[missionOfTask[task] as number] === part,
      ),
    );
  }

  /** Fills `delivered` and `standardMet`, mask by mask, each as many as there are tasks, `stride` apart. */
  fill(
    spec: RunSpec,
    imposed: Imposed,
    delivered: Float64Array,
    standardMet: Float64Array,
    stride: number,
  ): void {
    for (let part = 0; part < this.#parts.count; part++) {
      if (spec.parts !== undefined && (spec.parts & (1 << part)) === 0) continue;
      const tasks = this.#tasks[part] as readonly number[];
      const rows: PartRow[] = [];
      for (let mask = 0; mask <= everyCause; mask++) {
        const row = sameAs(rows, mask) ?? this.#run(spec, imposed, mask, part, tasks);
        rows.push(row);
        tasks.forEach((task, at) => {
          delivered[mask * stride + task] = row.delivered[at] as number;
          standardMet[mask * stride + task] = row.standardMet[at] as number;
        });
      }
    }
  }

  #run(spec: RunSpec, imposed: Imposed, relax: number, part: number, tasks: readonly number[]): PartRow {
    const { program, state, outputs } = this.#compiled;
    this.#count(run(program, this.#prepared, state, { ...spec, relax, imposed, parts: 1 << part }, outputs));
    const column = (of: keyof Pick<Outputs, "delivered" | "standardMet">): Float64Array =>
      Float64Array.from(tasks, (task) => outputs[of][task] as number);
    return {
      delivered: column("delivered"),
      standardMet: column("standardMet"),
      touched: touchedCauses(state),
    };
  }
}

/** The row of a smaller relaxation that gives the same: one in which nothing belonged to the cause that is left out. */
function sameAs(rows: readonly PartRow[], mask: number): PartRow | undefined {
  for (let bit = 1; bit <= mask; bit <<= 1) {
    if ((mask & bit) === 0) continue;
    const smaller = rows[mask & ~bit];
    if (smaller !== undefined && (smaller.touched & bit) === 0) return smaller;
  }
  return undefined;
}
