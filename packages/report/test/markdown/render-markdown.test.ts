import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { hostileTexts, languages, sampleBrief, withTexts } from "../sample/sample-briefs.ts";
import { sampleStudy } from "../sample/sample-study.ts";

const pages = languages.map((language) => ({ language, document: sampleBrief(language) }));

/** Lines by what Markdown takes them for; numbers of columns for rows of tables. */
function lineShape(markdown: string): readonly string[] {
  return markdown
    .replace(/```json[\s\S]*/, "")
    .split("\n")
    .map((line) => {
      if (line.startsWith("|")) return `row ${line.replaceAll("\\|", "").split("|").length}`;
      return /^(#+ |- |> ?|\d+\. |\[\^|```| {4}|\*\*)?/.exec(line)?.[0].replace(/\d+/, "1") ?? "";
    });
}

describe("renderMarkdown", () => {
  it.each(pages)("[P40] holds every section, table and note in $language", ({ document }) => {
    const markdown = renderMarkdown(document);
    const defined = new Set([...markdown.matchAll(/^\[\^(\w+)\]:/gm)].map((match) => match[1]));
    const used = new Set([...markdown.matchAll(/\[\^(\w+)\](?!:)/g)].map((match) => match[1]));

    expect(markdown.match(/^## /gm)).toHaveLength(document.sections.length + 1);
    expect(used.size).toBeGreaterThan(8);
    expect([...used].filter((label) => !defined.has(label))).toEqual([]);
    expect(markdown).toMatch(/62\u00a0?%.{0,12}\[\^R2\]/);
    for (const row of markdown.match(/^\|.*$/gm) ?? []) expect(row).toMatch(/ \|$/);
  });

  const plain = languages.map((language) =>
    lineShape(renderMarkdown(sampleBrief(language, withTexts(sampleStudy, "x")))),
  );

  it.each(hostileTexts)("[P41] keeps text of the study from being markup: %j", (text) => {
    languages.forEach((language, index) => {
      const markdown = renderMarkdown(sampleBrief(language, withTexts(sampleStudy, text)));

      expect(lineShape(markdown)).toEqual(plain[index]);
      expect(markdown.match(/^```json shikumi-brief$/gm)).toHaveLength(1);
      expect(markdown.replace(/```json[\s\S]*/, "").replaceAll(/`[^`\n]*`/g, "")).not.toMatch(
        /<(?!https:)[a-z!/]|[^\\]!\[x\]\(/,
      );
    });
  });
});
