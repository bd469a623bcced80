import { sha256Hex } from "@shikumi/core/hash";
import type { Block, BriefDocument, Cell, Table } from "../document/block.ts";
import type { Inline, Inlines } from "../document/inline.ts";
import { runsOfTable } from "../document/walk-document.ts";
import { safeAddress } from "../html/escape.ts";
import { recordIdOf, recordOf, writeRecord } from "../record/brief-record.ts";
import { comparableText } from "./comparable-text.ts";
import { codeMarkdown, escapeMarkdown, plainLine } from "./escape-markdown.ts";

/**
 * A document as Markdown with pipe tables and footnotes (GFM). Each number in running text is followed by a footnote to its run, each table by the
 * footnotes of its runs; charts are left to their tables. The record stands in a fenced block at the end.
 */
export function renderMarkdown(document: BriefDocument): string {
  const { title, kicker, facts, sections, words } = document;
  const labels = [...document.runs];
  const notes = labels.map(([, { label, title: about }]) => `[^${label}]: ${escapeMarkdown(about)}`);
  const parts = [
    plainLine(escapeMarkdown(kicker)),
    `# ${escapeMarkdown(title)}`,
    facts
      .map(({ term, content }) => `- ${escapeMarkdown(term)}: ${inlines(document, content, false)}`)
      .join("\n"),
    ...sections.flatMap((section) => [
      `## ${escapeMarkdown(section.title)}`,
      ...section.blocks.map((block) => renderBlock(document, block)),
    ]),
    notes.join("\n"),
    `## ${escapeMarkdown(words.record)}`,
    plainLine(escapeMarkdown(words.recordNote)),
  ];
  const body = `${parts.filter((part) => part !== "").join("\n\n")}\n\n`;
  const record = writeRecord(recordOf(document, [], sha256Hex(comparableText(body))));
  return `${body}\`\`\`json ${recordIdOf(document)}\n${record}\n\`\`\`\n`;
}

function inlines(document: BriefDocument, content: Inlines, footnotes = true): string {
  return content.map((inline) => renderInline(document, inline, footnotes)).join("");
}

function renderInline(document: BriefDocument, inline: Inline, footnotes: boolean): string {
  switch (inline.kind) {
    case "strong":
      return `**${inlines(document, inline.content, footnotes)}**`;
    case "muted":
      return inlines(document, inline.content, footnotes);
    case "code":
      return codeMarkdown(inline.text);
    case "number": {
      const label = document.runs.get(inline.figure.run)?.label;
      const note = footnotes && label !== undefined ? `[^${label}]` : "";
      return escapeMarkdown(inline.value + inline.interval) + note;
    }
    case "absent":
      return escapeMarkdown(inline.reason);
    case "text":
    case "citation":
    case "run":
    case "link":
      return escapeMarkdown(inline.text);
  }
}

function renderBlock(document: BriefDocument, block: Block): string {
  switch (block.kind) {
    case "heading":
      return `### ${inlines(document, block.content)}`;
    case "paragraph":
    case "lead":
      return plainLine(inlines(document, block.content));
    case "list":
      return block.items
        .map(
          (item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${plainLine(inlines(document, item))}`,
        )
        .join("\n");
    case "terms":
      return block.items
        .map(({ term, content }) => `- **${inlines(document, term)}**: ${inlines(document, content)}`)
        .join("\n");
    case "note":
      return [
        `**${escapeMarkdown(block.title)}**`,
        ...block.content.map((content) => inlines(document, content)),
      ]
        .map((line) => `> ${plainLine(line)}`)
        .join("\n>\n");
    case "command":
      return block.lines.map((line) => `    ${line.replaceAll(/[\r\n]/g, " ")}`).join("\n");
    case "table":
      return renderTable(document, block);
    case "figure":
      return renderTable(document, block.twin);
    case "runs":
      return renderTable(document, block.table);
    case "references":
      return block.items
        .map(({ text, url, grade, remark }) => {
          const address = url === undefined ? undefined : safeAddress(url);
          const link =
            address === undefined
              ? escapeMarkdown(url ?? "")
              : `<${address.replaceAll(/[<>\\]/g, encodeURIComponent)}>`;
          return `- ${[escapeMarkdown(text), link, `\\[${escapeMarkdown(grade)}\\]`, escapeMarkdown(remark ?? "")].filter((part) => part !== "").join(" ")}`;
        })
        .join("\n");
  }
}

function renderTable(document: BriefDocument, table: Table): string {
  const { columns, groups } = table;
  const heads = columns.map(({ label, group }) =>
    [...(group === undefined ? [] : [escapeMarkdown(group)]), inlines(document, label, false)].join(": "),
  );
  const aligns = columns.map(({ align }) => ({ start: "---", end: "---:", center: ":---:" })[align]);
  const rows = groups.flatMap(({ heading, rows: own }) => [
    ...(heading === "" ? [] : [[`**${escapeMarkdown(heading)}**`, ...columns.slice(1).map(() => "")]]),
    ...own.map((row) => [
      inlines(document, row.heading, false),
      ...row.cells.map((cell) => renderCell(document, cell)),
    ]),
  ]);
  const lines = [heads, aligns, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const used = runsOfTable(table);
  const runs = [...document.runs].filter(([key]) => used.has(key)).map(([, { label }]) => `[^${label}]`);
  const notes = table.notes.map((note) => plainLine(inlines(document, note)));
  return [`**${inlines(document, table.caption, false)}**${runs.join("")}`, lines.join("\n"), ...notes].join(
    "\n\n",
  );
}

function renderCell(document: BriefDocument, cell: Cell): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
    case "numeric":
      return inlines(document, cell.content, false);
    case "role": {
      const { role, verdict, able } = cell.mark.marks;
      const delivered =
        cell.mark.delivered === undefined ? "" : ` ${inlines(document, [cell.mark.delivered], false)}`;
      return escapeMarkdown(`${role}${verdict}${able}`) + delivered;
    }
  }
}
