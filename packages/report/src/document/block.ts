import type { RoleCell, RunReference } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Id } from "@shikumi/model";
import type { RecordPlan } from "../record/brief-record.ts";
import type { Chart } from "./chart.ts";
import type { BoundNumber, Inlines } from "./inline.ts";

/** One cell of the role matrix as it is shown. `words` says the same as the marks, for those who cannot see them. */
export interface RoleMark {
  readonly role: RoleCell["role"];
  readonly verdict: RoleCell["verdict"];
  readonly able: boolean;
  /** Letter of the role, sign of the verdict, sign of the ability. */
  readonly marks: { readonly role: string; readonly verdict: string; readonly able: string };
  readonly words: string;
  readonly delivered: BoundNumber | undefined;
}

export type Cell =
  | { readonly kind: "text"; readonly content: Inlines }
  /** Numbers stand at the end of their column in figures of equal width. */
  | { readonly kind: "numeric"; readonly content: Inlines }
  | { readonly kind: "role"; readonly mark: RoleMark }
  /** Nothing is to be said here. */
  | { readonly kind: "blank" };

export interface Column {
  readonly label: Inlines;
  readonly align: "start" | "end" | "center";
  /** Heading over neighbouring columns that have the same. */
  readonly group?: string;
}

export interface Row {
  /** The row's heading, set in its first column. */
  readonly heading: Inlines;
  /** One for every further column. */
  readonly cells: readonly Cell[];
  /** A row that something is wrong with. */
  readonly flagged?: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly anchor: string;
  readonly caption: Inlines;
  /** `matrix`: narrow columns with upright heads. */
  readonly layout: "plain" | "matrix";
  readonly columns: readonly Column[];
  /** Rows by group; a heading may be empty. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly Row[] }[];
  /** What the reader has to know to read the table. */
  readonly notes: readonly Inlines[];
}

export type Block =
  | { readonly kind: "heading"; readonly anchor: string; readonly content: Inlines }
  | { readonly kind: "paragraph"; readonly content: Inlines }
  /** The first sentences, set large. */
  | { readonly kind: "lead"; readonly content: Inlines }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Inlines[] }
  | {
      readonly kind: "terms";
      /** A legend explains signs, in columns. */
      readonly layout: "plain" | "legend";
      readonly items: readonly { readonly term: Inlines; readonly content: Inlines }[];
    }
  | {
      readonly kind: "note";
      readonly tone: "plain" | "caution";
      readonly title: string;
      readonly content: readonly Inlines[];
    }
  | { readonly kind: "command"; readonly lines: readonly string[] }
  | Table
  | {
      readonly kind: "figure";
      readonly anchor: string;
      readonly caption: Inlines;
      readonly chart: Chart;
      readonly twin: Table;
    }
  | { readonly kind: "references"; readonly items: readonly Reference[] }
  | { readonly kind: "runs"; readonly anchor: string; readonly table: Table };

/** One entry of the list of sources. */
export interface Reference {
  readonly source: Id;
  readonly text: string;
  readonly url: string | undefined;
  readonly grade: string;
  readonly remark: string | undefined;
}

export interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a run is called in the text, such as `R3`. */
export interface RunLabel {
  readonly label: string;
  /** One line that says what was run. */
  readonly title: string;
}

/** The words a renderer needs besides the blocks. */
export interface DocumentWords {
  readonly contents: string;
  readonly skip: string;
  /** What stands before the runs of a table. */
  readonly runsBehind: string;
  readonly record: string;
  readonly recordNote: string;
}

/** A brief, or the page of an exploration, as plain data: sections of blocks, the runs its numbers are bound to, and what is needed to make them again. */
export interface BriefDocument {
  readonly language: Language;
  readonly kicker: string;
  readonly title: string;
  /** The line below the title. */
  readonly facts: readonly { readonly term: string; readonly content: Inlines }[];
  readonly sections: readonly Section[];
  readonly words: DocumentWords;
  /** By key of the run, in the order of the table of runs; `study` for what is read from the study alone. */
  readonly runs: ReadonlyMap<string, RunLabel>;
  readonly made: {
    readonly kind: "brief" | "exploration";
    readonly study: Id;
    readonly digest: string;
    readonly engine: string;
    readonly seed: number;
    readonly plan: RecordPlan;
    readonly runs: readonly RunReference[];
  };
}
