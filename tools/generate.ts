import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languageReference, studyJsonSchema } from "@shikumi/model";
import { engineFiles } from "./generate/engine-files.ts";

// Writes what is generated and checked in; the tests of the packages compare. Run by `npm run fix`.
const root = join(import.meta.dirname, "..");

writeFileSync(
  join(root, "packages/model/study.schema.json"),
  `${JSON.stringify(studyJsonSchema(), null, 1)}\n`,
);

const page = join(root, "docs/spec/study-language.md");
const text = readFileSync(page, "utf8");
const head = text.slice(0, text.indexOf("### `study`"));
writeFileSync(page, head + languageReference());

for (const [path, content] of engineFiles()) writeFileSync(join(root, "packages/kernel/src", path), content);
