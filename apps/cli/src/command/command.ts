import type { Language, RenderedDiagnostic } from "@shikumi/core/diagnostic";
import type { GivenOptions, Option } from "../command-line/option.ts";
import type { Effects } from "../effects.ts";
import type { PhraseKey, Say } from "../messages/index.ts";
import type { Style } from "../text/style.ts";

/** What a command is given. */
export interface Session {
  readonly effects: Effects;
  readonly language: Language;
  readonly say: Say;
  readonly style: Style;
  readonly options: GivenOptions;
  /** The words that are no options, as many as the command asks for. */
  readonly positionals: readonly string[];
}

/** What a command found. */
export interface Outcome {
  /** `findings`: exit code 1. */
  readonly status: "clean" | "findings";
  /** For `--json`: plain data. */
  readonly data: unknown;
  readonly diagnostics: readonly RenderedDiagnostic[];
  /** For people; made only where it is shown. */
  readonly text: () => string;
}

export type RunCommand = (session: Session) => Promise<Outcome>;

/** A command: how it is called, and where its code is. */
export interface Command {
  readonly name: string;
  readonly about: PhraseKey;
  readonly positionals: readonly string[];
  /** Words that may follow those, such as the activity after `--may ORG`. */
  readonly mayFollow?: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  readonly notes?: readonly PhraseKey[];
  load(): Promise<RunCommand>;
}
