import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { harbourAid, run, temporaryFolder, withoutPaths } from "../run-command.ts";

const languages = ["en", "ja"] as const;
const golden = (name: string): string => join(import.meta.dirname, "../golden", name);
const few = ["--futures", "2", "--replications", "2", "--threads", "1"];

describe("init", () => {
  it.each(languages)("[I9] in %s writes a study with comments that checks clean and runs", async (lang) => {
    const cwd = temporaryFolder();

    const written = await run(["init", "new/study", "--lang", lang], { cwd });
    const checked = await run(["check", "new/study", "--strict"], { cwd });
    const assessed = await run(
      ["assess", "new/study", "--futures", "1", "--replications", "1", "--threads", "1"],
      { cwd },
    );

    expect(written.code).toBe(0);
    expect(checked.out).toContain("0 errors, 0 warnings");
    expect([checked.code, assessed.code]).toEqual([0, 0]);
    const text = readFileSync(join(cwd, "new/study/study.yaml"), "utf8");
    expect(text).toContain(lang === "ja" ? "# 趣意書" : "# The charter");
    expect(text).not.toMatch(lang === "ja" ? /# The charter|#ja/ : /# 趣意書|#en/);
    expect(readdirSync(join(cwd, "new"))).toEqual(["study"]);
  });

  it("[I9] writes the same study in both languages, but for its comments", async () => {
    const cwd = temporaryFolder();
    await run(["init", "en"], { cwd });
    await run(["init", "ja", "--lang", "ja"], { cwd });

    const digests = await Promise.all(
      languages.map(
        async (one) => JSON.parse((await run(["check", one, "--json"], { cwd })).out).data.digest,
      ),
    );

    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[0]).toBe(digests[1]);
  });

  it("[I9] refuses a folder that is not empty and writes nothing, and takes an empty one", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "full"));
    mkdirSync(join(cwd, "empty"));
    writeFileSync(join(cwd, "full/mine.txt"), "mine");

    const refused = await run(["init", "full"], { cwd });
    const taken = await run(["init", "empty"], { cwd });

    expect(refused.code).toBe(2);
    expect(refused.err).toContain("Nothing was written");
    expect(readdirSync(join(cwd, "full"))).toEqual(["mine.txt"]);
    expect(taken.code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(["empty", "full"]);
  });
});

describe("check", () => {
  it.each(languages)("[I10] of the small study in %s", async (lang) => {
    const { out, code } = await run(["check", harbourAid, "--lang", lang]);

    expect(code).toBe(0);
    await expect(withoutPaths(out)).toMatchFileSnapshot(golden(`check.${lang}.txt`));
  });

  it.each(languages)("[I10] shows place, line, carets and help of each problem in %s", async (lang) => {
    const cwd = brokenStudy();

    const { out, code } = await run(["check", "broken", "--lang", lang], { cwd });

    expect(code).toBe(1);
    expect(out).toContain("broken/study.yaml:4:3");
    await expect(out).toMatchFileSnapshot(golden(`check-broken.${lang}.txt`));
  });

  it("[I10] gives in --json the places that it prints", async () => {
    const cwd = brokenStudy();

    const text = await run(["check", "broken"], { cwd });
    const { diagnostics } = JSON.parse((await run(["check", "broken", "--json"], { cwd })).out) as {
      diagnostics: readonly { file: string; line: number; column: number; code: string }[];
    };

    expect(diagnostics.length).toBeGreaterThan(3);
    for (const { file, line, column, code } of diagnostics)
      expect(text.out).toMatch(new RegExp(`broken/${file}:${line}:${column} \\w+ ${code}`));
  });

  it("[I10] with --strict lists unchecked citations and finds warnings", async () => {
    const cwd = temporaryFolder();
    await run(["init", "s"], { cwd });
    const law = join(cwd, "s/law.yaml");
    writeFileSync(
      law,
      readFileSync(law, "utf8").replace("    source: acts", "    source: acts\n    flag: check"),
    );
    writeFileSync(join(cwd, "s/more.yaml"), "deciders:\n  IDLE: {name: {ja: 暇, en: Idle}, party: NORTH}\n");

    const lax = await run(["check", "s"], { cwd });
    const strict = await run(["check", "s", "--strict"], { cwd });

    expect([lax.code, strict.code]).toEqual([0, 1]);
    expect(lax.out).not.toContain("authorities.FIRE-ACT");
    expect(strict.out).toMatch(/s\/law\.yaml:\d+:\d+ authorities\.FIRE-ACT acts/);
    expect(strict.out).toContain("s/more.yaml:2:3 warning decider-unused");
  });
});

describe("assess", () => {
  it.each(languages)("[I11] of the small study in %s", async (lang) => {
    const { out, code } = await run(["assess", harbourAid, ...few, "--lang", lang]);

    expect(code).toBe(0);
    expect(out).not.toMatch(/NaN|undefined|\[object/);
    await expect(out).toMatchFileSnapshot(golden(`assess.${lang}.txt`));
  });

  it("[I11] gives the same assessment with --json and --out, and prints its numbers", async () => {
    const cwd = temporaryFolder();
    const words = ["assess", harbourAid, "--package", "paper", ...few];

    const { out } = await run([...words, "--json", "--out", "a.json"], { cwd });
    const { data } = JSON.parse(out) as {
      data: { format: string; runs: { package: string }[]; levers: unknown[] };
    };

    expect(data).toEqual(JSON.parse(readFileSync(join(cwd, "a.json"), "utf8")));
    expect(data.format).toBe("shikumi-assessment-1");
    expect(new Set(data.runs.map((one) => one.package))).toEqual(new Set(["baseline", "paper"]));
    expect(data.levers).toEqual([]);
  });

  it.each(languages)("[I26] ranks the weakest assumptions alone in %s", async (lang) => {
    const words = ["assess", harbourAid, ...few, "--weakest", "3", "--lang", lang];

    const { out, code } = await run(words);
    const { data } = JSON.parse((await run([...words, "--json"])).out) as {
      data: { runs: { key: string }[]; weakest: { run: string; ranged: { uncertainty: string }[] } };
    };

    expect(code).toBe(0);
    expect(out).toContain("baseline/in-force/refused/moved");
    expect(out).not.toMatch(/NaN|undefined|\[object/);
    expect(data.weakest.ranged.length).toBeGreaterThan(0);
    for (const { uncertainty } of data.weakest.ranged) expect(out).toContain(uncertainty);
    expect(data.runs.map(({ key }) => key)).toEqual([
      "baseline/in-force/refused",
      "baseline/in-force/granted",
      data.weakest.run,
    ]);
  });

  it("[I12] with another seed is the same study with another digest", async () => {
    const words = ["assess", harbourAid, "--package", "baseline", ...few, "--json"];
    const runs = async (...more: string[]): Promise<{ seed: number; digest: string }> =>
      JSON.parse((await run([...words, ...more])).out).data.runs[0];

    const [plain, same, other, again] = [
      await runs(),
      await runs("--seed", "11"),
      await runs("--seed", "5"),
      await runs("--seed", "5"),
    ];

    expect(same).toEqual(plain);
    expect(other.seed).toBe(5);
    expect(other.digest).not.toBe(plain.digest);
    expect(again).toEqual(other);
  });

  it("[I12] puts a seed into a charter of any writing", async () => {
    const cwd = temporaryFolder();
    for (const [name, charter] of [
      ["block", "study:\n  title: {ja: 小, en: Small}\n  baseline: 2011-12-31\n  horizon: 1 yr\n"],
      ["flow", "study: {title: {ja: 小, en: Small}, baseline: 2011-12-31, horizon: 1 yr}\n"],
      [
        "written",
        "study: {seed: 3, title: {ja: 'seed: 9', en: 'seed: 9'}, baseline: 2011-12-31, horizon: 1 yr}\n",
      ],
    ] as const) {
      mkdirSync(join(cwd, name));
      writeFileSync(join(cwd, name, "study.yaml"), charter);
      const { out } = await run(["assess", name, "--seed", "77", ...few, "--json"], { cwd });
      expect([name, JSON.parse(out).data.runs[0].seed]).toEqual([name, 77]);
    }
  });
});

describe("explain", () => {
  it.each(languages)("[I13] an element in %s", async (lang) => {
    const { out, code } = await run(["explain", harbourAid, "fight-fire.contain", "--lang", lang]);

    expect(code).toBe(0);
    await expect(withoutPaths(out)).toMatchFileSnapshot(golden(`explain.${lang}.txt`));
  });

  it("[I13] shows sources with their grades where they are not the usual ones", async () => {
    const { out } = await run(["explain", harbourAid, "authorities.FIRE-ACT"]);

    expect(out).toContain("Unless said otherwise: acts (A)");
    expect(out).toMatch(/rank +statute +\[default\]/);
    expect(out).toMatch(/STUDY|harbour-aid\/law\.yaml:\d+:\d+/);
  });

  it.each(languages)("[I14] a prohibition, a missing basis and a permission in %s", async (lang) => {
    const ask = async (...words: string[]): Promise<string> =>
      (await run(["explain", harbourAid, "--may", ...words, "--lang", lang])).out;

    const told = [
      await ask("OS-NAVY", "patrol", "--at", "akaura"),
      await ask("OS-FIRE", "survey", "--at", "akaura"),
      await ask(
        "OS-FIRE",
        "fight-fire",
        "--at",
        "shiroiso",
        "--for",
        "mirean-ships",
        "--situation",
        "great-fire",
      ),
      await ask(
        "MI-AKA-FIRE",
        "fight-fire",
        "--for",
        "ostan-ships",
        "--judgement",
        "danger-to-the-harbour=no",
      ),
      await ask("OS-NAVY", "rescue", "--fact", "daylight=yes", "--since", "3h"),
      await ask("MI-PORT", "salvage"),
    ].join("\n———\n");

    await expect(told).toMatchFileSnapshot(golden(`explain-may.${lang}.txt`));
  });

  it("[I14] reads the law as of the date", async () => {
    const ask = ["explain", harbourAid, "--may", "OS-FIRE", "fight-fire", "--at", "akaura"];

    const [before, between, after] = [
      await run([...ask, "--date", "2013-12-31"]),
      await run([...ask, "--date", "2014-02-01"]),
      await run([...ask, "--date", "2014-04-01"]),
    ];

    expect([before.code, between.code, after.code]).toEqual([0, 1, 0]);
    expect(between.out).toContain("not in force on 1 February 2014");
  });

  it("[I14] of what came close shows only what keeps it from fitting", async () => {
    const { out } = await run(["explain", harbourAid, "--may", "OS-FIRE", "survey", "--at", "akaura"]);
    const near = out.slice(out.indexOf("Provisions that come close"));

    expect(near).toContain("Strait Aid Treaty, art. 3");
    expect(near).toContain('not "survey"');
    expect(near).not.toContain("✓");
  });

  it.each(languages)("[I15] a delay in %s", async (lang) => {
    const { out, code } = await run(["explain", harbourAid, "--late", "fight-fire.contain", "--lang", lang]);

    expect(code).toBe(1);
    await expect(out).toMatchFileSnapshot(golden(`explain-late.${lang}.txt`));
  });

  it("[I15] tells the steps in order, from the onset to the end, and the case asked for", async () => {
    const words = ["explain", harbourAid, "--late", "fight-fire.contain", "--json"];
    const told = async (...more: string[]): Promise<Told> =>
      JSON.parse((await run([...words, ...more])).out).data;

    const worst = await told();
    const third = await told("--incident", "3");

    expect(third.chosen).toBe(3);
    for (const { steps } of [worst, third]) {
      expect(steps[0]).toMatchObject({ what: "onset", sinceOnset: 0 });
      const times = steps.map(({ sinceOnset }) => sinceOnset);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(steps.some(({ what, task }) => what === "closed" && task === "fight-fire.contain")).toBe(true);
    }
    const rank = (result: string): number =>
      ["failed", "partly", "late", "open", "met", "skipped"].indexOf(result);
    const chosen = worst.instances.find(({ number }) => number === worst.chosen)?.result ?? "";
    expect(Math.min(...worst.instances.map(({ result }) => rank(result)))).toBe(rank(chosen));
  });
});

describe("a delay", () => {
  it("[I15] is told of the run that assess takes its numbers from", async () => {
    const one = [
      "--package",
      "baseline",
      "--futures",
      "1",
      "--replications",
      "1",
      "--threads",
      "1",
      "--json",
    ];
    const { data } = JSON.parse((await run(["assess", harbourAid, ...one])).out);
    const counted = data.baseline.tasks as readonly { task: string; instances: { value: number } }[];

    expect(counted.length).toBe(7);
    for (const { task, instances } of counted) {
      const told: Told = JSON.parse((await run(["explain", harbourAid, "--late", task, "--json"])).out).data;
      const called = told.instances.filter(({ result }) => result !== "skipped");
      expect([task, called.length]).toEqual([task, instances.value]);
    }
  });
});

interface Told {
  readonly chosen: number;
  readonly steps: readonly { what: string; task: string; sinceOnset: number }[];
  readonly instances: readonly { number: number; result: string }[];
}

describe("brief", () => {
  const names = ["assessment.json", "brief.en.html", "brief.en.md", "brief.ja.html", "brief.ja.md"];

  it("[I16, I17] is written in both languages and holds until a number or the study is changed", async () => {
    const cwd = temporaryFolder();
    const verify = (file: string, study = harbourAid): ReturnType<typeof run> =>
      run(["brief", study, "--verify", file, "--threads", "1"], { cwd });
    await run(["init", "s"], { cwd });

    const written = await run(["brief", "s", "--out", "out/brief", ...few, "--seed", "4"], { cwd });

    expect(written.code).toBe(0);
    expect(readdirSync(join(cwd, "out/brief")).sort()).toEqual(names);
    for (const name of names.slice(1))
      expect([name, (await verify(`out/brief/${name}`, "s")).code]).toEqual([name, 0]);
    const page = readFileSync(join(cwd, "out/brief/brief.en.html"), "utf8");
    const [, printed = ""] = /<data[^>]*data-figure="effectiveness[^>]*>([^<]+)</.exec(page) ?? [];
    expect(printed).not.toBe("");
    writeFileSync(join(cwd, "out/tampered.html"), page.replaceAll(`>${printed}<`, ">99 %<"));
    const tampered = await verify("out/tampered.html", "s");
    expect(tampered.code).toBe(1);
    expect(tampered.out).toContain("99 %");
    const law = join(cwd, "s/means.yaml");
    writeFileSync(law, readFileSync(law, "utf8").replace("quantity: 1", "quantity: 2"));
    const changed = await verify("out/brief/brief.ja.md", "s");
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("digest");
  });

  it("[I17] that holds no record cannot be verified", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "note.html"), "<p>No brief.</p>");

    const none = await run(["brief", harbourAid, "--verify", "note.html"], { cwd });
    const missing = await run(["brief", harbourAid, "--verify", "nothing.html"], { cwd });

    expect([none.code, missing.code]).toEqual([2, 2]);
    expect(none.err).toContain("no brief that can be verified");
    expect(missing.err).toContain("nothing.html could not be read");
  });
});

describe("schema", () => {
  it("[I18] is printed or written", async () => {
    const cwd = temporaryFolder();

    const printed = await run(["schema"], { cwd });
    const written = await run(["schema", "--out", "deep/s.json"], { cwd });

    expect(JSON.parse(printed.out)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
    });
    expect(written.code).toBe(0);
    expect(existsSync(join(cwd, "deep/s.json"))).toBe(true);
    expect(readFileSync(join(cwd, "deep/s.json"), "utf8")).toBe(printed.out);
  });
});

function brokenStudy(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "broken"));
  writeFileSync(
    join(cwd, "broken/study.yaml"),
    `study:
  title: {ja: 壊れた研究, en: A broken study}
  baseline: 2011-12-31
  horizn: 1 yr
parties:
  NORTH: {name: {ja: 北国, en: North}}
kinds: {organ: {default: needs-basis}}
organisations:
  N-FIRE: {name: {ja: 北国消防, en: Fire Brigade}, party: NROTH, kind: organ}
capabilities:
  boat: {name: {ja: 艇, en: Boat}, unit: boat, moves: sea, speed: 14 knots-ish, assumption: true}
places:
  harbour: {name: {ja: 港, en: Harbour}, at: 41.0 N 20.6 W, state: NORTH}
holdings:
  n-boat: {of: N-FIRE, what: boat, quantity: -1, at: harbour, assumption: true}
  n-boat: {of: N-FIRE, what: boat, quantity: 1, at: harbour, assumption: true}
`,
  );
  return cwd;
}
