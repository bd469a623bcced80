import { anchorFor } from "../document/anchor.ts";
import type { Block, BriefDocument, Reference, Section } from "../document/block.ts";
import { type BoundPlace, recordIdOf, recordOf, writeRecord } from "../record/brief-record.ts";
import { escapeHtml, safeAddress } from "./escape.ts";
import { renderChart } from "./render-chart.ts";
import { type Page, renderInlines } from "./render-inline.ts";
import { renderRunTable, renderTable } from "./render-table.ts";
import { styleSheet } from "./style-sheet.ts";

export interface HtmlOptions {
  /** Title of the window; the document's unless given. */
  readonly title?: string;
  /** Styles after the brief's own. Written as they are: they must come from the program, never from a study. */
  readonly styles?: string;
}

/**
 * A document as one HTML file that needs nothing else: no script, no font, no image from elsewhere. Every text of the study is escaped. Every
 * number is bound to its figure; the record at the end lists them all.
 */
export function renderHtml(
  document: BriefDocument,
  { title = document.title, styles = "" }: HtmlOptions = {},
): string {
  const places: BoundPlace[] = [];
  const page: Page = { document, place: (place) => places.push(place) };
  const { words, language, kicker, sections } = document;
  const facts = document.facts.map(
    ({ term, content }) =>
      `<div><dt>${escapeHtml(term)}</dt><dd>${renderInlines(page, content, "together")}</dd></div>`,
  );
  const main = sections.map((section) => renderSection(page, section)).join("\n");
  const contents = [...sections.map(({ anchor, title: name }) => ({ anchor, name }))].map(
    ({ anchor, name }) => `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(name)}</a></li>`,
  );
  const record = writeRecord(recordOf(document, places, undefined));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Shikumi">
<title>${escapeHtml(title)}</title>
<style>
${styleSheet}
${styles.replaceAll("</", "<\\/")}
</style>
</head>
<body>
<a class="skip" href="#text">${escapeHtml(words.skip)}</a>
<div class="page">
<header class="top">
<p class="kicker">${escapeHtml(kicker)}</p>
<h1>${escapeHtml(document.title)}</h1>
<dl class="facts">${facts.join("")}</dl>
</header>
<nav class="contents" aria-labelledby="contents">
<h2 id="contents">${escapeHtml(words.contents)}</h2>
<ol>${contents.join("")}</ol>
</nav>
<main id="text">
${main}
</main>
</div>
<script type="application/json" id="${recordIdOf(document)}">${record}</script>
</body>
</html>
`;
}

function renderSection(page: Page, { anchor, title, blocks }: Section): string {
  const id = escapeHtml(anchor);
  const content = blocks.map((block) => renderBlock(page, block)).join("\n");
  return `<section id="${id}" aria-labelledby="${id}.title">
<h2 id="${id}.title">${escapeHtml(title)}</h2>
${content}
</section>`;
}

function renderBlock(page: Page, block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h3 id="${escapeHtml(block.anchor)}">${renderInlines(page, block.content)}</h3>`;
    case "paragraph":
      return `<p>${renderInlines(page, block.content)}</p>`;
    case "lead":
      return `<p class="lead">${renderInlines(page, block.content)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${renderInlines(page, item)}</li>`).join("\n")}</${tag}>`;
    }
    case "terms":
      return renderTerms(page, block);
    case "note":
      return `<aside class="note ${block.tone}"><h3>${escapeHtml(block.title)}</h3>${block.content
        .map((content) => `<p>${renderInlines(page, content)}</p>`)
        .join("")}</aside>`;
    case "command":
      return `<pre tabindex="0"><code>${block.lines.map(escapeHtml).join("\n")}</code></pre>`;
    case "table":
      return renderTable(page, block);
    case "figure": {
      const chart = renderChart(page, `${block.anchor}.chart`, block.chart);
      return `<figure id="${escapeHtml(block.anchor)}"><figcaption>${renderInlines(page, block.caption)}</figcaption>
${chart}
</figure>
${renderTable(page, block.twin)}`;
    }
    case "references":
      return `<ul class="references">${block.items.map(renderReference).join("\n")}</ul>`;
    case "runs":
      return `<div id="${escapeHtml(block.anchor)}">${renderRunTable(page, block.table)}</div>`;
  }
}

function renderTerms(page: Page, { items, layout }: Extract<Block, { kind: "terms" }>): string {
  const legend = layout === "legend";
  const pairs = items.map(({ term, content }) => {
    const pair = `<dt>${renderInlines(page, term)}</dt><dd>${renderInlines(page, content)}</dd>`;
    return legend ? `<div>${pair}</div>` : pair;
  });
  return `<dl class="terms${legend ? " legend" : ""}">${pairs.join("\n")}</dl>`;
}

function renderReference({ source, text, url, grade, remark }: Reference): string {
  const address = url === undefined ? undefined : safeAddress(url);
  const link =
    address === undefined
      ? escapeHtml(url ?? "")
      : `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(address)}</a>`;
  const parts = [
    escapeHtml(text),
    link,
    `<span class="grade">[${escapeHtml(grade)}]</span>`,
    escapeHtml(remark ?? ""),
  ];
  return `<li id="${anchorFor("source", source)}">${parts.filter((part) => part !== "").join(" ")}</li>`;
}
