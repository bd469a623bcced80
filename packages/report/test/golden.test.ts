import { describe, expect, it } from "vitest";
import { renderHtml } from "../src/html/render-html.ts";
import { renderMarkdown } from "../src/markdown/render-markdown.ts";
import { languages, sampleBrief } from "./sample/sample-briefs.ts";

describe("the brief of the sample", () => {
  it.each(languages)("[P1] in %s is as it was looked at", async (language) => {
    const document = sampleBrief(language);

    await expect(renderHtml(document)).toMatchFileSnapshot(`golden/brief.${language}.html`);
    await expect(renderMarkdown(document)).toMatchFileSnapshot(`golden/brief.${language}.md`);
  });
});
