import { anchorFor } from "../document/anchor.ts";
import type { BriefDocument } from "../document/block.ts";
import type { BoundNumber, Inline, Inlines } from "../document/inline.ts";
import { printedText } from "../number/format-number.ts";
import { type BoundPlace, valueOnly } from "../record/brief-record.ts";
import { escapeHtml } from "./escape.ts";

/** What renders a document: the document, and the places of its numbers as they are printed one after the other. */
export interface Page {
  readonly document: BriefDocument;
  /** Notes that a number was printed. */
  place(place: BoundPlace): void;
}

/** Whether numbers lead to their runs one by one, as in prose, or together below, as in tables. */
export type RunLinks = "each" | "together";

/** Inlines as HTML. */
export function renderInlines(page: Page, content: Inlines, links: RunLinks = "each"): string {
  return content.map((inline) => renderInline(page, inline, links)).join("");
}

function renderInline(page: Page, inline: Inline, links: RunLinks): string {
  switch (inline.kind) {
    case "text":
      return escapeHtml(inline.text);
    case "strong":
      return `<strong>${renderInlines(page, inline.content, links)}</strong>`;
    case "muted":
      return `<span class="muted">${renderInlines(page, inline.content, links)}</span>`;
    case "code":
      return `<code>${escapeHtml(inline.text)}</code>`;
    case "number":
      return renderNumber(page, inline) + (links === "each" ? runLink(page, inline.figure.run) : "");
    case "absent":
      return `<span class="absent">${escapeHtml(inline.reason)}</span>`;
    case "citation":
      return `<cite><a href="#${anchorFor("source", inline.source)}">${escapeHtml(inline.text)}</a></cite>`;
    case "run":
      return `<a href="#${runAnchor(page, inline.run)}">${escapeHtml(inline.text)}</a>`;
    case "link":
      return `<a href="#${escapeHtml(inline.anchor)}">${escapeHtml(inline.text)}</a>`;
  }
}

/** A bound number: its exact value, its figure, and its run in words. */
function renderNumber(page: Page, number: BoundNumber): string {
  const { figure, value, interval } = number;
  const run = page.document.runs.get(figure.run);
  const title = run === undefined ? "" : ` title="${escapeHtml(run.title)}"`;
  const range = interval === "" ? "" : `<span class="interval">${escapeHtml(interval)}</span>`;
  return `<data value="${figure.value}" ${binding(page, number)}${title}>${escapeHtml(value)}${range}</data>`;
}

/** The attributes that bind what is printed to its figure; the place is noted. `onlyValue`: the interval is not printed. */
export function binding(page: Page, number: BoundNumber, onlyValue = false): string {
  const style = onlyValue ? valueOnly(number.style) : number.style;
  const text = onlyValue ? number.value : printedText(number);
  page.place({ figure: number.figure.id, style, text });
  return `data-figure="${escapeHtml(number.figure.id)}" data-style="${escapeHtml(style)}"`;
}

function runLink(page: Page, run: string): string {
  const label = page.document.runs.get(run);
  if (label === undefined) return "";
  return `<sup class="run"><a href="#${runAnchor(page, run)}" title="${escapeHtml(label.title)}">${escapeHtml(label.label)}</a></sup>`;
}

/** Anchor of a run's row. */
export function runAnchor(page: Page, run: string): string {
  return anchorFor("run", page.document.runs.get(run)?.label ?? run);
}

/** Links to all runs behind a table. */
export function renderRuns(page: Page, runs: ReadonlySet<string>): string {
  const known = [...page.document.runs].filter(([key]) => runs.has(key));
  if (known.length === 0) return "";
  const links = known.map(
    ([key, { label, title }]) =>
      `<a href="#${runAnchor(page, key)}" title="${escapeHtml(title)}">${escapeHtml(label)}</a>`,
  );
  return `<p>${escapeHtml(page.document.words.runsBehind)}${links.join(", ")}</p>`;
}
