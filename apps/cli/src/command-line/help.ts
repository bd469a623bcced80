import type { Command } from "../command/command.ts";
import type { Say } from "../messages/index.ts";
import type { Style } from "../text/style.ts";
import { pad, textWidth } from "../text/width.ts";
import { type Option, rootOptions, sessionOptions } from "./option.ts";

interface HelpTools {
  readonly say: Say;
  readonly style: Style;
}

/** Help on everything: the commands, and the options of all of them. */
export function rootHelp(commands: readonly Command[], { say, style }: HelpTools): string {
  return [
    say("root-about"),
    "",
    style.bold(say("help-usage")),
    `  shikumi ${say("help-command")} […]`,
    "",
    style.bold(say("help-commands")),
    ...twoColumns(commands.map((command) => [usage(command), say(command.about)])),
    "",
    style.bold(say("help-options")),
    ...optionLines(rootOptions, say),
    "",
    style.bold(say("help-exit")),
    ...twoColumns([
      ["0", say("exit-clean")],
      ["1", say("exit-findings")],
      ["2", say("exit-failed")],
      ["130", say("exit-interrupted")],
    ]),
    "",
    style.bold(say("help-examples")),
    ...commands.flatMap(({ examples }) => examples.slice(0, 1)).map((line) => `  ${line}`),
    "",
    say("help-more"),
    "",
  ].join("\n");
}

/** Help on one command: every option and some examples. */
export function commandHelp(command: Command, { say, style }: HelpTools): string {
  return [
    say(command.about),
    "",
    style.bold(say("help-usage")),
    `  shikumi ${usage(command)}`,
    "",
    style.bold(say("help-options")),
    ...optionLines([...command.options, ...sessionOptions], say),
    ...(command.notes ?? []).flatMap((note) => ["", say(note)]),
    "",
    style.bold(say("help-examples")),
    ...command.examples.map((line) => `  ${line}`),
    "",
  ].join("\n");
}

function usage({ name, positionals, mayFollow = [], options }: Command): string {
  const follow = mayFollow.map((word) => `[${word}]`);
  return [name, ...positionals, ...follow, ...(options.length > 0 ? ["[…]"] : [])].join(" ");
}

function optionLines(options: readonly Option[], say: Say): readonly string[] {
  return twoColumns(
    options.map(({ name, value, about }) => [
      `--${name}${value === undefined ? "" : ` ${value}`}`,
      say(about),
    ]),
  );
}

function twoColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => textWidth(left)));
  return rows.map(([left, right]) => `  ${pad(left, width, "left")}  ${right}`);
}
