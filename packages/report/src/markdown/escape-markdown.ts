import { cleanText } from "../html/escape.ts";

/**
 * Text that Markdown must take as it is: marks are escaped, angle brackets and ampersands written as entities, lines joined, and addresses kept from
 * turning into links by themselves.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replaceAll(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/(https?|ftp)(?=:)|(www)(?=\.)/gi, "$&\u2060");
}

/** Words of commands as inline code; a grave accent inside becomes an apostrophe. */
export function codeMarkdown(text: string): string {
  return `\`${cleanText(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

/** A line whose first characters must not make it a heading, a list or a rule. */
export function plainLine(line: string): string {
  return line.replace(/^(\s*)([#+=-])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");
}
