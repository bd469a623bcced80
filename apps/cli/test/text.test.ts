import { describe, expect, it } from "vitest";
import { progressBar } from "../src/text/progress.ts";
import { textTable } from "../src/text/table.ts";
import { cut, pad, textWidth } from "../src/text/width.ts";
import { run } from "./run-command.ts";

describe("widths", () => {
  it.each([
    ["abc", 3],
    ["海上自衛隊", 10],
    ["ｱｲｳ", 3],
    ["Ａ", 2],
    ["が", 2],
    ["e\u0301", 1],
    ["😀", 2],
    ["", 0],
  ])("[I7] of %s are %i columns", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  it("[I7] hold for padding and cutting", () => {
    expect(pad("海", 4, "left")).toBe("海  ");
    expect(pad("海", 4, "right")).toBe("  海");
    expect(cut("海上自衛隊", 6)).toBe("海上…");
    expect(cut("海上", 4)).toBe("海上");
  });

  it("[I7] make every line of a table as wide as its columns", () => {
    const table = textTable(
      [{ head: "組織" }, { head: "n", align: "right" }],
      [
        ["海上自衛隊", "1"],
        ["Navy", "100"],
      ],
    );

    expect(table).toBe("組織          n\n──────────  ───\n海上自衛隊    1\nNavy        100\n");
  });
});

describe("progress", () => {
  function reported(terminal: { columns: number } | undefined): string {
    let err = "";
    let time = 0;
    const bar = progressBar(
      {
        out: () => {
          throw new Error("nothing on standard output");
        },
        err: (text) => {
          err += text;
        },
        env: {},
        cwd: "/",
        terminal,
        outIsTerminal: true,
        now: () => time,
        signal: new AbortController().signal,
      },
      ({ done, total, perSecond, secondsLeft }) =>
        `${done}/${total} ${Math.round(perSecond)}/s ${Math.round(secondsLeft)} s`,
    );
    for (let done = 1; done <= 40; done++) {
      time += 50;
      bar.report(done, 40);
    }
    bar.close();
    return err;
  }

  it("[I8] is a plain line at every tenth where there is no terminal", () => {
    const lines = reported(undefined).trimEnd().split("\n");

    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("40/40 20/s 0 s");
  });

  it("[I8] is a bar redrawn at most ten times a second on a terminal, and gone at the end", () => {
    const drawn = reported({ columns: 30 }).split("\r").slice(1);

    expect(drawn).toHaveLength(21 + 1);
    for (const line of drawn.map((text) => text.replace("\u001b[K", "")))
      expect(textWidth(line)).toBeLessThan(30);
    expect(drawn.at(-1)).toBe("\u001b[K");
  });

  it("[I8] of a command stays off standard output", async () => {
    const words = [
      "assess",
      "studies/harbour-aid",
      "--package",
      "baseline",
      "--futures",
      "1",
      "--replications",
      "1",
    ];
    const { out, err } = await run([...words, "--threads", "1"]);

    expect(err).toMatch(/jobs/);
    expect(out).not.toMatch(/jobs/);
  });
});
