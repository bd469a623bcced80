import type { Span } from "@shikumi/core/diagnostic";

/** The author's name of an element: letters, digits and hyphens. A task's is written `mission.task`. */
export type Id = string;

/** A text in both languages of a study. Where the author gave one language only, both hold it and `check` warns. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

/** Reliability of a source: A (completely reliable) to F (cannot be judged). NATO AJP-2.1 letters. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/** Credibility of an item: 1 (confirmed) to 6 (cannot be judged). Kept apart from the reliability of its source. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** Where a number or statement comes from: inherited from the nearest enclosing `source` or `assumption: true`. */
export interface Provenance {
  readonly source: Id | undefined;
  readonly credibility: Credibility | undefined;
  readonly assumption: boolean;
  /** The citation still has to be checked before publication (`flag: check`). */
  readonly unchecked: boolean;
  readonly note: Text | undefined;
}

/** Traffic light protocol 2.0. */
export type Marking = "clear" | "green" | "amber" | "amber-strict" | "red";

/** What every named element of a study has. `key` names its random draws and its place in every order of ties. */
export interface Element {
  readonly id: Id;
  readonly key: string;
  readonly name: Text;
  readonly note: Text | undefined;
  readonly provenance: Provenance;
  readonly marking: Marking | undefined;
  /** Where the element was written. */
  readonly span: Span;
}

/** Elements of one collection by id, in ascending order of their keys (UTF-16 code units). */
export type Collection<T> = ReadonlyMap<Id, T>;

/** A half-open time `[from, until)`, in hours since the study's start; open ends are infinite. */
export interface Window {
  readonly from: number;
  readonly until: number;
}
