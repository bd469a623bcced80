import type { RenderedDiagnostic } from "@shikumi/core/diagnostic";

/** Version of the form of `--json`. */
export const envelopeFormat = "shikumi-cli-1";

/** What is the matter, for a program: with a place in a study's file, or without one where the command itself could not run. */
export type EnvelopeDiagnostic =
  | RenderedDiagnostic
  | { readonly code: string; readonly severity: "error"; readonly text: string; readonly help: string };

/** The one value that `--json` prints. Numbers that JSON cannot hold are `null`. */
export interface Envelope {
  readonly format: typeof envelopeFormat;
  /** The command's name; `null` where none was understood. */
  readonly command: string | null;
  readonly status: "clean" | "findings" | "failed" | "interrupted";
  readonly data: unknown;
  readonly diagnostics: readonly EnvelopeDiagnostic[];
}

/** The envelope as JSON with a line break at its end. */
export function envelopeText(envelope: Omit<Envelope, "format">): string {
  return `${JSON.stringify({ format: envelopeFormat, ...envelope }, undefined, 2)}\n`;
}
