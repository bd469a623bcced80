/** A stretch of a file: half-open UTF-16 offsets, `start <= end`. Lines and columns are computed where they are shown. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** An `error` makes the study unusable, a `warning` should be looked at, a `note` informs. */
export type Severity = "error" | "warning" | "note";

/** What fills a message: names, values as written, counts. Never a sentence. */
export type Args = Readonly<Record<string, string | number>>;

/** Another place that belongs to a problem, such as the first of two equal ids. */
export interface RelatedSpan {
  readonly span: Span;
  /** What the place is to the problem: a stable word, not a sentence. */
  readonly role: string;
}

/** Something a person can fix in an input file. `code` is stable; `args` fill its message in any language. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly args: Args;
  readonly related?: readonly RelatedSpan[];
}

/** Total canonical order: file, start, code, then end, severity and arguments. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span.file, b.span.file) ||
    a.span.start - b.span.start ||
    compareText(a.code, b.code) ||
    a.span.end - b.span.end ||
    compareText(a.severity, b.severity) ||
    compareText(canonicalArgs(a.args), canonicalArgs(b.args))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonicalArgs(args: Args): string {
  return JSON.stringify(Object.entries(args).sort(([a], [b]) => compareText(a, b)));
}
