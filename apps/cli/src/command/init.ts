import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CommandError } from "../command-error.ts";
import { writeNewFolder } from "../output/write-files.ts";
import type { Outcome, Session } from "./command.ts";

const template = new URL("../../template/", import.meta.url);

/** Writes a small commented study that runs. The folder must be missing or empty; it appears whole or not at all. */
export async function init({ effects, positionals, language, say }: Session): Promise<Outcome> {
  const path = positionals[0] ?? "";
  const folder = resolve(effects.cwd, path);
  const present = await readdir(folder).catch(() => undefined);
  if (present !== undefined && present.length > 0) throw new CommandError("folder-not-empty", { path });
  const names = (await readdir(template)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      text: inLanguage(await readFile(new URL(name, template), "utf8"), language),
    })),
  );
  await writeNewFolder(folder, files, effects.signal);
  return {
    status: "clean",
    data: { written: path, files: names },
    diagnostics: [],
    text: () => `${say("init-done", { path, count: names.length })}\n${say("init-next", { path })}\n`,
  };
}

/** Comments of the template begin with `#en` or `#ja`; those of the session's language stay. */
function inLanguage(text: string, language: "en" | "ja"): string {
  const other = language === "en" ? "ja" : "en";
  return text
    .split("\n")
    .filter((line) => !line.trimStart().startsWith(`#${other} `))
    .map((line) => line.replace(`#${language} `, "# "))
    .join("\n");
}
