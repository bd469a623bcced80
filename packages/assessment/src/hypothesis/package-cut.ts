import type { Id, Lever, Study } from "@shikumi/model";

/** A way of classing levers whose class is disputed: as both, or as one of the classes. */
export type Classing = { readonly kind: "as-stated" } | { readonly kind: "as"; readonly class: string };

/** The classing that a word of `over.class` means: `as-stated`, or `disputed-CLASS`. */
export function classingFrom(word: string | number): Classing {
  const named = /^disputed-(.+)$/.exec(String(word))?.[1];
  return named === undefined ? { kind: "as-stated" } : { kind: "as", class: named };
}

/** The classes a package stands for: those of its levers that nobody disputes. */
export function classesOf(study: Study, levers: readonly Id[]): ReadonlySet<string> {
  return new Set(
    levers.flatMap((id) => {
      const classes = study.levers.get(id)?.classes ?? [];
      return classes.length === 1 ? classes : [];
    }),
  );
}

/**
 * The levers of a package under a classing (H4): a disputed lever stays where the package stands for the class it is taken as. Levers whose needs are not in the
 * package with them fall.
 */
export function classedLevers(study: Study, levers: readonly Id[], classing: Classing): readonly Id[] {
  if (classing.kind === "as-stated") return withNeeds(study, levers);
  const standsFor = classesOf(study, levers);
  return withNeeds(
    study,
    levers.filter((id) => {
      const classes = study.levers.get(id)?.classes ?? [];
      return classes.length < 2 || !classes.includes(classing.class) || standsFor.has(classing.class);
    }),
  );
}

/** The levers of `whole` that are not of the classes `part` stands for alone: what is left of a package without one of its halves. */
export function complementLevers(
  study: Study,
  whole: readonly Id[],
  part: readonly Id[],
  classing: Classing,
): readonly Id[] {
  const without = classesOf(study, part);
  const rest = [...classesOf(study, whole)].filter((one) => !without.has(one));
  return withNeeds(
    study,
    classedLevers(study, whole, classing).filter((id) => {
      const classes = study.levers.get(id)?.classes ?? [];
      const counted =
        classes.length > 1 && classing.kind === "as" && classes.includes(classing.class)
          ? [classing.class]
          : classes;
      return counted.some((one) => rest.includes(one));
    }),
  );
}

/** Levers, in the order of their keys, all of whose needs are among them. */
function withNeeds(study: Study, levers: readonly Id[]): readonly Id[] {
  let kept = [...study.levers.keys()].filter((id) => levers.includes(id));
  for (;;) {
    const next = kept.filter((id) =>
      (study.levers.get(id)?.needs ?? []).every((need) => kept.includes(need)),
    );
    if (next.length === kept.length) return next;
    kept = next;
  }
}

/** Sum of the efforts of levers. */
export function totalEffort(levers: readonly Id[], effortOf: (lever: Id) => number): number {
  return levers.reduce((sum, id) => sum + effortOf(id), 0);
}

/**
 * A package cut to an effort (H5): its `order` first; then the domains in turn, by name, each its cheapest lever that still fits, with what it needs; ties by key. A lever counts for
 * every domain of `domains` that it answers; one that answers none is left out.
 */
export function cutPackage(
  study: Study,
  levers: readonly Id[],
  order: readonly Id[],
  effort: number,
  effortOf: (lever: Id) => number,
  domains: readonly string[],
): readonly Id[] {
  const chosen = new Set<Id>();
  let left = effort;
  const take = (id: Id): boolean => {
    const wanted = closure(study, id).filter((one) => !chosen.has(one));
    const price = totalEffort(wanted, effortOf);
    if (!wanted.every((one) => levers.includes(one)) || price > left) return false;
    for (const one of wanted) chosen.add(one);
    left -= price;
    return true;
  };
  for (const id of order) if (levers.includes(id)) take(id);
  const queues = [...domains]
    .sort()
    .map((domain) =>
      levers
        .filter((id) => answers(study, study.levers.get(id), domain))
        .sort((a, b) => effortOf(a) - effortOf(b)),
    );
  for (let open = true; open; ) {
    open = false;
    for (const queue of queues) {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        if (chosen.has(id) || !take(id)) continue;
        open = true;
        break;
      }
    }
  }
  return [...study.levers.keys()].filter((id) => chosen.has(id));
}

function answers(study: Study, lever: Lever | undefined, domain: string): boolean {
  return (lever?.answers ?? []).some(
    (task) => study.missions.get(task.slice(0, task.indexOf(".")))?.domain === domain,
  );
}

function closure(study: Study, lever: Id): readonly Id[] {
  const wanted = new Set([lever]);
  for (const id of wanted) for (const need of study.levers.get(id)?.needs ?? []) wanted.add(need);
  return [...wanted];
}
