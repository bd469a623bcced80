import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Every entry of every package with the names it exports: the whole surface on one page, so that a change of it shows in review. */
function surface(): string {
  return ["packages", "apps"]
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .flatMap((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return Object.entries((manifest.exports ?? {}) as Record<string, Record<string, string>>).map(
        ([entry, conditions]) => {
          const built = conditions["default"] ?? "";
          const source = join(folder, built.replace(/^\.\/dist\//, "src/").replace(/\.js$/, ".ts"));
          return `${manifest.name}${entry.slice(1)}\n${exportedNames(source)
            .map((name) => `  ${name}\n`)
            .join("")}`;
        },
      );
    })
    .join("");
}

function exportedNames(source: string): readonly string[] {
  const text = readFileSync(source, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  expect(text, `${source} lists what it exports`).not.toMatch(/export \*/);
  const listed = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, type, names]) =>
    (names ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => (type === undefined ? name : `type ${name}`)),
  );
  const declared = [...text.matchAll(/^export (?:async )?(function|const|class|interface|type) (\w+)/gm)].map(
    ([, kind, name]) => (kind === "interface" || kind === "type" ? `type ${name}` : String(name)),
  );
  const bare = (name: string): string => name.replace(/^type /, "");
  return [...listed, ...declared].sort((a, b) => (bare(a) < bare(b) ? -1 : bare(a) > bare(b) ? 1 : 0));
}

it("the public surface is the one on record; accept a change with `npx vitest -u` after reading it", async () => {
  await expect(surface()).toMatchFileSnapshot("golden/public-api.txt");
});
