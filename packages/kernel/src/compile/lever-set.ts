import { applyLevers, type Id, type Study } from "@shikumi/model";
import { KernelError } from "../kernel-error.ts";

/** The levers of a package in the order of decision, and the study with any of them in effect. */
export class LeverSet {
  readonly ids: readonly Id[];
  /** Positions of the levers of the package that each one needs, directly or not. */
  readonly needs: readonly (readonly number[])[];
  readonly #study: Study;

  constructor(study: Study, ids: readonly Id[]) {
    this.#study = study;
    this.ids = ids;
    this.needs = ids.map((id) =>
      this.#needed(id).flatMap((other) => (other === id ? [] : [ids.indexOf(other)])),
    );
  }

  /** The study with these levers and all of the package that they need. Throws `KernelError` `levers`. */
  study(levers: Iterable<number>): Study {
    const all = new Set<number>();
    for (const lever of levers) {
      all.add(lever);
      for (const needed of this.needs[lever] ?? []) all.add(needed);
    }
    const ids = [...all].map((lever) => this.ids[lever] as Id);
    const applied = applyLevers(this.#study, ids).study;
    if (applied === undefined)
      throw new KernelError("levers", `the levers ${ids.join(", ")} do not make a study together`);
    return applied;
  }

  /** Positions of the levers that need this one, directly or not. */
  dependants(lever: number): readonly number[] {
    return this.ids.flatMap((_, other) => (this.needs[other]?.includes(lever) ? [other] : []));
  }

  #needed(id: Id): readonly Id[] {
    const found = new Set<Id>();
    const visit = (one: Id): void => {
      for (const next of this.#study.levers.get(one)?.needs ?? []) {
        if (found.has(next) || !this.ids.includes(next)) continue;
        found.add(next);
        visit(next);
      }
    };
    visit(id);
    return [...found];
  }
}
