import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeEdition, type Edition } from "@shikumi/assessment/edition";
import { describe, expect, it } from "vitest";
import { builtSite, harbourAid, run, temporaryFolder } from "../run-command.ts";

const few = ["--futures", "1", "--replications", "1", "--threads", "1", "--package", "baseline"];

function editionIn(folder: string): Edition {
  return decodeEdition(readFileSync(join(folder, "edition.json"), "utf8"));
}

/** The study with one of its texts changed. */
function changedStudy(file: string, from: string, to: string): string {
  const folder = join(temporaryFolder(), "study");
  cpSync(harbourAid, folder, { recursive: true, filter: (path) => !path.includes("test") });
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  return folder;
}

describe("publish", () => {
  it("[PB1] writes the edition with the results of assess, and says how large and how to serve it", async () => {
    const cwd = temporaryFolder();
    const env = builtSite();
    const { code, out } = await run(["publish", harbourAid, "--out", "site", ...few], { cwd, env });
    const assessed = await run(["assess", harbourAid, "--json", ...few]);

    expect(code).toBe(0);
    expect(out).toMatch(/Published to site: 5 files, .* MB/);
    expect(out).toContain("python3 -m http.server");
    expect(readdirSync(join(cwd, "site")).sort()).toEqual([
      "assets",
      "edition.json",
      "index.html",
      "results.en.html",
      "results.ja.html",
    ]);
    const edition = editionIn(join(cwd, "site"));
    expect(JSON.parse(JSON.stringify(edition.assessment))).toEqual(JSON.parse(assessed.out).data);
  });

  it("[PB1] says in JSON what it wrote, and that the pages are not built", async () => {
    const cwd = temporaryFolder();
    const words = ["publish", harbourAid, "--out", "site", "--json", ...few];
    const { out } = await run(words, { cwd, env: builtSite() });
    const unbuilt = await run(words, { cwd, env: { SHIKUMI_SITE: "nowhere" } });

    expect(JSON.parse(out).data).toMatchObject({ written: "site", files: 5 });
    expect(unbuilt.code).toBe(2);
    expect(JSON.parse(unbuilt.out).diagnostics[0].code).toBe("site-not-built");
  });

  it("[PB2] takes results made before, with the same bits", async () => {
    const cwd = temporaryFolder();
    const env = builtSite();
    await run(["assess", harbourAid, "--out", "results.json", ...few], { cwd });
    const words = ["publish", harbourAid, "--out"];
    const given = await run([...words, "given", "--assessment", "results.json"], { cwd, env });
    await run([...words, "made", ...few], { cwd, env });

    expect(given.code).toBe(0);
    expect(editionIn(join(cwd, "given")).assessment).toEqual(editionIn(join(cwd, "made")).assessment);
    expect(editionIn(join(cwd, "given")).plan).toMatchObject({ futures: 1, replications: 1 });
  });

  it("[PB2] refuses results of another study, and files that hold none", async () => {
    const cwd = temporaryFolder();
    const env = builtSite();
    const other = changedStudy("study.yaml", "seed: 11", "seed: 12");
    await run(["assess", other, "--out", "other.json", ...few], { cwd });
    writeFileSync(join(cwd, "none.json"), "{}");

    for (const [file, said] of [
      ["other.json", "made from another study"],
      ["none.json", "holds no assessment"],
      ["missing.json", "holds no assessment"],
    ] as const) {
      const { code, err } = await run(["publish", harbourAid, "--out", "site", "--assessment", file], {
        cwd,
        env,
      });
      expect([file, code]).toEqual([file, 2]);
      expect(err).toContain(said);
    }
    expect(existsSync(join(cwd, "site"))).toBe(false);
  });

  it("[PB3] refuses what is marked above the audience, with its place, and writes nothing", async () => {
    const cwd = temporaryFolder();
    const env = builtSite();
    const study = changedStudy("actors.yaml", "  OS-FIRE: {", "  OS-FIRE: {marking: amber, ");
    const words = ["publish", study, "--out", "site", ...few];
    const refused = await run(words, { cwd, env });
    const japanese = await run([...words, "--audience", "green", "--lang", "ja"], { cwd, env });
    expect(existsSync(join(cwd, "site"))).toBe(false);
    const allowed = await run([...words, "--audience", "amber"], { cwd, env });

    expect([refused.code, japanese.code, allowed.code]).toEqual([2, 2, 0]);
    expect(refused.err).toMatch(/actors\.yaml:16:3.*above-audience/);
    expect(refused.err).toContain('"OS-FIRE" is marked TLP:amber');
    expect(japanese.err).toContain("TLP:green を超え");
  });

  it("[PB3] writes over nothing but an edition", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "site"));
    writeFileSync(join(cwd, "site/mine.txt"), "mine");
    const { code, err } = await run(["publish", harbourAid, "--out", "site", ...few], {
      cwd,
      env: builtSite(),
    });

    expect(code).toBe(2);
    expect(err).toContain("no published edition");
    expect(readdirSync(join(cwd, "site"))).toEqual(["mine.txt"]);
  });
});

interface Opened {
  readonly address: string;
  readonly said: () => string;
  edition(): Promise<Edition>;
  stop(): Promise<number>;
}

async function opened(study: string, words: readonly string[] = few): Promise<Opened> {
  const stop = new AbortController();
  let said = "";
  const done = run(["open", study, ...words], {
    env: builtSite(),
    signal: stop.signal,
    out: (text) => {
      said += text;
    },
  });
  await expect.poll(() => said, { timeout: 10_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/\n/);
  const address = said.split("\n")[0] ?? "";
  return {
    address,
    said: () => said,
    edition: async () => decodeEdition(await (await fetch(`${address}edition.json`)).text()),
    stop: async () => {
      stop.abort();
      return (await done).code;
    },
  };
}

describe("open", () => {
  it("[PB4, PB5] prints the address, shows results, and ends clean", async () => {
    const { address, edition, said, stop } = await opened(harbourAid);

    expect((await edition()).assessment?.baseline.domains.length).toBeGreaterThan(0);
    await expect.poll(said, { timeout: 20_000 }).toContain("Results are there (1 × 1)");
    expect(await (await fetch(address)).text()).toContain("shikumi-events");
    expect(await stop()).toBe(0);
    expect(said()).toContain("Closed.");
    await expect(fetch(address)).rejects.toThrow();
  });

  it("[PB4] shows errors when a file with errors is saved, and results when they are mended", async () => {
    const study = changedStudy("study.yaml", "seed: 11", "seed: 12");
    const path = join(study, "study.yaml");
    const { edition, stop, said } = await opened(study);
    await expect.poll(said, { timeout: 20_000 }).toContain("Results are there");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("horizon:", "horizom:"));
    await expect.poll(async () => (await edition()).study, { timeout: 20_000 }).toBeUndefined();
    expect((await edition()).diagnostics.map(({ severity }) => severity)).toContain("error");
    writeFileSync(path, text.replace("seed: 12", "seed: 13"));
    await expect.poll(async () => (await edition()).study?.charter.seed, { timeout: 20_000 }).toBe(13);

    expect(await stop()).toBe(0);
  });

  it("[PB4] refuses what the study does not have before it serves anything", async () => {
    const { code, out, err } = await run(["open", harbourAid, "--package", "nothing"], { env: builtSite() });

    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain('no package "nothing"');
  });

  it("[PB5] ends while it computes", async () => {
    const { stop } = await opened(harbourAid, ["--futures", "5000", "--threads", "1"]);

    expect(await stop()).toBe(0);
  });
});
