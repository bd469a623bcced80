import { basename, resolve } from "node:path";
import { suggest } from "@shikumi/core/diagnostic";
import {
  type ImportPlan,
  importFile,
  importKinds,
  type PlannedElement,
  planImport,
  targetFile,
} from "@shikumi/exchange";
import { readWhole, writeFiles } from "@shikumi/workbench";
import { CommandError } from "../command-error.ts";
import { remarksText, toldRemarks } from "../exchange/remarks-text.ts";
import { openStudy } from "../study/open-study.ts";
import type { Outcome, Session } from "./command.ts";

/** Brings a file of another program into a study: everything or nothing, and the study has no errors afterwards. */
export async function importInto(session: Session): Promise<Outcome> {
  const { effects, options, positionals, say } = session;
  const [kind = "", file = ""] = positionals;
  const known = importKinds.find((one) => one === kind);
  if (known === undefined)
    throw new CommandError("unknown-kind", { kind }, { near: suggest(kind, importKinds) });
  const into = options.text("into");
  if (into === undefined)
    throw new CommandError("missing-argument", { argument: "--into STUDY", command: "import" });
  const bytes = await readWhole(resolve(effects.cwd, file), file);
  const map = options.text("map");
  const mapping =
    map === undefined
      ? undefined
      : { name: basename(map), bytes: await readWhole(resolve(effects.cwd, map), map) };
  const { files, study } = await openStudy({ ...session, positionals: [into] });
  const name = basename(file);
  const imported = importFile(known, { name, bytes }, { study, mapping });
  const plan = planImport({ files, study }, imported, targetFile(imported, name));
  if (plan.isRefused) throw refused(plan, file, into, session);
  const isDry = options.flag("dry-run");
  if (!isDry && plan.files.length > 0) {
    const written = plan.files.map(({ path, text }) => ({ path, content: text }));
    await writeFiles(resolve(effects.cwd, into), written, { signal: effects.signal });
  }
  const counts = { read: imported.read, ...countsOf(plan.elements) };
  return {
    status: plan.remarks.some((remark) => remark.kind === "loss") ? "findings" : "clean",
    data: {
      kind: known,
      file,
      into,
      dryRun: isDry,
      ...counts,
      files: plan.files.map(({ path }) => path),
      elements: plan.elements,
      remarks: toldRemarks(plan.remarks, session.language),
    },
    diagnostics: [],
    text: () => {
      const args = { file, ...counts, files: plan.files.length };
      return [
        `${say(isDry ? "import-would" : "import-done", args)}\n`,
        ...elementLines(plan.elements, session),
        remarksText(plan.remarks, session),
      ].join("");
    },
  };
}

function countsOf(elements: readonly PlannedElement[]): {
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
} {
  const of = (action: PlannedElement["action"]): number =>
    elements.filter((one) => one.action === action).length;
  return { added: of("add"), changed: of("change"), kept: of("keep") };
}

/** Most ids that are named in one line. */
const named = 8;

function elementLines(elements: readonly PlannedElement[], { say }: Session): readonly string[] {
  const lines: string[] = [];
  for (const [action, key] of [
    ["add", "import-added"],
    ["change", "import-changed"],
  ] as const) {
    const own = elements.filter((one) => one.action === action);
    for (const file of new Set(own.map((one) => one.file))) {
      const ids = own.filter((one) => one.file === file).map(({ id }) => id);
      const start = ids.slice(0, named).join(say("list-and"));
      const shown =
        ids.length > named ? say("import-more", { ids: start, count: ids.length - named }) : start;
      lines.push(`  ${say(key, { file, ids: shown })}\n`);
    }
  }
  return lines;
}

function refused(plan: ImportPlan, file: string, path: string, session: Session): CommandError {
  const diagnostics = toldRemarks(plan.remarks, session.language).map(({ code, text, help }) => ({
    code,
    severity: "error" as const,
    text,
    help,
  }));
  const told = { text: remarksText(plan.remarks, session).trimEnd(), diagnostics };
  const { broken: files, diagnostics: errors } = plan;
  const broken = errors.length === 0 ? {} : { broken: { path, files, diagnostics: errors } };
  return new CommandError("import-refused", { file, path }, { told, ...broken });
}
