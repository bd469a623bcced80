import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeEdition } from "@shikumi/assessment/edition";
import { messageFor } from "@shikumi/core/diagnostic";
import { parseStudy } from "@shikumi/model";
import { beforeAll, describe, expect, it } from "vitest";
import { WorkbenchError } from "../../src/index.ts";
import {
  aboveAudience,
  type PublishedStudy,
  publishMessages,
  publishStudy,
  readSiteAssets,
  resultsHtml,
} from "../../src/publish/index.ts";
import { temporaryFolders } from "../temporary-folder.ts";
import { harbourFiles, published, smallAssets } from "./small-site.ts";

const folder = temporaryFolders();
let harbour: PublishedStudy;
beforeAll(async () => {
  harbour = published(await harbourFiles());
});

describe("the audience", () => {
  it("[B12] refuses what is marked above it, at its place, and nothing else", async () => {
    const files = (await harbourFiles()).map(({ path, text }) => ({
      path,
      text: text.replace("  OS-FIRE: {", "  OS-FIRE: {marking: amber, "),
    }));
    const { study } = parseStudy(files);
    if (study === undefined) throw new TypeError("the study has errors");
    const [found, ...rest] = aboveAudience(study, "green");

    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      code: "above-audience",
      severity: "error",
      args: { id: "OS-FIRE", marking: "amber", audience: "green" },
    });
    expect(files.find(({ path }) => path === found?.span.file)?.text.slice(found?.span.start)).toMatch(
      /^OS-FIRE/,
    );
    expect(aboveAudience(study, "amber")).toEqual([]);
    for (const language of ["en", "ja"] as const)
      expect(messageFor("above-audience", found?.args ?? {}, publishMessages[language]).text).toContain(
        "TLP:amber",
      );
  });
});

describe("the page of results", () => {
  it("[B13] has the main results in both languages, without style, script or image", () => {
    const html = resultsHtml(harbour);

    expect(html).toContain('<section lang="ja">');
    expect(html).toContain('<section lang="en">');
    expect(html).toContain(harbour.study?.charter.title.en);
    expect(html).toMatch(/<td>\d+\S*%/);
    expect(html).not.toMatch(/<(?:script|style|img|svg|iframe)|style=|on\w+=/i);
    for (const [, tag = ""] of html.matchAll(/<([a-z0-9]+)[ >]/g))
      expect(html.split(`<${tag}`).length).toBeGreaterThan(1);
    const opened = [...html.matchAll(/<([a-z0-9]+)[ >]/g)].length;
    expect([...html.matchAll(/<\/[a-z0-9]+>/g)].length).toBe(opened);
  });

  it("[B13] escapes every text of the study", async () => {
    const files = (await harbourFiles()).map(({ path, text }) => ({
      path,
      text: text.replaceAll("Harbour festival", "<img src=x onerror=alert(1)> & 'x' \\\"y\\\""),
    }));
    const spoilt = published(
      files.map(({ path, text }) => ({
        path,
        text: text.replaceAll(/name: \{ja: ([^,{}]+), en: ([^,{}]+)\}/g, 'name: {ja: "<b>$1", en: "<b>$2"}'),
      })),
    );
    const html = resultsHtml(spoilt);

    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<b>");
  });
});

describe("publishing", () => {
  it("[B14] writes the built site, the edition, the page and the documents", async () => {
    const out = join(folder(), "deep/site");
    const { files, bytes, bytesWithoutFonts } = await publishStudy(harbour, smallAssets(), out);

    expect(files.map(({ path }) => path)).toEqual([
      "assets/a.js",
      "assets/a.woff2",
      "edition.json",
      "index.html",
      "results.en.html",
      "results.ja.html",
    ]);
    expect(bytes - bytesWithoutFonts).toBe(100);
    const edition = decodeEdition(readFileSync(join(out, "edition.json"), "utf8"));
    expect(edition.assessment).toEqual(harbour.assessment);
    expect(edition.files).toEqual(harbour.files);
    expect(edition.generatedFrom.digest).toBe(harbour.study?.digest);
    const page = readFileSync(join(out, "index.html"), "utf8");
    expect(page).toContain("<title>Mutual aid of three harbour towns</title>");
    expect(page).toContain('<script type="module" src="./assets/a.js"></script>');
    expect(page).not.toContain("shikumi-events");
    expect(readFileSync(join(out, "results.ja.html"), "utf8")).toContain('<html lang="ja">');
  });

  it("[B14] replaces an edition published before, whole", async () => {
    const out = join(folder(), "site");
    await publishStudy(harbour, smallAssets(), out);
    writeFileSync(join(out, "assets/old.js"), "");
    await publishStudy(harbour, smallAssets(), out);

    expect(readdirSync(join(out, "assets"))).toEqual(["a.js", "a.woff2"]);
    expect(readdirSync(join(out, ".."))).toEqual(["site"]);
  });

  it("[B14] leaves a folder with anything else alone, and takes an empty one", async () => {
    const root = folder();
    mkdirSync(join(root, "mine"));
    mkdirSync(join(root, "empty"));
    writeFileSync(join(root, "mine/index.html"), "mine");
    writeFileSync(join(root, "file"), "mine");

    for (const name of ["mine", "file"])
      await expect(publishStudy(harbour, smallAssets(), join(root, name))).rejects.toMatchObject({
        code: "not-a-site",
      });
    await publishStudy(harbour, smallAssets(), join(root, "empty"));

    expect(readFileSync(join(root, "mine/index.html"), "utf8")).toBe("mine");
    expect(readdirSync(root).sort()).toEqual(["empty", "file", "mine"]);
  });

  it("[B14] leaves nothing where it was interrupted or the results are of another study", async () => {
    const root = folder();
    const out = join(root, "site");
    const stop = new AbortController();
    stop.abort();

    await expect(publishStudy(harbour, smallAssets(), out, { signal: stop.signal })).rejects.toBeInstanceOf(
      WorkbenchError,
    );
    const strange = { ...harbour, assessment: harbour.assessment };
    const other = { ...strange, study: harbour.study && { ...harbour.study, digest: "0" } };
    await expect(publishStudy(other, smallAssets(), out)).rejects.toBeInstanceOf(RangeError);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(root)).toEqual([]);
  });

  it("[B14] says that the site was not built, or has no place for results", async () => {
    await expect(readSiteAssets(join(folder(), "none"))).rejects.toMatchObject({ code: "site-not-built" });
    const bare = new Map([["index.html", new TextEncoder().encode("<title>Shikumi</title>")]]);
    await expect(publishStudy(harbour, bare, join(folder(), "site"))).rejects.toMatchObject({
      code: "unreadable",
    });
  });
});
