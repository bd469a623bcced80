import type { Study } from "@shikumi/model";
import type { Imported, ImportedElement, InputFile } from "../imported.ts";
import { type Plain, type PlainRecord, wordOf } from "../plain.ts";
import { type Place, Remarks } from "../remark.ts";
import { readSheets } from "../sheet/read-sheets.ts";
import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { writtenElements } from "../study/written.ts";
import { Names } from "../table/find-names.ts";
import { cellPlace, cleanRow, headerRow } from "../table/header.ts";
import { readSheetMapping } from "../table/sheet-mapping.ts";
import { matrixSheets } from "./matrix-sheet.ts";
import { looksLikeRole, type RoleLetters, readRoleLetters } from "./role-letters.ts";

/**
 * The role plan of a matrix: tasks in rows, organisations in columns, letters in cells. Who is not in the sheet keeps the role the study gives. Accountability is
 * compared with the study and not carried, for it belongs to the mission.
 */
export function importMatrix(file: InputFile, study: Study, mappingFile?: InputFile): Imported {
  const remarks = new Remarks();
  const mapping = readSheetMapping(mappingFile, remarks);
  const sheets = mapping === undefined ? undefined : readSheets(file, remarks);
  if (mapping === undefined || sheets === undefined) return { elements: [], read: 0, remarks: remarks.all };
  const names = {
    organisations: new Names(study, "organisations", mapping),
    tasks: new Names(study, "tasks", mapping),
  };
  const candidates = sheets
    .map((sheet) => ({ sheet, header: headOf(sheet, names.organisations) }))
    .filter(({ sheet, header }) => header !== undefined && mapping.fits(sheet.name));
  const chosen = candidates[0];
  if (chosen?.header === undefined) {
    remarks.add("no-header", { file: file.name }, { expected: "organisations" });
    return { elements: [], read: 0, remarks: remarks.all };
  }
  for (const sheet of sheets) {
    if (sheet === chosen.sheet || matrixSheets.has(sheet.name ?? "")) continue;
    remarks.add("sheet-not-carried", { file: file.name }, { sheet: sheet.name ?? "" });
  }
  const roles = writtenElements(study, "roles");
  const matrix = {
    file: file.name,
    sheet: chosen.sheet,
    header: chosen.header,
    names,
    study,
    roles,
    remarks,
  };
  const { rows, elements } = readMatrix(matrix);
  if (rows === 0 && !remarks.isRefused) remarks.add("no-entries", { file: file.name });
  return { elements, read: rows, remarks: remarks.all };
}

interface Matrix {
  readonly file: string;
  readonly sheet: Sheet;
  readonly header: { readonly row: SheetRow; readonly index: number };
  readonly names: { readonly organisations: Names; readonly tasks: Names };
  readonly study: Study;
  /** The role plan as the study writes it. */
  readonly roles: ReadonlyMap<string, PlainRecord>;
  readonly remarks: Remarks;
}

/** The row that names the most organisations; a row of ids counts more than one of names. */
function headOf(sheet: Sheet, organisations: Names): Matrix["header"] | undefined {
  const score = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => {
      const found = text === "" ? undefined : organisations.find(text);
      return sum + (found === undefined ? 0 : found.id === text ? 1.5 : 1);
    }, 0);
  return headerRow(sheet, score, 1);
}

function readMatrix(matrix: Matrix): {
  readonly rows: number;
  readonly elements: readonly ImportedElement[];
} {
  const { file, sheet, header, names, remarks } = matrix;
  for (const range of sheet.merged) remarks.add("merged-cells", { file, sheet: sheet.name ?? "" }, { range });
  const below = sheet.rows.slice(header.index + 1);
  const above = sheet.rows.slice(0, header.index).filter(({ cells }) => {
    return !cells.some((cell) => cell !== undefined && names.organisations.find(cell.text) !== undefined);
  });
  if (above.length > 0)
    remarks.add("rows-before-header", cellPlace(file, sheet, header.row), { rows: above.length });
  const columns = organisationColumns(matrix, below);
  const taskColumn = columnOfTasks(matrix, below, columns);
  if (taskColumn === undefined) {
    remarks.add("no-header", cellPlace(file, sheet, header.row), { expected: "tasks" });
    return { rows: 0, elements: [] };
  }
  const elements = new Map<string, ImportedElement>();
  let rows = 0;
  for (const row of below) {
    const cells = cleanRow(row, sheet, file, remarks);
    const letters = [...columns].flatMap(([index, organisation]) => {
      const read = readRoleLetters(cells[index]?.text ?? "");
      return read === undefined
        ? []
        : [{ organisation, letters: read, at: cellPlace(file, sheet, row, index) }];
    });
    const text = cells[taskColumn]?.text;
    if (text === undefined) continue;
    const isHeader = cells.filter(
      (cell) => cell !== undefined && names.organisations.find(cell.text) !== undefined,
    );
    if (isHeader.length >= 2) {
      remarks.add("header-repeated", cellPlace(file, sheet, row));
      continue;
    }
    if (letters.length === 0 && names.tasks.find(text) === undefined) continue;
    rows++;
    const task = names.tasks.need(text, cellPlace(file, sheet, row, taskColumn), remarks);
    if (task === undefined) continue;
    if (elements.has(task)) remarks.add("repeated-entry", cellPlace(file, sheet, row), { id: task });
    else elements.set(task, roleElement(task, letters, new Set(columns.values()), row, matrix));
  }
  return { rows, elements: [...elements.values()].filter((element) => !isNothing(element, matrix.study)) };
}

/** Columns by the organisation they stand for. A column of letters under an unknown name is a loss. */
function organisationColumns(matrix: Matrix, below: readonly SheetRow[]): ReadonlyMap<number, string> {
  const { file, sheet, header, names, remarks } = matrix;
  const columns = new Map<number, string>();
  header.row.cells.forEach((cell, index) => {
    if (cell === undefined) return;
    const found = names.organisations.find(cell.text);
    const roles = below.filter((row) => looksLikeRole(row.cells[index]?.text ?? "")).length;
    if (found !== undefined) {
      columns.set(index, found.id);
      if (!found.isExact)
        remarks.add("spelled-differently", cellPlace(file, sheet, header.row, index), {
          found: cell.text,
          name: found.id,
        });
    } else if (roles > 0)
      names.organisations.need(cell.text, cellPlace(file, sheet, header.row, index), remarks);
  });
  return columns;
}

/** The column that names the most tasks, ids before names. */
function columnOfTasks(
  { names }: Matrix,
  below: readonly SheetRow[],
  columns: ReadonlyMap<number, string>,
): number | undefined {
  const scores = new Map<number, number>();
  for (const { cells } of below)
    cells.forEach((cell, index) => {
      const found = cell === undefined || columns.has(index) ? undefined : names.tasks.find(cell.text);
      if (found === undefined) return;
      scores.set(index, (scores.get(index) ?? 0) + (found.id === cell?.text ? 1.5 : 1));
    });
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function roleElement(
  task: string,
  cells: readonly { readonly organisation: string; readonly letters: RoleLetters; readonly at: Place }[],
  shown: ReadonlySet<string>,
  row: SheetRow,
  { file, sheet, study, roles, remarks }: Matrix,
): ImportedElement {
  const [mission = "", name = ""] = task.split(".");
  const accountable = new Set(
    study.missions
      .get(mission)
      ?.tasks.get(name)
      ?.accountable.map(({ organisation }) => organisation),
  );
  for (const { organisation, letters, at } of cells) {
    for (const letter of letters.others)
      remarks.add("letter-not-carried", at, { letter, task, organisation });
    if (letters.accountable && !accountable.has(organisation))
      remarks.add("accountable-differs", at, { task, organisation });
  }
  const leading = cells.filter(({ letters }) => letters.leads);
  const answering = leading.filter(({ letters }) => letters.accountable);
  const lead = (answering.length === 1 ? answering[0] : leading[0])?.organisation;
  if (leading.length > 1 && lead !== undefined)
    remarks.add("several-leads", cellPlace(file, sheet, row), { task, kept: lead });
  const supporting = cells
    .filter(({ letters, organisation }) => organisation !== lead && (letters.supports || letters.leads))
    .map(({ organisation }) => organisation);
  return {
    collection: "roles",
    id: task,
    fields: withThoseNotShown(roles.get(task), lead, supporting, shown),
    at: cellPlace(file, sheet, row),
  };
}

/** Roles of organisations that the sheet does not show stay; the order of supports the study has stays too. */
function withThoseNotShown(
  written: PlainRecord | undefined,
  lead: string | undefined,
  supporting: readonly string[],
  shown: ReadonlySet<string>,
): PlainRecord {
  const formerLead = wordOf(written?.["lead"]);
  const former: readonly Plain[] = [written?.["supports"] ?? []].flat() as readonly Plain[];
  const before = former.map(String);
  const stays = before.filter((id) => !shown.has(id) || supporting.includes(id));
  const kept = formerLead !== undefined && !shown.has(formerLead) ? formerLead : undefined;
  const supports = [...stays, ...supporting.filter((id) => !stays.includes(id))];
  const now = lead ?? kept;
  return { lead: now ?? null, supports: supports.filter((id) => id !== now) };
}

function isNothing({ id, fields }: ImportedElement, study: Study): boolean {
  const { supports } = fields;
  return !study.roles.has(id) && fields["lead"] === null && Array.isArray(supports) && supports.length === 0;
}
