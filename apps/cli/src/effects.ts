import type { Language } from "@shikumi/core/diagnostic";

/** All that a command may do to the world besides the files it is told to read and write. */
export interface Effects {
  out(text: string): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** How wide standard error is where it is a terminal that can redraw a line. */
  readonly terminal: { readonly columns: number } | undefined;
  /** Whether standard output is a terminal. */
  readonly outIsTerminal: boolean;
  /** Milliseconds since any fixed moment; for progress only, never for results. */
  now(): number;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
}

/** The language of a session: `--lang`, else the first of LC_ALL, LC_MESSAGES, LANG that says something, else English. */
export function sessionLanguage(wanted: string | undefined, env: Effects["env"]): Language {
  const told = wanted ?? [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(Boolean) ?? "";
  return told.toLowerCase().startsWith("ja") ? "ja" : "en";
}
