import type { Cell, Column, RoleMark, Row, Table } from "../document/block.ts";
import { plainText } from "../document/inline.ts";
import { runsOfTable } from "../document/walk-document.ts";
import { escapeHtml } from "./escape.ts";
import { type Page, renderInlines, renderRuns, runAnchor } from "./render-inline.ts";

/** A table with its caption, its notes and the runs behind it. */
export function renderTable(page: Page, table: Table): string {
  const anchor = escapeHtml(table.anchor);
  const caption = renderInlines(page, table.caption, "together");
  const overhead = table.columns.some(({ group }) => group !== undefined) ? overheads(table) : "";
  const heads = table.columns.map((column) => head(page, column, table.layout)).join("");
  const body = table.groups.map(({ heading, rows }) => group(page, table, heading, rows)).join("\n");
  const notes = table.notes.map((note) => `<p>${renderInlines(page, note)}</p>`).join("");
  return `<div class="block ${table.layout}" id="${anchor}">
<p class="caption" id="${anchor}.caption">${caption}</p>
<div class="frame" role="region" aria-labelledby="${anchor}.caption" tabindex="0">
<table class="${table.layout}" aria-labelledby="${anchor}.caption"${table.layout === "matrix" ? ` style="width:${13 + 3.7 * (table.columns.length - 1)}rem"` : ""}>
${table.layout === "matrix" ? `<colgroup>${"<col>".repeat(table.columns.length)}</colgroup>` : ""}<thead>${overhead}<tr class="names">${heads}</tr></thead>
${body}
</table>
</div>
<div class="notes">${notes}${renderRuns(page, runsOfTable(table))}</div>
</div>`;
}

/** The row of headings over neighbouring columns. */
function overheads({ columns, layout }: Table): string {
  const cells: { group: string; span: number }[] = [];
  for (const { group = "" } of columns) {
    const last = cells.at(-1);
    if (last?.group === group) last.span++;
    else cells.push({ group, span: 1 });
  }
  const written = cells.map(({ group, span }) => {
    if (group === "") return `<td colspan="${span}"></td>`;
    const name = escapeHtml(group);
    const content = layout === "matrix" ? `<span class="clamped" title="${name}">${name}</span>` : name;
    return `<th scope="colgroup" colspan="${span}">${content}</th>`;
  });
  return `<tr class="over">${written.join("")}</tr>`;
}

function head(page: Page, { label, align }: Column, layout: Table["layout"]): string {
  const content = renderInlines(page, label, "together");
  const turned = layout === "matrix" && align === "center";
  return `<th scope="col" class="${align}">${turned ? `<span class="turned" title="${escapeHtml(plainText(label))}">${content}</span>` : content}</th>`;
}

function group(page: Page, table: Table, heading: string, rows: readonly Row[]): string {
  const title =
    heading === ""
      ? ""
      : `<tr class="group"><th scope="rowgroup" colspan="${table.layout === "matrix" ? 1 : table.columns.length}">${escapeHtml(heading)}</th>${table.layout === "matrix" ? `<td colspan="${table.columns.length - 1}"></td>` : ""}</tr>`;
  return `<tbody>${title}${rows.map((row) => renderRow(page, row)).join("\n")}</tbody>`;
}

function renderRow(page: Page, { heading, cells, flagged = false }: Row): string {
  const start = `<tr${flagged ? ' class="flagged"' : ""}><th scope="row">${renderInlines(page, heading, "together")}</th>`;
  return `${start}${cells.map((cell) => renderCell(page, cell)).join("")}</tr>`;
}

function renderCell(page: Page, cell: Cell): string {
  switch (cell.kind) {
    case "blank":
      return "<td></td>";
    case "text":
      return `<td class="prose">${renderInlines(page, cell.content, "together")}</td>`;
    case "numeric":
      return `<td class="numeric">${renderInlines(page, cell.content, "together")}</td>`;
    case "role":
      return renderRole(page, cell.mark);
  }
}

function renderRole(page: Page, mark: RoleMark): string {
  const { role, verdict, able } = mark.marks;
  const share =
    mark.delivered === undefined
      ? ""
      : `<span class="share">${renderInlines(page, [mark.delivered], "together")}</span>`;
  return `<td class="${groundOf(mark)}" title="${escapeHtml(mark.words)}"><span class="marks" aria-hidden="true"><b>${escapeHtml(role)}</b>${escapeHtml(verdict + able)}</span><span class="hidden">${escapeHtml(mark.words)}</span>${share}</td>`;
}

/** May and can; may but cannot; can but may not; not known. */
function groundOf({ verdict, able, role }: RoleMark): string {
  if (verdict === "undetermined" || verdict === "not-encoded") return "open";
  const lawful = verdict === "obliged" || verdict === "permitted";
  if (lawful) return able ? "ready" : "lawful";
  return able || role !== "none" ? "gap" : "idle";
}

/** The table of runs: its rows carry the anchors that numbers lead to. */
export function renderRunTable(page: Page, table: Table): string {
  const keys = [...page.document.runs.keys()];
  let html = renderTable(page, table);
  for (const key of keys) {
    const label = escapeHtml(page.document.runs.get(key)?.label ?? key);
    html = html.replace(
      `<tr><th scope="row">${label}</th>`,
      `<tr id="${runAnchor(page, key)}"><th scope="row">${label}</th>`,
    );
  }
  return html;
}
