import { type Catalogue, messageFor } from "./catalogue.ts";
import type { Args, Diagnostic, Severity, Span } from "./diagnostic.ts";
import { excerptOf, visible } from "./excerpt.ts";
import { LineIndex } from "./line-index.ts";

/** Longest argument shown in full, in UTF-16 code units. */
const LONGEST_ARGUMENT = 200;

/** A diagnostic in one language. Lines and columns are 1-based; columns count UTF-16 code units. The end is exclusive. */
export interface RenderedDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly help: string;
  /** The source line and, under it, a line of carets; empty when the source is not known. */
  readonly excerpt: string;
  readonly related: readonly RenderedRelatedSpan[];
}

/** A related place in lines and columns, counted as in {@link RenderedDiagnostic}. */
export interface RenderedRelatedSpan {
  readonly role: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The text of a file as it was read, or `undefined` when it could not be. */
export type SourceLookup = (file: string) => string | undefined;

/**
 * Puts a diagnostic into words and lines. A code missing from the catalogue shows as the code and its arguments;
 * a file without source shows at line 1, column 1. Characters that could steer a terminal are made visible.
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  catalogue: Catalogue,
  source: SourceLookup,
): RenderedDiagnostic {
  return render(diagnostic, catalogue, lineIndexes(source));
}

/** As {@link renderDiagnostic} for many, in their order; the lines of each file are counted once. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  catalogue: Catalogue,
  source: SourceLookup,
): RenderedDiagnostic[] {
  const indexes = lineIndexes(source);
  return diagnostics.map((diagnostic) => render(diagnostic, catalogue, indexes));
}

type IndexLookup = (file: string) => LineIndex | undefined;

function lineIndexes(source: SourceLookup): IndexLookup {
  const known = new Map<string, LineIndex | undefined>();
  return (file) => {
    if (!known.has(file)) {
      const text = source(file);
      known.set(file, text === undefined ? undefined : new LineIndex(text));
    }
    return known.get(file);
  };
}

function render(diagnostic: Diagnostic, catalogue: Catalogue, indexes: IndexLookup): RenderedDiagnostic {
  const message = messageFor(diagnostic.code, shortened(diagnostic.args), catalogue);
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    file: visible(diagnostic.span.file),
    ...placeOf(diagnostic.span, indexes),
    text: message.text,
    help: message.help,
    related: (diagnostic.related ?? []).map(({ span, role }) => {
      const { line, column } = placeOf(span, indexes);
      return { role, file: visible(span.file), line, column };
    }),
  };
}

function placeOf(
  span: Span,
  indexes: IndexLookup,
): Pick<RenderedDiagnostic, "line" | "column" | "endLine" | "endColumn" | "excerpt"> {
  const index = indexes(span.file);
  if (!index) return { line: 1, column: 1, endLine: 1, endColumn: 1, excerpt: "" };
  const { line, column } = index.position(span.start);
  const { line: endLine, column: endColumn } = index.position(span.end);
  const lineText = index.lineText(line);
  const markEnd = endLine === line ? endColumn - 1 : lineText.length;
  return { line, column, endLine, endColumn, excerpt: excerptOf(lineText, column - 1, markEnd) };
}

function shortened(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value === "number") return [name, value];
      const cut = value.length > LONGEST_ARGUMENT ? `${value.slice(0, LONGEST_ARGUMENT - 1)}…` : value;
      return [name, visible(cut)];
    }),
  );
}
