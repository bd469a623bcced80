import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Which workspace packages each package may depend on (docs/architecture.md). A change here needs a decision record. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  model: ["core"],
  analysis: ["core"],
  kernel: ["core", "model"],
  assessment: ["core", "model", "kernel", "analysis"],
  report: ["core", "model", "assessment"],
  store: ["core"],
  exchange: ["core", "model", "assessment"],
  workbench: ["core", "model", "kernel", "analysis", "assessment", "report", "store", "exchange"],
  cli: ["core", "model", "assessment", "report", "workbench", "exchange"],
  web: ["core", "model", "kernel", "analysis", "assessment", "report"],
};

/** Heavy dependencies, each only where it belongs: `exchange` reads mapping files, which are YAML but no part of a study. */
const onlyIn: Record<string, readonly string[]> = {
  yaml: ["model", "exchange"],
  "@duckdb/node-api": ["store"],
  react: ["web"],
};

/** Source files above 500 lines, each with its reason. */
const longFiles: Record<string, string> = {
  "packages/kernel/src/memory/cells.ts": "generated: accessors of single cells",
  "packages/kernel/src/webassembly/engine-text.ts": "generated: the engine in base64",
};

const root = join(import.meta.dirname, "..");
const folders = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group))
    .filter((name) => existsSync(join(root, group, name, "package.json")))
    .map((name) => ({ name, folder: join(root, group, name) })),
);

const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8"));

const manifests = folders.map(({ name, folder }) => {
  const manifest = readJson(join(folder, "package.json"));
  const dependencies = Object.keys((manifest["dependencies"] ?? {}) as object);
  const internal = dependencies
    .filter((dependency) => dependency.startsWith("@shikumi/"))
    .map((dependency) => dependency.slice("@shikumi/".length));
  return { name, folder, dependencies, internal };
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

describe("the layering", () => {
  it.each(manifests)("lets $name depend only on what the table allows", ({ name, internal }) => {
    expect(allowed).toHaveProperty(name);
    for (const dependency of internal) expect(allowed[name]).toContain(dependency);
  });

  it.each(manifests)("has project references of $name equal to its dependencies", ({ folder, internal }) => {
    const references = (readJson(join(folder, "tsconfig.json"))["references"] ?? []) as { path: string }[];
    const referenced = references.map(({ path }) => path.split("/").at(-1));

    expect(new Set(referenced)).toEqual(new Set(internal));
  });

  it("keeps heavy dependencies where they belong", () => {
    for (const { name, dependencies } of manifests) {
      for (const dependency of dependencies) {
        if (dependency in onlyIn) expect(onlyIn[dependency]).toContain(name);
      }
    }
  });

  it("has no export map entry without its source", () => {
    for (const { folder } of manifests) {
      const entries = (readJson(join(folder, "package.json"))["exports"] ?? {}) as Record<
        string,
        Record<string, string>
      >;
      for (const conditions of Object.values(entries)) {
        const source = conditions["@shikumi/source"];
        if (source !== undefined) expect(existsSync(join(folder, source)), `${folder}: ${source}`).toBe(true);
      }
    }
  });
});

describe("source files", () => {
  it("stay at 500 lines or have a written reason", () => {
    for (const { folder } of manifests) {
      for (const path of sourceFiles(join(folder, "src"))) {
        const lines = readFileSync(path, "utf8").split("\n").length;
        const short = path.slice(root.length + 1).replaceAll("\\", "/");
        if (lines > 500) expect(longFiles, `${short} has ${lines} lines`).toHaveProperty([short]);
      }
    }
  });

  it("have names that say what they hold", () => {
    const forbidden = /(^|[/-])(utils?|helpers?|common|misc|manager|service|types)\.tsx?$/;
    for (const { folder } of manifests) {
      for (const path of sourceFiles(join(folder, "src")))
        expect(path.replaceAll("\\", "/")).not.toMatch(forbidden);
    }
  });

  it("name nothing of any country in code that serves every study", () => {
    const national = /\b(JPN|USA|JP-[A-Z]+|US-[A-Z]+|MSDF|Tohoku|Djibouti)\b/;
    for (const name of [
      "core",
      "model",
      "kernel",
      "analysis",
      "assessment",
      "report",
      "exchange",
      "workbench",
    ]) {
      for (const path of sourceFiles(join(root, "packages", name, "src"))) {
        const code = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
        expect(national.test(code), path).toBe(false);
      }
    }
  });
});
