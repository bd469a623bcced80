import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Effects } from "../effects.ts";

/** Where the built pages of the live edition are: the folder in SHIKUMI_SITE, else that of this installation. */
export function siteFolder({ env, cwd }: Pick<Effects, "env" | "cwd">): string {
  const named = env["SHIKUMI_SITE"];
  if (named !== undefined && named !== "") return resolve(cwd, named);
  const manifest = createRequire(import.meta.url).resolve("@shikumi/web/package.json");
  return join(dirname(manifest), "dist-site");
}
