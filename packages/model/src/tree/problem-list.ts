import {
  type Args,
  compareDiagnostics,
  type Diagnostic,
  type RelatedSpan,
  type Severity,
  type Span,
} from "@shikumi/core/diagnostic";
import type { ProblemCode } from "../messages/model-code.ts";

/** Collects problems in the order they are met; hands them out in canonical order, each once. */
export class ProblemList {
  readonly #found: Diagnostic[] = [];

  error(code: ProblemCode, span: Span, args: Args = {}, related?: readonly RelatedSpan[]): void {
    this.add("error", code, span, args, related);
  }

  warning(code: ProblemCode, span: Span, args: Args = {}, related?: readonly RelatedSpan[]): void {
    this.add("warning", code, span, args, related);
  }

  add(severity: Severity, code: ProblemCode, span: Span, args: Args, related?: readonly RelatedSpan[]): void {
    this.#found.push({ code, severity, span, args, ...(related === undefined ? {} : { related }) });
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    this.#found.push(...diagnostics);
  }

  get hasErrors(): boolean {
    return this.#found.some((diagnostic) => diagnostic.severity === "error");
  }

  sorted(): readonly Diagnostic[] {
    const ordered = [...this.#found].sort(compareDiagnostics);
    return ordered.filter((diagnostic, i) => {
      const before = ordered[i - 1];
      return before === undefined || compareDiagnostics(before, diagnostic) !== 0;
    });
  }
}
