#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/index.js", import.meta.url);
if (existsSync(built)) {
  const { start } = await import(built.href);
  await start();
} else {
  process.stderr.write("shikumi is not built yet: run `npm run build` first.\n");
  process.stderr.write("shikumi はまだビルドされていません。先に `npm run build` を実行してください。\n");
  process.exitCode = 2;
}
