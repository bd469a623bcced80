import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtSite, harbourAid, temporaryFolder } from "./run-command.ts";

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

it("[PB5] Ctrl-C ends `open` with 0, and nothing is left listening", async () => {
  const words = ["open", harbourAid, "--futures", "2000", "--threads", "2"];
  const child = spawn(process.execPath, [bin, ...words], { env: { ...process.env, ...builtSite() } });
  let out = "";
  child.stdout.on("data", (text: Buffer) => {
    out += text.toString();
  });
  await expect.poll(() => out, { timeout: 20_000 }).toContain("First results are there");
  const address = out.split("\n")[0] ?? "";
  expect((await fetch(address)).status).toBe(200);
  child.kill("SIGINT");

  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
}, 60_000);
