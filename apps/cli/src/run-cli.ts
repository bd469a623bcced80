import { readFile } from "node:fs/promises";
import { suggest } from "@shikumi/core/diagnostic";
import type { Command, Session } from "./command/command.ts";
import { commands } from "./command/commands.ts";
import { CommandError } from "./command-error.ts";
import { commandHelp, rootHelp } from "./command-line/help.ts";
import { rootOptions, sessionOptions } from "./command-line/option.ts";
import { parseCommandLine, wantedLanguage } from "./command-line/parse-command-line.ts";
import { type Effects, sessionLanguage } from "./effects.ts";
import { type Say, speaker } from "./messages/index.ts";
import { diagnosticsText } from "./output/diagnostics-text.ts";
import { envelopeText } from "./output/envelope.ts";
import { failureOf, wantsStack } from "./output/failure.ts";
import { renderStudyDiagnostics } from "./study/render-study-diagnostics.ts";
import { type Style, styleFor } from "./text/style.ts";

/** Exit codes: 0 clean, 1 findings, 2 could not run, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Runs one command line. Never throws: whatever goes wrong is said on standard error, or in the envelope of `--json`. */
export async function runCli(words: readonly string[], effects: Effects): Promise<ExitCode> {
  const language = sessionLanguage(wantedLanguage(words), effects.env);
  const say = speaker(language);
  const style = styleFor(effects);
  const named = words.findIndex((word, index) => !word.startsWith("-") && words[index - 1] !== "--lang");
  const isJson = words.includes("--json");
  let command: Command | undefined;
  try {
    if (named === -1) return await root(words, effects, { say, style });
    const name = words[named] ?? "";
    command = commandNamed(name);
    const rest = [...words.slice(0, named), ...words.slice(named + 1)];
    const { options, positionals } = parseCommandLine(rest, [...command.options, ...sessionOptions]);
    if (options.flag("help")) {
      effects.out(commandHelp(command, { say, style }));
      return 0;
    }
    countPositionals(command, positionals);
    const run = await command.load();
    const session: Session = { effects, language, say, style, options, positionals };
    const { status, data, diagnostics, text } = await run(session);
    effects.out(isJson ? envelopeText({ command: command.name, status, data, diagnostics }) : text());
    return status === "clean" ? 0 : 1;
  } catch (error) {
    return failed(error, command, { effects, say, style, isJson, language });
  }
}

async function root(
  words: readonly string[],
  effects: Effects,
  tools: { readonly say: Say; readonly style: Style },
): Promise<ExitCode> {
  const { options } = parseCommandLine(words, rootOptions);
  if (options.flag("version")) {
    const version = await ownVersion();
    effects.out(
      options.flag("json")
        ? envelopeText({ command: null, status: "clean", data: { version }, diagnostics: [] })
        : `shikumi ${version}\n`,
    );
    return 0;
  }
  if (!options.flag("help"))
    throw new CommandError("missing-argument", { argument: tools.say("help-command") });
  effects.out(rootHelp(commands, tools));
  return 0;
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { readonly version?: unknown }).version ?? "");
}

function commandNamed(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  const near = suggest(
    name,
    commands.map((one) => one.name),
  );
  throw new CommandError("unknown-command", { command: name }, { near });
}

function countPositionals({ name, positionals, mayFollow = [] }: Command, given: readonly string[]): void {
  const missing = positionals[given.length];
  if (missing !== undefined) throw new CommandError("missing-argument", { argument: missing, command: name });
  const unexpected = given[positionals.length + mayFollow.length];
  if (unexpected !== undefined)
    throw new CommandError("unexpected-argument", { argument: unexpected, command: name });
}

interface FailureTools extends Pick<Session, "effects" | "say" | "style" | "language"> {
  readonly isJson: boolean;
}

function failed(error: unknown, command: Command | undefined, tools: FailureTools): ExitCode {
  const { effects, say, style, isJson, language } = tools;
  const { code, text, help, isInterruption } = failureOf(error, say);
  const broken = error instanceof CommandError ? error.broken : undefined;
  const diagnostics = broken === undefined ? [] : renderStudyDiagnostics(broken, language);
  const told = error instanceof CommandError ? error.told : undefined;
  if (isJson) {
    effects.out(
      envelopeText({
        command: command?.name ?? null,
        status: isInterruption ? "interrupted" : "failed",
        data: null,
        diagnostics: [...(told?.diagnostics ?? []), ...diagnostics, { code, severity: "error", text, help }],
      }),
    );
  } else {
    if (told !== undefined) effects.err(`${told.text}\n`);
    if (broken !== undefined)
      effects.err(`${diagnosticsText(diagnostics, { path: broken.path, say, style })}\n`);
    effects.err(`shikumi: ${style.red(text)}\n`);
    if (help !== "") effects.err(`  ${help}\n`);
  }
  if (code === "unexpected" && wantsStack(effects.env) && error instanceof Error)
    effects.err(`${error.stack ?? ""}\n`);
  return isInterruption ? 130 : 2;
}
