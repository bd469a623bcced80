import { parseArgs } from "node:util";
import { suggest } from "@shikumi/core/diagnostic";
import { CommandError } from "../command-error.ts";
import { GivenOptions, type Option } from "./option.ts";

export interface CommandLine {
  readonly options: GivenOptions;
  readonly positionals: readonly string[];
}

/** Reads the words after a command. Throws `CommandError` for the first that does not fit. */
export function parseCommandLine(words: readonly string[], known: readonly Option[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      known.map(({ name, kind }) => [name, { type: kind === "flag" ? "boolean" : "string", multiple: true }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.rawName === "-h" ? "help" : token.name;
    const option = token.rawName.startsWith("--") || name === "help" ? named(known, name) : undefined;
    if (option === undefined) throw unknownOption(token.rawName, known);
    const list = values.get(name) ?? [];
    list.push(optionValue(option, token.value, token.inlineValue === true));
    values.set(name, list);
  }
  return { options: new GivenOptions(values), positionals };
}

/** The language asked for, were the rest of the words wrong. */
export function wantedLanguage(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at === -1) return undefined;
  const word = words[at] ?? "";
  return word.includes("=") ? word.slice(word.indexOf("=") + 1) : words[at + 1];
}

function named(known: readonly Option[], name: string): Option | undefined {
  return known.find((option) => option.name === name);
}

function unknownOption(written: string, known: readonly Option[]): CommandError {
  const near = suggest(
    written.replace(/^-+/, ""),
    known.map(({ name }) => name),
  );
  return new CommandError("unknown-option", { option: written }, { near: near.map((name) => `--${name}`) });
}

function optionValue(option: Option, value: string | undefined, isInline: boolean): string {
  const { name, kind } = option;
  if (kind === "flag") {
    if (value !== undefined) throw new CommandError("unexpected-value", { option: `--${name}`, value });
    return "";
  }
  if (value === undefined || (!isInline && /^-[^\d]/.test(value)))
    throw new CommandError("missing-value", { option: `--${name}`, value: option.value ?? "" });
  if (kind === "count" && !isWhole(value, 1))
    throw new CommandError("not-a-count", { option: `--${name}`, value, least: 1 });
  if (kind === "counting" && !isWhole(value, 0))
    throw new CommandError("not-a-count", { option: `--${name}`, value, least: 0 });
  const { choices } = option;
  if (choices !== undefined && !choices.includes(value))
    throw new CommandError("not-a-choice", { option: `--${name}`, value, choices: choices.join(", ") });
  return value;
}

function isWhole(text: string, least: number): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= least;
}
