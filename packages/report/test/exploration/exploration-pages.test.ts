import { describe, expect, it } from "vitest";
import { explorationDocument } from "../../src/exploration/exploration-document.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { readMarkup, type Tag } from "../html/markup.ts";
import { hostileTexts, languages, withTexts } from "../sample/sample-briefs.ts";
import { sampleExploration } from "../sample/sample-exploration.ts";
import { sampleStudy } from "../sample/sample-study.ts";
import { unusualExplorations } from "../sample/unusual-explorations.ts";

const all = [sampleExploration, ...unusualExplorations];
const hostile = (text: string) =>
  withTexts(sampleExploration as never, text) as unknown as typeof sampleExploration;

function tagsOf(html: string): readonly Tag[] {
  return readMarkup(html.replace('id="shikumi-exploration-page"', 'id="shikumi-brief"'));
}

/** Elements, names of attributes and classes but for labels of charts, which take more or fewer lines. */
function shape(html: string): readonly string[] {
  return tagsOf(html)
    .filter(({ name, attributes }) => name !== "text" || attributes.has("data-figure"))
    .map(
      ({ name, attributes }) =>
        `${name} ${[...attributes.keys()].join(" ")} ${attributes.get("class") ?? ""}`,
    );
}

describe("the HTML of an exploration", () => {
  it("[Q20] needs nothing else, closes what it opens, and links to what exists", () => {
    for (const exploration of all) {
      for (const language of languages) {
        const html = renderHtml(explorationDocument(exploration, sampleStudy, language));
        const tags = tagsOf(html);
        const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
        const targets = tags.flatMap(({ name, attributes }) => {
          const href = name === "a" ? attributes.get("href") : undefined;
          return href?.startsWith("#") === true ? [href.slice(1)] : [];
        });
        const labels = tags.flatMap(({ attributes }) => attributes.get("aria-labelledby")?.split(" ") ?? []);

        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
        expect([...targets, ...labels].filter((id) => !ids.includes(id))).toEqual([]);
        const named = [
          ...[...html.matchAll(/<h2 id="[^"]*\.title">([^<]*)</g)].map(([, name]) => name),
          ...[...html.matchAll(/<p class="caption"[^>]*>([^<]*)</g)].map(([, name]) => name),
        ];
        expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
        expect(html.match(/<script/g)).toHaveLength(1);
        expect(html).not.toMatch(/@import|url\((?!#)|\son[a-z]+=|\ssrc=/);
      }
    }
  });

  it("[Q21] has every kind of plot, named and described, and a table of its figures after each", () => {
    const html = renderHtml(explorationDocument(sampleExploration, sampleStudy, "en"));
    const images = html.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    const after = html.split("</figure>").slice(1);

    expect(images.length).toBe(7);
    images.forEach((image, index) => {
      expect(image).toMatch(
        /^<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">[^<]+<\/title><desc id="\2">[^<]+</,
      );
      expect(image).not.toMatch(/NaN|Infinity|undefined/);
      const table = /<table[\s\S]*?<\/table>/.exec(after[index] ?? "")?.[0] ?? "";
      for (const [, figure] of image.matchAll(/data-figure="([^"]*)"/g))
        expect(table).toContain(`data-figure="${figure}"`);
      expect(table).toContain("<tbody");
    });
    for (const name of [
      "strand",
      "heat",
      "hit",
      "other",
      "box",
      "way",
      "told second",
      "bar weak",
      "range",
      "chance",
    ])
      expect(html).toContain(`class="${name}"`);
  });

  it("[Q21] shows each future of a plot once, those that fail by another shape", () => {
    const html = renderHtml(explorationDocument(sampleExploration, sampleStudy, "en"));
    const [image = ""] = (html.match(/<svg[\s\S]*?<\/svg>/g) ?? []).filter((one) =>
      one.includes('class="other"'),
    );
    const hits = sampleExploration.sample.packages[1]?.isHit.filter(Boolean).length ?? 0;

    // One more of each kind stands in the key.
    expect(image.match(/<path [^>]*class="hit"/g)).toHaveLength(hits + 1);
    expect(image.match(/<circle [^>]*class="other"/g)).toHaveLength(40 - hits + 1);
  });

  it("[Q21] keeps every mark of a plot within its picture, whatever the numbers", () => {
    for (const exploration of all) {
      const html = renderHtml(explorationDocument(exploration, sampleStudy, "en"));
      for (const image of html.match(/<svg[\s\S]*?<\/svg>/g) ?? []) {
        const [, height = "0"] = /viewBox="0 0 880 ([\d.]+)"/.exec(image) ?? [];
        for (const [, x, y] of image.matchAll(/c?x="(-?[\d.]+)" c?y="(-?[\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(-1);
          expect(Number(x)).toBeLessThanOrEqual(881);
          expect(Number(y)).toBeGreaterThanOrEqual(-1);
          expect(Number(y)).toBeLessThanOrEqual(Number(height) + 1);
        }
      }
    }
  });

  const plain = languages.map((language) =>
    shape(renderHtml(explorationDocument(hostile("x"), withTexts(sampleStudy, "x"), language))),
  );

  it.each(hostileTexts)("[Q22] keeps text of the study text: %j", (text) => {
    languages.forEach((language, index) => {
      const html = renderHtml(explorationDocument(hostile(text), withTexts(sampleStudy, text), language));

      expect(shape(html)).toEqual(plain[index]);
      expect(html.match(/id="shikumi-exploration-page">/g)).toHaveLength(1);
    });
  });

  it("[Q22] keeps the cause of a failure text", () => {
    const [cause] = hostileTexts;
    const causes = [{ cause: cause ?? "", count: 1 }];
    const html = renderHtml(
      explorationDocument(
        { ...sampleExploration, runs: { ...sampleExploration.runs, causes } },
        sampleStudy,
        "en",
      ),
    );

    expect(html).not.toContain("<script>alert");
  });
});

describe("the Markdown of an exploration", () => {
  it("[Q23] holds every section and table, with as many cells in each row as heads", () => {
    for (const exploration of all) {
      const document = explorationDocument(exploration, sampleStudy, "ja");
      const markdown = renderMarkdown(document).replace(/```json[\s\S]*/, "");

      expect(markdown.match(/^## /gm)).toHaveLength(document.sections.length + 1);
      for (const block of markdown.split("\n\n").filter((one) => one.startsWith("|"))) {
        const widths = block.split("\n").map((line) => line.replaceAll("\\|", "").split("|").length);
        expect(new Set(widths).size, block.slice(0, 80)).toBe(1);
      }
    }
  });

  it.each(hostileTexts)("[Q23] keeps text of the study from being markup: %j", (text) => {
    const markdown = renderMarkdown(explorationDocument(hostile(text), withTexts(sampleStudy, text), "en"));

    expect(markdown.match(/^```json/gm)).toHaveLength(1);
    expect(markdown.replace(/```json[\s\S]*/, "").replaceAll(/`[^`\n]*`/g, "")).not.toMatch(
      /<(?!https:)[a-z!/]|[^\\]!\[x\]\(/,
    );
  });
});

describe("the page of the sample exploration", () => {
  it.each(languages)("[Q1] in %s is as it was looked at", async (language) => {
    const document = explorationDocument(sampleExploration, sampleStudy, language);

    await expect(renderHtml(document)).toMatchFileSnapshot(`../golden/exploration.${language}.html`);
    await expect(renderMarkdown(document)).toMatchFileSnapshot(`../golden/exploration.${language}.md`);
  });
});
