import type { PhraseKey } from "../messages/index.ts";

/** One option of a command. `value` is how its value is named in help; a flag has none. */
export interface Option {
  readonly name: string;
  readonly kind: "flag" | "text" | "texts" | "count" | "counting" | "choice";
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly about: PhraseKey;
}

/** Options every command takes. */
export const sessionOptions: readonly Option[] = [
  { name: "lang", kind: "choice", value: "ja|en", choices: ["ja", "en"], about: "option-lang" },
  { name: "json", kind: "flag", about: "option-json" },
  { name: "help", kind: "flag", about: "option-help" },
];

/** Options of the command without a sub-command. */
export const rootOptions: readonly Option[] = [
  ...sessionOptions,
  { name: "version", kind: "flag", about: "option-version" },
];

/** What a person asked for, by option. Each read names the kind the option was declared with. */
export class GivenOptions {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  flag(name: string): boolean {
    return this.#values.has(name);
  }

  /** The last one given. */
  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  texts(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** A whole number, checked when the command line was read. */
  count(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }
}
