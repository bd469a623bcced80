import type { Language } from "@shikumi/core/diagnostic";
import { type Block, briefDocument, type Cell, plainText, renderHtml, type Table } from "@shikumi/report";
import { pagePhrases } from "./messages/index.ts";
import type { PublishedStudy } from "./published-study.ts";

const languages: readonly Language[] = ["ja", "en"];

/** Section of the brief that stands whole in the page itself. */
const whole = "summary";
/** Sections that stand there up to their first table; all else is in the documents beside the page. */
const begun: readonly string[] = ["effectiveness", "causes"];

/** Name of the document with all results in a language. */
export function resultsDocumentName(language: Language): string {
  return `results.${language}.html`;
}

/** All results as documents that need nothing else, by name. None for a study with errors. */
export function resultsDocuments({
  study,
  assessment,
  counts,
}: PublishedStudy): readonly { readonly name: string; readonly text: string }[] {
  if (study === undefined || assessment === undefined) return [];
  return languages.map((language) => ({
    name: resultsDocumentName(language),
    text: renderHtml(briefDocument(study, assessment, counts, language)),
  }));
}

/**
 * The main results in both languages as HTML without style, script or image, for a page that cannot run: headings, sentences and tables. Every text of the study is escaped. Empty for a study with
 * errors.
 */
export function resultsHtml({ study, assessment, counts }: PublishedStudy): string {
  if (study === undefined || assessment === undefined) return "";
  return languages
    .map((language) => {
      const { title, sections } = briefDocument(study, assessment, counts, language);
      const parts = sections.flatMap(({ anchor, title: name, blocks }) => {
        const some = anchor === whole ? blocks : begun.includes(anchor) ? beginning(blocks) : [];
        return some.length === 0 ? [] : [`<h2>${escapeHtml(name)}</h2>\n${some.map(blockHtml).join("")}`];
      });
      const link = `<p><a href="${resultsDocumentName(language)}">${escapeHtml(pagePhrases[language]["whole-results"])}</a></p>`;
      return `<section lang="${language}">\n<h1>${escapeHtml(title)}</h1>\n${parts.join("")}${link}\n</section>\n`;
    })
    .join("");
}

/** The blocks up to the first table or figure. */
function beginning(blocks: readonly Block[]): readonly Block[] {
  return blocks.slice(0, 1 + blocks.findIndex(({ kind }) => kind === "table" || kind === "figure"));
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h3>${escapeHtml(plainText(block.content))}</h3>\n`;
    case "lead":
    case "paragraph":
      return paragraph(plainText(block.content));
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      const items = block.items.map((item) => `<li>${escapeHtml(plainText(item))}</li>`);
      return `<${tag}>${items.join("")}</${tag}>\n`;
    }
    case "terms":
      return `<dl>${block.items
        .map(
          ({ term, content }) =>
            `<dt>${escapeHtml(plainText(term))}</dt><dd>${escapeHtml(plainText(content))}</dd>`,
        )
        .join("")}</dl>\n`;
    case "note":
      return paragraph(block.title) + block.content.map((content) => paragraph(plainText(content))).join("");
    case "table":
      return tableHtml(block);
    case "figure":
      return tableHtml(block.twin);
    case "command":
    case "references":
    case "runs":
      return "";
  }
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>\n`;
}

function tableHtml({ caption, columns, groups }: Table): string {
  const head = columns.map(({ label }) => `<th scope="col">${escapeHtml(plainText(label))}</th>`);
  const rows = groups.flatMap(({ heading, rows: ofGroup }) => [
    ...(heading === ""
      ? []
      : [`<tr><th colspan="${columns.length}" scope="colgroup">${escapeHtml(heading)}</th></tr>`]),
    ...ofGroup.map(
      (row) =>
        `<tr><th scope="row">${escapeHtml(plainText(row.heading))}</th>${row.cells.map(cellHtml).join("")}</tr>`,
    ),
  ]);
  const name = escapeHtml(plainText(caption));
  return `<div class="wide" role="region" aria-label="${name}" tabindex="0"><table><caption>${name}</caption><thead><tr>${head.join("")}</tr></thead><tbody>\n${rows.join("\n")}</tbody></table></div>\n`;
}

function cellHtml(cell: Cell): string {
  switch (cell.kind) {
    case "text":
    case "numeric":
      return `<td>${escapeHtml(plainText(cell.content))}</td>`;
    case "role":
      return `<td>${escapeHtml(cell.mark.words)}</td>`;
    case "blank":
      return "<td></td>";
  }
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as the content of an element or of an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");
}
