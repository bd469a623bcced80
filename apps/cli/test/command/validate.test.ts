import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { harbourAid, run, temporaryFolder } from "../run-command.ts";

const few = ["--futures", "3", "--replications", "2", "--threads", "1"];

/** The study that `init` writes, with cases. */
async function studyWith(rows: string): Promise<string> {
  const cwd = temporaryFolder();
  await run(["init", "s"], { cwd });
  writeFileSync(join(cwd, "s/cases.yaml"), `validation:\n${rows}`);
  return cwd;
}

const rate = (id: string, observed: string): string =>
  `  ${id}: {case: {ja: 事例, en: Case}, observed: ${observed}, of: share-beyond-a-month.answer.extinguish, use: held-out, assumption: true}\n`;

describe("validate", () => {
  it.each(["en", "ja"] as const)(
    "[I21] in %s shows what fails like what passes, with the counts",
    async (lang) => {
      const { out, code } = await run(["validate", harbourAid, ...few, "--lang", lang]);

      expect(code).toBe(1);
      expect(out).not.toMatch(/NaN|undefined|\[object/);
      expect(out).toContain("old-fire (fight-fire.contain)");
      expect(out).toContain(lang === "en" ? "Held out: evidence" : "取り置いた事例：証拠になる");
      expect(out).toMatch(
        lang === "en" ? /failed\nPassed 0, in part 0, failed 1/ : /不合格\n合格 0、一部 0、不合格 1/,
      );
    },
  );

  it("[I21] is clean only where every comparison passes", async () => {
    const passing = await studyWith(rate("a", "{ratio: [0, 1]}"));
    const mixed = await studyWith(
      rate("a", "{ratio: [0, 1]}") +
        "  b: {case: x, observed: {ratio: [1, 2]}, of: answer.extinguish, use: calibrated-on, assumption: true}\n",
    );
    const words = ["validate", "s", "--futures", "10", "--replications", "3", "--threads", "1"];

    const clean = await run(words, { cwd: passing });
    const none = await run(words, { cwd: mixed });

    expect([clean.code, none.code]).toEqual([0, 1]);
    expect(none.out).toContain("not evaluated: two reports");
    expect(none.out).toContain("Calibrated on: no evidence");
  });

  it("[I21] gives the same with --json and --out, with the runs behind it", async () => {
    const cwd = temporaryFolder();

    const { out } = await run(["validate", harbourAid, ...few, "--json", "--out", "v.json"], { cwd });
    const { status, data } = JSON.parse(out) as {
      status: string;
      data: { format: string; runs: { key: string }[]; rows: { row: string }[]; counts: unknown[] };
    };

    expect(status).toBe("findings");
    expect(data).toEqual(JSON.parse(readFileSync(join(cwd, "v.json"), "utf8")));
    expect(data.format).toBe("shikumi-validation-1");
    expect(data.runs.map(({ key }) => key)).toEqual(["baseline/in-force/refused/observed"]);
    expect(data.rows.map(({ row }) => row)).toEqual(["old-fire"]);
    expect(data.counts).toHaveLength(8);
  });

  it("[I21] says where there is nothing to compare with", async () => {
    const cwd = temporaryFolder();
    await run(["init", "s"], { cwd });

    const { out, code } = await run(["validate", "s", ...few], { cwd });

    expect(code).toBe(0);
    expect(out).toBe("The study names no case to be compared with.\n");
  });
});

describe("hypotheses", () => {
  it("[I22] are evaluated by assess, not where only one package is asked for", async () => {
    const all = await run(["assess", harbourAid, ...few]);
    const one = await run(["assess", harbourAid, "--package", "paper", ...few]);

    expect(all.out).toContain("paper-beats-steel: Paper does more than steel");
    expect(all.out).toMatch(/to hold in 80 % of futures .*(?:supported|undecided)/);
    expect(one.out).not.toContain("paper-beats-steel");
  });

  it("[I22] and cases stand in the brief, which still verifies", async () => {
    const cwd = temporaryFolder();

    const written = await run(["brief", harbourAid, "--out", "b", ...few], { cwd });
    const verified = await run(["brief", harbourAid, "--verify", "b/brief.en.html", "--threads", "1"], {
      cwd,
    });
    const text = readFileSync(join(cwd, "b/brief.en.md"), "utf8");

    expect([written.code, verified.code]).toEqual([0, 0]);
    expect(text).toMatch(/Held out: 0\S* passed/);
    expect(text).toContain("Paper does more than steel");
    expect(existsSync(join(cwd, "b/brief.ja.html"))).toBe(true);
  });
});

describe("--domain", () => {
  it("[I23] leaves out what is about other domains, with the same numbers", async () => {
    const words = ["assess", harbourAid, ...few, "--json"];
    const whole = JSON.parse((await run(words)).out).data;
    const part = JSON.parse((await run([...words, "--domain", "storm"])).out).data;
    const rows = JSON.parse((await run(["validate", harbourAid, ...few, "--domain", "storm", "--json"])).out)
      .data.rows;

    expect(part.baseline.domains).toEqual(
      whole.baseline.domains.filter(({ domain }: { domain: string }) => domain === "storm"),
    );
    expect(part.levers.length).toBeLessThan(whole.levers.length);
    expect(rows).toEqual([]);
  });

  it("[I5, I23] names the nearest domain", async () => {
    const { err, code } = await run(["assess", harbourAid, "--domain", "strom"]);

    expect(code).toBe(2);
    expect(err).toContain('no domain "strom"');
    expect(err).toContain("storm");
  });
});
