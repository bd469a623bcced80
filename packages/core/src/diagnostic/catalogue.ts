import type { Args } from "./diagnostic.ts";

/** The languages every message exists in. */
export type Language = "ja" | "en";

/** What a person reads: `text` says what was found and expected, `help` what to do. */
export interface Message {
  readonly text: string;
  readonly help: string;
}

/** Fills one message from the arguments of a diagnostic. */
export type Template = (args: Args) => Message;

/** The messages of one package in one language, by code. */
export type Catalogue<Code extends string = string> = Readonly<Record<Code, Template>>;

/** The message for `code`; for a code the catalogue does not have, the code and its arguments. Never throws for a missing code. */
export function messageFor(code: string, args: Args, catalogue: Catalogue): Message {
  const template = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (template) return template(args);
  const listed = Object.entries(args).map(([name, value]) => `${name}=${value}`);
  return { text: listed.length > 0 ? `${code} (${listed.join(", ")})` : code, help: "" };
}
