import { describe, expect, it } from "vitest";
import { commands } from "../src/command/commands.ts";
import { rootOptions, sessionOptions } from "../src/command-line/option.ts";
import { phrases, speaker } from "../src/messages/index.ts";
import { failureOf } from "../src/output/failure.ts";
import { builtSite, harbourAid, run, temporaryFolder } from "./run-command.ts";

const languages = ["en", "ja"] as const;

describe("exit codes", () => {
  it("[I1] are 0 for clean, 1 for findings, 2 for what could not run", async () => {
    const clean = await run(["check", harbourAid]);
    const findings = await run(["explain", harbourAid, "--may", "OS-FIRE", "survey"]);
    const failed = await run(["check", `${harbourAid}/nowhere`]);

    expect([clean.code, findings.code, failed.code]).toEqual([0, 1, 2]);
  });

  it("[I1] are 2 for no command at all, with the reason on standard error", async () => {
    const { code, out, err } = await run([]);

    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("COMMAND is missing");
  });
});

describe("--json", () => {
  const calls: readonly (readonly [string, readonly string[], string])[] = [
    ["check", ["check", harbourAid], "clean"],
    [
      "assess",
      [
        "assess",
        harbourAid,
        "--package",
        "baseline",
        "--futures",
        "1",
        "--replications",
        "1",
        "--threads",
        "1",
      ],
      "clean",
    ],
    ["explain", ["explain", harbourAid, "AID-TREATY"], "clean"],
    ["explain", ["explain", harbourAid, "--may", "OS-FIRE", "survey"], "findings"],
    ["schema", ["schema"], "clean"],
    ["check", ["check", "no-such-folder"], "failed"],
    ["check", ["check"], "failed"],
  ];

  it.each(calls)(
    "[I2] of %s %j is one envelope with status %s and nothing else",
    async (command, words, status) => {
      const { out } = await run([...words, "--json"]);
      const envelope = JSON.parse(out) as Record<string, unknown>;

      expect(Object.keys(envelope)).toEqual(["format", "command", "status", "data", "diagnostics"]);
      expect(envelope).toMatchObject({ format: "shikumi-cli-1", command, status });
      expect(out).not.toContain("\u001b");
    },
  );

  it("[I2] gives a reason with a code where the command is not known", async () => {
    const { code, out, err } = await run(["chekc", harbourAid, "--json"]);

    expect(code).toBe(2);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      command: null,
      status: "failed",
      data: null,
      diagnostics: [{ code: "unknown-command", severity: "error" }],
    });
  });

  it("[I2] holds the counts of a study under data.counts", async () => {
    const { out } = await run(["check", harbourAid, "--json"]);
    const { data } = JSON.parse(out) as { data: { counts: { assumptions: number; sources: { A: number } } } };

    expect(data.counts.assumptions).toBeGreaterThan(100);
    expect(data.counts.sources.A).toBe(1);
  });
});

describe("languages", () => {
  it("[I3] have the same keys with the same blanks", () => {
    const blanks = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{([a-z]+)/g)].map(([, name]) => name ?? ""))].sort();

    expect(Object.keys(phrases.ja)).toEqual(Object.keys(phrases.en));
    for (const key of Object.keys(phrases.en) as (keyof typeof phrases.en)[])
      expect([key, blanks(phrases.ja[key])]).toEqual([key, blanks(phrases.en[key])]);
  });

  it.each([
    [{ LANG: "ja_JP.UTF-8" }, [], "使い方"],
    [{ LANG: "de_DE.UTF-8" }, [], "Usage"],
    [{ LC_ALL: "", LANG: "ja" }, [], "使い方"],
    [{ LC_ALL: "en_US", LANG: "ja" }, [], "Usage"],
    [{ LANG: "ja" }, ["--lang", "en"], "Usage"],
    [{}, ["--lang=ja"], "使い方"],
  ] as const)("[I3] come from %j and %j", async (env, words, said) => {
    const { out } = await run(["--help", ...words], { env });

    expect(out).toContain(said);
  });

  it("[I3] hold for errors of the command line too", async () => {
    const { err } = await run(["chekc", "--lang", "ja"]);

    expect(err).toContain("「chekc」というコマンドはありません。");
    expect(err).toContain("check のことですか。");
  });
});

describe("help", () => {
  it.each(languages)("[I4] in %s shows every command and every option", async (language) => {
    const root = await run(["--help", "--lang", language]);

    for (const { name } of rootOptions) expect(root.out).toContain(`--${name}`);
    for (const command of commands) {
      const { out, code } = await run([command.name, "--help", "--lang", language]);
      expect(root.out).toContain(`  ${command.name} `);
      expect(code).toBe(0);
      for (const { name } of [...command.options, ...sessionOptions]) expect(out).toContain(`--${name}`);
      for (const example of command.examples) expect(out).toContain(example);
      expect(out).not.toMatch(/undefined|\{[a-z]/);
    }
  });

  it("[I4] gives examples that run on the study that init writes", async () => {
    const cwd = temporaryFolder();
    const env = builtSite();
    await run(["init", "my-study"], { cwd });

    for (const { name, examples } of commands) {
      if (name === "init") continue;
      for (const example of examples) {
        const small =
          name === "brief" && example.includes("--out") ? ["--futures", "1", "--replications", "1"] : [];
        const isAssessing = ["assess", "publish", "open"].includes(name);
        const light = isAssessing ? ["--futures", "1", "--replications", "1"] : small;
        const threads = isAssessing || name === "brief" ? ["--threads", "1"] : [];
        const signal = name === "open" ? AbortSignal.timeout(500) : new AbortController().signal;
        const words = [...example.split(" ").slice(1), ...light, ...threads];
        const { code, err } = await run(words, { cwd, env, signal });
        expect([example, code === 2 ? err : ""]).toEqual([example, ""]);
      }
    }
  });
});

describe("the command line", () => {
  it.each([
    [["chekc", "x"], "Did you mean check?"],
    [["check", "x", "--strct"], "Did you mean --strict?"],
    [["assess", "x", "--futures"], "--futures needs a value (N)"],
    [["assess", "x", "--futures", "--threads", "2"], "--futures needs a value (N)"],
    [["assess", "x", "--futures", "0"], "from 1 on"],
    [["assess", "x", "--futures", "-3"], "from 1 on"],
    [["assess", "x", "--seed", "1.5"], "from 0 on"],
    [["check", "x", "--strict=yes"], "takes no value"],
    [["check", "x", "--lang", "fr"], "one of ja, en"],
    [["check"], "STUDY is missing"],
    [["check", "x", "y"], "one word too many"],
    [["check", "x", "-s"], "no option -s"],
    [["explain", harbourAid, "AID-TRETY"], "Did you mean AID-TREATY?"],
    [["explain", harbourAid, "--may", "OS-FIER", "survey"], "Did you mean OS-FIRE?"],
    [["explain", harbourAid, "--may", "OS-FIRE", "surveys"], "Did you mean survey?"],
    [["explain", harbourAid, "--may", "OS-FIRE", "survey", "--at", "akura"], "Did you mean akaura?"],
    [["explain", harbourAid, "--may", "OS-FIRE", "survey", "--for", "people"], "no beneficiary"],
    [["explain", harbourAid, "--may", "OS-FIRE", "survey", "--situation", "fire"], "no situation"],
    [["explain", harbourAid, "--may", "OS-FIRE", "survey", "--date", "2012-02-30"], "no date"],
    [["explain", harbourAid, "--may", "OS-FIRE", "survey", "--fact", "wind"], "NAME=VALUE"],
    [["explain", harbourAid, "--may", "OS-FIRE", "survey", "--since", "3 apples"], "no duration"],
    [["explain", harbourAid, "--may", "OS-FIRE"], "ACTIVITY is missing"],
    [["explain", harbourAid], "ID is missing"],
    [["explain", harbourAid, "--late", "contain"], "Did you mean fight-fire.contain?"],
    [["explain", harbourAid, "--late", "fight-fire.contain", "--incident", "999"], "no incident no. 999"],
    [["explain", harbourAid, "--late", "fight-fire.contain", "--package", "papr"], "Did you mean paper?"],
    [["assess", harbourAid, "--package", "papr"], "Did you mean paper?"],
    [["brief", harbourAid], "--out DIR is missing"],
  ])("[I5] %j says: %s", async (words, said) => {
    const { code, out, err } = await run(words);

    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(said);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("unexpected errors", () => {
  it("[I6] are one line without a stack", () => {
    const { code, text, help } = failureOf(new TypeError("first line\nsecond line"), speaker("en"));

    expect(code).toBe("unexpected");
    expect(text).toBe("Something unexpected went wrong: first line");
    expect(help).toContain("SHIKUMI_DEBUG=1");
  });

  it.each([
    [{}, false],
    [{ SHIKUMI_DEBUG: "1" }, true],
  ])("[I6] with %j show their stack: %s", async (env, shown) => {
    const broken = (): number => {
      throw new TypeError("the clock stands still");
    };
    const { code, err } = await run(["assess", harbourAid, "--threads", "1"], { env, now: broken });

    expect(code).toBe(2);
    expect(err).toContain("Something unexpected went wrong: the clock stands still");
    expect(/\n\s+at /.test(err)).toBe(shown);
  });
});

describe("colours", () => {
  it.each([
    [true, {}, true],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
    [false, {}, false],
  ])("[I7] on a terminal (%s) with %j: %s", async (outIsTerminal, env, coloured) => {
    const { out } = await run(["check", harbourAid], { outIsTerminal, env });

    expect(out.includes("\u001b[")).toBe(coloured);
  });
});
