import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { harbourAid, temporaryFolder } from "./run-command.ts";

/** The command as people start it; it runs what was built. */
const bin = join(import.meta.dirname, "../bin/shikumi.js");

it("[I1] the process ends with the exit code of the command", () => {
  const codes = [["check", harbourAid], ["explain", harbourAid, "--may", "OS-FIRE", "survey"], ["chekc"]].map(
    (words) => spawnSync(process.execPath, [bin, ...words]).status,
  );

  expect(codes).toEqual([0, 1, 2]);
});

it("[I6] a reader that closes the pipe early sees no error", () => {
  const { stdout, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${bin}" schema | head -n 1`], {
    encoding: "utf8",
  });

  expect(stdout).toBe("{\n");
  expect(stderr).toBe("");
});

it.each(["1", "2"])(
  "[I20] Ctrl-C on %s threads ends the process with 130 and leaves nothing",
  async (threads) => {
    const cwd = temporaryFolder();
    const words = ["brief", harbourAid, "--out", "out", "--futures", "2000", "--threads", threads];
    const child = spawn(process.execPath, [bin, ...words], { cwd });
    let err = "";
    child.stderr.on("data", (text: Buffer) => {
      if (err === "") child.kill("SIGINT");
      err += text.toString();
    });

    const code = await new Promise((resolve) => {
      child.on("close", resolve);
    });

    expect(code).toBe(130);
    expect(err).toContain("Interrupted.");
    expect(existsSync(join(cwd, "out"))).toBe(false);
    expect(readdirSync(cwd)).toEqual([]);
  },
);
