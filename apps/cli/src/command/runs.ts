import { resolve } from "node:path";
import { suggest } from "@shikumi/core/diagnostic";
import type { ResultsEntry } from "@shikumi/workbench/explore";
import { CommandError } from "../command-error.ts";
import { namesOf } from "../exploration/explored-number.ts";
import { textTable } from "../text/table.ts";
import type { Outcome, Session } from "./command.ts";
import { usualFolder } from "./explore.ts";

const actions = ["list", "show", "compare", "export", "remove"] as const;

/** Stored explorations: `list`, `show ID`, `compare ID ID`, `export ID FILE`, `remove ID`. */
export async function runs(session: Session): Promise<Outcome> {
  const { effects, options, positionals, say } = session;
  const [action = "", first, second] = positionals;
  const folder = resolve(effects.cwd, options.text("out") ?? usualFolder);
  const stored = await import("@shikumi/workbench/explore");
  switch (action) {
    case "list": {
      const entries = await stored.listResults(folder);
      return done(entries.map(plain), () =>
        entries.length === 0 ? `${say("runs-none", { path: folder })}\n` : listText(entries, session),
      );
    }
    case "show": {
      const found = await stored.showResults(folder, needed(first, "ID"));
      return done(plain(found), () => showText(found, session));
    }
    case "compare": {
      const found = await stored.compareResults(folder, needed(first, "ID"), needed(second, "ID"));
      const { shared, onlyFirst, onlySecond, different, sharedParts } = found;
      return done({ shared, onlyFirst, onlySecond, different, sharedParts }, () =>
        [
          say("runs-compare", {
            first: found.first.id,
            second: found.second.id,
            parts: sharedParts,
            columns: shared.length,
          }),
          ...(onlyFirst.length > 0
            ? [say("runs-only", { id: found.first.id, columns: namesOf(onlyFirst, say) })]
            : []),
          ...(onlySecond.length > 0
            ? [say("runs-only", { id: found.second.id, columns: namesOf(onlySecond, say) })]
            : []),
          ...(different.length > 0
            ? [
                say("runs-different", {
                  columns: namesOf(
                    different.map(({ name }) => name),
                    say,
                  ),
                }),
              ]
            : []),
          "",
        ].join("\n"),
      );
    }
    case "export": {
      const path = resolve(effects.cwd, needed(second, "FILE"));
      const rows = await stored.exportResults(folder, needed(first, "ID"), path);
      return done({ rows, path }, () => `${say("runs-exported", { rows, path: second ?? path })}\n`);
    }
    case "remove": {
      const id = needed(first, "ID");
      const removed = await stored.removeResults(folder, id);
      return done(removed, () => `${say("runs-removed", { id, parts: removed.parts })}\n`);
    }
    default:
      throw new CommandError("unknown-action", { action }, { near: suggest(action, actions) });
  }
}

function done(data: unknown, text: () => string): Outcome {
  return { status: "clean", data, diagnostics: [], text };
}

function needed(word: string | undefined, argument: string): string {
  if (word === undefined) throw new CommandError("missing-argument", { argument });
  return word;
}

function plain({ entry, there }: ResultsEntry): unknown {
  return { ...entry, there };
}

function settingOf({ entry: { settings } }: ResultsEntry, key: string): unknown {
  return typeof settings === "object" && settings !== null
    ? (settings as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function partsText({ entry, there }: ResultsEntry, { say }: Session): string {
  return say("runs-parts-of", { there, all: entry.parts.length });
}

function listText(entries: readonly ResultsEntry[], session: Session): string {
  const { say } = session;
  return textTable(
    [
      { head: say("runs-id") },
      { head: say("runs-size"), align: "right" },
      { head: say("runs-packages"), align: "right" },
      { head: say("runs-parts"), align: "right" },
    ],
    entries.map((one) => {
      const packages = settingOf(one, "packages");
      return [
        one.entry.id,
        `${String(settingOf(one, "futures"))} × ${String(settingOf(one, "replications"))}`,
        String(Array.isArray(packages) ? packages.length : 0),
        partsText(one, session),
      ];
    }),
  );
}

function showText(found: ResultsEntry, session: Session): string {
  const { say, style, language } = session;
  const packages = settingOf(found, "packages");
  const head = [
    style.bold(found.entry.id),
    `${say("runs-size")}: ${String(settingOf(found, "futures"))} × ${String(settingOf(found, "replications"))}`,
    `${say("runs-packages")}: ${namesOf(Array.isArray(packages) ? packages.map(String) : [], say)}`,
    `${say("runs-parts")}: ${partsText(found, session)}`,
    "",
  ].join("\n");
  const table = textTable(
    [{ head: say("runs-columns") }, { head: say("runs-unit") }, { head: say("runs-about") }],
    found.entry.columns.map(({ name, unit, about }) => [name, unit, about[language]]),
  );
  return `${head}${table}`;
}
