import type { Assessment, RoleCell } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Study, Task } from "@shikumi/model";
import type { Exported } from "../exported.ts";
import { csvText, escapeFormula } from "../sheet/csv.ts";
import { type WrittenSheet, workbookOf } from "../sheet/write-workbook.ts";
import { columnNames, sheetNames } from "./matrix-sheet.ts";

export interface MatrixOptions {
  readonly format: "xlsx" | "csv";
  readonly language: Language;
  /** For the share of each task's demand that each organisation delivers. */
  readonly assessment: Assessment | undefined;
}

interface MatrixRow {
  readonly task: Task;
  readonly domain: string;
  readonly mission: string;
}

/**
 * The role matrix: every task, every organisation with a part in one. L leads, S supports, A is accountable; beside the letters stands the share of the task's
 * demand that it delivers. Ids are in the first column and the second row, hidden in a workbook. A workbook also has the shares as numbers, and
 * the verdicts of law, on sheets of their own.
 */
export function exportMatrix(study: Study, { format, language, assessment }: MatrixOptions): Exported {
  const rows = [...study.missions.values()].flatMap((mission) =>
    [...mission.tasks.values()].map(
      (task): MatrixRow => ({ task, domain: mission.domain, mission: mission.name[language] }),
    ),
  );
  const cells = new Map<string, RoleCell>();
  for (const row of assessment?.roles ?? [])
    for (const cell of row.cells) cells.set(`${row.task} ${cell.organisation}`, cell);
  const involved = new Set<string>();
  for (const { lead, supports } of study.roles.values())
    for (const id of [lead ?? "", ...supports]) involved.add(id);
  for (const { task } of rows) for (const { organisation } of task.accountable) involved.add(organisation);
  for (const row of assessment?.roles ?? [])
    for (const { organisation } of row.cells) involved.add(organisation);
  const organisations = [...study.organisations.values()].filter(({ id }) => involved.has(id));
  const sheet = (value: (task: Task, organisation: string) => string | number | undefined): Table => [
    [...columnNames[language], ...organisations.map(({ name }) => name[language])],
    ["id", "", "", "", ...organisations.map(({ id }) => id)],
    ...rows.map(({ task, domain, mission }) => [
      task.ref,
      domain,
      mission,
      task.name[language],
      ...organisations.map(({ id }) => value(task, id)),
    ]),
  ];
  const cellOf = (task: Task, id: string): RoleCell | undefined => cells.get(`${task.ref} ${id}`);
  const roles = sheet((task, id) => lettersOf(study, task, id, shareOf(cellOf(task, id))));
  const written = rows.length;
  if (format === "csv") return { content: csvText(roles.map(textRow)), written, remarks: [] };
  const names = sheetNames[language];
  const sheets: WrittenSheet[] = [workbookSheet(names.roles, roles)];
  if (assessment !== undefined) {
    sheets.push(
      workbookSheet(
        names.delivered,
        sheet((task, id) => shareOf(cellOf(task, id))),
      ),
    );
    sheets.push(
      workbookSheet(
        names.permission,
        sheet((task, id) => cellOf(task, id)?.verdict),
      ),
    );
  }
  return { content: workbookOf(sheets), written, remarks: [] };
}

type Table = readonly (readonly (string | number | undefined)[])[];

function textRow(row: readonly (string | number | undefined)[]): readonly string[] {
  return row.map((value) => escapeFormula(String(value ?? "")));
}

function workbookSheet(name: string, rows: Table): WrittenSheet {
  return { name, rows, hiddenColumns: [0], hiddenRows: [1], headRows: 2 };
}

/** The share delivered, in [0, 1] with three digits; `undefined` where there is no demand or it delivers nothing and has no role. */
function shareOf(cell: RoleCell | undefined): number | undefined {
  const share = cell?.delivered.value;
  if (cell === undefined || share === undefined || !Number.isFinite(share)) return undefined;
  return share === 0 && cell.role === "none" ? undefined : Math.round(share * 1000) / 1000;
}

function lettersOf(study: Study, task: Task, id: string, share: number | undefined): string | undefined {
  const role = study.roles.get(task.ref);
  const letters = [
    role?.lead === id ? "L" : "",
    role?.supports.includes(id) === true ? "S" : "",
    task.accountable.some(({ organisation }) => organisation === id) ? "A" : "",
  ].join("");
  const text = [letters, share === undefined ? "" : String(share)].filter((part) => part !== "").join(" ");
  return text === "" ? undefined : text;
}
