import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { harbourAid, run, temporaryFolder } from "./run-command.ts";

const charter = "study: {title: {ja: 小, en: Small}, baseline: 2011-12-31, horizon: 1 yr}\n";
const aliases = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ..."bcdefghij".split("").map((name, index) => {
    const before = String.fromCharCode(97 + index);
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
  }),
].join("\n");

/** What may be in a file, and the code that says so. */
const files: readonly (readonly [string, string | Uint8Array, string])[] = [
  ["truncated YAML", `${charter}parties: {NORTH: {name: {ja: 北`, "yaml-syntax"],
  ["a wrong type", `${charter}parties: [NORTH]\n`, ""],
  [
    "a text where a number belongs",
    "study: {title: {ja: 小, en: Small}, baseline: 2011-12-31, horizon: 1 yr, seed: many}\n",
    "",
  ],
  ["an unknown key", `${charter}partys: {}\n`, ""],
  ["an unknown unit", charter.replace("1 yr", "1 fortnight"), "quantity-unknown-unit"],
  ["a negative quantity", charter.replace("1 yr", "-1 yr"), ""],
  ["a horizon beyond the clock", charter.replace("1 yr", "900 yr"), "horizon-too-long"],
  ["deep nesting", `${charter}parties: ${"[".repeat(5000)}${"]".repeat(5000)}\n`, ""],
  ["an alias bomb", `${charter}${aliases}\n`, ""],
  ["bytes that are not UTF-8", Uint8Array.from([0xff, 0xfe, 0x41, 0x00]), "not-utf8"],
  ["NUL bytes", `${charter}parties: {"\u0000": {}}\n`, ""],
  ["a prototype key", `${charter}parties: {__proto__: {name: {ja: 一, en: One}}}\n`, ""],
  ["nothing", "", ""],
  ["a lone comment", "# nothing here\n", ""],
  ["a list", "- study\n", ""],
  ["several documents", `${charter}---\nparties: {}\n`, ""],
  ["a huge file", `${charter}# ${"x".repeat(6_000_000)}\n`, ""],
  ["tabs", "study:\n\ttitle: x\n", ""],
  ["an unclosed quote", 'study: {title: "x\n', ""],
];

describe("a study's folder with", () => {
  it.each(files)("[I19] %s is a finding of check and stops assess", async (_, content, code) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "s"));
    writeFileSync(join(cwd, "s/study.yaml"), content);

    const checked = await run(["check", "s"], { cwd });
    const assessed = await run(["assess", "s", "--threads", "1"], { cwd });

    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/s\/study\.yaml:\d+:\d+ error/);
    if (code !== "") expect(checked.out).toContain(` ${code}\n`);
    expect(assessed.code).toBe(2);
    expect(assessed.err).toContain("cannot be used");
    for (const { out, err } of [checked, assessed])
      expect(out + err).not.toMatch(/\n\s+at .*:\d+:\d+\)?|undefined/);
  });

  it("[I19] no file at all says so instead of passing", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "s"));
    writeFileSync(join(cwd, "s/README.md"), "nothing");

    const { code, out } = await run(["check", "s"], { cwd });

    expect(code).toBe(1);
    expect(out).toContain("in 0 files");
  });

  it.each([
    ["a cycle of tasks", "task-cycle", "tasks: {a: {activity: x, after: b}, b: {activity: x, after: a}}", ""],
    [
      "a cascade that never dies out",
      "cascade-endless",
      "tasks: {a: {activity: x}}",
      "incidents: {i: {name: {ja: 事, en: I}, at: p, rate: 1 /yr, calls: m, causes: [{incident: i, chance: 1}, {incident: i, chance: 0.5}], assumption: true}}",
    ],
  ])("[I19] %s is the error %s", async (_, code, tasks, more) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "s"));
    writeFileSync(
      join(cwd, "s/study.yaml"),
      `${charter}missions: {m: {name: {ja: 任, en: M}, domain: D, ${tasks}}}\nplaces: {p: {name: {ja: 所, en: P}}}\n${more}\n`,
    );

    const checked = await run(["check", "s"], { cwd });
    const assessed = await run(["assess", "s", "--threads", "1"], { cwd });

    expect(checked.out).toContain(` error ${code}`);
    expect([checked.code, assessed.code]).toEqual([1, 2]);
  });

  it("[I19] the same id twice names both places", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "s"));
    writeFileSync(join(cwd, "s/a.yaml"), `${charter}parties: {N: {name: {ja: 北, en: N}}}\n`);
    writeFileSync(join(cwd, "s/b.yaml"), "parties: {N: {name: {ja: 北, en: N}}}\n");

    const { out } = await run(["check", "s"], { cwd });

    expect(out).toContain("s/b.yaml:1:11 error");
    expect(out).toContain("see s/a.yaml:2:11");
  });
});

describe("what is no study's folder", () => {
  it.each([
    ["a missing folder", "nowhere", "study-not-found"],
    ["a file", "file.yaml", "not-a-folder"],
    ["a folder below a file", "file.yaml/x", "not-a-folder"],
    ["a folder with a link out of it", "linked", "outside-folder"],
    ["a folder with a link to nothing", "dangling", "unreadable"],
  ])("[I19] %s (%s) is the operational error %s", async (_, path, code) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "file.yaml"), charter);
    for (const folder of ["linked", "dangling"]) mkdirSync(join(cwd, folder));
    symlinkSync(join(cwd, "file.yaml"), join(cwd, "linked/study.yaml"));
    symlinkSync(join(cwd, "none"), join(cwd, "dangling/study.yaml"));

    for (const command of ["check", "assess"]) {
      const told = await run([command, path], { cwd });
      const { out } = await run([command, path, "--json"], { cwd });
      expect([command, told.code]).toEqual([command, 2]);
      expect(told.err).toMatch(/^shikumi: .+\n {2}.+\n$/);
      expect(JSON.parse(out)).toMatchObject({ status: "failed", diagnostics: [{ code }] });
    }
  });

  it("[I19] an output that cannot be written is an operational error, and nothing is left", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "file"), "mine");

    for (const words of [
      ["schema", "--out", "file/schema.json"],
      ["init", "file/study"],
      [
        "brief",
        harbourAid,
        "--out",
        "file/brief",
        "--package",
        "baseline",
        "--futures",
        "1",
        "--replications",
        "1",
        "--threads",
        "1",
      ],
    ]) {
      const { code, err } = await run(words, { cwd });
      expect([words[0], code]).toEqual([words[0], 2]);
      expect(err).toContain("could not be written");
    }
    expect(readdirSync(cwd).sort()).toEqual(["file"]);
  });
});

describe("interruption", () => {
  it.each([0, 1, 5, 12])("[I20] after %i reports of progress leaves nothing", async (reports) => {
    const cwd = temporaryFolder();
    const interruption = new AbortController();
    let told = 0;
    const now = (): number => {
      if (told++ === reports) interruption.abort();
      return told * 1000;
    };
    const words = [
      "brief",
      harbourAid,
      "--out",
      "out",
      "--package",
      "baseline",
      "--futures",
      "6",
      "--replications",
      "1",
    ];

    const { code, err } = await run([...words, "--threads", "1"], { cwd, now, signal: interruption.signal });

    expect(code).toBe(130);
    expect(err).toContain("Interrupted.");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("[I20] keeps the brief of before", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "out"));
    writeFileSync(join(cwd, "out/brief.en.html"), "before");
    const interruption = new AbortController();
    interruption.abort();

    const words = ["brief", harbourAid, "--out", "out", "--package", "baseline", "--threads", "1"];
    const { code, out } = await run([...words, "--json"], { cwd, signal: interruption.signal });

    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject({ status: "interrupted", data: null });
    expect(readdirSync(join(cwd, "out"))).toEqual(["brief.en.html"]);
  });

  it("[I20] stops init before its folder appears", async () => {
    const cwd = temporaryFolder();
    const interruption = new AbortController();
    interruption.abort();

    const { code } = await run(["init", "s"], { cwd, signal: interruption.signal });

    expect(code).toBe(130);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
