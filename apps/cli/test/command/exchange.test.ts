import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { harbourAid, run, temporaryFolder } from "../run-command.ts";

/** A folder with a copy of the small study. */
function copied(): string {
  const cwd = temporaryFolder();
  cpSync(harbourAid, join(cwd, "s"), { recursive: true });
  return cwd;
}

const text = (cwd: string, path: string): string => readFileSync(join(cwd, path), "utf8");

/** Everything in a folder, by path. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

const bib = "@report{new-one,\n  title = {New},\n  year = {2011},\n}\n";

describe("shikumi import", () => {
  it("[I40] adds, changes and keeps, and says so with what was lost", async () => {
    const cwd = copied();
    writeFileSync(
      join(cwd, "lib.bib"),
      `${bib}@misc{acts, title = {Acts of both countries}, keywords = {a}, number = 3}\n`,
    );

    const first = await run(["import", "sources", "lib.bib", "--into", "s"], { cwd });
    const second = await run(["import", "sources", "lib.bib", "--into", "s"], { cwd });
    const checked = await run(["check", "s"], { cwd });

    expect(first.out).toContain(
      "lib.bib: 2 entries read; 1 added, 1 changed, 0 as they were. Wrote 2 files.",
    );
    expect(first.out).toContain("added to sources/lib.yaml: new-one");
    expect(first.out).toContain("changed in sources.yaml: acts");
    expect(first.out).toContain('lib.bib:5\n    The field "keywords" was not carried over.');
    expect(second.out).toContain("0 added, 0 changed, 2 as they were. Wrote 0 files.");
    expect([first.code, second.code, checked.code]).toEqual([1, 1, 0]);
    expect(text(cwd, "s/sources/lib.yaml")).toContain('new-one: {type: report, title: New, issued: "2011"}');
  });

  it("[I40] tells the same as JSON and in Japanese, and writes nothing in a dry run", async () => {
    const cwd = copied();
    writeFileSync(join(cwd, "lib.bib"), bib);
    const before = contents(join(cwd, "s"));

    const json = await run(["import", "sources", "lib.bib", "--into", "s", "--dry-run", "--json"], { cwd });
    const ja = await run(["import", "sources", "lib.bib", "--into", "s", "--dry-run", "--lang", "ja"], {
      cwd,
    });

    expect(JSON.parse(json.out)).toMatchObject({
      command: "import",
      status: "clean",
      data: {
        read: 1,
        added: 1,
        changed: 0,
        dryRun: true,
        files: ["sources/lib.yaml"],
        remarks: [{ code: "without-reliability", kind: "defect", at: { file: "lib.bib", line: 1 } }],
      },
    });
    expect(ja.out).toContain("1 件を読みました");
    expect(contents(join(cwd, "s"))).toEqual(before);
  });

  it("[I41] writes nothing where the file is refused or the study would break, and says why", async () => {
    const cwd = copied();
    writeFileSync(join(cwd, "sjis.csv"), Uint8Array.of(0x8a, 0x43, 0x91, 0xaf));
    writeFileSync(join(cwd, "bad.csv"), "id,of,what,quantity,at\nx,OS-NAVY,helicopter,2 t,osthaven\n");
    const before = contents(join(cwd, "s"));

    const sjis = await run(["import", "holdings", "sjis.csv", "--into", "s"], { cwd });
    const bad = await run(["import", "holdings", "bad.csv", "--into", "s"], { cwd });
    const json = await run(["import", "holdings", "sjis.csv", "--into", "s", "--json"], { cwd });

    expect([sjis.code, bad.code, json.code]).toEqual([2, 2, 2]);
    expect(sjis.err).toContain("it may be in Shift_JIS");
    expect(bad.err).toContain("s/holdings/bad.yaml:4");
    expect(bad.err).toContain("bad.csv was not imported into s; nothing was written.");
    expect(JSON.parse(json.out)).toMatchObject({
      status: "failed",
      diagnostics: [{ code: "not-utf8" }, { code: "import-refused" }],
    });
    expect(contents(join(cwd, "s"))).toEqual(before);
  });

  it("[I41] lets nothing in a file steer the terminal", async () => {
    const cwd = copied();
    writeFileSync(join(cwd, "m.csv"), "Task,OS-NAVY,OS-FIRE\nfight-fire.sound,S,\n\u001b[31mred\u202e,L,S\n");

    const { out, err } = await run(["import", "matrix", "m.csv", "--into", "s"], { cwd });

    expect(out + err).toContain("red");
    for (const sign of ["\u001b", "\u202e"]) expect(out + err).not.toContain(sign);
  });

  it("[I41] names what is missing on the command line", async () => {
    const cwd = copied();

    const kind = await run(["import", "source", "x", "--into", "s"], { cwd });
    const into = await run(["import", "sources", "x"], { cwd });
    const none = await run(["import", "sources", "x", "--into", "s"], { cwd });

    expect([kind.code, into.code, none.code]).toEqual([2, 2, 2]);
    expect(kind.err).toContain("Did you mean sources?");
    expect(into.err).toContain("--into STUDY is missing");
    expect(none.err).toContain("x could not be read");
  });
});

describe("shikumi export", () => {
  it.each([
    ["matrix", "xlsx"],
    ["matrix", "csv"],
    ["holdings", "xlsx"],
    ["holdings", "csv"],
    ["sources", "csl"],
    ["sources", "bibtex"],
    ["sources", "ris"],
    ["3w", "xlsx"],
    ["3w", "csv"],
    ["stix", "json"],
  ])("[I42] writes %s as %s, which comes back without a change", async (what, format) => {
    const cwd = copied();
    const file = `out/x.${{ csl: "json", bibtex: "bib" }[format] ?? format}`;
    const before = contents(join(cwd, "s"));

    const exported = await run(["export", "s", "--what", what, "--format", format, "--out", file], { cwd });
    const imported = await run(["import", what, file, "--into", "s"], { cwd });

    expect([exported.code, exported.err]).toEqual([0, ""]);
    expect(imported.out).toMatch(/0 added, 0 changed, \d+ as they were/);
    expect(contents(join(cwd, "s"))).toEqual(before);
  });

  it("[I42] shows the shares of an assessment of the same study", async () => {
    const cwd = copied();
    const plan = ["--package", "baseline", "--futures", "1", "--replications", "1", "--threads", "1"];
    await run(["assess", "s", ...plan, "--out", "a.json"], { cwd });

    const shares = await run(
      ["export", "s", "--what", "matrix", "--format", "csv", "--assessment", "a.json", "--out", "m.csv"],
      { cwd },
    );
    const back = await run(["import", "matrix", "m.csv", "--into", "s"], { cwd });

    expect([shares.code, back.code]).toEqual([0, 0]);
    expect(text(cwd, "m.csv")).toMatch(/,LA? [01]/);
    expect(back.out).toContain("0 added, 0 changed");
  });

  it("[I42] names a format that something does not have, and what is missing", async () => {
    const cwd = copied();

    const format = await run(["export", "s", "--what", "stix", "--format", "csv", "--out", "x"], { cwd });
    const what = await run(["export", "s", "--out", "x"], { cwd });

    expect([format.code, what.code]).toEqual([2, 2]);
    expect(format.err).toContain("stix is not exported as csv.");
    expect(what.err).toContain("--what is missing");
  });
});
