import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** The fixed runs with everything they need in one file, to be run where there are no packages: `place` says what the file does with its hash. */
export function bundleOf(place: "node" | "browser"): string {
  const folder = mkdtempSync(join(tmpdir(), "shikumi-everywhere-"));
  const file = join(folder, `${place}.mjs`);
  buildSync({
    entryPoints: [join(import.meta.dirname, `entry-${place}.ts`)],
    outfile: file,
    bundle: true,
    format: "esm",
    target: "es2023",
    platform: "browser",
    external: ["node:*"],
    conditions: ["@shikumi/source"],
    logLevel: "error",
  });
  return file;
}
