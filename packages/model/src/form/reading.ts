import type { CalendarDate } from "@shikumi/core/date";
import type { Args, RelatedSpan, Span } from "@shikumi/core/diagnostic";
import type { Dimension } from "@shikumi/core/quantity";
import type { ProblemCode } from "../messages/model-code.ts";
import type { Credibility, Id, Provenance } from "../study/element.ts";
import type { Uncertainty } from "../study/reform.ts";
import type { ProblemList } from "../tree/problem-list.ts";
import type { NameIndex } from "./name-index.ts";

/** Provenance of what nobody wrote: defaults. */
export const noProvenance: Provenance = {
  source: undefined,
  credibility: undefined,
  assumption: false,
  unchecked: false,
  note: undefined,
};

/** Numbers written in a study, counted as they are read. */
export class Tally {
  numbers = 0;
  assumptions = 0;
  unchecked = 0;
  readonly byCredibility: Map<Credibility | "ungraded", number> = new Map();

  count(provenance: Provenance): void {
    const grade = provenance.credibility ?? "ungraded";
    this.numbers += 1;
    if (provenance.assumption) this.assumptions += 1;
    if (provenance.unchecked) this.unchecked += 1;
    this.byCredibility.set(grade, (this.byCredibility.get(grade) ?? 0) + 1);
  }
}

/** What all readings of one study share. */
export interface World {
  readonly problems: ProblemList;
  readonly names: NameIndex;
  readonly tally: Tally;
  /** Time zero; dates are read as hours since then. */
  readonly start: CalendarDate;
  /** Lowest first. */
  readonly classifications: readonly string[];
  /** Of declared uncertainties that could be read. */
  readonly dimensions: Map<Id, { readonly dimension: Dimension; readonly unit: string | undefined }>;
  /** Uncertainties made from disputed figures. */
  readonly disputed: Map<Id, Uncertainty>;
}

/** Numbers of one element that have no source in reach. */
interface Unsourced {
  count: number;
  first: Span | undefined;
}

interface Place {
  readonly path: readonly string[];
  readonly keyPath: readonly string[];
  readonly provenance: Provenance;
  readonly unsourced?: Unsourced;
  readonly isDefault?: boolean;
}

const root: Place = { path: [], keyPath: [], provenance: noProvenance };

/** Where in the study a value is read: its path, and the provenance in reach. Immutable but for what it reports. */
export class Reading {
  readonly world: World;
  /** Field names from the root, e.g. `holdings`, `msdf-escort`, `quantity`. */
  readonly path: readonly string[];
  /** The same with keys of elements in place of ids: what names random draws. */
  readonly keyPath: readonly string[];
  readonly provenance: Provenance;
  readonly #unsourced: Unsourced;
  readonly #isDefault: boolean;

  constructor(world: World, place: Place = root) {
    this.world = world;
    this.path = place.path;
    this.keyPath = place.keyPath;
    this.provenance = place.provenance;
    this.#unsourced = place.unsourced ?? { count: 0, first: undefined };
    this.#isDefault = place.isDefault ?? false;
  }

  at(field: string, key: string = field): Reading {
    return this.#derived({ path: [...this.path, field], keyPath: [...this.keyPath, key] });
  }

  /** The reading of an element: numbers without a source are gathered and reported once for it. */
  element(id: Id, key: string): Reading {
    const reading = this.at(id, key);
    return reading.#derived({ unsourced: { count: 0, first: undefined } });
  }

  under(provenance: Provenance): Reading {
    return provenance === this.provenance ? this : this.#derived({ provenance });
  }

  /** The reading of a default: its numbers need no source and are not counted. */
  asDefault(): Reading {
    return this.#derived({ provenance: noProvenance, isDefault: true });
  }

  /** The reading of what is told for context: it may refer to other context, and its numbers are not counted. */
  inContext(): Reading {
    const { names } = this.world;
    const world = { ...this.world, names: names.whole, tally: new Tally(), disputed: new Map() };
    const { path, keyPath, provenance } = this;
    return new Reading(world, { path, keyPath, provenance });
  }

  /** A number that matters was read here. */
  countNumber(span: Span, provenance: Provenance = this.provenance): void {
    if (this.#isDefault) return;
    if (provenance.source === undefined && !provenance.assumption) {
      this.#unsourced.count += 1;
      const first = this.#unsourced.first;
      const isEarlier =
        first === undefined ||
        span.file < first.file ||
        (span.file === first.file && span.start < first.start);
      if (isEarlier) this.#unsourced.first = span;
      return;
    }
    this.world.tally.count(provenance);
  }

  /** Reports numbers of this element that have no source in reach. */
  closeElement(): void {
    const { count, first } = this.#unsourced;
    if (first !== undefined) this.error("no-source", first, { element: this.path.join("."), count });
  }

  error(code: ProblemCode, span: Span, args: Args = {}, related?: readonly RelatedSpan[]): void {
    this.world.problems.error(code, span, args, related);
  }

  warning(code: ProblemCode, span: Span, args: Args = {}): void {
    this.world.problems.warning(code, span, args);
  }

  #derived(changes: Partial<Place>): Reading {
    const { path, keyPath, provenance } = this;
    return new Reading(this.world, {
      path,
      keyPath,
      provenance,
      unsourced: this.#unsourced,
      isDefault: this.#isDefault,
      ...changes,
    });
  }
}
