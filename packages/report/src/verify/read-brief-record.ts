import type { Args } from "@shikumi/core/diagnostic";
import { sha256Hex } from "@shikumi/core/hash";
import { unescapeHtml } from "../html/escape.ts";
import { comparableText } from "../markdown/comparable-text.ts";
import type { BriefProblemCode } from "../messages/index.ts";
import { type BoundPlace, type BriefRecord, recordFormat, recordId } from "../record/brief-record.ts";
import { MalformedRecord, parseRecord } from "./parse-record.ts";

/** Why a text holds no record that can be verified. Messages are in `reportMessages`. */
export interface BriefProblem {
  readonly code: BriefProblemCode;
  readonly args: Args;
}

/** A record and what a reader of the same file sees. */
export interface ReadBrief extends BriefRecord {
  /** The numbers as they are printed now. */
  readonly printed: readonly BoundPlace[];
  /** SHA-256 of the text before the record as it is now; of Markdown only. */
  readonly printedBody: string | undefined;
}

const htmlRecord = new RegExp(`<script type="application/json" id="${recordId}">([\\s\\S]*?)</script>`, "g");
const markdownRecord = new RegExp(`^\`\`\`json ${recordId}\\r?\\n([\\s\\S]*?)\\r?\\n\`\`\`\\s*$`, "gm");

/** The record of a brief in HTML or Markdown, or the one reason why there is none. Never throws, whatever the text. */
export function readBriefRecord(source: string): ReadBrief | BriefProblem {
  const isHtml = /^\s*<!doctype html/i.test(source);
  const found = [...source.matchAll(isHtml ? htmlRecord : markdownRecord)];
  const [match] = found;
  if (match === undefined) return { code: "brief-no-record", args: {} };
  if (found.length > 1) return { code: "brief-several-records", args: { count: found.length } };
  let json: unknown;
  try {
    json = JSON.parse(match[1] ?? "");
  } catch {
    return { code: "brief-record-unreadable", args: {} };
  }
  const format = formatOf(json);
  if (format !== recordFormat) {
    if (format.startsWith("shikumi-brief-")) {
      return { code: "brief-newer-format", args: { found: format, expected: recordFormat } };
    }
    return { code: "brief-record-malformed", args: { path: "format" } };
  }
  try {
    const record = parseRecord(json);
    return isHtml
      ? { ...record, printed: printedPlaces(source), printedBody: undefined }
      : { ...record, printed: [], printedBody: sha256Hex(comparableText(source.slice(0, match.index))) };
  } catch (problem) {
    if (problem instanceof MalformedRecord)
      return { code: "brief-record-malformed", args: { path: problem.path } };
    throw problem;
  }
}

/** Whether reading a record failed. */
export function isBriefProblem(read: ReadBrief | BriefProblem): read is BriefProblem {
  return "code" in read;
}

function formatOf(json: unknown): string {
  if (typeof json !== "object" || json === null || !("format" in json)) return "";
  return typeof json.format === "string" ? json.format : "";
}

/** The bound numbers of a page in the order of its text. Comments, styles and scripts are not read. */
function printedPlaces(html: string): readonly BoundPlace[] {
  const visible = html.replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, "");
  const marked = /<(data|text)\b([^>]*\bdata-figure="[^>]*)>([\s\S]*?)<\/\1>/g;
  return [...visible.matchAll(marked)].map(([, , attributes = "", content = ""]) => ({
    figure: attribute(attributes, "data-figure"),
    style: attribute(attributes, "data-style"),
    text: unescapeHtml(content.replaceAll(/<[^>]*>/g, "")),
  }));
}

function attribute(attributes: string, name: string): string {
  return unescapeHtml(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
}
