import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exploreEn } from "../../src/messages/explore/en.ts";
import { exploreJa } from "../../src/messages/explore/ja.ts";
import { harbourAid, run, temporaryFolder } from "../run-command.ts";

const few = ["--futures", "32", "--replications", "1", "--packages", "both,steel", "--threads", "1"];

describe("explore", () => {
  it.each(["en", "ja"])("[I24] in %s ends with a page in words, and computes nothing twice", async (lang) => {
    const out = join(temporaryFolder(), "runs");
    const words = ["explore", harbourAid, ...few, "--out", out, "--lang", lang];

    const first = await run(words);
    const again = await run(words);

    expect(first.code).toBe(0);
    expect(first.out).toContain(lang === "ja" ? "首位" : "comes first");
    expect(first.out).toContain(lang === "ja" ? "確率ではありません" : "no probabilities");
    expect(first.out).not.toMatch(/undefined|NaN|\{[a-z]/);
    expect(again.out).toContain(lang === "ja" ? "使い回したラン 96" : "96 reused");
    expect(first.err).toContain("96/96");
    const page = (text: string): string => text.split("\n").slice(3).join("\n");
    expect(page(again.out)).toBe(page(first.out));
  });

  it("[I24] writes the page in both languages beside the runs, the same each time", async () => {
    const out = join(temporaryFolder(), "runs");
    const names = ["ja.html", "en.html", "ja.md", "en.md"].map((end) => `exploration.${end}`);
    const pages = (): readonly string[] => names.map((name) => readFileSync(join(out, name), "utf8"));

    const { out: text } = await run(["explore", harbourAid, ...few, "--out", out, "--lang", "en"]);
    const first = pages();
    await run(["explore", harbourAid, ...few, "--out", out, "--lang", "ja"]);
    const listed = await run(["runs", "list", "--out", out, "--lang", "en"]);

    for (const name of names) expect(text).toContain(name);
    expect(first[0]).toContain('<html lang="ja">');
    expect(first[1]).toContain("Present arrangement");
    expect(first[3]).toContain("# Mutual aid of three harbour towns");
    expect(pages()).toEqual(first);
    expect(listed.out).toContain("harbour-aid-32x1");
    expect(text).not.toMatch(/^(baseline|both|steel) /m);
  });

  it("[I24] gives the findings as one value, and refuses what the study does not have", async () => {
    const out = join(temporaryFolder(), "runs");

    const { out: text } = await run(["explore", harbourAid, ...few, "--out", out, "--json"]);
    const unknown = await run(["explore", harbourAid, "--packages", "steal", "--out", out]);
    const width = await run(["explore", harbourAid, "--until-width", "narrow", "--out", out]);

    expect(JSON.parse(text).data).toMatchObject({
      computed: 96,
      stopped: "all",
      exploration: { format: "shikumi-exploration-1", runs: { all: 96, complete: 96 } },
    });
    expect([unknown.code, width.code]).toEqual([2, 2]);
    expect(unknown.err).toContain("Did you mean steel?");
    expect(width.err).toContain("narrow");
  });

  it("[I24] tells where the choice switches when asked", async () => {
    const out = join(temporaryFolder(), "runs");

    const { out: text } = await run(["explore", harbourAid, ...few, "--out", out, "--switching"]);

    expect(text).toContain("Channel silted (median 0): Both stays better than Steel only from 0 to 1.");
  });

  it("[I24] stops when interrupted and says so", async () => {
    const out = join(temporaryFolder(), "runs");

    const { code } = await run(["explore", harbourAid, ...few, "--out", out], {
      signal: AbortSignal.abort(),
    });

    expect(code).toBe(130);
  });
});

describe("runs", () => {
  it("[I25] lists, shows, compares, exports and removes explorations", async () => {
    const cwd = temporaryFolder();
    await run(["explore", harbourAid, ...few], { cwd });
    const [{ id }] = JSON.parse((await run(["runs", "list", "--json"], { cwd })).out).data;

    const shown = await run(["runs", "show", id], { cwd });
    const compared = await run(["runs", "compare", id, id], { cwd });
    const exported = await run(["runs", "export", id, "runs.csv"], { cwd });
    const removed = await run(["runs", "remove", id], { cwd });
    const left = await run(["runs", "list"], { cwd });

    expect(shown.out).toContain("uncertainty/fire-rate");
    expect(compared.out).toContain("6 parts");
    expect(exported.out).toContain("96 runs");
    expect(readFileSync(join(cwd, "runs.csv"), "utf8").split("\r\n")).toHaveLength(98);
    expect(removed.out).toContain("6 parts");
    expect(left.out).toContain("no explorations");
  });

  it("[I25] says what is missing", async () => {
    const cwd = temporaryFolder();

    const nothing = await run(["runs", "list"], { cwd });
    const unknown = await run(["runs", "shw", "x"], { cwd });
    const noId = await run(["runs", "show"], { cwd });

    expect([nothing.code, unknown.code, noId.code]).toEqual([2, 2, 2]);
    expect(nothing.err).toContain("no results");
    expect(unknown.err).toContain("Did you mean show?");
    expect(noId.err).toContain("ID is missing");
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});

describe("phrases of exploring", () => {
  it("[I3] have the same blanks in both languages", () => {
    const blanks = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/\{([a-zA-Z]+)/g)].map(([, name]) => name ?? ""))].sort();

    for (const key of Object.keys(exploreEn) as (keyof typeof exploreEn)[])
      expect([key, blanks(exploreJa[key])]).toEqual([key, blanks(exploreEn[key])]);
  });
});
