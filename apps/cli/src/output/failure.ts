import { CommandError } from "../command-error.ts";
import type { Say } from "../messages/index.ts";
import { isPhrase } from "../messages/index.ts";

/** What kept a command from running, in words. */
export interface Failure {
  readonly code: string;
  readonly text: string;
  readonly help: string;
  readonly isInterruption: boolean;
}

/**
 * The words for anything thrown. Errors with a code that has a phrase `error-CODE` say that; anything else is said to be unexpected, in
 * one line and without its stack.
 */
export function failureOf(error: unknown, say: Say): Failure {
  if (error instanceof CommandError) return told(error.code, { ...error.args, ...near(error, say) }, say);
  const { name, code, path, message } = partsOf(error);
  if (name === "WorkbenchError" || name === "KernelError") return told(code, { path, message }, say);
  if (name === "StoreError") return told(code, { ...storeArgs(error), path }, say);
  return told("unexpected", { message: message.split("\n")[0] ?? "" }, say);
}

/** Whether a person asked to see stacks of unexpected errors. */
export function wantsStack(env: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(env["SHIKUMI_DEBUG"]);
}

function told(code: string, args: Readonly<Record<string, string | number>>, say: Say): Failure {
  const key = `error-${code}`;
  const helpKey = `help-${code}`;
  return {
    code,
    text: isPhrase(key) ? say(key, args) : say("error-unexpected", { message: code }),
    help: isPhrase(helpKey) ? say(helpKey, args).trim() : "",
    isInterruption: code === "interrupted",
  };
}

function near(error: CommandError, say: Say): Readonly<Record<string, string>> {
  const names = error.near.join(say("list-or"));
  return { near: error.near.length > 0 ? say("did-you-mean", { names }) : "" };
}

function partsOf(error: unknown): {
  readonly name: string;
  readonly code: string;
  readonly path: string;
  readonly message: string;
} {
  if (!(error instanceof Error)) return { name: "", code: "unexpected", path: "", message: String(error) };
  const read = (key: string): string => {
    const value = (error as unknown as Readonly<Record<string, unknown>>)[key];
    return typeof value === "string" ? value : "";
  };
  return { name: error.name, code: read("code"), path: read("path"), message: error.message };
}

/** What fills the blanks of a problem of the store. */
function storeArgs(error: unknown): Readonly<Record<string, string>> {
  const { args } = error as { readonly args?: unknown };
  const exploration =
    typeof args === "object" && args !== null && "exploration" in args ? args.exploration : "";
  return { exploration: String(exploration) };
}
