import { describe, expect, it } from "vitest";
import { escapeHtml, unescapeHtml } from "../../src/html/escape.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import { hostileTexts, languages, sampleBrief, withTexts } from "../sample/sample-briefs.ts";
import { sampleStudy } from "../sample/sample-study.ts";
import { readMarkup, type Tag } from "./markup.ts";

const pages = languages.map((language) => ({ language, html: renderHtml(sampleBrief(language)) }));

/** Elements, names of attributes and classes. Labels of charts are left out: how many lines they take depends on their text. */
function shape(tags: readonly Tag[]): readonly string[] {
  return tags
    .filter(({ name, attributes }) => name !== "text" || attributes.has("data-figure"))
    .map(
      ({ name, attributes }) =>
        `${name} ${[...attributes.keys()].join(" ")} ${attributes.get("class") ?? ""}`,
    );
}

describe("a page", () => {
  it.each(pages)("[P30] in $language needs nothing else and says its language", ({ language, html }) => {
    const tags = readMarkup(html);
    const loading = tags.filter(({ name, attributes }) => {
      const outside = ["src", "srcset", "poster", "action", "formaction", "xlink:href"].some((one) =>
        attributes.has(one),
      );
      return outside || ["link", "iframe", "object", "embed", "img", "form", "base"].includes(name);
    });

    expect(loading).toEqual([]);
    expect(
      tags.filter(({ name }) => name === "script").map(({ attributes }) => attributes.get("type")),
    ).toEqual(["application/json"]);
    expect(html).not.toMatch(/@import|url\((?!#)|\son[a-z]+=/);
    expect(html).toContain("default-src 'none'");
    expect(tags[0]?.attributes.get("lang")).toBe(language);
  });

  it.each(pages)(
    "[P32] in $language is well formed, with unique ids and links that lead somewhere",
    ({ html }) => {
      const tags = readMarkup(html);
      const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
      const targets = tags.flatMap(({ name, attributes }) => {
        const href = name === "a" ? attributes.get("href") : undefined;
        return href?.startsWith("#") === true ? [href.slice(1)] : [];
      });
      const labels = tags.flatMap(({ attributes }) => attributes.get("aria-labelledby")?.split(" ") ?? []);

      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(targets.length).toBeGreaterThan(40);
      expect([...targets, ...labels].filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  it.each(pages)("[P34] in $language has charts with names, values and a table behind each", ({ html }) => {
    const images = html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];

    expect(images).toHaveLength(4);
    for (const image of images) {
      expect(image).toMatch(
        /^<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">[^<]+<\/title><desc id="\2">[^<]+</,
      );
    }
    const after = html.split("</figure>").slice(1);
    for (const [index, image] of images.entries()) {
      const figures = [...image.matchAll(/data-figure="([^"]*)"/g)].map((match) => match[1] ?? "");
      const table = /<table[\s\S]*?<\/table>/.exec(after[index] ?? "")?.[0] ?? "";
      expect(figures.length).toBeGreaterThan(1);
      for (const figure of figures) expect(table).toContain(`data-figure="${figure}"`);
    }
  });

  it.each(pages)("[P35] in $language has tables with captions, scopes and runs", ({ html }) => {
    const blocks = html.split('<div class="block ').slice(1);

    expect(blocks.length).toBeGreaterThan(10);
    for (const block of blocks) {
      expect(block).toMatch(/<p class="caption" id="[^"]+">[^<]/);
      expect(block).not.toMatch(/<th(?! scope=)(?=[ >])/);
      const bound = /<table[\s\S]*?<\/table>/.exec(block)?.[0].includes("data-figure") === true;
      if (bound) expect(block).toMatch(/href="#run-/);
    }
  });

  it("[P36] links only to addresses of the web", () => {
    const html = renderHtml(sampleBrief("en"));

    expect(html).toContain('href="https://example.org/pact?a=1&amp;b=2"');
    expect(html).toContain("javascript:alert(1)");
    expect(html).not.toContain('href="javascript');
  });
});

describe("hostile text", () => {
  const plain = languages.map((language) =>
    shape(readMarkup(renderHtml(sampleBrief(language, withTexts(sampleStudy, "x"))))),
  );

  it.each(hostileTexts)("[P31] stays text: %j", (text) => {
    languages.forEach((language, index) => {
      const html = renderHtml(sampleBrief(language, withTexts(sampleStudy, text)));

      expect(shape(readMarkup(html))).toEqual(plain[index]);
      expect(html.match(/id="shikumi-brief">/g)).toHaveLength(1);
      expect(html.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    });
  });

  it("[P31] is read back as it was written", () => {
    for (const text of ["a < b & c > \"d\" 'e'", "&amp;lt;", "62\u00a0%"]) {
      expect(unescapeHtml(escapeHtml(text))).toBe(text);
    }
  });
});
